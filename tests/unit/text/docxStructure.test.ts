import { describe, expect, test } from 'vitest';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { BlockText } from '#shared/domain/text/text.ts';
import { readDocx } from '../../../electron/workers/docx/readDocx.ts';
import { makeDocx, paragraph, run, type DocxFixture } from '../../fixtures/makeDocx.ts';

function blocksOf(fixture: DocxFixture): readonly BlockText[] {
  const extraction = readDocx(makeDocx(fixture), defaultExtractLimits, () => undefined);
  if (extraction.kind !== 'docx') throw new Error('a DOCX gives blocks');
  return extraction.blocks;
}

const change = (kind: 'ins' | 'del', author: string, content: string) =>
  `<w:${kind} w:id="1" w:author="${author}" w:date="2026-03-01T08:00:00Z">${content}</w:${kind}>`;
const deletedRun = (text: string) => `<w:r><w:delText>${text}</w:delText></w:r>`;
const when = '2026-03-01T08:00:00Z';

describe('tracked changes', () => {
  test('keep who made them and when; neighbours of one author are one', () => {
    const [block] = blocksOf({
      body: paragraph(
        run('质保期') +
          change('del', '甲方', deletedRun('一') + deletedRun('年')) +
          change('ins', '甲方', run('三年')) +
          change('ins', '乙方', run('，免费')) +
          run('。'),
      ),
    });
    expect(block?.text).toBe('质保期一年三年，免费。');
    expect(block?.changes).toEqual([
      [3, 5, 'deleted', '甲方', when],
      [5, 7, 'inserted', '甲方', when],
      [7, 10, 'inserted', '乙方', when],
    ]);
  });

  test('of a whole row reach all its text', () => {
    const row = `<w:tbl><w:tr><w:trPr>${change('ins', '甲方', '')}</w:trPr><w:tc>${paragraph('新增')}</w:tc></w:tr></w:tbl>`;
    expect(blocksOf({ body: row })[0]).toMatchObject({
      flags: ['inserted'],
      changes: [[0, 2, 'inserted', '甲方', when]],
    });
  });
});

describe('comments', () => {
  const mark = (name: string, id: number) => `<w:${name} w:id="${id}"/>`;

  test('are found at their ranges, over paragraphs too, with author and date', () => {
    const blocks = blocksOf({
      body:
        paragraph(run('数据') + mark('commentRangeStart', 5) + run('出境')) +
        paragraph('应当评估') +
        paragraph(run('并备') + mark('commentRangeEnd', 5) + run('案')) +
        paragraph(run('另行') + `<w:r>${mark('commentReference', 6)}</w:r>` + run('约定')),
      comments:
        `<w:comment w:id="5" w:author="王律师" w:date="${when}">${paragraph('须补充依据')}</w:comment>` +
        `<w:comment w:id="6" w:author="李律师">${paragraph('何时？')}</w:comment>`,
    });
    expect(blocks.map(({ text, comments, by }) => [text, comments, by])).toEqual([
      ['数据出境', [[2, 4, '5']], undefined],
      ['应当评估', [[0, 4, '5']], undefined],
      ['并备案', [[0, 2, '5']], undefined],
      ['另行约定', [[2, 2, '6']], undefined],
      ['须补充依据', undefined, { author: '王律师', date: when }],
      ['何时？', undefined, { author: '李律师', date: '' }],
    ]);
  });
});

describe('threads of comments', () => {
  test('say what a comment answers and whether it was resolved', () => {
    const w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
    const comment = (id: number, author: string, ...paragraphs: string[]) =>
      `<w:comment ${w14} w:id="${id}" w:author="${author}">${paragraphs.map((one) => `<w:p w14:paraId="${one}">${run('话')}</w:p>`).join('')}</w:comment>`;
    const extended =
      '<x:commentsEx xmlns:x="http://schemas.microsoft.com/office/word/2012/wordml"><x:commentEx x:paraId="0B" x:done="1"/>' +
      '<x:commentEx x:paraId="0C" x:paraIdParent="0B" x:done="0"/></x:commentsEx>';
    const blocks = blocksOf({
      body: paragraph('正文'),
      comments: comment(1, '甲', '0A', '0B') + comment(2, '乙', '0C') + comment(3, '丙', '0D'),
      related: [{ file: 'commentsExtended.xml', type: 'commentsExtended', xml: extended }],
    });
    expect(blocks.slice(1).map(({ path, by }) => [path, by])).toEqual([
      ['comment/1/0', { author: '甲', date: '', isResolved: true }],
      ['comment/1/1', { author: '甲', date: '', isResolved: true }],
      ['comment/2/0', { author: '乙', date: '', replyTo: '1' }],
      ['comment/3/0', { author: '丙', date: '' }],
    ]);
  });
});

describe('the way back to the runs of the file', () => {
  /** What a writer does: counts `w:r` elements from the start of the part. */
  const runsOf = (body: string) => body.match(/<w:r>.*?<\/w:r>/g) ?? [];

  test('names for every character the run that holds it', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>' +
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      run('12') +
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const body =
      paragraph(run('第一') + run('') + run('条', '<w:b/>')) +
      paragraph(run('见第') + field + change('del', '甲方', deletedRun('节')) + run('页')) +
      paragraph('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>');
    const written = runsOf(body);
    const found = blocksOf({ body }).map(({ text, runs = [] }) =>
      runs.flatMap((value, i) =>
        i % 2 === 0 ? [[text.slice(value, runs[i + 2] ?? text.length), runs[i + 1]]] : [],
      ),
    );
    expect(found).toEqual([
      [
        ['第一', 0],
        ['条', 2],
      ],
      [
        ['见第', 3],
        ['12', 7],
        ['节', 9],
        ['页', 10],
      ],
      [['甲\t乙', 11]],
    ]);
    for (const [text, number] of found.flat()) {
      if (typeof number !== 'number' || typeof text !== 'string')
        throw new Error('pairs are whole');
      const inFile = (written[number] ?? '').replaceAll('<w:tab/>', '\t').replace(/<[^>]+>/g, '');
      expect(inFile).toBe(text);
    }
  });

  test('counts runs in parts that are not shown', () => {
    const choice =
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:r><w:t>框</w:t></w:r></mc:Choice>` +
      `<mc:Fallback><w:r><w:t>框</w:t></w:r></mc:Fallback></mc:AlternateContent>`;
    expect(blocksOf({ body: paragraph(choice + run('后')) })[0]?.runs).toEqual([0, 0, 1, 2]);
  });
});

test('table cells say how many columns they span and whether they go on from above', () => {
  const cell = (text: string, properties: string) =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
  const rows = [
    cell('甲', '<w:gridSpan w:val="2"/>') + cell('乙', '<w:vMerge w:val="restart"/>'),
    cell('丙', '') + cell('丁', '<w:gridSpan w:val="x"/>') + cell('', '<w:vMerge/>'),
  ];
  const blocks = blocksOf({
    body: `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`,
  });
  expect(blocks.map(({ text, cell: span }) => [text, span])).toEqual([
    ['甲', { columns: 2, goesOn: false }],
    ['乙', { columns: 1, goesOn: false }],
    ['丙', undefined],
    ['丁', { columns: 1, goesOn: false }],
    ['', { columns: 1, goesOn: true }],
  ]);
});
