import { repairRadicals } from '#shared/domain/text/radicals.ts';
import type { TextRun } from '#shared/domain/text/text.ts';
import { type Fragment, FragmentLog } from './fragments.ts';
import { readingOrder } from './readingOrder.ts';

/** The part of a pdf.js text item that the text of record is made from. */
export interface PdfTextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
}

export interface PdfFontStyle {
  readonly ascent: number;
  readonly descent: number;
  readonly vertical: boolean;
}

const plainStyle: PdfFontStyle = { ascent: 0.85, descent: -0.15, vertical: false };
/** Damaged matrices give NaN, infinity or what becomes it when it is rounded; such an item keeps its text and loses its place. */
const round = (value: number): number => {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) ? rounded : 0;
};

type Box = [x: number, y: number, width: number, height: number];

/** Box of an item on the page, whichever way its text runs. */
function boxOf(item: PdfTextItem, style: PdfFontStyle): Box {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = item.transform;
  if (style.vertical) {
    // The origin of a vertical run is the top of its first character, in the middle of the line.
    return [
      round(x - item.width / 2),
      round(y - item.height),
      round(item.width),
      round(item.height),
    ];
  }
  const size = Math.hypot(c, d) || item.height;
  const along = Math.hypot(a, b) || 1;
  const across = Math.hypot(c, d) || 1;
  const dx = (a / along) * item.width;
  const dy = (b / along) * item.width;
  const upX = (c / across) * size;
  const upY = (d / across) * size;
  const lowX = x + upX * style.descent;
  const lowY = y + upY * style.descent;
  const highX = x + upX * style.ascent;
  const highY = y + upY * style.ascent;
  const left = Math.min(lowX, lowX + dx, highX, highX + dx);
  const bottom = Math.min(lowY, lowY + dy, highY, highY + dy);
  const right = Math.max(lowX, lowX + dx, highX, highX + dx);
  const top = Math.max(lowY, lowY + dy, highY, highY + dy);
  return [round(left), round(bottom), round(right - left), round(top - bottom)];
}

/** Fonts that give no or absurd metrics get those of an ordinary one. */
function saneStyle(style: PdfFontStyle | undefined): PdfFontStyle {
  if (style === undefined) return plainStyle;
  const ascent = style.ascent > 0.3 && style.ascent < 1.5 ? style.ascent : plainStyle.ascent;
  const descent = style.descent < 0 && style.descent > -0.8 ? style.descent : plainStyle.descent;
  return { ascent, descent, vertical: style.vertical };
}

/**
 * Puts a page's text together from pdf.js's items: every item is one run, also the empty ones, so that run i is the i-th
 * text element in the reader. A line ends where pdf.js says so, or where the next item stands on another line without
 * its having said so. The text is in the order of the items, save where they are drawn across columns or cells.
 */
export class PageAssembler {
  readonly #chunks: string[] = [];
  readonly #runs: TextRun[] = [];
  readonly #fragments = new FragmentLog();
  #length = 0;
  #hasText = false;
  #lineY: number | null = null;
  #endsLine = true;

  /** UTF-16 units so far. */
  get length(): number {
    return this.#length;
  }

  add(item: PdfTextItem, fontStyle: PdfFontStyle | undefined): void {
    const style = saneStyle(fontStyle);
    if (item.str !== '') this.#breakLineBefore(item, style);
    const start = this.#length;
    const box = boxOf(item, style);
    const beginsLine = this.#endsLine;
    this.#append(repairRadicals(item.str));
    this.#fragments.add({
      box,
      from: start,
      to: this.#length,
      isBlank: !/\S/.test(item.str),
      isTurned: style.vertical || item.transform[1] !== 0 || item.transform[2] !== 0,
      beginsLine,
    });
    this.#runs.push([start, this.#length, box[0], box[1], box[2], box[3]]);
    if (item.hasEOL && this.#hasText && !this.#endsLine) this.#breakLine();
  }

  done(): { text: string; runs: TextRun[] } {
    const text = this.#chunks.join('');
    const runs = this.#runs;
    const order = readingOrder(text, this.#fragments);
    return order === null ? { text, runs } : inOrder({ text, runs }, order);
  }

  #append(text: string): void {
    if (text === '') return;
    this.#chunks.push(text);
    this.#length += text.length;
    this.#hasText = true;
    this.#endsLine = false;
  }

  #breakLine(): void {
    this.#chunks.push('\n');
    this.#length += 1;
    this.#endsLine = true;
  }

  #breakLineBefore(item: PdfTextItem, style: PdfFontStyle): void {
    const isUpright = !style.vertical && item.transform[1] === 0;
    const y = isUpright ? (item.transform[5] ?? 0) : null;
    const before = this.#lineY;
    this.#lineY = y;
    if (this.#endsLine || y === null || before === null) return;
    if (Math.abs(before - y) > Math.max(item.height, 1) * 0.8) this.#breakLine();
  }
}

interface Drawn {
  readonly text: string;
  readonly runs: readonly TextRun[];
}

/**
 * The same text with its fragments in another order: what stood on one line and still follows goes on with it, anything
 * else begins a line of its own, without the white that led to its old neighbour.
 */
function inOrder({ text, runs }: Drawn, order: readonly Fragment[]) {
  const chunks: string[] = [];
  const placed: TextRun[] = runs.slice();
  let at = 0;
  order.forEach((fragment, i) => {
    const next = order[i + 1];
    const goesOn = next?.index === fragment.index + 1 && !fragment.endsLine;
    const end = goesOn ? fragment.end : fragment.printedEnd;
    for (let item = fragment.first; item < fragment.end; item++) {
      const [from, to, ...box] = runs[item] ?? [0, 0, 0, 0, 0, 0];
      const own = item < end ? text.slice(from, to) : '';
      placed[item] = [at, at + own.length, ...box];
      chunks.push(own);
      at += own.length;
    }
    if (next === undefined || goesOn) return;
    chunks.push('\n');
    at += 1;
  });
  return { text: chunks.join(''), runs: placed };
}
