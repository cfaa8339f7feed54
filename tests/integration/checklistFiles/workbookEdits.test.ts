import type { Worksheet } from 'exceljs';
import { describe, expect, test } from 'vitest';
import { bundled, checkEdited, type OpenWorkbook } from '../../helpers/checklistWorkbook.ts';
import { Seeded } from '../../helpers/seeded.ts';

const list = bundled('cl-csl');
const [firstItem, secondItem] = list.items;

/** Rows of a sheet as values, and back in another order. */
function reorderRows(sheet: Worksheet, order: (rows: readonly unknown[][]) => unknown[][]): void {
  const rows: unknown[][] = [];
  for (let row = 2; row <= sheet.rowCount; row += 1) rows.push(valuesOf(sheet, row));
  for (const [index, values] of order(rows).entries())
    sheet.getRow(index + 2).values = values as never; // what was read there
}

function valuesOf(sheet: Worksheet, row: number): unknown[] {
  const { values } = sheet.getRow(row);
  return Array.isArray(values) ? values.slice(1) : [];
}

describe('what people do in Excel leaves every item as it was', () => {
  const harmless: Readonly<Record<string, (book: OpenWorkbook) => void>> = {
    'columns in another order': (book) => {
      for (const key of ['items', 'bases', 'lists'] as const) {
        const sheet = book.sheet(key);
        const order = new Seeded(7).shuffle(valuesOf(sheet, 1).map((_, index) => index));
        for (let row = 1; row <= sheet.rowCount; row += 1) {
          const values = valuesOf(sheet, row);
          sheet.getRow(row).values = order.map((index) => values[index]) as never; // what was read there
        }
      }
    },
    'blank rows between': (book) => {
      book.sheet('items').spliceRows(4, 0, [], []);
      book.sheet('bases').spliceRows(9, 0, []);
    },
    'the id of the list filled down too far': (book) => {
      for (let row = 21; row < 30; row += 1) book.item('list', row).value = 'cl-csl';
    },
    'a row above the header': (book) => {
      book.sheet('items').spliceRows(1, 0, ['2026 年修订稿']);
    },
    'blanks around texts': (book) => {
      book.item('question', 3).value = `  ${secondItem?.question ?? ''} \n`;
      book.item('id', 3).value = ` ${secondItem?.id ?? ''}　`;
    },
    'full-width digits, codes and hyphens': (book) => {
      const row = book.baseRow(firstItem?.id ?? '');
      book.base('article', row).value = '２３';
      book.base('code', row).value = 'ＣＳＬ';
      book.item('id', 2).value = (firstItem?.id ?? '').replaceAll('-', '－');
    },
    'article numbers as text and in words': (book) => {
      book.base('article', book.baseRow(firstItem?.id ?? '')).value = '第二十三条';
    },
    'yes and no in other words': (book) => {
      book.item('needsConfirmation', 2).value = false;
      book.base('verified', 2).value = 'TRUE';
    },
    'codes instead of words': (book) => {
      book.item('nature', 2).value = 'mandatory';
      book.item('docTypes', 2).value = 'LX、KY，XQ; ZB；HT';
    },
    'formatted runs in a cell': (book) => {
      const text = firstItem?.obligation ?? '';
      book.item('obligation', 2).value = {
        richText: [
          { text: text.slice(0, 5), font: { bold: true } },
          { text: text.slice(5), font: { color: { argb: 'FFFF0000' } } },
        ],
      };
    },
    'a formula that gives the text': (book) => {
      const result = firstItem?.title ?? '';
      book.item('title', 2).value = { formula: `"${result}"`, result };
    },
    'hidden rows and a filter': (book) => {
      for (const row of [3, 4, 5]) book.sheet('items').getRow(row).hidden = true;
    },
    'a sheet of notes and changed computed columns': (book) => {
      book.book.addWorksheet('备忘').getCell('A1').value = '会上讨论';
      book.base('cite', 2).value = '随手写的';
      book.item('whenInWords', 2).value = null;
    },
    'another sheet order and days as dates': (book) => {
      book.list('effectiveDate').value = new Date('2026-01-01T00:00:00Z');
      book.list('effectiveDate').numFmt = 'yyyy"年"m"月"d"日"';
      book.list('reviewedOn').value = '2026/11/23';
    },
    'cells merged across computed columns': (book) => {
      book.sheet('values').mergeCells('A2:A3');
    },
  };

  test.each(Object.keys(harmless))('%s', async (name) => {
    const { lists, problems } = await checkEdited((book) => harmless[name]?.(book));
    expect(problems).toEqual([]);
    expect(lists.map(({ list: { id }, isIdentical }) => [id, isIdentical])).toEqual([
      ['cl-csl', true],
    ]);
  });
});

test('the order of rows is the order of items', async () => {
  const { lists, problems } = await checkEdited((book) => {
    reorderRows(book.sheet('items'), (rows) => [...rows.slice(1), ...rows.slice(0, 1)]);
  });
  expect(problems).toEqual([]);
  expect(lists[0]?.counts).toEqual({ same: 19, changed: 0, added: 0, removed: 0 });
  expect(lists[0]?.isIdentical).toBe(false);
  expect(lists[0]?.list.items.map(({ id }) => id)).toEqual([
    ...list.items.slice(1).map(({ id }) => id),
    firstItem?.id,
  ]);
});

test('a deleted row takes its item and its bases along', async () => {
  const { lists, problems } = await checkEdited((book) => book.sheet('items').spliceRows(3, 1));
  expect(problems).toEqual([]);
  expect(lists[0]?.counts).toEqual({ same: 18, changed: 0, added: 0, removed: 1 });
  expect(lists[0]?.list.items.some(({ id }) => id === secondItem?.id)).toBe(false);
});

test('a new row without an id gets one, the same one each time, and its bases by its title', async () => {
  const add = (book: OpenWorkbook): void => {
    const items = book.sheet('items');
    const at = items.rowCount + 1;
    items.getRow(at).values = valuesOf(items, 2) as never; // what was read there
    book.item('id', at).value = null;
    book.item('list', at).value = null;
    book.item('title', at).value = '应急演练';
    const bases = book.sheet('bases');
    const last = bases.rowCount + 1;
    bases.getRow(last).values = valuesOf(bases, 2) as never; // what was read there
    book.base('owner', last).value = '应急演练';
    book.base('code', last).value = null;
    book.base('law', last).value = '《网络安全法》';
  };
  const { lists, problems } = await checkEdited(add);
  expect(problems).toEqual([]);
  expect(lists[0]?.counts).toEqual({ same: 19, changed: 0, added: 1, removed: 0 });
  const added = lists[0]?.list.items.at(-1);
  expect(added).toMatchObject({
    title: '应急演练',
    signals: null,
    basis: [{ code: 'CSL', cite: firstItem?.basis[0]?.cite, law: firstItem?.basis[0]?.law }],
  });
  expect(added?.id).toMatch(/^csl-[0-9a-f]{10}$/);
  expect((await checkEdited(add)).lists[0]?.list.items.at(-1)?.id).toBe(added?.id);
});

test('another article makes another citation', async () => {
  const { lists, problems } = await checkEdited((book) => {
    book.base('article', book.baseRow(firstItem?.id ?? '')).value = 24;
  });
  expect(problems).toEqual([]);
  expect(lists[0]?.list.items[0]?.basis[0]?.cite).toBe('《网络安全法》第二十四条');
  expect(lists[0]?.counts).toEqual({ same: 18, changed: 1, added: 0, removed: 0 });
});

test('a cleared base version stands for the version here', async () => {
  const { lists, problems } = await checkEdited((book) => {
    book.list('basedOn').value = null;
  });
  expect(problems).toEqual([]);
  expect(lists.map(({ isIdentical }) => isIdentical)).toEqual([true]);
});
