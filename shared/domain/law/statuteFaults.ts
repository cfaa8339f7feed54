import type { ErrorParams } from '../../contract/errors.ts';
import { articleLabel, type ParsedStatute } from './statuteText.ts';

/** Why a text is no complete statute; `params` name the line and the article. */
export interface StatuteFault {
  readonly code:
    | 'statute-no-articles'
    | 'statute-gap'
    | 'statute-repeat'
    | 'statute-empty-article'
    | 'statute-count';
  readonly params: ErrorParams;
}

/**
 * The first fault of a text's articles, or null: none at all, a gap, a repeat, an article without words, too few or too
 * many. `range` is the first and last number that this version has; last 0 where only the first is known.
 */
export function statuteFault(
  statute: Pick<ParsedStatute, 'articles' | 'lines'>,
  range: readonly [number, number] | null,
): StatuteFault | null {
  const { articles, lines } = statute;
  const [first] = articles;
  if (!first) return { code: 'statute-no-articles', params: {} };
  let previous = { number: (range?.[0] ?? 1) - 1, branch: 0 };
  for (const [index, article] of articles.entries()) {
    const line = lines[index] ?? 0;
    const found = articleLabel(article.number, article.branch);
    const isNext =
      article.branch === 0
        ? article.number === previous.number + 1
        : article.number === previous.number && article.branch === previous.branch + 1;
    if (!isNext) {
      const isBack =
        article.number < previous.number ||
        (article.number === previous.number && article.branch <= previous.branch);
      const expected = articleLabel(previous.number + 1);
      return { code: isBack ? 'statute-repeat' : 'statute-gap', params: { line, found, expected } };
    }
    if (!article.paragraphs.some(({ text, items }) => text !== '' || items.length > 0))
      return { code: 'statute-empty-article', params: { line, found } };
    previous = article;
  }
  return range && range[1] > 0 && previous.number !== range[1]
    ? {
        code: 'statute-count',
        params: { found: articleLabel(previous.number), expected: articleLabel(range[1]) },
      }
    : null;
}
