import { expect, test } from 'vitest';
import { fromRgb } from '../../../electron/workers/ocr/greyPage.ts';

const width = 800;
const height = 1100;
const red = [214, 40, 40] as const;
const black = [20, 20, 20] as const;
/** Print under stamping ink. */
const redOnBlack = [60, 15, 15] as const;

class ColourSheet {
  readonly data = new Uint8Array(width * height * 3).fill(255);

  put(x: number, y: number, colour: readonly number[]): void {
    this.data.set(colour, (y * width + x) * 3);
  }

  fill(x0: number, y0: number, wide: number, high: number, colour: readonly number[]): void {
    for (let y = y0; y < y0 + high; y += 1)
      for (let x = x0; x < x0 + wide; x += 1) this.put(x, y, colour);
  }

  ring(cx: number, cy: number, radius: number): void {
    for (let y = cy - radius; y <= cy + radius; y += 1) {
      for (let x = cx - radius; x <= cx + radius; x += 1) {
        const distance = Math.hypot(x - cx, y - cy);
        if (distance <= radius && distance > radius - 8) this.put(x, y, red);
      }
    }
  }

  grey(): (x: number, y: number) => number {
    const { grey } = fromRgb(this.data, width, height);
    return (x, y) => grey[y * width + x] ?? 0;
  }
}

test('a seal fades to paper, and print under it stays', () => {
  const sheet = new ColourSheet();
  sheet.ring(400, 700, 80);
  sheet.fill(300, 699, 200, 3, black);
  for (let y = 699; y < 702; y += 1)
    for (const x of [322, 324, 476, 478]) sheet.put(x, y, redOnBlack);
  const at = sheet.grey();
  expect(at(400, 623)).toBe(214);
  expect(at(400, 700)).toBeLessThan(60);
  expect(at(324, 700)).toBe(60);
});

test('red letters, a red rule and a red picture as large as the page are no seals', () => {
  const sheet = new ColourSheet();
  for (let i = 0; i < 6; i += 1) sheet.fill(120 + i * 90, 100, 60, 62, red);
  sheet.fill(100, 220, 600, 4, red);
  sheet.fill(50, 400, 700, 600, red);
  const at = sheet.grey();
  for (const [x, y] of [
    [150, 130],
    [400, 222],
    [400, 700],
  ] as const)
    expect(at(x, y)).toBeLessThan(110);
});

test('a red panel of the size of a seal keeps the white print on it', () => {
  const sheet = new ColourSheet();
  sheet.fill(300, 600, 180, 160, red);
  for (const row of [630, 665, 700]) sheet.fill(320, row, 140, 10, [255, 255, 255]);
  const at = sheet.grey();
  expect(at(390, 650)).toBeLessThan(110);
  expect(at(390, 635)).toBe(255);
});
