import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#shared/domain/text/fold.ts';
import { sentenceAround } from '#shared/domain/text/sentence.ts';
import { type CuePart, suggestTraits, seamsOf } from '#shared/domain/library/traitCues.ts';

function part(text: string, versionId = 'v1', page: number | null = 1): CuePart {
  const documentTitle = `文件${versionId}`;
  return { versionId, documentTitle, page, blockPath: null, text, folded: fold(text) };
}

function suggest(cues: { strong?: string[]; weak?: string[] }, ...parts: CuePart[]) {
  return suggestTraits([{ id: 't', cues: { strong: [], weak: [], ...cues } }], parts);
}

describe('suggestTraits', () => {
  it('needs one strong word', () => {
    expect(suggest({ strong: ['人脸'] }, part('本系统采用人脸识别核验身份。其他内容。'))).toEqual([
      {
        traitId: 't',
        strength: 'strong',
        terms: ['人脸'],
        passages: [
          {
            versionId: 'v1',
            documentTitle: '文件v1',
            page: 1,
            blockPath: null,
            quote: '本系统采用人脸识别核验身份。',
            term: '人脸',
          },
        ],
      },
    ]);
  });

  it('needs two different weak words, in whatever documents', () => {
    const weak = ['姓名', '手机号'];
    expect(suggest({ weak }, part('填写姓名，再写姓名'))).toEqual([]);
    expect(suggest({ weak }, part('填写姓名'), part('填写手机号', 'v2'))).toMatchObject([
      { strength: 'weak', terms: ['姓名', '手机号'] },
    ]);
  });

  it('finds words through line breaks, full width and radicals of a PDF', () => {
    const quotes = suggest({ strong: ['人脸识别', 'APP'] }, part('建设人 脸\n识别与ＡＰＰ功能'));
    expect(quotes).toMatchObject([{ terms: ['人脸识别', 'APP'] }]);
    expect(suggest({ strong: ['项目'] }, part('项\u2F6C'))).toHaveLength(1);
  });

  it('takes Latin words on their borders only', () => {
    expect(suggest({ strong: ['AWS', 'OA'] }, part('laws and float'))).toEqual([]);
    expect(suggest({ strong: ['100万人'] }, part('约1100万人'))).toEqual([]);
    expect(suggest({ strong: ['AWS'] }, part('部署于aws。'))).toMatchObject([{ terms: ['AWS'] }]);
    expect(suggest({ strong: ['H5'] }, part('微信H5页面'))).toMatchObject([{ terms: ['H5'] }]);
  });

  it.each([
    '本项目不涉及国家秘密。',
    '本项目不涉及工作秘密、商业秘密、国家秘密。',
    '未涉及任何国家秘密',
    '处理的均为非国家秘密信息',
    '无需采集国家秘密',
    '是否涉及国家秘密：否',
    '涉及国家秘密情况：无。',
  ])('does not count a denial: %s', (text) => {
    expect(suggest({ strong: ['国家秘密'] }, part(text))).toEqual([]);
  });

  it('counts what follows a denial, an answer of yes, and a prohibition', () => {
    expect(suggest({ strong: ['国家秘密'] }, part('是否涉及国家秘密：是'))).toHaveLength(1);
    expect(suggest({ strong: ['国家秘密'] }, part('国家秘密：否则不得处理'))).toHaveLength(1);
    expect(suggest({ strong: ['国家秘密'] }, part('不涉及外网，但涉及国家秘密'))).toHaveLength(1);
    expect(suggest({ strong: ['个人信息'] }, part('不得泄露个人信息'))).toHaveLength(1);
    expect(suggest({ strong: ['视频监控'] }, part('无线视频监控'))).toHaveLength(1);
  });

  it('shows at most five passages, documents taking turns, no sentence twice', () => {
    const first = Array.from({ length: 8 }, (_, index) => part(`第${index}处人脸设备。`, 'v1'));
    const [suggestion] = suggest(
      { strong: ['人脸'] },
      ...first,
      part('本处人脸设备。', 'v2'),
      part('本处人脸设备。', 'v2'),
      part('另有人脸门禁。', 'v3'),
    );
    expect(suggestion?.passages.map(({ versionId, quote }) => `${versionId} ${quote}`)).toEqual([
      'v1 第0处人脸设备。',
      'v2 本处人脸设备。',
      'v3 另有人脸门禁。',
      'v1 第1处人脸设备。',
      'v1 第2处人脸设备。',
    ]);
  });

  it('quotes the text of record, at most 120 units, with the word in it', () => {
    const filler = fc.stringMatching(/^[文 \n字。；，a1]{0,150}$/);
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        const text = `${before}\n人 脸识别${after}`;
        const [suggestion] = suggest({ strong: ['人脸识别'] }, part(text));
        const quote = suggestion?.passages[0]?.quote ?? '';
        expect(text).toContain(quote);
        expect(quote.length).toBeLessThanOrEqual(120);
        expect(fold(quote).text).toContain('人脸识别');
      }),
    );
  });
});

describe('sentenceAround', () => {
  const around = (text: string, word: string, limit = 120) => {
    const start = text.indexOf(word);
    return sentenceAround(text, start, start + word.length, limit);
  };

  it('crosses a line break within a sentence', () => {
    expect(around('前句。系统采集人\n脸信息并保存。后句。', '信息')).toBe(
      '系统采集人\n脸信息并保存。',
    );
  });

  it.each(['第三条 人脸信息', '（二）人脸信息', '2.1 人脸信息', '二、人脸信息'])(
    'ends where a new clause begins: %s',
    (clause) => {
      expect(around(`上一条没有标点\n${clause}\n第四条 其他`, '人脸')).toBe(clause);
    },
  );

  it('cuts a long sentence around the word', () => {
    const text = `${'前'.repeat(300)}人脸${'后'.repeat(300)}`;
    const quote = around(text, '人脸');
    expect(quote).toHaveLength(120);
    expect(quote).toMatch(/^前{39}人脸后{79}$/);
    expect(around(`人脸${'后'.repeat(300)}`, '人脸')).toBe(`人脸${'后'.repeat(118)}`);
    expect(around(`${'前'.repeat(300)}人脸`, '人脸')).toBe(`${'前'.repeat(118)}人脸`);
  });

  it('does not cut a character in two', () => {
    const text = `${'𠮷'.repeat(100)}人脸${'𠮷'.repeat(100)}`;
    expect(around(text, '人脸').isWellFormed()).toBe(true);
  });

  it('gives a match longer than the limit whole', () => {
    expect(around('前人脸识别后', '人脸识别', 2)).toBe('人脸识别');
  });
});

describe('a cue cut in two by a page end', () => {
  const page = (number: number, text: string, header: string) => ({
    versionId: 'v',
    documentTitle: '方案',
    page: number,
    blockPath: null,
    text: `${header}\n${text}`,
    furniture: [[0, header.length] as [number, number]],
  });
  const cues = { strong: ['人脸识别'], weak: [] };

  it('is found past the header between, on the page where it begins', () => {
    const seams = seamsOf([
      page(1, '门禁采用人脸', '建设方案 1'),
      page(2, '识别技术。', '建设方案 2'),
      page(3, '其余从略。', '建设方案 3'),
    ]);
    const [found] = suggestTraits([{ id: 't', cues }], seams);
    expect(found?.passages.map(({ page: number, quote }) => [number, quote])).toEqual([
      [1, '门禁采用人脸\n识别技术。'],
    ]);
  });

  it.each([
    ['stands whole on one of the pages', '采用人脸识别', '技术。'],
    ['is denied before the page end', '本项目不采用人脸', '识别技术。'],
  ])('and not one that %s', (_, first, second) => {
    const seams = seamsOf([page(1, first, '页眉'), page(2, second, '页眉')]);
    expect(suggestTraits([{ id: 't', cues }], seams)).toEqual([]);
  });
});
