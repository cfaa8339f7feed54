import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from '#shared/domain/text/sentences.ts';
import { nextSentence } from '../../../renderer/viewer/nextSentence.ts';

const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

test('sentences end with their marks and what closes after them', () => {
  expect(cut('甲方说：“可以。”乙方保存日志；期限为六个月！第二句')).toEqual([
    '甲方说：“可以。”',
    '乙方保存日志；',
    '期限为六个月！',
    '第二句',
  ]);
  expect(cut('Keep logs. At least 3.5 months.')).toEqual(['Keep logs.', ' At least 3.5 months.']);
});

test('a heading, a clause and a short line stand alone; a wrapped line goes on', () => {
  const text = [
    '智慧停车服务平台建设方案',
    '本系统按照网络安全等级保护第三级的要求进行建设并由建设',
    '单位组织测评',
    '第二条 数据存储在境内的政务云平台之上不得出境',
    '（一）日志',
  ].join('\n');
  expect(cut(text).map((one) => one.trim())).toEqual([
    '智慧停车服务平台建设方案',
    '本系统按照网络安全等级保护第三级的要求进行建设并由建设\n单位组织测评',
    '第二条 数据存储在境内的政务云平台之上不得出境',
    '（一）日志',
  ]);
});

test('nothing of a text is lost or told twice', () => {
  const texts = fc.string({ unit: fc.constantFrom('甲', '。', '\n', ' ', '”', '.', '一', '、') });
  fc.assert(
    fc.property(texts, (text) => {
      expect(cut(text).join('')).toBe(text);
    }),
  );
});

const parts = [{ text: '标题\n甲一。甲二。' }, { text: '' }, { text: ' \n' }, { text: '乙一。' }];
const at = (part: number, offset: number) => ({ part, offset });

test('the keyboard walks sentence by sentence, over parts without text, to both ends', () => {
  const quotes: string[] = [];
  let passage = nextSentence(parts, null, at(0, 0), 1);
  while (passage !== null) {
    quotes.push(passage.quote);
    passage = nextSentence(parts, passage, at(0, 0), 1);
  }
  expect(quotes).toEqual(['标题', '甲一。', '甲二。', '乙一。']);
  const last = nextSentence(parts, null, at(3, 0), 1);
  expect(last?.quote).toBe('乙一。');
  expect(nextSentence(parts, last, at(0, 0), -1)?.quote).toBe('甲二。');
  expect(nextSentence(parts, nextSentence(parts, null, at(0, 0), 1), at(0, 0), -1)).toBeNull();
});

test('it begins with the sentence that is in view', () => {
  expect(nextSentence(parts, null, at(0, 4), 1)?.quote).toBe('甲一。');
});
