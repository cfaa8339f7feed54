import { expect, test } from 'vitest';
import type { BlockText } from '#shared/domain/text/text.ts';
import type { CellNode, TableNode } from '../../../renderer/viewer/docx/blockTree.ts';
import { longTable } from '../../../renderer/viewer/docx/longTable.ts';

const block = (text: string): BlockText => ({
  path: 'body/0',
  kind: 'paragraph',
  label: null,
  text,
  flags: [],
  level: 0,
  align: null,
  marks: [],
});

const cell = (text: string, more: Partial<CellNode> = {}): CellNode => ({
  span: 1,
  nodes: [{ kind: 'text', placed: { index: 0, block: block(text) } }],
  ...more,
});

const table = (rows: readonly (readonly CellNode[])[], columns = 2): TableNode => ({
  kind: 'table',
  path: 'body/0',
  columns,
  rows: rows.map((cells, number) => ({ number, cells })),
});

const rowsOf = (count: number) => Array.from({ length: count }, () => [cell('序号'), cell('说明')]);

test('a table of an ordinary length stays one', () => {
  expect(longTable(table(rowsOf(120)))).toBeNull();
});

test('every row of a long table is in one piece, in order', () => {
  const pieces = longTable(table(rowsOf(500)))?.pieces ?? [];
  expect(pieces.flat().map(({ number }) => number)).toEqual(rowsOf(500).map((_, index) => index));
  expect(pieces.length).toBeGreaterThan(4);
});

test('no piece ends inside a cell that reaches over rows', () => {
  const rows: CellNode[][] = rowsOf(200);
  rows[50] = [cell('合并', { rows: 30 }), cell('说明')];
  for (let row = 51; row < 80; row += 1) rows[row] = [cell('说明')];
  const [first] = longTable(table(rows))?.pieces ?? [];
  expect(first?.at(-1)?.number).toBe(79);
});

test('columns share the width by their longest text, and merged cells do not count', () => {
  const rows: CellNode[][] = rowsOf(200);
  rows[0] = [cell('很长的标题'.repeat(20), { span: 2 })];
  rows[1] = [cell('1'), cell('说'.repeat(400))];
  expect(longTable(table(rows))?.widths).toEqual([12.5, 87.5]);
});
