import { AppError } from '#shared/contract/errors.ts';
import type { DocxPackage } from '../docx/docxPackage.ts';
import type { Attributes } from '../docx/xmlReader.ts';
import { readLocalXml } from '../localXml.ts';

/** A stretch of text where it stands on the page: millimetres from the top left, `y` of its baseline. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PageContent {
  readonly texts: PlacedText[];
  /** Templates that the page is laid over, by id. */
  readonly templates: string[];
  images: number;
}

const numbersOf = (source: string | undefined): number[] =>
  (source ?? '')
    .trim()
    .split(/\s+/)
    .map(Number)
    .filter((value) => Number.isFinite(value));

/** `g 4 5 6 7` in a list of distances stands for four times 5 … ; only the sum is needed here. */
function sumOfDeltas(source: string | undefined): number {
  const parts = (source ?? '').trim().split(/\s+/);
  let sum = 0;
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] === 'g') {
      sum += Number(parts[i + 1] ?? 0) * Number(parts[i + 2] ?? 0) || 0;
      i += 2;
    } else sum += Number(parts[i]) || 0;
  }
  return sum;
}

/** Width of text whose file leaves the distances to the font: an em for a wide character, half for any other. */
function estimatedWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += char > '\u2E7F' ? size : size / 2;
  return width;
}

interface TextObject {
  readonly box: readonly number[];
  readonly matrix: readonly number[];
  readonly size: number;
}

/** Reads text objects with their places from a page, a template or an annotation. */
class ContentReader {
  readonly content: PageContent = { texts: [], templates: [], images: 0 };
  readonly #budget: { left: number; readonly limit: number };
  #object: TextObject | null = null;
  #code: Attributes | null = null;
  #text = '';
  #last = { x: 0, y: 0 };

  constructor(budget: { left: number; readonly limit: number }) {
    this.#budget = budget;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'Template') this.content.templates.push(attributes['TemplateID'] ?? '');
    else if (name === 'ImageObject') this.content.images += 1;
    else if (name === 'TextObject') {
      this.#object = {
        box: numbersOf(attributes['Boundary']),
        matrix: numbersOf(attributes['CTM']),
        size: Number(attributes['Size'] ?? '0') || 3,
      };
      this.#last = { x: 0, y: 0 };
    } else if (name === 'TextCode' && this.#object !== null) {
      this.#code = attributes;
      this.#text = '';
    }
  }

  take(text: string): void {
    if (this.#code === null) return;
    this.#budget.left -= text.length;
    if (this.#budget.left < 0)
      throw new AppError('limit-characters', { limit: this.#budget.limit });
    this.#text += text;
  }

  close(name: string): void {
    if (name === 'TextObject') this.#object = null;
    if (name !== 'TextCode' || this.#code === null || this.#object === null) return;
    const code = this.#code;
    this.#code = null;
    // A code without a place goes on where the one before it stood.
    const at = {
      x: Number(code['X'] ?? this.#last.x) || 0,
      y: Number(code['Y'] ?? this.#last.y) || 0,
    };
    this.#last = at;
    if (this.#text !== '') this.#place(this.#object, at, code);
  }

  #place(object: TextObject, at: { x: number; y: number }, code: Attributes): void {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = object.matrix;
    const [left = 0, top = 0] = object.box;
    const deltas = code['DeltaX'];
    const advance =
      deltas === undefined
        ? estimatedWidth(this.#text, object.size)
        : sumOfDeltas(deltas) + object.size;
    this.content.texts.push({
      text: this.#text.replace(/[\r\n\t]+/g, ' '),
      x: left + a * at.x + c * at.y + e,
      y: top + b * at.x + d * at.y + f,
      width: advance * Math.abs(a || 1),
      size: object.size * Math.abs(d || 1),
    });
  }
}

/** Throws AppError limit-characters and what reading the part throws; null when there is no such part. */
export function readContent(
  pack: DocxPackage,
  part: string,
  budget: { left: number; readonly limit: number },
): PageContent | null {
  const reader = new ContentReader(budget);
  const isThere = readLocalXml(pack, part, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.take(text),
    close: (name) => reader.close(name),
  });
  return isThere ? reader.content : null;
}
