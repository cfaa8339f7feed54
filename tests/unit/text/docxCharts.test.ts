import { expect, test } from 'vitest';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import { readDocx } from '../../../electron/workers/docx/readDocx.ts';
import { makeDocx, paragraph } from '../../fixtures/makeDocx.ts';

const spaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const file = (xml: string) =>
  makeDocx({
    body: paragraph('正文'),
    related: [
      {
        file: 'charts/chart1.xml',
        type: 'chart',
        xml: `<c:chartSpace ${spaces}>${xml}</c:chartSpace>`,
      },
    ],
  });

function linesOf(series: string): string[] {
  const extraction = readDocx(
    file(`<c:ser>${series}</c:ser>`),
    defaultExtractLimits,
    () => undefined,
  );
  if (extraction.kind !== 'docx') throw new Error('a DOCX gives blocks');
  return extraction.blocks.slice(1).map((block) => block.text);
}

/** Points by their numbers, as the file has them: those that are blank are not there. */
const points = (all: Record<number, string>) =>
  Object.entries(all)
    .map(([idx, value]) => `<c:pt idx="${idx}"><c:v>${value}</c:v></c:pt>`)
    .join('');
const texts = (name: string, all: Record<number, string>) =>
  `<c:${name}><c:strRef><c:strCache>${points(all)}</c:strCache></c:strRef></c:${name}>`;
const numbers = (name: string, all: Record<number, string>, format = 'General') =>
  `<c:${name}><c:numRef><c:numCache><c:formatCode>${format}</c:formatCode>${points(all)}</c:numCache></c:numRef></c:${name}>`;
const name = texts('tx', { 0: '投资额' });
const phases = texts('cat', { 0: '一期', 1: '二期', 2: '三期' });

test.each<[string, string, string]>([
  [
    'a blank value leaves the others with their categories',
    name + phases + numbers('val', { 0: '120', 2: '80' }),
    '投资额：一期 120；二期；三期 80',
  ],
  [
    'a blank category as well',
    name + texts('cat', { 1: '二期' }) + numbers('val', { 0: '120', 1: '80' }),
    '投资额：120；二期 80',
  ],
  [
    'words with signs that the file writes in another way stay whole',
    name + texts('cat', { 0: '软硬件&amp;服务' }) + numbers('val', { 0: '120' }),
    '投资额：软硬件&服务 120',
  ],
  [
    'levels of categories',
    `${name}<c:cat><c:multiLvlStrRef><c:multiLvlStrCache><c:lvl>${points({ 0: '上半年', 1: '下半年', 2: '上半年' })}</c:lvl><c:lvl>${points({ 0: '2025', 2: '2026' })}</c:lvl></c:multiLvlStrCache></c:multiLvlStrRef></c:cat>${numbers('val', { 0: '1', 1: '2', 2: '3' })}`,
    '投资额：2025 上半年 1；2025 下半年 2；2026 上半年 3',
  ],
  [
    'both coordinates of a point',
    name + numbers('xVal', { 0: '1', 1: '2' }) + numbers('yVal', { 0: '10', 1: '20' }),
    '投资额：1 10；2 20',
  ],
  [
    'dates as the chart shows them',
    name + numbers('cat', { 0: '45992' }, 'yyyy"年"m"月"') + numbers('val', { 0: '0.355' }, '0%'),
    '投资额：2025年12月 0.355',
  ],
  [
    'a name that is written in the chart',
    `<c:tx><c:v>投资额</c:v></c:tx>${phases}${numbers('val', { 0: '120' })}`,
    '投资额：一期 120；二期；三期',
  ],
  [
    'labels of points and error bars are no values',
    `${name}<c:dLbls><c:dLbl>${texts('tx', { 0: '约' })}</c:dLbl></c:dLbls><c:errBars>${numbers('plus', { 0: '7' })}</c:errBars>${phases}${numbers('val', { 0: '120' })}`,
    '投资额：一期 120；二期；三期',
  ],
])('%s', (_, series, line) => {
  expect(linesOf(series)).toEqual([line]);
});

test('lines of charts count among the blocks of a file', () => {
  const lines = '<a:p><a:r><a:t>目</a:t></a:r></a:p>'.repeat(20);
  const limits = { ...defaultExtractLimits, blocks: 10 };
  expect(() => readDocx(file(lines), limits, () => undefined)).toThrow(
    expect.objectContaining({ code: 'limit-blocks' }),
  );
});

test('charts of the newer form give their titles, and say that more is shown', () => {
  const xml = `<cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" ${spaces}><cx:chartData><cx:data id="0"><cx:numDim type="val"><cx:lvl ptCount="1"><cx:pt idx="0">120</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData><cx:chart><cx:title><cx:tx><cx:rich><a:p><a:r><a:t>资金</a:t></a:r></a:p></cx:rich></cx:tx></cx:title></cx:chart></cx:chartSpace>`;
  const { warnings } = readDocx(
    makeDocx({
      body: paragraph('正文'),
      related: [{ file: 'charts/chartEx1.xml', type: 'chartEx', xml }],
    }),
    defaultExtractLimits,
    () => undefined,
  );
  expect(warnings).toEqual([{ code: 'parts-unread', count: 1, where: ['drawing/1'] }]);
});
