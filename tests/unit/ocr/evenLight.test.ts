import { expect, test } from 'vitest';
import { evenLight } from '../../../electron/workers/ocr/evenLight.ts';
import type { GreyPage } from '../../../electron/workers/ocr/greyPage.ts';

const width = 800;
const height = 960;

/** Strokes of print, 3 pixels wide and 20 apart, in even rows, under light that `light` gives for a place. */
function printed(light: (x: number, y: number) => number): GreyPage {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isInk = y % 40 < 20 && x % 20 < 3;
      pixels[y * width + x] = light(x, y) * (isInk ? 0.2 : 1);
    }
  }
  return { width, height, pixels };
}

/** Darkest paper and lightest ink, away from the edges. */
function extremes({ pixels }: GreyPage): { readonly paper: number; readonly ink: number } {
  let [paper, ink] = [255, 0];
  for (let y = 40; y < height - 40; y += 1) {
    for (let x = 40; x < width - 40; x += 1) {
      const value = pixels[y * width + x] ?? 0;
      if (y % 40 < 20 && x % 20 < 3) ink = Math.max(ink, value);
      else paper = Math.min(paper, value);
    }
  }
  return { paper, ink };
}

test.each([
  ['light that falls off across the page', (x: number, y: number) => 235 - x / 8 - y / 16],
  ['a shadow over a corner', (x: number, y: number) => (x + y > 1200 ? 110 : 230)],
])('%s leaves paper light and print dark everywhere', (_, light) => {
  const even = evenLight(printed(light));
  const { paper, ink } = extremes(even);
  expect(ink).toBeLessThan(paper);
  expect(ink).toBeLessThan(128);
});

test('paper of half the brightness comes near to white', () => {
  const { paper } = extremes(evenLight(printed((x) => 230 - x / 6)));
  expect(paper).toBeGreaterThan(205);
});

test('a page lit evenly is not touched', () => {
  const page = printed(() => 225);
  expect(evenLight(page)).toBe(page);
});

test('a heading on black and the desk around the sheet stay dark', () => {
  const page = printed((x) => 230 - x / 6);
  for (let y = 300; y < 380; y += 1) page.pixels.fill(30, y * width + 100, y * width + 700);
  for (let y = 0; y < height; y += 1) page.pixels.fill(30, y * width, y * width + 60);
  const { pixels } = evenLight(page);
  expect(pixels[340 * width + 400]).toBeLessThan(80);
  expect(pixels[600 * width + 20]).toBeLessThan(80);
});
