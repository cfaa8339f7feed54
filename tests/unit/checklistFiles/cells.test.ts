import { describe, expect, test } from 'vitest';
import { conditionInWords } from '../../../electron/core/library/interchange/conditionWords.ts';
import { idForNewItem, itemIdPattern } from '../../../electron/core/library/interchange/itemId.ts';
import { nearestPlace } from '../../../electron/core/library/interchange/readList.ts';
import {
  betweenCitations,
  betweenWords,
  readDay,
  readId,
  readPlaceNumber,
  readSeveral,
} from '../../../electron/core/library/interchange/workbookCells.ts';
import {
  cellForm,
  columnLetters,
  readForm,
  writtenForm,
} from '../../../electron/core/library/interchange/workbookForm.ts';

test.each([
  ['2026-01-05', '2026-01-05'],
  ['2026/1/5', '2026-01-05'],
  ['2026.1.5', '2026-01-05'],
  ['2026年1月5日', '2026-01-05'],
  ['２０２６－０１－０５', '2026-01-05'],
  ['2026 – 1 – 5', '2026-01-05'],
  ['2024-02-29', '2024-02-29'],
  ['2025-02-29', null],
  ['2026-13-01', null],
  ['26-1-5', null],
  ['1/5/2026', null],
  ['46027', null],
  ['', null],
])('a day written %j is %j', (text, day) => {
  expect(readDay(text)).toBe(day);
});

test.each([
  ['23', 23],
  ['２３', 23],
  ['23.0', 23],
  ['二十三', 23],
  ['第二十三条', 23],
  ['第 23 条', 23],
  ['第（三）项', 3],
  ['(3)', 3],
  ['一百一十', 110],
  ['0', null],
  ['-1', null],
  ['2.5', null],
  ['12345', null],
  ['二十三条之一', null],
  ['第条', null],
  ['甲', null],
])('the number of a place written %j is %j', (text, number) => {
  expect(readPlaceNumber(text)).toBe(number);
});

test.each([
  [' csl-log　', 'csl-log'],
  ['ｃｓｌ－ｌｏｇ', 'csl-log'],
  ['csl—log', 'csl-log'],
  ['CSL-log', 'CSL-log'],
])('an id typed %j is %j', (text, id) => {
  expect(readId(text)).toBe(id);
});

test('several values part where people part them, and not inside titles', () => {
  expect(readSeveral('合同、验收材料\n采购需求；LX', betweenWords)).toEqual([
    '合同',
    '验收材料',
    '采购需求',
    'LX',
  ]);
  expect(
    readSeveral(
      '《甲、乙；丙办法》第一条、《丁法》第二条；《戊法》第三条、第四条',
      betweenCitations,
    ),
  ).toEqual(['《甲、乙；丙办法》第一条', '《丁法》第二条', '《戊法》第三条、第四条']);
});

test('columns are lettered as spreadsheets letter them', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});

describe('texts in cells', () => {
  test.each(['=1', "'=1", "''@x", '-1', '+x', '＝y', "'甲", '甲=1', '_x000A_', ''])(
    '%j is written so that nothing runs, and read as it was',
    (text) => {
      const written = writtenForm(text);
      expect(written).not.toMatch(/^[=+\-@＝＋－＠]/u);
      // The reading thread takes the escapes away.
      const read = written.replace(/_x([\dA-F]{4})_/g, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      );
      expect(readForm(read)).toBe(text);
    },
  );

  test('the form of a cell is stable', () => {
    for (const text of [' 甲\r\n乙 ', '\t丙', '丁\u0000']) {
      expect(cellForm(cellForm(text))).toBe(cellForm(text));
    }
  });
});

test('conditions in words', () => {
  const labels = new Map([
    ['a', '甲'],
    ['b', '乙'],
  ]);
  expect(conditionInWords('always', labels)).toBe('始终适用');
  expect(conditionInWords('a and not (b or c)', labels)).toBe('甲 且 非（乙 或 c）');
  expect(conditionInWords('a and (', labels)).toBe('a and (');
});

test('ids of new items say their list, are the same each time, and never one that is taken', () => {
  const id = idForNewItem('cl-csl', '演练', '是否演练？', new Set());
  expect(id).toMatch(/^csl-[0-9a-f]{10}$/);
  expect(id).toMatch(itemIdPattern);
  expect(idForNewItem('cl-csl', '演练', '是否演练？', new Set())).toBe(id);
  expect(idForNewItem('cl-csl', '演练', '是否演练？', new Set([id]))).not.toBe(id);
  expect(idForNewItem(null, '演练', '是否演练？', new Set())).toMatch(/^item-/);
});

test('a field has the nearest place that is known', () => {
  const places = new Map([
    ['', 1],
    ['basis[1]', 2],
    ['penalty.cites', 3],
  ]);
  const fields = ['basis[1].article', 'basis[0].article', 'penalty.cites[2]', 'docTypes[1] HT', ''];
  expect(fields.map((field) => nearestPlace(places, field))).toEqual([2, 1, 3, 1, 1]);
  expect(nearestPlace(new Map<string, number>(), 'a.b[3] c')).toBeNull();
});
