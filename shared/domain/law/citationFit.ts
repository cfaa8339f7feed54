import type { Surroundings } from './citationTopics.ts';
import { fold } from '../text/fold.ts';
import { articleText, type StatuteArticle } from './statuteText.ts';
import { Similarity } from '../text/textSimilarity.ts';

/** Least share of the telling words beside a citation that another article must have, and most that the cited one may. */
const fitsAt = 0.6;
const misfitsBelow = 0.1;
/** Least pairs of characters in common for a fit to mean anything. */
const leastCommon = 6;
/** How much better the words must fit where the article went than where its number stands now. */
const betterBy = 2.5;
const movedFitsAt = 0.3;

/** How the words beside a citation fit the articles of a law. */
export interface ArticleFit {
  readonly cited: number;
  /** Character pairs that the passage has in common with the cited article. */
  readonly common: number;
  readonly best: { readonly number: number; readonly fit: number } | null;
}

/** A law's articles, ready to be asked which of them a passage is about. */
export class ArticleTopics {
  readonly #numbers: readonly number[];
  readonly #similarity: Similarity;

  constructor(articles: readonly StatuteArticle[]) {
    this.#numbers = articles.map(({ number }) => number);
    this.#similarity = new Similarity(
      articles.map((article) => fold(articleText(article)).text.replace(/[\p{P}\s]/gu, '')),
    );
  }

  /** Share of a passage's telling character pairs in the cited article, and the article that has most of them. */
  fit(near: Surroundings, article: number): ArticleFit {
    const passage = plain(`${near.before.slice(-30)}\n${near.after}`);
    let cited = 0;
    let shared = 0;
    let best: { number: number; fit: number } | null = null;
    for (const { index, weighted, common } of this.#similarity.scores(passage)) {
      const number = this.#numbers[index] ?? 0;
      if (number === article) [cited, shared] = [weighted, common];
      if (common >= leastCommon && weighted > (best?.fit ?? 0)) best = { number, fit: weighted };
    }
    return { cited, common: shared, best };
  }
}

/**
 * The article that a passage is plainly about when it is plainly not about the cited one; null otherwise. Neighbours share
 * their subject, so that one of them fitting better says nothing.
 */
export function plainMisfit(article: number, { cited, best }: ArticleFit): number | null {
  if (!best || Math.abs(best.number - article) <= 1) return null;
  return best.fit >= fitsAt && cited < misfitsBelow ? best.number : null;
}

/** Whether a passage fits the articles to which one moved far better than the one that bears the number now. */
export function fitsMoved(
  topics: ArticleTopics,
  near: Surroundings,
  article: number,
  to: readonly number[],
): boolean {
  const cited = topics.fit(near, article).cited;
  return to.some((moved) => {
    const { cited: fit, common } = topics.fit(near, moved);
    return common >= leastCommon && fit >= movedFitsAt && fit >= betterBy * cited;
  });
}

/** The words without what every citation brings along. */
function plain(text: string): string {
  return text
    .replace(/《[^》]*》?/gu, ' ')
    .replace(/第[零〇一二三四五六七八九十百千\d]+[章条款项]/gu, ' ')
    .replace(/根据|依据|依照|按照|符合|遵守|有关|关于|相关|规定|要求|应当|以及|等/gu, ' ')
    .replace(/[\p{P}\s]+/gu, ' ');
}
