import { fold } from '../text/fold.ts';
import { articleText, itemText, paragraphText, type StatuteArticle } from './statuteText.ts';
import { type Likeness, Similarity } from '../text/textSimilarity.ts';

/** What became of an article between two versions; `from` null for a new one, `to` empty for a deleted one. */
export interface ArticleChange {
  readonly from: number | null;
  readonly to: readonly number[];
  /** `same`: number and words; `moved`: words (but for the numbers they cite), under another number. */
  readonly kind: 'same' | 'moved' | 'changed' | 'new' | 'deleted';
}

/** Least share of common character pairs for an article to be the revised form of another. */
const revisedAt = 0.5;
/** Least share of a paragraph that must be found in an article for it to have gone there. */
const carriedAt = 0.45;
/** Least weighted likeness of a paragraph to a 款 or 项 elsewhere for it to have gone there. */
const tookInAt = 0.4;
const noBranch = (article: StatuteArticle): boolean => article.branch === 0;

interface Side {
  readonly number: number;
  readonly exact: string;
  /** With the article numbers it cites blanked: a moved article cites moved articles. */
  readonly masked: string;
  readonly paragraphs: readonly string[];
}

function sideOf(article: StatuteArticle): Side {
  const paragraphs = article.paragraphs.map((one) => maskedForm(paragraphText(one)));
  return {
    number: article.number,
    exact: plainForm(articleText(article)),
    masked: maskedForm(articleText(article)),
    paragraphs,
  };
}

function plainForm(text: string): string {
  return fold(text).text.replace(/[\p{P}\s]/gu, '');
}

function maskedForm(text: string): string {
  return plainForm(
    fold(text).text.replace(/第[零一二三四五六七八九十百千]+条(?:之[一二三四五])?/gu, '第条'),
  );
}

/**
 * Aligns the articles of two versions of a law by their words, whatever their numbers: equal ones first, then revised ones
 * by likeness, then those that were merged into or taken out of another. Articles with a 之 number are compared as new ones
 * of their main number and left out.
 */
export function compareStatutes(
  older: readonly StatuteArticle[],
  newer: readonly StatuteArticle[],
): ArticleChange[] {
  const from = older.filter(noBranch).map(sideOf);
  const to = newer.filter(noBranch).map(sideOf);
  const pairs = pairUp(from, to);
  const taken = new Set(pairs.values());
  const units = new Units(newer.filter(noBranch));
  const changes = from.map((one): ArticleChange => changeOf(one, pairs.get(one) ?? null, units));
  const added = to
    .filter((one) => !taken.has(one) && isNew(one, from, changes))
    .map((one): ArticleChange => ({ from: null, to: [one.number], kind: 'new' }));
  return [...changes, ...added];
}

/** One to one: equal words in order of the text, then the likest pairs first. */
function pairUp(from: readonly Side[], to: readonly Side[]): Map<Side, Side> {
  const pairs = new Map<Side, Side>();
  const left = new Set(to);
  const link = (a: Side, b: Side): void => {
    pairs.set(a, b);
    left.delete(b);
  };
  for (const a of from) {
    const equal = [...left].filter((b) => b.masked === a.masked);
    const nearest = equal.sort(
      (x, y) => Math.abs(x.number - a.number) - Math.abs(y.number - a.number),
    )[0];
    if (nearest) link(a, nearest);
  }
  const rest = from.filter((a) => !pairs.has(a));
  // Rarity is counted over the whole law, or what is left would decide what is common.
  const similarity = new Similarity(to.map((b) => b.masked));
  const scored = rest.flatMap((a) =>
    similarity.scores(a.masked).map(({ index, dice }) => ({ a, b: to[index], dice })),
  );
  for (const { a, b, dice } of scored.sort((x, y) => y.dice - x.dice)) {
    if (b && dice >= revisedAt && !pairs.has(a) && left.has(b)) link(a, b);
  }
  return pairs;
}

/** Not the whole of an unpaired article came out of older ones. */
function isNew(one: Side, from: readonly Side[], changes: readonly ArticleChange[]): boolean {
  const sources = new Set(
    changes.filter(({ to }) => to.includes(one.number)).map((change) => change.from),
  );
  const before = from
    .filter(({ number }) => sources.has(number))
    .map(({ masked }) => masked)
    .join('\n');
  return before === '' || one.paragraphs.some((text) => containment(text, before) < carriedAt);
}

function changeOf(one: Side, pair: Side | null, units: Units): ArticleChange {
  if (pair && pair.masked === one.masked) {
    const isSame = pair.number === one.number && pair.exact === one.exact;
    const kind = isSame ? 'same' : pair.number === one.number ? 'changed' : 'moved';
    return { from: one.number, to: [pair.number], kind };
  }
  const targets = new Set(pair ? [pair.number] : []);
  for (const paragraph of one.paragraphs) {
    if (pair && containment(paragraph, pair.masked) >= carriedAt) continue;
    const home = units.homeOf(paragraph);
    if (home !== null) targets.add(home);
  }
  const sorted = [...targets].sort((a, b) => a - b);
  return { from: one.number, to: sorted, kind: sorted.length > 0 ? 'changed' : 'deleted' };
}

/** The 款 and 项 of the newer version, to find where a 款 of the older one went. */
class Units {
  readonly #numbers: readonly number[];
  readonly #similarity: Similarity;

  constructor(articles: readonly StatuteArticle[]) {
    const units = articles.flatMap(({ number, paragraphs }) =>
      paragraphs.flatMap((paragraph) =>
        [paragraph.text, ...paragraph.items.map(itemText)].map((text) => ({
          number,
          text: maskedForm(text),
        })),
      ),
    );
    this.#numbers = units.map(({ number }) => number);
    this.#similarity = new Similarity(units.map(({ text }) => text));
  }

  /** The article that took a paragraph in; a penalty's usual words alone lead nowhere. Null where none did. */
  homeOf(paragraph: string): number | null {
    let best: Likeness | null = null;
    for (const one of this.#similarity.scores(paragraph))
      if (one.dice >= tookInAt && one.dice > (best?.dice ?? 0)) best = one;
    return best ? (this.#numbers[best.index] ?? null) : null;
  }
}

/** Share of the character pairs of `part` that stand in `whole`. */
function containment(part: string, whole: string): number {
  const similarity = new Similarity([whole]);
  return similarity.scores(part)[0]?.containment ?? 0;
}
