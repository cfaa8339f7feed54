import { describe, expect, test } from 'vitest';
import type { BlockText } from '#shared/domain/text/text.ts';
import { joined, sheetOf, type SheetNode } from '../../../renderer/viewer/docx/blockTree.ts';

const block = (path: string, kind: BlockText['kind'] = 'paragraph'): BlockText => ({
  path,
  kind,
  label: null,
  text: path,
  flags: [],
  level: 0,
  align: null,
  marks: [],
});

/** The tree as nested lists of paths: easy to compare, nothing of it left out. */
const shape = (nodes: readonly SheetNode[]): unknown[] =>
  nodes.map((node) =>
    node.kind === 'text'
      ? node.placed.block.path
      : node.rows.map((row) =>
          row.cells.map((cell) => ({ span: cell.span, nodes: shape(cell.nodes) })),
        ),
  );

describe('the sheet of a DOCX', () => {
  test('paragraphs keep their order and their index in the text of record', () => {
    const sheet = sheetOf([block('body/0', 'heading'), block('body/1')]);
    expect(sheet.body).toEqual([
      { kind: 'text', placed: { index: 0, block: block('body/0', 'heading') } },
      { kind: 'text', placed: { index: 1, block: block('body/1') } },
    ]);
  });

  test('cells gather into rows, several paragraphs into one cell, and text goes on after the table', () => {
    const sheet = sheetOf([
      block('body/0'),
      block('body/1/r0/c0/0', 'cell'),
      block('body/1/r0/c1/0', 'cell'),
      block('body/1/r1/c0/0', 'cell'),
      block('body/1/r1/c0/1', 'cell'),
      block('body/1/r1/c1/0', 'cell'),
      block('body/2'),
    ]);
    expect(shape(sheet.body)).toEqual([
      'body/0',
      [
        [
          { span: 1, nodes: ['body/1/r0/c0/0'] },
          { span: 1, nodes: ['body/1/r0/c1/0'] },
        ],
        [
          { span: 1, nodes: ['body/1/r1/c0/0', 'body/1/r1/c0/1'] },
          { span: 1, nodes: ['body/1/r1/c1/0'] },
        ],
      ],
      'body/2',
    ]);
  });

  test('two tables that follow each other stay two', () => {
    const sheet = sheetOf([block('body/0/r0/c0/0', 'cell'), block('body/1/r0/c0/0', 'cell')]);
    expect(sheet.body.map((node) => node.kind === 'table' && node.path)).toEqual([
      'body/0',
      'body/1',
    ]);
  });

  test('a table in a cell is a table in that cell', () => {
    const sheet = sheetOf([
      block('body/3/r2/c1/0', 'cell'),
      block('body/3/r2/c1/1/r0/c0/0', 'cell'),
      block('body/3/r2/c1/1/r0/c1/0', 'cell'),
      block('body/3/r2/c1/2', 'cell'),
    ]);
    expect(shape(sheet.body)).toEqual([
      [
        [
          {
            span: 1,
            nodes: [
              'body/3/r2/c1/0',
              [
                [
                  { span: 1, nodes: ['body/3/r2/c1/1/r0/c0/0'] },
                  { span: 1, nodes: ['body/3/r2/c1/1/r0/c1/0'] },
                ],
              ],
              'body/3/r2/c1/2',
            ],
          },
        ],
      ],
    ]);
  });

  test('a row of merged cells still reaches the right edge', () => {
    const sheet = sheetOf([
      block('body/0/r0/c0/0', 'cell'),
      block('body/0/r1/c0/0', 'cell'),
      block('body/0/r1/c1/0', 'cell'),
      block('body/0/r1/c2/0', 'cell'),
    ]);
    const [table] = sheet.body;
    expect(
      table?.kind === 'table' && table.rows.map((row) => row.cells.map((c) => c.span)),
    ).toEqual([[3], [1, 1, 1]]);
  });

  test('the cells of a sheet keep their columns where others are empty', () => {
    const sheet = sheetOf([
      block('sheet/1', 'heading'),
      block('sheet/1/r2/c2', 'cell'),
      block('sheet/1/r2/c5', 'cell'),
      block('sheet/1/r4/c4', 'cell'),
    ]);
    expect(shape(sheet.body)).toEqual([
      'sheet/1',
      [
        [
          { span: 1, nodes: ['sheet/1/r2/c2'] },
          { span: 2, nodes: [] },
          { span: 1, nodes: ['sheet/1/r2/c5'] },
        ],
        [
          { span: 2, nodes: [] },
          { span: 2, nodes: ['sheet/1/r4/c4'] },
        ],
      ],
    ]);
  });

  test('notes, comments, headers and footers leave the body', () => {
    const sheet = sheetOf([
      block('header/1/0', 'header'),
      block('body/0'),
      block('footnote/3/0', 'footnote'),
      block('endnote/1/0', 'endnote'),
      block('comment/0/0', 'comment'),
      block('footer2/0', 'footer'),
    ]);
    expect(
      Object.fromEntries(Object.entries(sheet).map(([name, nodes]) => [name, shape(nodes)])),
    ).toEqual({
      headers: ['header/1/0'],
      body: ['body/0'],
      footers: ['footer2/0'],
      footnotes: ['footnote/3/0'],
      endnotes: ['endnote/1/0'],
      comments: ['comment/0/0'],
    });
  });
});

describe('merged cells', () => {
  const cell = (path: string, columns: number, goesOn: boolean, text = path): BlockText => ({
    ...block(path, 'cell'),
    text,
    cell: { columns, goesOn },
  });
  const spans = (blocks: readonly BlockText[]): unknown => {
    const [table] = sheetOf(blocks).body;
    if (table?.kind !== 'table') throw new Error('cells make a table');
    return table.rows.map((row) => row.cells.map(({ span, rows }) => [span, rows ?? 1]));
  };

  test('reach over columns and rows; one with text of its own stays in sight', () => {
    expect(
      spans([
        cell('body/0/r1/c1/0', 2, false),
        cell('body/0/r1/c2/0', 1, false),
        cell('body/0/r2/c1/0', 1, false),
        cell('body/0/r2/c2/0', 1, false),
        cell('body/0/r2/c3/0', 1, true, ''),
        cell('body/0/r3/c1/0', 1, true, '另有文字'),
        cell('body/0/r3/c2/0', 1, false),
        cell('body/0/r3/c3/0', 1, true, ''),
      ]),
    ).toEqual([
      [
        [2, 1],
        [1, 3],
      ],
      [
        [1, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [1, 1],
      ],
    ]);
  });
});

describe('tracked changes in the sheet', () => {
  test('a row is said to be deleted or inserted as a whole, an empty one too', () => {
    const cell = (path: string, row?: 'deleted' | 'inserted'): BlockText => ({
      ...block(path, 'cell'),
      ...(row !== undefined && { row }),
    });
    const sheet = sheetOf([
      cell('body/0/r1/c1/0', 'deleted'),
      cell('body/0/r2/c1/0'),
      { ...cell('body/0/r3/c1/0', 'inserted'), text: '', cell: { columns: 1, goesOn: true } },
    ]);
    const [table] = sheet.body;
    if (table?.kind !== 'table') throw new Error('a table');
    expect(table.rows.map((row) => row.change)).toEqual(['deleted', undefined, 'inserted']);
  });

  test('paragraphs are put together where a mark between them comes or goes and text stays', () => {
    const marked = (path: string, more: Partial<BlockText> = {}) => ({ ...block(path), ...more });
    const nodes = sheetOf([
      marked('body/0', { mark: 'deleted' }),
      marked('body/1', { mark: 'deleted' }),
      marked('body/2', { mark: 'inserted' }),
      marked('body/3'),
      marked('body/4', { mark: 'deleted', flags: ['deleted'] }),
      marked('body/5'),
    ]).body;
    expect(
      joined(nodes).map((node) =>
        node.kind === 'joined' ? [node.mark, ...shape(node.nodes)] : shape([node])[0],
      ),
    ).toEqual([['deleted', 'body/0', 'body/1', 'body/2'], 'body/3', 'body/4', 'body/5']);
  });
});
