import { describe, expect, it } from 'vitest';
import { daysUntil, formatBytes, formatDay, formatNumber } from '../../../renderer/app/format.ts';

describe('figures and days', () => {
  it('names the year of a day only when it is another', () => {
    expect([
      formatDay('zh-CN', '2026-11-30', 2026),
      formatDay('zh-CN', '2027-01-05', 2026),
      formatDay('en', '2026-11-30', 2026),
    ]).toEqual(['11月30日', '2027年1月5日', '30 Nov']);
  });

  it('counts calendar days, whatever the hour', () => {
    const late = new Date(2026, 10, 23, 23, 59);
    expect(['2026-11-23', '2026-11-24', '2026-11-22'].map((day) => daysUntil(day, late))).toEqual([
      0, 1, -1,
    ]);
  });

  it('shows sizes in the unit that keeps them short', () => {
    expect(
      [0, 1023, 1536, 12_900_000, 3 * 1024 ** 3].map((size) => formatBytes('zh-CN', size)),
    ).toEqual(['0 B', '1,023 B', '1.5 KB', '12 MB', '3 GB']);
  });

  it('groups thousands', () => {
    expect(formatNumber('zh-CN', 66628)).toBe('66,628');
  });
});
