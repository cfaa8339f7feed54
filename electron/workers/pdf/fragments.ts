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
}

/** Gap, in line heights, from which pieces of a line are told apart. */
export const widestSpace = 0.9;

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

  /** How many pieces go on with another one on their line. */
  get inline(): number {
    return this.#inline;
  }

  /** Whether a piece is drawn above and left of the one before it, as of a column behind its right neighbour. */
  get isBackwards(): boolean {
    return this.#isBackwards;
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
      x - last.right >= height * widestSpace ||
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
      if (!this.#isAfterLine) this.#inline += 1;
      if (y > last.middle + height && x < last.left - height) this.#isBackwards = true;
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
