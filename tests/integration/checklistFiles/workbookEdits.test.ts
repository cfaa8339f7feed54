import type { Worksheet } from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { ChecklistProblem } from '#shared/domain/library/checklistVersion.ts';
import { checklistWorkbookZh as words } from '#shared/i18n/messages/checklistWorkbook.ts';
import type { CheckedLists } from '../../../electron/core/library/interchange/listCheck.ts';
import {
  bundled,
  checkWorkbook,
  edited,
  type OpenWorkbook,
  workbookOf,
} from '../../helpers/checklistWorkbook.ts';
import { Seeded } from '../../helpers/seeded.ts';

const list = bundled('cl-csl');
const [firstItem, secondItem, thirdItem] = list.items;

async function after(edit: (book: OpenWorkbook) => void): Promise<CheckedLists> {
  return checkWorkbook(await edited(await workbookOf('cl-csl'), edit));
}

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
    const { lists, problems } = await after((book) => harmless[name]?.(book));
    expect(problems).toEqual([]);
    expect(lists.map(({ list: { id }, isIdentical }) => [id, isIdentical])).toEqual([
      ['cl-csl', true],
    ]);
  });
});

test('the order of rows is the order of items', async () => {
  const { lists, problems } = await after((book) => {
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
  const { lists, problems } = await after((book) => book.sheet('items').spliceRows(3, 1));
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
  const { lists, problems } = await after(add);
  expect(problems).toEqual([]);
  expect(lists[0]?.counts).toEqual({ same: 19, changed: 0, added: 1, removed: 0 });
  const added = lists[0]?.list.items.at(-1);
  expect(added).toMatchObject({
    title: '应急演练',
    signals: null,
    basis: [{ code: 'CSL', cite: firstItem?.basis[0]?.cite, law: firstItem?.basis[0]?.law }],
  });
  expect(added?.id).toMatch(/^csl-[0-9a-f]{10}$/);
  expect((await after(add)).lists[0]?.list.items.at(-1)?.id).toBe(added?.id);
});

test('another article makes another citation', async () => {
  const { lists, problems } = await after((book) => {
    book.base('article', book.baseRow(firstItem?.id ?? '')).value = 24;
  });
  expect(problems).toEqual([]);
  expect(lists[0]?.list.items[0]?.basis[0]?.cite).toBe('《网络安全法》第二十四条');
  expect(lists[0]?.counts).toEqual({ same: 18, changed: 1, added: 0, removed: 0 });
});

test('a cleared base version stands for the version here', async () => {
  const { lists, problems } = await after((book) => {
    book.list('basedOn').value = null;
  });
  expect(problems).toEqual([]);
  expect(lists.map(({ isIdentical }) => isIdentical)).toEqual([true]);
});

type Found = Pick<ChecklistProblem, 'code' | 'sheet' | 'row' | 'column' | 'itemId' | 'field'>;

const place = ({ code, sheet, row, column, itemId, field }: ChecklistProblem): Found => ({
  code,
  sheet,
  row,
  column,
  itemId,
  field,
});

const { items: itemsSheet, bases: basesSheet, lists: listsSheet } = words.sheets;
const inItems = { sheet: itemsSheet, row: 3, itemId: secondItem?.id ?? '' };
const basisRow = 2;
const inBases = { sheet: basesSheet, row: basisRow, itemId: firstItem?.id ?? '' };

describe('what cannot be read is named with sheet, row and column', () => {
  const cases: readonly (readonly [string, (book: OpenWorkbook) => void, readonly Found[]])[] = [
    [
      'a renamed sheet',
      (book) => (book.sheet('bases').name = '法律依据'),
      [
        {
          code: 'missing-sheet',
          sheet: basesSheet,
          row: null,
          column: null,
          itemId: null,
          field: '',
        },
      ],
    ],
    [
      'an unknown column',
      (book) => (book.sheet('items').getCell('W1').value = '负责人'),
      [{ code: 'unknown-column', sheet: itemsSheet, row: 1, column: 'W', itemId: null, field: '' }],
    ],
    [
      'a missing column',
      (book) => book.sheet('items').spliceColumns(book.column('items', words.items.clause), 1),
      [{ code: 'missing', sheet: itemsSheet, row: 1, column: null, itemId: null, field: 'clause' }],
    ],
    [
      'an id used twice',
      (book) => (book.item('id', 3).value = firstItem?.id ?? ''),
      [{ ...inItems, code: 'taken-id', column: 'B', itemId: firstItem?.id ?? '', field: 'id' }],
    ],
    [
      'a malformed id',
      (book) => (book.item('id', 3).value = 'CSL_2'),
      [
        { ...inItems, code: 'bad-id', column: 'B', itemId: 'CSL_2', field: 'id' },
        { ...inItems, code: 'missing', column: 'B', itemId: 'CSL_2', field: 'basis' },
      ],
    ],
    [
      'an empty text',
      (book) => (book.item('obligation', 3).value = null),
      [{ ...inItems, code: 'missing', column: 'E', field: 'obligation' }],
    ],
    [
      'a nature that is none',
      (book) => (book.item('nature', 3).value = '重要'),
      [{ ...inItems, code: 'bad-value', column: 'G', field: 'nature' }],
    ],
    [
      'no severity',
      (book) => (book.item('severity', 3).value = null),
      [{ ...inItems, code: 'missing', column: 'H', field: 'severity' }],
    ],
    [
      'no question',
      (book) => (book.item('question', 3).value = '说明安全制度。'),
      [{ ...inItems, code: 'not-a-question', column: 'D', field: 'question' }],
    ],
    [
      'a document type that is none',
      (book) => (book.item('docTypes', 3).value = '合同\n备忘录'),
      [{ ...inItems, code: 'unknown-doc-type', column: 'P', field: 'docTypes' }],
    ],
    [
      'an unknown trait',
      (book) => (book.item('when', 3).value = 'processesPersonalInfo and somethingElse'),
      [{ ...inItems, code: 'unknown-trait', column: 'Q', field: 'when' }],
    ],
    [
      'a condition that cannot be read',
      (book) => (book.item('when', 3).value = '处理个人信息'),
      [{ ...inItems, code: 'unreadable-condition', column: 'Q', field: 'when' }],
    ],
    [
      'a need to confirm without its note',
      (book) => (book.item('confirmationNote', 3).value = null),
      [{ ...inItems, code: 'confirmation-without-note', column: 'T', field: 'confirmationNote' }],
    ],
    [
      'a yes that is none',
      (book) => (book.item('needsConfirmation', 3).value = '也许'),
      [{ ...inItems, code: 'bad-value', column: 'S', field: 'needsConfirmation' }],
    ],
    [
      'a penalty that cites no law known',
      (book) => (book.item('cites', 3).value = '《想象法》第一条'),
      [{ ...inItems, code: 'unknown-law', column: 'O', field: 'penalty.cites[0]' }],
    ],
    [
      'an error value',
      (book) => (book.item('clause', 3).value = { error: '#REF!' }),
      [{ ...inItems, code: 'bad-value', column: 'L', field: 'clause' }],
    ],
    [
      'a formula without a result',
      (book) => (book.item('clause', 3).value = { formula: 'A1&"x"', result: undefined } as never),
      [{ ...inItems, code: 'unreadable', column: 'L', field: 'clause' }],
    ],
    [
      'an unknown law',
      (book) => {
        book.base('code', basisRow).value = 'XYZ';
        book.base('law', basisRow).value = null;
      },
      [{ ...inBases, code: 'unknown-law', column: 'D', field: 'basis[0].code' }],
    ],
    [
      'a name that is not that of the code',
      (book) => (book.base('law', basisRow).value = '中华人民共和国数据安全法'),
      [{ ...inBases, code: 'bad-value', column: 'E', field: 'basis[0].law' }],
    ],
    [
      'no law at all',
      (book) => {
        book.base('code', basisRow).value = null;
        book.base('law', basisRow).value = null;
      },
      [{ ...inBases, code: 'missing', column: 'D', field: 'basis[0].code' }],
    ],
    [
      'an article that is no number',
      (book) => (book.base('article', basisRow).value = '二十三条之一左右'),
      [{ ...inBases, code: 'bad-value', column: 'F', field: 'basis[0].article' }],
    ],
    [
      'an article that does not exist',
      (book) => (book.base('article', basisRow).value = 999),
      [{ ...inBases, code: 'no-such-article', column: 'F', field: 'basis[0].article' }],
    ],
    [
      'a version that is no day',
      (book) => (book.base('lawVersion', basisRow).value = '去年'),
      [{ ...inBases, code: 'bad-value', column: 'M', field: 'basis[0].lawVersion' }],
    ],
    [
      'an unverified basis without its reason',
      (book) => {
        const row = book.baseRow(firstItem?.id ?? '') + 2;
        book.base('reason', row).value = null;
      },
      [
        {
          ...inBases,
          row: 4,
          code: 'unverified-without-reason',
          column: 'K',
          field: 'basis[2].reason',
        },
      ],
    ],
    [
      'a mandatory item without a verified direct basis',
      (book) => (book.base('role', basisRow).value = words.roles.supporting),
      [
        {
          ...inItems,
          row: 2,
          itemId: firstItem?.id ?? '',
          code: 'nature-without-basis',
          column: 'G',
          field: 'nature',
        },
      ],
    ],
    [
      'a basis of nobody',
      (book) => (book.base('owner', 40).value = '没有这一项'),
      [
        {
          code: 'bad-value',
          sheet: basesSheet,
          row: 40,
          column: 'A',
          itemId: null,
          field: 'basis',
        },
      ],
    ],
    [
      'cells of the owner merged away',
      (book) => book.sheet('bases').mergeCells('A2:A3'),
      [{ code: 'missing', sheet: basesSheet, row: 3, column: 'A', itemId: null, field: 'basis' }],
    ],
    [
      'a day that is none',
      (book) => (book.list('effectiveDate').value = '2026年13月1日'),
      [
        {
          code: 'bad-value',
          sheet: listsSheet,
          row: 2,
          column: 'F',
          itemId: null,
          field: 'effectiveDate',
        },
      ],
    ],
    [
      'an unknown base version',
      (book) => (book.list('basedOn').value = '0'.repeat(64)),
      [
        {
          code: 'unknown-base',
          sheet: listsSheet,
          row: 2,
          column: 'H',
          itemId: null,
          field: 'basedOn',
        },
      ],
    ],
    [
      'a malformed id of the list',
      (book) => {
        book.list('id').value = '网络安全清单';
        book
          .sheet('items')
          .getColumn(1)
          .eachCell((cell, row) => {
            if (row > 1) cell.value = null;
          });
      },
      [{ code: 'bad-id', sheet: listsSheet, row: 2, column: 'A', itemId: null, field: 'id' }],
    ],
    [
      'no list',
      (book) => {
        book.sheet('lists').spliceRows(2, 1);
        book.sheet('items').spliceRows(2, 19);
        book.sheet('bases').spliceRows(2, 50);
      },
      [{ code: 'missing', sheet: listsSheet, row: 2, column: null, itemId: null, field: '' }],
    ],
  ];

  test.each(cases)('%s', async (_name, edit, expected) => {
    const { problems } = await after(edit);
    expect(problems.map(place)).toEqual(expected);
  });

  test('an item of a workbook of several lists names its list', async () => {
    const bytes = await edited(await workbookOf('cl-csl', 'cl-pi'), (book) => {
      book.item('list', 3).value = null;
      book.item('list', 4).value = 'cl-nowhere';
    });
    const { problems } = checkWorkbook(bytes);
    expect(problems.map(place).slice(0, 2)).toEqual([
      { code: 'missing', sheet: itemsSheet, row: 3, column: 'A', itemId: null, field: 'list' },
      { code: 'bad-value', sheet: itemsSheet, row: 4, column: 'A', itemId: null, field: 'list' },
    ]);
  });

  test('all that is wrong is said at once', async () => {
    const { problems } = await after((book) => {
      book.item('nature', 2).value = '?';
      book.item('question', 3).value = '甲';
      book.item('when', 4).value = 'and';
      book.base('article', 3).value = '甲';
    });
    expect(problems.map(({ sheet, row }) => [sheet, row])).toEqual([
      [itemsSheet, 2],
      [basesSheet, 3],
      [itemsSheet, 3],
      [itemsSheet, 4],
    ]);
    expect(problems.some(({ itemId }) => itemId === thirdItem?.id)).toBe(true);
  });
});
