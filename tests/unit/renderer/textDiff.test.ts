import { describe, expect, it } from 'vitest';
import { assert, constantFrom, property, string } from 'fast-check';
import { diffText } from '../../../renderer/features/law/textDiff.ts';

/** `网络[-六-][+十二+]个月` */
const shown = (older: string, newer: string): string =>
  diffText(older, newer)
    .map((piece) => {
      if (piece.kind === 'deleted') return `[-${piece.older}-]`;
      return piece.kind === 'inserted' ? `[+${piece.newer}+]` : piece.newer;
    })
    .join('');

describe('differences between two versions of an article', () => {
  it.each([
    ['日志留存不少于六个月；', '日志留存不少于十二个月；', '日志留存不少于[-六-][+十二+]个月；'],
    ['处一万元罚款', '处一万元以上罚款', '处一万元[+以上+]罚款'],
    ['应当立即报告', '应当报告', '应当[-立即-]报告'],
    ['', '新', '[+新+]'],
    ['旧', '', '[-旧-]'],
    ['同', '同', '同'],
  ])('%s → %s', (older, newer, expected) => {
    expect(shown(older, newer)).toBe(expected);
  });

  it('takes a single equal character between two changes into them', () => {
    expect(shown('甲乙丙丁', '子乙丑丁')).toBe('[-甲乙丙-][+子乙丑+]丁');
  });

  it('does not take the width of a sign for a change, and shows each side its own', () => {
    expect(diffText('下列义务:', '下列义务：')).toEqual([
      { kind: 'same', older: '下列义务:', newer: '下列义务：' },
    ]);
  });

  it('always gives back both texts whole', () => {
    const words = string({ unit: constantFrom(...'第一二条款，。:：\nab 1'), maxLength: 60 });
    assert(
      property(words, words, (older, newer) => {
        const pieces = diffText(older, newer);
        const sides = [
          pieces.map((piece) => piece.older).join(''),
          pieces.map((piece) => piece.newer).join(''),
        ];
        expect(sides).toEqual([older, newer]);
      }),
    );
  });
});
