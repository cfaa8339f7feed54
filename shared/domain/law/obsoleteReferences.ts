import { type Folded, toOriginal, toOriginalEnd } from '../text/fold.ts';
import type { RenumberingFile } from '../library/libraryFile.ts';

/** A mention of an instrument that is gone or never came. */
export interface ObsoleteHit {
  readonly foldedStart: number;
  readonly foldedEnd: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly explain: string;
  readonly replaceWith: string | null;
}

/** Characters around a match in which a word of `none` makes it void. */
const window = 20;

/** Finds the instruments of the list of obsolete references in a text; brackets of any form count alike. */
export function obsoleteHits(
  folded: Folded,
  text: string,
  references: RenumberingFile['obsoleteReferences'],
): ObsoleteHit[] {
  // One for one, so that offsets stay.
  const plain = folded.text.replace(/[〔【]/gu, '[').replace(/[〕】]/gu, ']');
  const hits = references.flatMap(({ re, explain, replaceWith, none }) =>
    [...plain.matchAll(new RegExp(re, 'giu'))].flatMap((match) => {
      const around = plain.slice(
        Math.max(0, match.index - window),
        match.index + match[0].length + window,
      );
      if (none.some((word) => around.includes(word))) return [];
      const [from, to] = withBrackets(plain, match.index, match.index + match[0].length);
      const start = toOriginal(folded, from);
      const end = toOriginalEnd(folded, to);
      return [
        {
          foldedStart: from,
          foldedEnd: to,
          start,
          end,
          quote: text.slice(start, end),
          explain,
          replaceWith,
        },
      ];
    }),
  );
  return hits.filter(
    (hit, index) =>
      !hits.some(
        (other, at) =>
          at < index && other.foldedStart < hit.foldedEnd && hit.foldedStart < other.foldedEnd,
      ),
  );
}

/** The match with the 《》 that enclose it. */
function withBrackets(text: string, from: number, to: number): readonly [number, number] {
  const open = text.lastIndexOf('《', from);
  const close = text.indexOf('》', to - 1);
  const isEnclosed =
    open >= 0 &&
    close >= 0 &&
    close - open < 60 &&
    !text.slice(open, from).includes('》') &&
    !text.slice(to, close).includes('《');
  return isEnclosed ? [open, Math.max(close + 1, to)] : [from, to];
}
