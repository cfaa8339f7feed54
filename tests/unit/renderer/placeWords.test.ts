import { expect, test } from 'vitest';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import { placeWords } from '../../../renderer/features/documents/placeWords.ts';

const said = (...where: string[]): string => placeWords(where, where.length, messagesFor('zh-CN'));

test('places inside a file are named as a reader would, each once', () => {
  expect(said('3', '12')).toBe('第3页、第12页');
  expect(said('body/0', 'body/13/r2/c1/0')).toBe('正文第1段、正文第14段 表格第2行第1列');
  expect(said('comment/0', 'comment/7/0', 'footnote/3/0')).toBe('批注、脚注3');
  expect(said('sheet/1/r3/c2', 'page/3/12')).toBe('第1张工作表 表格第3行第2列、第3页');
  expect(said('header/1', 'word/vbaProject.bin', 'GB18030')).toBe(
    '页眉、word/vbaProject.bin、GB18030',
  );
});

test('a long list is cut and says how many there are', () => {
  const many = Array.from({ length: 15 }, (_, i) => String(i + 1));
  expect(said(...many)).toMatch(/第12页等 15 处$/);
});
