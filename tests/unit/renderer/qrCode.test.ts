import { expect, it } from 'vitest';
import { qrModules, quietModules } from '../../../renderer/ui/qrModules.ts';

/** Dark modules of the drawn path, row by row. */
function drawn(text: string): { readonly dark: boolean[][]; readonly side: number } {
  const { path, side } = qrModules(text);
  const dark = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(width); i += 1) {
      const row = dark[Number(y)] ?? [];
      row[Number(x) + i] = true;
    }
  }
  return { dark, side };
}

const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];

it('stands in a quiet zone with its three finders in the corners', () => {
  const { dark, side } = drawn('林若川\n12345 67890 12345 67890 12345 67890');
  const square = (top: number, left: number) =>
    finder.map((_, y) => finder.map((__, x) => (dark[top + y]?.[left + x] ? '1' : '0')).join(''));
  const far = side - quietModules - 7;
  expect([
    square(quietModules, quietModules),
    square(quietModules, far),
    square(far, quietModules),
  ]).toEqual([finder, finder, finder]);
  const edge = dark.flatMap((row, y) =>
    row.filter((isDark, x) => isDark && Math.min(x, y, side - 1 - x, side - 1 - y) < quietModules),
  );
  expect(edge).toEqual([]);
});

it('holds text as UTF-8: a character that is no Latin takes three bytes', () => {
  const side = (text: string) => drawn(text).side - 2 * quietModules;
  // Version 1-M holds 14 bytes, version 2-M 26 (ISO/IEC 18004, table 7).
  expect([
    side('a'.repeat(14)),
    side('a'.repeat(15)),
    side('林若川林'),
    side('林若川林若'),
  ]).toEqual([21, 25, 21, 25]);
  expect(qrModules('林')).not.toEqual(qrModules('川'));
});
