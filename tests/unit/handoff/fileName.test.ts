import { expect, test } from 'vitest';
import { fileNamePart } from '#shared/domain/handoff/fileName.ts';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

test.each([
  ['智慧停车（一期）', '智慧停车（一期）'],
  [' a/b\\c:d*e?f"g<h>i|j\n ', 'abcdefghij'],
  ['长'.repeat(80), '长'.repeat(50)],
  ['', ''],
])('%s', (name, expected) => {
  expect(fileNamePart(name)).toBe(expected);
});

test('an emoji of several code points is kept whole or left out', () => {
  const judge = '\u{1F469}\u200D\u2696\uFE0F';
  const kept = fileNamePart(`${'长'.repeat(48)}${judge.repeat(9)}`);
  expect(kept).toBe('长'.repeat(48));
  expect(fileNamePart(judge.repeat(40)).length % judge.length).toBe(0);
  expect(bytesOf(fileNamePart(judge.repeat(40)))).toBeLessThanOrEqual(150);
});
