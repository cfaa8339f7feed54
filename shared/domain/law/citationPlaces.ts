import { readNumeral } from './parseStatute.ts';

/** A place as a document writes it; `through` is the last article of a range. Null where a level is not named. */
export interface CitedPlace {
  readonly article: number | null;
  readonly branch: number;
  readonly through: number | null;
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly subItem: number | null;
}

/** A place and where it stands in the folded text; `endsAt` is exclusive. */
export interface PlaceSpan {
  readonly place: CitedPlace;
  readonly startsAt: number;
  readonly endsAt: number;
}

export const numeralSource = '(?:[零〇一二两三四五六七八九十百千]{1,9}|\\d{1,4})';
const n = numeralSource;
const listMark = '(?:、|和|及|与|或|,)';

const article = new RegExp(`第(${n})条(?:之([一二三四五六七八九十]))?`, 'y');
const articleList = new RegExp(`第(${n}(?:${listMark}${n})+)条`, 'y');
const articleRange = new RegExp(`第(${n})(?:至|到|-|~)(${n})条`, 'y');
const bareArticle = /(\d{1,4})条(?:之([一二三四五六七八九十]))?/y;
const paragraph = new RegExp(`第(${n}(?:${listMark}${n})*)款`, 'y');
const item = new RegExp(`第?((?:\\(${n}\\)|${n})(?:${listMark}第?(?:\\(${n}\\)|${n}))*)项`, 'y');
const subItem = new RegExp(`第\\(?(${n})\\)?目`, 'y');
const separator = /(?:以及|及其|或者|并|[、和及与或])/y;
const through = /(?:至|到|-|~)/y;
const topic = new RegExp(
  `(?:(?:中|中的|规定)?(?:关于|有关|对|规定的?)[^。;《》]{1,30}?|的?(?:规定|要求))(?=(?:、|和|及|与|以及)第${n}条)`,
  'y',
);

/** Of a citation that names a law and no article of it. */
export const nowhere: CitedPlace = {
  article: null,
  branch: 0,
  through: null,
  paragraph: null,
  item: null,
  subItem: null,
};

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function numbersIn(list: string): number[] {
  return [...list.matchAll(new RegExp(n, 'gu'))].flatMap(([one]) => readNumeral(one) ?? []);
}

/** Reads the places that follow a law's name (条款项目, lists and ranges) from `at` in folded text. Empty where none does. */
export function readPlaces(text: string, at: number): PlaceSpan[] {
  const reader = new PlaceReader(text, at);
  return reader.read();
}

class PlaceReader {
  readonly #text: string;
  readonly #spans: PlaceSpan[] = [];
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  read(): PlaceSpan[] {
    if (!this.#takeArticle(this.#at) && !this.#takeBare()) return [];
    for (;;) {
      const start = this.#skipSeparator();
      if (start === null) break;
      if (this.#takeArticle(start)) continue;
      if (this.#takeBelow(start)) continue;
      break;
    }
    return this.#spans;
  }

  /** An article with what stands under it, a list (第二十一、二十二条) or a range (第二十一条至第二十三条). */
  #takeArticle(start: number): boolean {
    const range = matchAt(articleRange, this.#text, start);
    if (range)
      return this.#push(start, range[0].length, {
        article: readNumeral(range[1] ?? ''),
        through: readNumeral(range[2] ?? ''),
      });
    const list = matchAt(articleList, this.#text, start);
    if (list) {
      for (const number of numbersIn(list[1] ?? ''))
        this.#push(start, list[0].length, { article: number });
      return this.#takeUnder();
    }
    const single = matchAt(article, this.#text, start);
    if (!single) return false;
    this.#push(start, single[0].length, articleOf(single));
    return this.#takeUnder();
  }

  #takeBare(): boolean {
    const match = matchAt(bareArticle, this.#text, this.#at);
    if (!match) return false;
    this.#push(this.#at, match[0].length, articleOf(match));
    return this.#takeUnder();
  }

  /** 款, 项 and 目 right after the place read last; they replace it by a finer one. */
  #takeUnder(): boolean {
    const end = matchAt(through, this.#text, this.#at);
    const last = this.#spans.at(-1);
    const until = end && last ? matchAt(article, this.#text, this.#at + end[0].length) : null;
    if (end && until && last) {
      this.#spans.pop();
      const length = this.#at + end[0].length + until[0].length - last.startsAt;
      return this.#push(last.startsAt, length, {
        ...last.place,
        through: readNumeral(until[1] ?? ''),
      });
    }
    this.#refine(this.#at);
    return true;
  }

  #refine(start: number): boolean {
    const isDone = this.#level(paragraph, start, 'paragraph');
    const isItemDone = this.#level(item, isDone ? this.#at : start, 'item');
    const isSubDone = this.#level(subItem, isDone || isItemDone ? this.#at : start, 'subItem');
    return isDone || isItemDone || isSubDone;
  }

  #level(pattern: RegExp, start: number, level: 'paragraph' | 'item' | 'subItem'): boolean {
    const match = matchAt(pattern, this.#text, start);
    const last = this.#spans.at(-1);
    if (!match || !last) return false;
    this.#spans.pop();
    const length = start + match[0].length - last.startsAt;
    for (const number of numbersIn(match[1] ?? ''))
      this.#push(last.startsAt, length, { ...last.place, [level]: number });
    return true;
  }

  /** 第二款 or 第（四）项 after a separator: of the article, and for an item of the paragraph, named before. */
  #takeBelow(start: number): boolean {
    const last = this.#spans.at(-1);
    if (!last) return false;
    const isParagraph = matchAt(paragraph, this.#text, start) !== null;
    const isItem = !isParagraph && matchAt(item, this.#text, start) !== null;
    if (!isParagraph && !isItem) return false;
    const kept = isParagraph ? { paragraph: null, item: null } : { item: null };
    this.#spans.push({
      place: { ...last.place, ...kept, subItem: null },
      startsAt: start,
      endsAt: start,
    });
    return this.#refine(start);
  }

  #push(start: number, length: number, place: Partial<CitedPlace>): true {
    this.#spans.push({ place: { ...nowhere, ...place }, startsAt: start, endsAt: start + length });
    this.#at = start + length;
    return true;
  }

  #skipSeparator(): number | null {
    const bridge = matchAt(topic, this.#text, this.#at);
    const from = this.#at + (bridge?.[0].length ?? 0);
    const found = matchAt(separator, this.#text, from) ?? matchAt(through, this.#text, from);
    return found ? from + found[0].length : null;
  }
}

function articleOf(match: RegExpExecArray): Partial<CitedPlace> {
  return {
    article: readNumeral(match[1] ?? ''),
    branch: match[2] === undefined ? 0 : (readNumeral(match[2]) ?? 0),
  };
}
