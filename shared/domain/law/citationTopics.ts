import type { CitationMention } from './citationGrammar.ts';
import type { KnownMoves } from './citationContext.ts';

/** Characters on each side of a citation in which words show what it is about. */
const reach = 40;
const between = /^(?:[、,和及与或]|以及|至|到|-)*$/u;

/** What is said beside a citation, in folded text. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/**
 * The words that belong to a citation: up to `characters` before and after it, not past the citation before or behind it.
 * Citations of a plain list share what stands before the first and after the last.
 */
export function surroundingsOf(
  text: string,
  mentions: readonly CitationMention[],
  index: number,
  characters = reach,
): Surroundings {
  const [first, last] = [listEnd(text, mentions, index, -1), listEnd(text, mentions, index, 1)];
  const start = mentions[first]?.foldedStart ?? 0;
  const end = mentions[last]?.foldedEnd ?? 0;
  const previous = mentions[first - 1]?.foldedEnd ?? 0;
  const next = mentions[last + 1]?.foldedStart ?? text.length;
  return {
    before: text.slice(Math.max(previous, start - characters, 0), start),
    after: text.slice(end, Math.min(next, end + characters)),
  };
}

/** The rest of the sentence on both sides, at most 120 characters each, not past the neighbouring citations. */
export function sentenceAround(
  text: string,
  mentions: readonly CitationMention[],
  index: number,
): Surroundings {
  const { before, after } = surroundingsOf(text, mentions, index, 120);
  const stop = /[。；;!？?]/u;
  const sentences = before.split(stop);
  // …。（《网络安全法》第二十三条）: the bracket belongs to the sentence before it.
  const own = (sentences.at(-1) ?? '').length > 1 ? sentences.at(-1) : sentences.at(-2);
  return { before: own ?? '', after: after.split(stop)[0] ?? '' };
}

/** The first (−1) or last (1) citation of the plain list in which one stands. */
function listEnd(
  text: string,
  mentions: readonly CitationMention[],
  index: number,
  step: -1 | 1,
): number {
  let at = index;
  for (;;) {
    const [a, b] = step > 0 ? [mentions[at], mentions[at + 1]] : [mentions[at - 1], mentions[at]];
    if (!a || !b || a.group !== b.group) return at;
    if (!between.test(text.slice(a.foldedEnd, Math.max(a.foldedEnd, b.foldedStart)))) return at;
    at += step;
  }
}

/** Where the words beside a citation place it: with the older article of that number, the newer one, or neither. */
export type TopicVerdict = 'older' | 'newer' | 'open';

/**
 * Decides by the hints of the renumbering map whether the article of that number was meant in the older version. The
 * newer article's own topic, which is that of the older one it came from, speaks against it. A paper that is itself what
 * the article demands (an 应急预案 citing the article on 应急预案) says so by its title.
 */
export function topicVerdict(
  moves: KnownMoves,
  article: number,
  near: Surroundings,
  titles: readonly string[],
): TopicVerdict {
  const older = moves.moves.find((move) => move.from === article);
  if (!older || older.kind === 'same') return 'newer';
  const oldHints = older.topicHints;
  const newHints = moves.moves
    .filter((move) => move.to.includes(article))
    .flatMap((move) => move.topicHints);
  const text = `${near.before}\n${near.after}`;
  const [old, recent] = [score(oldHints, text), score(newHints, text)];
  if (old > recent) return 'older';
  if (recent > old) return 'newer';
  // Equal: what stands right behind the citation says what it is cited for.
  const [oldAfter, newAfter] = [score(oldHints, near.after), score(newHints, near.after)];
  if (oldAfter !== newAfter) return oldAfter > newAfter ? 'older' : 'newer';
  const named = (hints: readonly string[]): boolean =>
    hints.some((hint) => hint.length >= 4 && titles.some((title) => title.endsWith(hint)));
  if (old === 0 && named(oldHints) && !named(newHints)) return 'older';
  return 'open';
}

/** Characters of different hints found: a long hint says more than a short one that it contains. */
function score(hints: readonly string[], text: string): number {
  const found = [...new Set(hints)].filter((hint) => text.includes(hint));
  return found
    .filter((hint) => !found.some((other) => other !== hint && other.includes(hint)))
    .reduce((sum, hint) => sum + hint.length, 0);
}
