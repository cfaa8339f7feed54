/** Offsets into a text, `end` excluded. */
type Span = { readonly start: number; readonly end: number };

/** A sentence ends with its mark and the quotes and brackets that close after it; a full stop in Latin text needs a space. */
const sentenceEnd = /[。！？；!?;]+[”’」』）)》\]]*|\.(?=\s|$)/gu;
/** What a line begins with when it is a clause, an item or a heading of its own. */
const ordinal =
  /^\s*(?:第[一二三四五六七八九十百零〇\d]+[编章节条款]|[一二三四五六七八九十]+、|[（(](?:[一二三四五六七八九十]+|\d+)[）)]|\d+(?:\.\d+)*[.、．\s]|[①-⑳•●■◆—-])/u;
/** A line shorter than this part of the longest one ends its paragraph. */
const shortLine = 0.75;

/**
 * The sentences of one page or block as spans of offsets, in order and without gaps: cut after the marks that end a
 * sentence, and where a line of a page ends a paragraph or the next one begins a clause.
 */
export function sentencesOf(text: string): readonly Span[] {
  const cuts = new Set<number>();
  for (const match of text.matchAll(sentenceEnd)) cuts.add(match.index + match[0].length);
  for (const cut of lineCuts(text)) cuts.add(cut);
  cuts.add(text.length);
  const ends = [...cuts].filter((cut) => cut > 0).sort((a, b) => a - b);
  return ends.map((end, index) => ({ start: ends[index - 1] ?? 0, end }));
}

function lineCuts(text: string): number[] {
  const lines = text.split('\n');
  const longest = Math.max(...lines.map((line) => line.trim().length));
  const cuts: number[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    at += line.length + 1;
    const next = lines[index + 1];
    if (next === undefined) break;
    if (ordinal.test(next) || line.trim().length < longest * shortLine) cuts.push(at);
  }
  return cuts;
}
