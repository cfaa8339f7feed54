import { describe, expect, it } from 'vitest';
import {
  articleKey,
  hitsIn,
  linesOf,
  searchArticles,
  segmentLine,
  type ReadArticle,
} from '../../../renderer/features/law/articleLines.ts';

const article: ReadArticle = {
  number: 4,
  branch: 0,
  division: null,
  label: '第四条',
  text: '',
  paragraphs: [
    {
      text: '承建单位应当：',
      items: [
        { number: 1, text: '保存日志；', subItems: [{ number: 1, text: '操作日志' }] },
        { number: 2, text: '按照ＧＢ／Ｔ 22239设防。', subItems: [] },
      ],
    },
    { text: '依照第三条处理。', items: [] },
  ],
};

describe('the lines of an article', () => {
  it('are its 款, 项 and 目 in order', () => {
    expect(linesOf(article).map(({ text, paragraph, depth }) => [text, paragraph, depth])).toEqual([
      ['承建单位应当：', 0, 0],
      ['（一）保存日志；', 0, 1],
      ['1.操作日志', 0, 2],
      ['（二）按照ＧＢ／Ｔ 22239设防。', 0, 1],
      ['依照第三条处理。', 1, 0],
    ]);
  });

  it('are searched whatever the width of the letters', () => {
    const [, , , standard] = linesOf(article);
    const [hit] = standard ? hitsIn(standard, 'gb/t') : [];
    expect(standard?.text.slice(hit?.start, hit?.end)).toBe('ＧＢ／Ｔ');
  });

  it('are found in the order of the text, the number of an article first', () => {
    const found = (typed: string) =>
      searchArticles([article], typed).map((hit) => [hit.article, hit.line, hit.span.start]);
    expect([found('日志'), found('第四条'), found(' '), found('罚款')]).toEqual([
      [
        ['4', 1, 5],
        ['4', 2, 4],
      ],
      [['4', -1, 0]],
      [],
      [],
    ]);
  });

  it('are cut at the edges of links and hits', () => {
    const link = { start: 2, end: 5 };
    expect(segmentLine('依照第三条处理。', [link], [{ start: 3, end: 6 }])).toEqual([
      { text: '依照', start: 0, link: null, isHit: false },
      { text: '第', start: 2, link, isHit: false },
      { text: '三条', start: 3, link, isHit: true },
      { text: '处', start: 5, link: null, isHit: true },
      { text: '理。', start: 6, link: null, isHit: false },
    ]);
  });

  it('have an address that tells a 之 article apart', () => {
    expect([articleKey(article), articleKey({ number: 120, branch: 1 })]).toEqual(['4', '120-1']);
  });
});
