import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { diffText, type DiffPiece } from '../../../renderer/features/law/textDiff.ts';

const side = (pieces: readonly DiffPiece[], left: 'inserted' | 'deleted'): string =>
  pieces.flatMap(({ kind, text }) => (kind === left ? [] : text)).join('');

describe('differences between two versions of an article', () => {
  it('names what was replaced, put in and taken out', () => {
    expect(
      diffText('网络日志留存不少于六个月；并处罚款。', '网络日志留存不少于十二个月；并处罚款。'),
    ).toEqual([
      { kind: 'same', text: '网络日志留存不少于' },
      { kind: 'deleted', text: '六' },
      { kind: 'inserted', text: '十二' },
      { kind: 'same', text: '个月；并处罚款。' },
    ]);
  });

  it('takes a single equal character between two changes into them', () => {
    expect(diffText('处一万元以下罚款', '处五十万元以下罚款')).toEqual([
      { kind: 'same', text: '处' },
      { kind: 'deleted', text: '一' },
      { kind: 'inserted', text: '五十' },
      { kind: 'same', text: '万元以下罚款' },
    ]);
    expect(diffText('甲乙丙丁', '子乙丑丁')).toEqual([
      { kind: 'deleted', text: '甲乙丙' },
      { kind: 'inserted', text: '子乙丑' },
      { kind: 'same', text: '丁' },
    ]);
  });

  it('says nothing of equal texts and holds empty ones', () => {
    expect([diffText('同', '同'), diffText('', ''), diffText('', '新')]).toEqual([
      [{ kind: 'same', text: '同' }],
      [],
      [{ kind: 'inserted', text: '新' }],
    ]);
  });

  it('always gives back both texts whole', () => {
    const words = fc.string({ unit: fc.constantFrom(...'第一二条款，。\nab 1'), maxLength: 60 });
    fc.assert(
      fc.property(words, words, (older, newer) => {
        const pieces = diffText(older, newer);
        expect([side(pieces, 'inserted'), side(pieces, 'deleted')]).toEqual([older, newer]);
      }),
    );
  });
});
