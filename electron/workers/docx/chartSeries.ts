import { formatValue } from '../xlsx/cellFormat.ts';
import type { Attributes } from './xmlReader.ts';

/** Labels or values by the number of their point: a point without one is left out in the file. */
type Points = Map<number, string>;

/** Parts of a series that are drawn with its points; labels of points, trend lines and the like hold points of their own. */
const valueParts = ['val', 'yVal', 'bubbleSize'];
const categoryParts = ['cat', 'xVal'];

/** One series of a chart (`c:ser`) while it is read: its name, and which value belongs to which category. */
export class ChartSeries {
  #name = '';
  /** From the innermost level on, as the file has them. */
  readonly #categories: Points[] = [];
  readonly #values = new Map<string, Points>();
  #points: Points | null = null;
  #at = 0;
  /** How the numbers of the part at hand are shown, and that of the point at hand alone. */
  #format = '';
  #pointFormat: string | undefined;
  #word = '';

  /** `part` is the child of the series that is being read. */
  open(name: string, part: string | undefined, attributes: Attributes): void {
    this.#word = '';
    if (name === part || name === 'lvl') {
      this.#format = '';
      this.#at = -1;
      this.#points = this.#pointsOf(name, part);
    } else if (name === 'pt') {
      this.#at = Number(attributes['idx'] ?? this.#at + 1);
      this.#pointFormat = attributes['formatCode'];
    }
  }

  text(text: string): void {
    this.#word += text;
  }

  close(name: string, part: string | undefined): void {
    if (name === 'formatCode') this.#format = this.#word;
    if (name !== 'v') return;
    if (part === 'tx') this.#name += this.#word;
    else if (Number.isSafeInteger(this.#at)) this.#points?.set(this.#at, this.#shown(part));
    this.#word = '';
  }

  /** `投资额：一期 120；二期 80`; a point without value or category with the other alone. */
  line(): string {
    const all = [...this.#categories, ...this.#values.values()];
    const numbers = [...new Set(all.flatMap((points) => [...points.keys()]))].sort((a, b) => a - b);
    const [inner, ...outer] = this.#categories;
    let heads = outer.map(() => '');
    const pairs = numbers.map((number) => {
      // A label of an outer level stands at its first point and goes for those after it.
      heads = outer.map((points, level) => points.get(number) ?? heads[level] ?? '');
      const values = Array.from(this.#values.values(), (points) => points.get(number));
      return [...heads.toReversed(), inner?.get(number), ...values].filter(Boolean).join(' ');
    });
    return [this.#name, pairs.filter(Boolean).join('；')].filter(Boolean).join('：');
  }

  #pointsOf(name: string, part = ''): Points | null {
    if (categoryParts.includes(part)) {
      // The levels follow within their part; the first has been opened with it.
      const last = this.#categories.at(-1);
      if (name === 'lvl' && last !== undefined && last.size === 0) return last;
      const points: Points = new Map();
      this.#categories.push(points);
      return points;
    }
    if (!valueParts.includes(part)) return null;
    const points: Points = new Map();
    this.#values.set(part, points);
    return points;
  }

  /** Dates and other numbers that name a category as the chart shows them; values as exact as the file has them. */
  #shown(part: string | undefined): string {
    const format = this.#pointFormat ?? this.#format;
    const value = Number(this.#word);
    const isPlain = part !== 'cat' || format === '' || /^general$/i.test(format);
    if (isPlain || this.#word.trim() === '' || !Number.isFinite(value)) return this.#word;
    return formatValue(value, format, false);
  }
}
