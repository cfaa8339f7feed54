import { evenLight } from './evenLight.ts';
import { type GreyPage, toPgm } from './greyPage.ts';
import { type InkShape, inkShapes } from './inkShapes.ts';
import { findLeaders, type Leader, withLeaders, withoutLeaders } from './leaders.ts';
import { hasColumns, hasRules } from './pageLayout.ts';
import { numberColumn, numberPlaces, withNumbers } from './pageNumbers.ts';
import type { Layout, PixelLine, Reading, Tesseract } from './tesseract.ts';
import { looksSideways, sampleOf, type Turn, turnPage } from './turning.ts';
import { unreadInk } from './unreadInk.ts';

/** What stands on a picture. Boxes are in the pixels of the picture as it was turned for reading. */
export interface PictureReading extends Reading {
  /** By how much the picture was turned clockwise. */
  readonly turn: Turn;
  /** Part of its print that no word covers, 0 to 1. */
  readonly unread: number;
}

/** Confidence below which a page is read once more in another way, and the best reading kept. */
const doubtful = 70;
/** Confidence that print the wrong way up does not reach. */
const poor = 62;

/** Reads a picture: as it lies or turned, as one block or by the engine's own analysis, whichever gives the best reading. */
export async function readPicture(
  tesseract: Tesseract,
  taken: GreyPage,
  dpi: number,
): Promise<PictureReading> {
  const picture = evenLight(taken);
  const isSideways = looksSideways(picture);
  const turned = isSideways ? await readTurned(tesseract, picture, dpi, [90, 270]) : null;
  if (turned !== null && worth(turned) >= doubtful) return turned;
  const upright = new Sheet(picture, 0, dpi);
  const layout = hasColumns(upright.image) || hasRules(upright.image) ? 'analysed' : 'block';
  const plain = await upright.read(tesseract, layout);
  if (confidenceOf(plain) >= doubtful) return plain;
  const isWrongWay = confidenceOf(plain) < poor && plain.lines.length > 0;
  const others: readonly Turn[] = isSideways ? [180] : [180, 90, 270];
  const other = isWrongWay ? await readTurned(tesseract, picture, dpi, others) : null;
  if (other !== null && worth(other) >= doubtful) return other;
  const again = await upright.read(tesseract, layout === 'block' ? 'analysed' : 'block');
  return [plain, again, turned, other]
    .filter((reading) => reading !== null)
    .reduce((best, one) => (worth(one) > worth(best) ? one : best));
}

/** The reading by the turn by which a sample of the picture is read with some confidence; null where none is. */
async function readTurned(
  tesseract: Tesseract,
  picture: GreyPage,
  dpi: number,
  turns: readonly Turn[],
): Promise<PictureReading | null> {
  let best: { readonly sheet: Sheet; readonly confidence: number } | null = null;
  for (const turn of turns) {
    const sheet = new Sheet(picture, turn, dpi);
    const sample = await tesseract.recognise(toPgm(sampleOf(sheet.image)), dpi, 'block');
    const confidence = confidenceOf(sample);
    if (confidence > (best?.confidence ?? poor)) best = { sheet, confidence };
    if (confidence >= doubtful) break;
  }
  return best === null ? null : await best.sheet.read(tesseract, 'block');
}

/** A picture turned and cleared for reading. */
class Sheet {
  readonly image: GreyPage;
  readonly #turn: Turn;
  readonly #dpi: number;
  readonly #shapes: readonly InkShape[];
  readonly #leaders: readonly Leader[];

  constructor(picture: GreyPage, turn: Turn, dpi: number) {
    const whole = turnPage(picture, turn);
    this.#turn = turn;
    this.#dpi = dpi;
    this.#shapes = inkShapes(whole);
    this.#leaders = findLeaders(this.#shapes, dpi);
    this.image = withoutLeaders(whole, this.#leaders);
  }

  async read(tesseract: Tesseract, layout: Layout): Promise<PictureReading> {
    const { lines, engine } = await tesseract.recognise(toPgm(this.image), this.#dpi, layout);
    const numbered = await this.#readNumbers(tesseract, lines);
    const unread = unreadInk(this.#shapes, numbered, this.#dpi);
    return { lines: withLeaders(numbered, this.#leaders), engine, turn: this.#turn, unread };
  }

  /** Numbers behind leaders are read once more, apart and as figures. */
  async #readNumbers(
    tesseract: Tesseract,
    lines: readonly PixelLine[],
  ): Promise<readonly PixelLine[]> {
    const places = numberPlaces(this.#shapes, this.#leaders, this.#dpi);
    if (places.length === 0) return lines;
    const column = numberColumn(this.image, places, this.#dpi);
    const read = await tesseract.recognise(toPgm(column.page), this.#dpi, 'block', true);
    return withNumbers(lines, read.lines, column, places);
  }
}

const worth = (reading: PictureReading): number => confidenceOf(reading) * (1 - reading.unread);

function confidenceOf({ lines }: Reading): number {
  const words = lines.flatMap((line) => line.words);
  const weight = words.reduce((sum, word) => sum + word.text.length, 0);
  const sum = words.reduce((total, word) => total + word.confidence * word.text.length, 0);
  return weight === 0 ? 0 : sum / weight;
}
