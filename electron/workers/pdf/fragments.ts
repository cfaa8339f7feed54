/**
 * A piece of a printed line without a wide gap in it: what stands in one column or table cell. Distances in PDF units;
 * `middle` is the height of the line's middle on the page.
 */
export interface Fragment {
  /** Its number in the order in which the file draws. */
  readonly index: number;
  /** Its items: from `first` to before `end`, and without the white that leads to the next piece to before `printedEnd`. */
  readonly first: number;
  readonly end: number;
  readonly printedEnd: number;
  /** The printed part in the text as it is drawn. */
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  /** Height of the line, about that of its font. */
  readonly size: number;
  /** Turned or vertical, so that its place in the reading order cannot be judged. */
  readonly isTurned: boolean;
  /** Whether a line ends between it and the next. */
  readonly endsLine: boolean;
  /** Whether the next one follows so closely that only Chinese, which has no spaces, is told apart there. */
  readonly isClose: boolean;
}

/** Gap, in line heights, from which pieces of a line are told apart. */
export const widestSpace = 0.9;
/** The same beside Chinese characters, between which there is no white but that of punctuation. */
export const widestHanSpace = 0.55;

/** Chinese characters and the punctuation of their width. */
export const han = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/;

/** What is one below the other in vertical text: how far aside it may begin, and how wide it may be, in line heights. */
const stackedShare = 0.3;
const widestStacked = 1.3;

type Box = readonly [x: number, y: number, width: number, height: number];

/** A text item, as far as the pieces of lines are made of it. */
export interface PlacedItem {
  readonly box: Box;
  /** Offsets of its text. */
  readonly from: number;
  readonly to: number;
  readonly isBlank: boolean;
  readonly isTurned: boolean;
  /** A line ended before it. */
  readonly beginsLine: boolean;
}

type Growing = { -readonly [key in keyof Fragment]: Fragment[key] };

/** Divides a page's items, as they come, into the pieces that may be read in another order than they are drawn. */
export class FragmentLog {
  readonly #fragments: Growing[] = [];
  #items = 0;
  #isAfterGap = false;
  #isAfterLine = false;

  #inline = 0;
  #isBackwards = false;
  #returns = 0;
  #stacked = 0;

  /** How many pieces go on with another one on their line. */
  get inline(): number {
    return this.#inline;
  }

  /** Whether a piece is drawn above and left of the one before it, as of a column behind its right neighbour. */
  get isBackwards(): boolean {
    return this.#isBackwards;
  }

  /** How many pieces are drawn above the one before them and not to the right of it, where no reader goes. */
  get returns(): number {
    return this.#returns;
  }

  /** How many pieces are drawn right below the one before them and are no wider than a character, as in vertical text. */
  get stacked(): number {
    return this.#stacked;
  }

  add(item: PlacedItem): void {
    const at = this.#items;
    this.#items += 1;
    if (item.beginsLine) this.#isAfterLine = true;
    let last = this.#fragments.at(-1);
    if (item.isBlank) {
      const [, , width, height] = item.box;
      if (width >= height * widestSpace) this.#isAfterGap = true;
      if (last !== undefined) last.end = at + 1;
      return;
    }
    if (last === undefined || this.#isApart(item, last)) last = this.#begin(item, last, at);
    this.#isAfterGap = false;
    this.#isAfterLine = false;
    grow(last, item, at);
  }

  /** The pieces in the order in which the file draws them; every item from the first printed one on is in one. */
  list(): readonly Fragment[] {
    return this.#fragments;
  }

  #isApart({ box: [x, , , height], isTurned }: PlacedItem, last: Fragment): boolean {
    return (
      this.#isAfterLine ||
      this.#isAfterGap ||
      isTurned !== last.isTurned ||
      x - last.right >= height * widestHanSpace ||
      x < last.right - height
    );
  }

  #begin(
    { box: [x, y, , height], from, isTurned }: PlacedItem,
    last: Growing | undefined,
    at: number,
  ) {
    if (last !== undefined) {
      last.endsLine = this.#isAfterLine;
      const gap = x - last.right;
      last.isClose =
        !this.#isAfterLine &&
        !this.#isAfterGap &&
        isTurned === last.isTurned &&
        gap >= 0 &&
        gap < height * widestSpace;
      if (!this.#isAfterLine) this.#inline += 1;
      const isBelow = y < last.middle && Math.abs(x - last.left) < height * stackedShare;
      if (isBelow && last.right - last.left < height * widestStacked) this.#stacked += 1;
      if (y > last.middle + height && x < last.right) {
        this.#returns += 1;
        if (x < last.left - height) this.#isBackwards = true;
      }
    }
    const begun: Growing = {
      index: this.#fragments.length,
      first: last === undefined ? 0 : at,
      end: at,
      printedEnd: at,
      from,
      to: from,
      left: x,
      right: x,
      middle: y + height / 2,
      size: 0,
      isTurned,
      endsLine: true,
      isClose: false,
    };
    this.#fragments.push(begun);
    return begun;
  }
}

function grow(fragment: Growing, { box: [x, y, width, height], to }: PlacedItem, at: number): void {
  fragment.end = at + 1;
  fragment.printedEnd = at + 1;
  fragment.to = to;
  fragment.left = Math.min(fragment.left, x);
  fragment.right = Math.max(fragment.right, x + width);
  // A raised number beside the line does not move the line.
  if (height > fragment.size) {
    fragment.size = height;
    fragment.middle = y + height / 2;
  }
}

/** The pieces with those made one again that are parted by no more than a space between words of other scripts. */
export function joinWords(fragments: readonly Fragment[], text: string): readonly Fragment[] {
  if (!fragments.some((one) => one.isClose)) return fragments;
  const joined: Growing[] = [];
  let isOpen = false;
  for (const one of fragments) {
    const last = joined.at(-1);
    if (last !== undefined && isOpen && !isBesideHan(last, one, text)) {
      const isTaller = one.size > last.size;
      joined[joined.length - 1] = {
        ...last,
        end: one.end,
        printedEnd: one.printedEnd,
        to: one.to,
        endsLine: one.endsLine,
        left: Math.min(last.left, one.left),
        right: Math.max(last.right, one.right),
        ...(isTaller && { size: one.size, middle: one.middle }),
      };
    } else joined.push({ ...one, index: joined.length });
    isOpen = one.isClose;
  }
  return joined;
}

export const isBesideHan = (before: Fragment, after: Fragment, text: string): boolean =>
  han.test(text.charAt(before.to - 1)) || han.test(text.charAt(after.from));

/** Pieces that stand side by side as one. */
export function joined(parts: readonly Fragment[]): Fragment {
  const tallest = parts.reduce((most, one) => (one.size > most.size ? one : most));
  return {
    ...tallest,
    left: Math.min(...parts.map((one) => one.left)),
    right: Math.max(...parts.map((one) => one.right)),
  };
}

/** Whether a piece stands at a place from which its order can be judged. */
export const isUpright = (one: Fragment): boolean =>
  !one.isTurned && one.size > 0 && one.right > one.left;
