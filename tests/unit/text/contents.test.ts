import { expect, test } from 'vitest';
import { contentsOf } from '#shared/domain/text/contents.ts';
import type { BlockText, PageText } from '#shared/domain/text/text.ts';

const page = (number: number, bookmarks?: PageText['bookmarks']): PageText => ({
  number,
  label: null,
  text: '',
  flags: [],
  width: 595,
  height: 842,
  runs: [],
  ...(bookmarks && { bookmarks }),
});
const block = (text: string, level: number, more: Partial<BlockText> = {}): BlockText => ({
  path: 'body/0',
  kind: level > 0 ? 'heading' : 'paragraph',
  label: null,
  text,
  flags: [],
  level,
  align: null,
  marks: [],
  ...more,
});

test('the contents of a PDF are its bookmarks, in the order of the pages', () => {
  const pages = [
    page(1),
    page(2, [[1, '总则']]),
    page(3, [
      [2, '定义'],
      [1, '附则'],
    ]),
  ];
  expect(contentsOf(pages, [])).toEqual([
    { part: 1, level: 1, title: '总则' },
    { part: 2, level: 2, title: '定义' },
    { part: 2, level: 1, title: '附则' },
  ]);
});

test('the contents of anything else are its headings with their numbers, without page headers', () => {
  const blocks = [
    block('总则', 1, { label: '第一章' }),
    block('正文', 0),
    block(' 定义\n与范围 ', 2),
    block('', 1),
    block('页眉', 1, { kind: 'header' }),
  ];
  expect(contentsOf([], blocks)).toEqual([
    { part: 0, level: 1, title: '第一章 总则' },
    { part: 2, level: 2, title: '定义 与范围' },
  ]);
});
