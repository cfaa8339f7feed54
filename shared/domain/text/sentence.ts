const ENDS = new Set(['。', '；', '！', '？', ';', '!', '?']);
/** A line that begins so begins a new clause or list entry, whatever stood at the end of the line before. */
const NEW_CLAUSE =
  /^[\s\u3000]*(?:$|第[零〇一二三四五六七八九十百千\d]+[编章节条款]|[（(][一二三四五六七八九十百\d]+[）)]|[一二三四五六七八九十]+、|\d+(?:\.\d+)*[.、．\s])/u;

/**
 * The sentence of `text` around `start`..`end` (UTF-16 offsets), cut to `limit` units where it is longer, without blanks at
 * its ends. Line breaks do not end it, since PDF text breaks within sentences, unless a new clause begins there. A match
 * longer than the limit comes whole.
 */
export function sentenceAround(text: string, start: number, end: number, limit: number): string {
  const first = sentenceStart(text, start);
  const last = sentenceEnd(text, end);
  const room = Math.max(0, limit - (end - start));
  // A third of what room there is goes before the match, all of it where little follows.
  const after = Math.min(last - end, Math.max(room - Math.floor(room / 3), room - (start - first)));
  let from = Math.max(first, start - (room - after));
  let to = end + after;
  if (isInsidePair(text, from)) from += 1;
  if (isInsidePair(text, to)) to -= 1;
  return text.slice(from, to).trim();
}

function sentenceStart(text: string, at: number): number {
  for (let index = at - 1; index >= 0; index -= 1) {
    const character = text.charAt(index);
    if (ENDS.has(character)) return index + 1;
    if (character === '\n' && beginsClause(text, index + 1)) return index + 1;
  }
  return 0;
}

function sentenceEnd(text: string, at: number): number {
  for (let index = at; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (ENDS.has(character)) return index + 1;
    if (character === '\n' && beginsClause(text, index + 1)) return index;
  }
  return text.length;
}

function beginsClause(text: string, lineStart: number): boolean {
  const lineEnd = text.indexOf('\n', lineStart);
  return NEW_CLAUSE.test(text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd));
}

/** Whether the offset would cut a surrogate pair in two. */
function isInsidePair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at > 0 && at < text.length && code >= 0xdc00 && code <= 0xdfff;
}
