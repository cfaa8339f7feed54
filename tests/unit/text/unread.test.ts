import { expect, test } from 'vitest';
import { ExtractWarning } from '#shared/domain/text/text.ts';
import { unreadBesideFlags, unreadCodes, unreadPages } from '#shared/domain/text/unread.ts';

test('what no page or block carries as a flag is told beside the flags', () => {
  const warnings: ExtractWarning[] = ExtractWarning.shape.code.options.map((code) => ({
    code,
    count: 1,
    where: [],
  }));
  const told = unreadBesideFlags(warnings).map(({ code }) => code);
  expect(told).toContain('pages-missing');
  expect(told).toContain('images-unread');
  // Flagged where they stand, so that they are not said twice.
  for (const code of ['pages-without-text', 'truncated', 'reading-cut'] as const)
    expect(told).not.toContain(code);
  // Nothing is told as unread that counts as read elsewhere.
  expect(told.filter((code) => !unreadCodes.some((one) => one === code))).toEqual([]);
  expect(unreadPages.every((code) => unreadCodes.includes(code))).toBe(true);
});
