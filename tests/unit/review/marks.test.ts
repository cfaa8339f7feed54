import { describe, expect, test } from 'vitest';
import { badgesFor } from '../../../renderer/viewer/markBadge.ts';
import { boxesOnPage, spreadBadges } from '../../../renderer/viewer/pdf/markBoxes.ts';
import type { ReaderMark } from '../../../renderer/viewer/reader.ts';

const mark = (itemId: string, isCurrent = false): ReaderMark => ({
  evidenceId: `e-${itemId}`,
  itemId,
  itemNumber: itemId,
  stance: 'supports',
  isCurrent,
  anchor: {
    versionId: 'v',
    quote: 'q',
    prefix: '',
    suffix: '',
    start: { part: 0, offset: 0 },
    end: { part: 0, offset: 1 },
    rects: [],
    place: { page: 1, clause: null, blockPath: null },
  },
});

describe('boxes of a quote', () => {
  const upright = {
    width: 600,
    height: 800,
    convertToViewportPoint: (x: number, y: number) => [x, 800 - y],
  };

  test('are fractions of the page, from its top', () => {
    const rect = { page: 2, x: 60, y: 700, width: 300, height: 20 };
    expect(boxesOnPage([rect, { ...rect, page: 3 }], 2, upright)).toEqual([
      { left: 0.1, top: 0.1, width: 0.5, height: 0.025 },
    ]);
  });

  test('follow a turned page', () => {
    const turned = {
      width: 800,
      height: 600,
      convertToViewportPoint: (x: number, y: number) => [y, x],
    };
    const rect = { page: 1, x: 60, y: 80, width: 300, height: 40 };
    expect(boxesOnPage([rect], 1, turned)).toEqual([
      { left: 0.1, top: 0.1, width: 0.05, height: 0.5 },
    ]);
  });
});

describe('badges at the edge', () => {
  test('one for each item and place, in order of height', () => {
    const badges = badgesFor(
      [
        { mark: mark('2.01'), top: 300 },
        { mark: mark('1.03', true), top: 100 },
        { mark: mark('1.03', true), top: 108 },
        { mark: mark('1.03', true), top: 400 },
      ],
      20,
    );
    expect(badges.map((badge) => [badge.number, badge.top, badge.isCurrent])).toEqual([
      ['1.03', 100, true],
      ['2.01', 300, false],
      ['1.03', 400, true],
    ]);
  });

  test('none covers another', () => {
    expect(spreadBadges([10, 12, 50, 52, 53], 20)).toEqual([10, 30, 50, 70, 90]);
    expect(spreadBadges([], 20)).toEqual([]);
  });
});
