import { spawnSync } from 'node:child_process';
import { fold } from '../../shared/domain/text/fold.ts';

/** A character as pdftotext places it on a page; origin bottom left, PDF units. */
export interface GlyphBox {
  readonly char: string;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  /** The word holds narrow characters too, so that its characters cannot be told apart by dividing its width. */
  readonly isEstimate: boolean;
}

const fullWidth = /^[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\u3000-\u303F]+$/u;
const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
};

/** Characters of every page in the order of pdftotext, which knows words only: a word of full-width characters is divided evenly. */
export function glyphsOf(file: string): GlyphBox[][] {
  const { stdout } = spawnSync('pdftotext', ['-bbox', file, '-'], {
    maxBuffer: 1 << 29,
    encoding: 'utf8',
  });
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) => {
      const height = Number(/height="([\d.]+)"/.exec(page)?.[1]);
      const words = page.matchAll(
        /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g,
      );
      return Array.from(words).flatMap(([, left, top, right, bottom, raw = '']) => {
        const word = raw.replace(/&([^;]+);/g, (_, name: string) => entities[name] ?? '');
        const chars = Array.from(word);
        const width = (Number(right) - Number(left)) / chars.length;
        return chars.map((char, i) => ({
          char: fold(char).text || char,
          x: Number(left) + i * width,
          width,
          y: height - Number(bottom),
          height: Number(bottom) - Number(top),
          isEstimate: !fullWidth.test(word),
        }));
      });
    });
}
