import { describe, expect, test } from 'vitest';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import { historyLines } from '../../../renderer/features/history/historyLines.ts';
import { placeText } from '../../../renderer/features/review/placeText.ts';
import { quoteLine } from '../../../renderer/features/review/quoteLine.ts';
import { zoomStep } from '../../../renderer/viewer/reader.ts';

const zh = messagesFor('zh-CN');

describe('a quote on the screen', () => {
  test.each([
    ['中标人应协助采购人\n完成定级', '中标人应协助采购人完成定级'],
    ['不少于 180\n日', '不少于 180日'],
    ['retention\nperiod', 'retention period'],
    ['第一段。\n\n第二段', '第一段。第二段'],
  ])('%j reads %j', (quote, line) => {
    expect(quoteLine(quote)).toBe(line);
  });
});

describe('the place of a quote', () => {
  const source = { documentTitle: '建设运营合同', versionNumber: 2 };

  test('names version, page and clause', () => {
    const place = { page: 12, clause: '第二十二条', blockPath: null };
    expect(placeText(source, place, zh)).toBe('建设运营合同 v2 · 第12页 · 第二十二条');
  });

  test('says that it stands in a table where no clause tells more', () => {
    const place = { page: null, clause: null, blockPath: 'body/13/r2/c1/0' };
    expect(placeText(source, place, zh)).toBe('建设运营合同 v2 · 表格内');
  });
});

describe('the history of an item', () => {
  const entry = {
    commandId: 'c',
    command: 'review.assess',
    by: '林若川',
    at: '2026-01-01T00:00:00Z',
  };
  const change = (field: string, from: unknown, to: unknown, entity = 'finding') => ({
    entity,
    entityId: 'x',
    field,
    from,
    to,
  });
  const lines = (...changes: ReturnType<typeof change>[]) =>
    historyLines({ ...entry, changes }, zh).map(({ label, from, to }) => [label, from, to]);

  test('says values in the words of the field', () => {
    expect(
      lines(
        change('verdict', 'unreviewed', 'not-met'),
        change('stance', 'supports', 'contradicts'),
        change('anchor', null, { quote: '九十\n日' }),
        change('citations', [{ cite: '《网络安全法》第二十三条' }], []),
      ),
    ).toEqual([
      ['结论', '未审', '不符合'],
      ['引文', null, '“九十日”'],
      ['证据方向', '有利', '不利'],
      ['依据', '《网络安全法》第二十三条', null],
    ]);
  });

  test('says what was removed and what came back, not that it once was not removed', () => {
    expect(lines(change('deleted', null, true))).toEqual([['问题', null, '已移除']]);
    expect(lines(change('deleted', true, false, 'evidence'))).toEqual([['证据', null, '已恢复']]);
    expect(lines(change('deleted', null, false))).toEqual([]);
  });

  test('leaves out what only the program needs, and changes that change nothing', () => {
    expect(lines(change('versionId', null, 'v'), change('note', '', null))).toEqual([]);
  });
});

test('zoom goes by steps and stops at its ends', () => {
  expect([
    zoomStep(1, 1),
    zoomStep(1, -1),
    zoomStep(1.18, 1),
    zoomStep(3, 1),
    zoomStep(0.5, -1),
  ]).toEqual([1.1, 0.9, 1.25, 3, 0.5]);
});
