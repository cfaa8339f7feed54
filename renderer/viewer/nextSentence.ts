import type { TextPoint } from '#shared/domain/text/anchor.ts';
import { sentencesOf } from '#shared/domain/text/sentences.ts';
import { comparePoints, type Passage, passageBetween } from './passage.ts';

type WithText = { readonly text: string };

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
