import type { TextPoint } from '#shared/domain/text/anchor.ts';
import { comparePoints, type Passage, passageBetween } from './passage.ts';

type WithText = { readonly text: string };
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

/**
 * The sentence after (1) or before (-1) a passage; without one, the sentence at `from` or the next that has text. Null at
 * the ends of the document.
 */
export function nextSentence(
  parts: readonly WithText[],
  passage: Pick<Passage, 'start' | 'end'> | null,
  from: TextPoint,
  step: 1 | -1,
): Passage | null {
  const edge = passage === null ? from : step === 1 ? passage.end : passage.start;
  for (let part = edge.part; part >= 0 && part < parts.length; part += step) {
    const spans = sentencesOf(parts[part]?.text ?? '').map(({ start, end }) =>
      passageBetween(parts, { part, offset: start }, { part, offset: end }),
    );
    const sentences = spans.filter((span) => span !== null);
    const found =
      step === 1
        ? sentences.find((one) => comparePoints(passage === null ? one.end : one.start, edge) >= 0)
        : sentences.findLast((one) => comparePoints(one.end, edge) <= 0);
    if (found !== undefined) return found;
  }
  return null;
}
