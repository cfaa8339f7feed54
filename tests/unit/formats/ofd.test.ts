import { describe, expect, test } from 'vitest';
import { makeOfd } from '../../fixtures/makeOfd.ts';
import { makeZip } from '../../fixtures/makeZip.ts';
import { brief, codeOf, read, warningsOf } from './reading.ts';

describe('OFD', () => {
  test('gives the text of each page with its template in reading order', () => {
    const ofd = read(
      'ofd',
      makeOfd({
        title: '关于审查的函',
        template: [
          { text: '云溪市大数据局', x: 60, y: 20 },
          { text: '金额', x: 20, y: 60 },
        ],
        pages: [
          [
            { text: '第二段。', x: 30, y: 52 },
            { text: '1,200元', x: 60, y: 60 },
            { text: '你局提交的建设方案收悉，现将审查意见函', x: 30, y: 40, width: 160 },
            { text: '告如下。', x: 20, y: 46 },
            { text: '右', x: 100, y: 52 },
          ],
          [],
        ],
        annotations: [{ text: '同意', x: 10, y: 10 }],
      }),
    );
    expect(brief(ofd)).toEqual([
      ['page/1/0', 'paragraph', null, '云溪市大数据局'],
      ['page/1/1', 'paragraph', null, '你局提交的建设方案收悉，现将审查意见函告如下。'],
      ['page/1/2', 'paragraph', null, '第二段。\t右'],
      ['page/1/3', 'paragraph', null, '金额\t1,200元'],
      ['page/2/0', 'paragraph', null, '云溪市大数据局'],
      ['page/2/1', 'paragraph', null, '金额'],
      ['comment/1/0', 'comment', null, '同意'],
    ]);
    expect([ofd.meta, warningsOf(ofd)]).toEqual([
      { Title: '关于审查的函' },
      [['comments', 1, 'comment/1/0']],
    ]);
  });

  test('says which pages hold pictures only, and which are missing', () => {
    const ofd = read(
      'ofd',
      makeOfd({
        pages: [
          [],
          [
            { text: 'Hello', x: 0, y: 9 },
            { text: 'world', x: 30, y: 9 },
          ],
          null,
        ],
        content: '<ofd:ImageObject ID="5"/>',
      }),
    );
    expect(ofd.blocks.map(({ path, text, flags }) => [path, text, flags])).toEqual([
      ['page/1/0', '', ['no-text']],
      ['page/2/0', 'Hello world', []],
      ['page/3/0', '', ['page-failed']],
    ]);
    expect(warningsOf(ofd)).toEqual([
      ['images-unread', 2, 'page/1', 'page/2'],
      ['pages-without-text', 1, '1'],
      ['pages-failed', 1, '3'],
    ]);
  });

  test('reads codes with a matrix and without a place, and prefixes of any name', () => {
    const content = `<TextObject Boundary="10 10 50 10" CTM="2 0 0 2 1 1" Size="3"><TextCode X="0" Y="3">大字</TextCode><TextCode Y="9">下行</TextCode></TextObject>`;
    expect(brief(read('ofd', makeOfd({ pages: [[]], content })))).toEqual([
      ['page/1/0', 'paragraph', null, '大字'],
      ['page/1/1', 'paragraph', null, '下行'],
    ]);
  });

  test('keeps spaces that are written, adds none between letters, and reads overprinted text once', () => {
    const word = (text: string, x: number) =>
      Array.from(text, (char, i) => ({ text: char, x: x + i * 2.5, y: 9 }));
    const pages = [
      [
        ...word('in', 0),
        { text: ' ', x: 5, y: 9 },
        ...word('the', 7),
        { text: '甲方', x: 20, y: 20 },
        { text: '甲方', x: 20.3, y: 20 },
        { text: '  ', x: 0, y: 40 },
      ],
    ];
    expect(brief(read('ofd', makeOfd({ pages }))).map((block) => block[3])).toEqual([
      'in the',
      '甲方',
    ]);
  });

  test('damage, encryption and bounds have their reasons', () => {
    const pages = Array.from({ length: 12 }, () => [{ text: '甲方应当', x: 0, y: 9 }]);
    expect(codeOf(() => read('ofd', makeOfd({ pages }), { pages: 11 }))).toBe('limit-pages');
    expect(codeOf(() => read('ofd', makeOfd({ pages }), { characters: 20 }))).toBe(
      'limit-characters',
    );
    expect(codeOf(() => read('ofd', makeOfd({ pages }), { entries: 5 }))).toBe('limit-entries');
    expect(codeOf(() => read('ofd', makeOfd({ pages }), { inflatedBytes: 500 }))).toBe(
      'limit-inflated',
    );
    expect(codeOf(() => read('ofd', makeZip([{ name: 'OFD.xml', content: '<OFD/>' }])))).toBe(
      'file-damaged',
    );
    const extra = [{ name: 'Encryptions.xml', content: '<x/>' }];
    expect(codeOf(() => read('ofd', makeOfd({ pages, extra })))).toBe('file-encrypted');
  });
});
