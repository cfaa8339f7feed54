/** How like a query is to one of the texts: both measures from 0 to 1, on pairs of characters. */
export interface Likeness {
  readonly index: number;
  /** Twice the common pairs over all pairs of both, each weighted by how few texts have it. */
  readonly dice: number;
  /** Common pairs over the pairs of the query, unweighted. */
  readonly containment: number;
  /** Common pairs weighted by how few texts have them, over the query's pairs that any text has. */
  readonly weighted: number;
  /** Different pairs in common. */
  readonly common: number;
}

/** Pairs of neighbouring characters, each with how often it stands there. */
export function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i += 1) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Likeness of short Chinese texts by pairs of characters, with an index so that a code of 1,260 articles stays fast. */
export class Similarity {
  readonly #weights: readonly number[];
  readonly #count: number;
  readonly #where = new Map<string, { readonly index: number; readonly times: number }[]>();

  constructor(texts: readonly string[]) {
    this.#count = texts.length;
    texts.forEach((text, index) => {
      for (const [pair, times] of pairsOf(text)) {
        const entry = this.#where.get(pair);
        if (entry) entry.push({ index, times });
        else this.#where.set(pair, [{ index, times }]);
      }
    });
    this.#weights = texts.map((text) => this.#weightOf(pairsOf(text)));
  }

  /** Rare pairs tell texts apart; those of every penalty clause do not. A pair that no text has weighs most. */
  #rarity(pair: string): number {
    return Math.log(1 + this.#count / (this.#where.get(pair)?.length ?? 1));
  }

  #weightOf(pairs: ReadonlyMap<string, number>): number {
    let sum = 0;
    for (const [pair, times] of pairs) sum += times * this.#rarity(pair);
    return sum;
  }

  /** Likeness to every text that shares anything with the query, in the order of the texts. */
  scores(query: string): Likeness[] {
    const pairs = pairsOf(query);
    const size = Math.max(1, query.length - 1);
    const sums = new Map<
      number,
      { shared: number; both: number; weight: number; common: number }
    >();
    const own = this.#weightOf(pairs);
    let known = 0;
    for (const [pair, times] of pairs) {
      const found = this.#where.get(pair);
      if (!found) continue;
      const weight = this.#rarity(pair);
      known += weight;
      for (const entry of found) {
        const sum = sums.get(entry.index) ?? { shared: 0, both: 0, weight: 0, common: 0 };
        sum.shared += Math.min(times, entry.times);
        sum.both += weight * Math.min(times, entry.times);
        sum.weight += weight;
        sum.common += 1;
        sums.set(entry.index, sum);
      }
    }
    return [...sums]
      .sort(([a], [b]) => a - b)
      .map(([index, { shared, both, weight, common }]) => ({
        index,
        dice: (2 * both) / Math.max(Number.EPSILON, own + (this.#weights[index] ?? 0)),
        containment: shared / size,
        weighted: known === 0 ? 0 : weight / known,
        common,
      }));
  }
}
