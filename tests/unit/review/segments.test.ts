import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockText } from '#shared/domain/text/text.ts';
import { copiedText, segmentsOf, spanInBlock } from '../../../renderer/viewer/docx/segments.ts';
import type { ReaderMark } from '../../../renderer/viewer/reader.ts';

const block = (text: string, more: Partial<BlockText> = {}): BlockText => ({
  path: 'body/0',
  kind: 'paragraph',
  label: null,
  text,
  flags: [],
  level: 0,
  align: null,
  marks: [],
  ...more,
});

const mark = (itemId: string, start: number, end: number, isCurrent = false): ReaderMark => ({
  evidenceId: `${itemId}/${start}`,
  itemId,
  itemNumber: itemId,
  stance: 'supports',
  isCurrent,
  anchor: {
    versionId: 'v',
    quote: 'q',
    prefix: '',
    suffix: '',
    start: { part: 0, offset: start },
    end: { part: 0, offset: end },
    rects: [],
    place: { page: null, clause: null, blockPath: 'body/0' },
  },
});

const place = (text: string, more: Partial<BlockText> = {}) => ({
  index: 0,
  block: block(text, more),
});

test('a quote that is not found any more covers no words', () => {
  const lost = { ...mark('a', 0, 4), isLost: true };
  const segments = segmentsOf(place('日志保存九十日'), [lost, mark('b', 4, 7)], null);
  expect(segments.map((segment) => [segment.text, segment.mark?.itemId ?? null])).toEqual([
    ['日志保存', null],
    ['九十日', 'b'],
  ]);
});

describe('a block is cut where something changes', () => {
  test('looks, evidence and flash each leave their edges', () => {
    const placed = place('日志保存九十日', { marks: [[0, 2, 'bold']] });
    const flash = { start: { part: 0, offset: 4 }, end: { part: 0, offset: 9 } };
    expect(
      segmentsOf(placed, [mark('1.03', 2, 4)], flash).map((each) => ({
        text: each.text,
        looks: each.looks,
        item: each.mark?.itemId ?? null,
        isFlashing: each.isFlashing,
      })),
    ).toEqual([
      { text: '日志', looks: ['bold'], item: null, isFlashing: false },
      { text: '保存', looks: [], item: '1.03', isFlashing: false },
      { text: '九十日', looks: [], item: null, isFlashing: true },
    ]);
  });

  test('where quotes overlap, the item at hand wins, then the shorter', () => {
    const marks = [mark('a', 0, 7), mark('b', 2, 5), mark('c', 4, 7, true)];
    expect(
      segmentsOf(place('日志保存九十日'), marks, null).map((each) => [
        each.text,
        each.mark?.itemId,
      ]),
    ).toEqual([
      ['日志', 'a'],
      ['保存', 'b'],
      ['九', 'c'],
      ['十日', 'c'],
    ]);
  });

  test('say who changed and who commented what', () => {
    const changed = place('质保三年', {
      marks: [[2, 4, 'inserted']],
      changes: [[2, 4, 'inserted', '乙方', '2026-03-01T08:00:00Z']],
      comments: [[1, 3, '5']],
    });
    const brief = segmentsOf(changed, [], null).map(({ text, change, comments }) => [
      text,
      change?.[3],
      comments,
    ]);
    expect(brief).toEqual([
      ['质', undefined, undefined],
      ['保', undefined, ['5']],
      ['三', '乙方', ['5']],
      ['年', '乙方', undefined],
    ]);
  });

  test('an empty block is one empty segment, so that it keeps its line', () => {
    expect(segmentsOf(place(''), [], null).map((each) => each.text)).toEqual(['']);
  });

  test('the segments put together are the text, whatever marks there are', () => {
    const span = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.array(span, { maxLength: 5 }), (text, spans) => {
        const marks = spans.map(([start = 0, end = 0], i) => mark(String(i), start, end));
        const segments = segmentsOf(place(text), marks, null);
        expect(segments.map((each) => each.text).join('')).toBe(text);
        expect(segments.every((each) => text.slice(each.start, each.end) === each.text)).toBe(true);
      }),
    );
  });
});

test('a quote over three blocks covers the end, the whole and the beginning', () => {
  const quote = { start: { part: 4, offset: 3 }, end: { part: 6, offset: 2 } };
  expect([3, 4, 5, 6, 7].map((index) => spanInBlock(quote, index, 5))).toEqual([
    null,
    { start: 3, end: 5 },
    { start: 0, end: 5 },
    { start: 0, end: 2 },
    null,
  ]);
});

test('copying takes the automatic number along where a block is copied from its beginning', () => {
  const blocks = [
    block('乙方负责运维。', { label: '第一条' }),
    block('保存日志。', { label: '第二条' }),
    block('其他', { label: null }),
  ];
  const copy = (from: [number, number], to: [number, number]) =>
    copiedText(
      blocks,
      { part: from[0], offset: from[1] },
      { part: to[0], offset: to[1] },
      'marked',
    );
  expect(copy([0, 0], [2, 2])).toBe('第一条 乙方负责运维。\n第二条 保存日志。\n其他');
  expect(copy([0, 2], [1, 2])).toBe('负责运维。\n第二条 保存');
  expect(copy([1, 2], [1, 2])).toBe('');
});

test('what is copied is what the view shows: changes left out stay out', () => {
  const blocks = [
    block('保存九十日一百八十日以上', {
      label: '第一条',
      marks: [
        [2, 5, 'deleted'],
        [5, 10, 'inserted'],
      ],
    }),
    block('整段删去', { flags: ['deleted'] }),
    block('整段新增', { flags: ['inserted'] }),
  ];
  const copy = (view: 'final' | 'marked' | 'original') =>
    copiedText(blocks, { part: 0, offset: 1 }, { part: 2, offset: 4 }, view);
  expect(copy('final')).toBe('存一百八十日以上\n整段新增');
  expect(copy('original')).toBe('存九十日以上\n整段删去');
  expect(copy('marked')).toBe('存九十日一百八十日以上\n整段删去\n整段新增');
});

test('copied text has the number that the view shows', () => {
  const third = block('付款', { label: '第三条', labels: { final: '第二条', original: null } });
  const copied = (view: 'final' | 'marked' | 'original') =>
    copiedText([third], { part: 0, offset: 0 }, { part: 0, offset: 2 }, view);
  expect([copied('final'), copied('marked'), copied('original')]).toEqual([
    '第二条 付款',
    '第三条 付款',
    '付款',
  ]);
});

test('signs of notes stand behind the letters that they belong to', () => {
  const notes = (text: string, ...at: number[]) =>
    segmentsOf(
      place(text, { notes: at.map((offset) => [offset, `footnote/${offset}`]) }),
      [],
      null,
    ).map((each) => [each.text, each.notes]);
  expect(notes('工期九十日', 2, 5)).toEqual([
    ['工期', ['footnote/2']],
    ['九十日', ['footnote/5']],
  ]);
  expect(notes('前', 0)).toEqual([['前', ['footnote/0']]]);
  expect(notes('', 0)).toEqual([['', ['footnote/0']]]);
});
