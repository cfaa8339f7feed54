import type { RecognisedLine } from '#shared/domain/recognition/recognition.ts';
import type { PixelBox, PixelLine } from './tesseract.ts';

type ToPdf = (x: number, y: number) => readonly [number, number];

const round = (value: number): number =>
  Number.isFinite(value) ? Math.round(value * 100) / 100 : 0;

/** A line that is not much taller than its words is level: its height stands for all of them, so that a mark is even. */
function isLevel(line: PixelLine): boolean {
  const tallest = Math.max(...line.words.map((word) => word.bbox.y1 - word.bbox.y0), 1);
  return line.bbox.y1 - line.bbox.y0 <= tallest * 1.5;
}

function boxOf({ x0, y0, x1, y1 }: PixelBox, toPdf: ToPdf): [number, number, number, number] {
  const [ax, ay] = toPdf(x0, y0);
  const [bx, by] = toPdf(x1, y1);
  return [
    round(Math.min(ax, bx)),
    round(Math.min(ay, by)),
    round(Math.abs(bx - ax)),
    round(Math.abs(by - ay)),
  ];
}

const ideographs = /^[\u3000-\u303F\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]{2,}$/u;

/**
 * Lines whose Chinese words are taken apart into characters. Where a page is read turned, a part of a word could otherwise
 * not be marked: its box does not tell where the word begins.
 */
export function inCharacters(lines: readonly PixelLine[]): PixelLine[] {
  return lines.map((line) => ({
    ...line,
    words: line.words.flatMap((word) => {
      if (!ideographs.test(word.text)) return [word];
      const { x0, x1 } = word.bbox;
      const step = (x1 - x0) / word.text.length;
      return Array.from(word.text, (text, i) => ({
        ...word,
        text,
        bbox: { ...word.bbox, x0: x0 + i * step, x1: x0 + (i + 1) * step },
      }));
    }),
  }));
}

/** Words in PDF units; a page that is shown turned has its boxes turned back. Empty words and lines fall away. */
export function wordsOnPage(lines: readonly PixelLine[], toPdf: ToPdf): RecognisedLine[] {
  return lines
    .map((line) => {
      const level = isLevel(line) ? { y0: line.bbox.y0, y1: line.bbox.y1 } : {};
      return line.words
        .filter((word) => word.text.trim() !== '')
        .map((word) => ({
          text: word.text.trim(),
          confidence: word.confidence,
          box: boxOf({ ...word.bbox, ...level }, toPdf),
        }));
    })
    .filter((line) => line.length > 0);
}
