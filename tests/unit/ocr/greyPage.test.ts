import { describe, expect, test } from 'vitest';
import { hasColumns, hasRules } from '../../../electron/workers/ocr/pageLayout.ts';
import {
  blankPage,
  fromBits,
  fromRgb,
  fromRgba,
  fromStencil,
  type GreyPage,
  paint,
  soften,
  toPgm,
} from '../../../electron/workers/ocr/greyPage.ts';

const rowsOf = ({ width, pixels }: GreyPage): number[][] =>
  Array.from({ length: pixels.length / width }, (_, y) => [
    ...pixels.subarray(y * width, (y + 1) * width),
  ]);
const grey = (width: number, height: number, values: readonly number[]) => ({
  width,
  height,
  grey: Uint8Array.from(values),
  alpha: null,
});

describe('images come as pdf.js decodes them', () => {
  test('bits, stencils, colours and transparency', () => {
    expect([...fromBits([0b10100000], 3, 1).grey]).toEqual([255, 0, 255]);
    expect([...(fromStencil([0b01000000], 2, 1, 0).alpha ?? [])]).toEqual([255, 0]);
    expect([...fromRgb([255, 255, 255, 0, 0, 0], 2, 1).grey]).toEqual([255, 0]);
    expect(fromRgba([0, 0, 0, 255], 1, 1).alpha).toBeNull();
    expect([...(fromRgba([0, 0, 0, 128], 1, 1).alpha ?? [])]).toEqual([128]);
  });
});

describe('images are painted where they stand', () => {
  test('upright, pixel for pixel: the first row is the top', () => {
    const page = blankPage(2, 2);
    paint(page, grey(2, 2, [10, 20, 30, 40]), [2, 0, 0, -2, 0, 2]);
    expect(rowsOf(page)).toEqual([
      [10, 20],
      [30, 40],
    ]);
  });

  test('a page that is shown turned by 90° has its image turned with it', () => {
    const page = blankPage(2, 2);
    paint(page, grey(2, 2, [10, 20, 30, 40]), [0, 2, 2, 0, 0, 0]);
    expect(rowsOf(page)).toEqual([
      [30, 10],
      [40, 20],
    ]);
  });

  test('larger images are averaged, what lies outside is left white', () => {
    const page = blankPage(2, 1);
    paint(page, grey(2, 2, [0, 100, 100, 200]), [1, 0, 0, -1, 0, 1]);
    expect(rowsOf(page)).toEqual([[100, 255]]);
  });

  test('a stencil covers only where it paints; a matrix without extent paints nothing', () => {
    const page = blankPage(2, 1);
    paint(page, fromStencil([0b01000000], 2, 1, 0), [2, 0, 0, -1, 0, 1]);
    paint(page, grey(1, 1, [0]), [0, 0, 0, 0, 0, 0]);
    expect(rowsOf(page)).toEqual([[0, 255]]);
  });
});

test('softening keeps an even page and spreads a speck', () => {
  const flat = { width: 3, height: 3, pixels: new Uint8Array(9).fill(200) };
  expect([...soften(flat).pixels]).toEqual([...flat.pixels]);
  const speck = { ...flat, pixels: Uint8Array.from([255, 255, 255, 255, 0, 255, 255, 255, 255]) };
  expect(soften(speck).pixels[4]).toBe(191);
});

test('two columns are told from one, and from a page with a centred title alone', () => {
  const page = (spans: readonly (readonly [number, number])[]): GreyPage => {
    const sheet = blankPage(200, 100);
    for (let y = 10; y < 90; y += 2)
      for (const [from, to] of spans) sheet.pixels.fill(0, y * 200 + from, y * 200 + to);
    return sheet;
  };
  expect(hasColumns(page([[20, 180]]))).toBe(false);
  expect(
    hasColumns(
      page([
        [20, 92],
        [108, 180],
      ]),
    ),
  ).toBe(true);
  expect(hasColumns(page([[70, 90]]))).toBe(false);
});

test('upright rules are told from lines of print and from underlines', () => {
  const page = blankPage(200, 200);
  for (let y = 10; y < 190; y += 8) page.pixels.fill(0, y * 200 + 20, y * 200 + 180);
  expect(hasRules(page)).toBe(false);
  for (const x of [30, 100, 170]) for (let y = 40; y < 80; y += 1) page.pixels[y * 200 + x] = 100;
  expect(hasRules(page)).toBe(true);
});

test('the picture is a portable grey map', () => {
  const file = toPgm({ width: 2, height: 1, pixels: Uint8Array.from([1, 2]) });
  expect(Buffer.from(file).toString('latin1')).toBe('P5\n2 1\n255\n\u0001\u0002');
});
