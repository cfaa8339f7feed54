/* Characters that XML 1.0 forbids, lone surrogates included. */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- these very characters must not reach the XML
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/* Invisible controls that turn the reading direction, so that a reader would see another text than the one written. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

const CJK = '\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF';
const CJK_LINE_END = new RegExp(`(?<=[${CJK}])[ \\t]*\\n[ \\t]*(?=[${CJK}])`, 'g');

/**
 * Text that may stand in a run: what XML forbids becomes U+FFFD, bidi controls are written out as `[U+202E]`, so that
 * nothing is hidden and nothing else changes.
 */
export function xmlSafe(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(BIDI_CONTROLS, codePointName);
}

/** A text of several lines as its paragraphs, blank ones left out. */
export function paragraphsOf(text: string): string[] {
  return xmlSafe(text)
    .split(/\r\n|\r|\n|\u2028|\u2029/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A quote as one run of text: line ends of the page it came from are not part of its words. */
export function quoteLine(quote: string): string {
  const lines = quote.replace(/\r\n?/g, '\n').replace(CJK_LINE_END, '');
  return xmlSafe(lines.replace(/[ \t]*\n[ \t]*/g, ' '));
}

function codePointName(control: string): string {
  const hex = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `[U+${hex}]`;
}
