import type { MarkName } from '../markedText.ts';
import { ownEntry } from '../ownEntry.ts';

/** Elements that stand on lines of their own. */
export const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose content is no text of the document. */
export const skippedElements: ReadonlySet<string> = new Set(
  'script style template svg iframe object embed canvas audio video datalist xml noframes'.split(
    ' ',
  ),
);

export const markOf: Readonly<Record<string, MarkName>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'deleted',
  ins: 'inserted',
};

type Attributes = Readonly<Record<string, string>>;

const styleOf = (attributes: Attributes): string =>
  (attributes['style'] ?? '').replace(/\s+/g, '').toLowerCase();

const valueless = new Set(['hidden', 'password', 'file', 'image', 'color', 'range']);

/** What a field of a form shows: its value, or whether it is ticked. */
export function inputText(attributes: Attributes): string {
  const type = (attributes['type'] ?? 'text').toLowerCase();
  if (type === 'checkbox' || type === 'radio')
    return attributes['checked'] === undefined ? '☐' : '☒';
  return valueless.has(type) ? '' : (attributes['value'] ?? '');
}

export function isHidden(attributes: Attributes): boolean {
  if (attributes['hidden'] !== undefined) return true;
  return /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)/.test(styleOf(attributes));
}

/** Word writes a paragraph's number as text that lists shall ignore. */
export function isListNumber(attributes: Attributes): boolean {
  return styleOf(attributes).includes('mso-list:ignore');
}

const aligns: Readonly<Record<string, 'start' | 'center' | 'end' | 'justify'>> = {
  left: 'start',
  center: 'center',
  right: 'end',
  justify: 'justify',
};

export function alignOf(attributes: Attributes): 'start' | 'center' | 'end' | 'justify' | null {
  const styled = /(?:^|;)text-align:(\w+)/.exec(styleOf(attributes))?.[1];
  return ownEntry(aligns, styled ?? (attributes['align'] ?? '').toLowerCase()) ?? null;
}

const listFormats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const styledFormats: Readonly<Record<string, string>> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCountingThousand',
  'simp-chinese-informal': 'chineseCountingThousand',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'cjk-decimal': 'ideographDigital',
  none: 'none',
};

/** How the items of a list are numbered: a format's name, `bullet`, or `none`. */
export function listFormatOf(name: string, attributes: Attributes): string {
  const styled = /(?:^|;)list-style(?:-type)?:([\w-]+)/.exec(styleOf(attributes))?.[1];
  const format = ownEntry(styledFormats, styled ?? '');
  if (format !== undefined) return format;
  return name === 'ol' ? (ownEntry(listFormats, attributes['type'] ?? '1') ?? 'decimal') : 'bullet';
}
