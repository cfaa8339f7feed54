import { describe, expect, test } from 'vitest';
import type { ChecklistProblem } from '#shared/domain/library/checklistVersion.ts';
import { checklistWorkbookZh as words } from '#shared/i18n/messages/checklistWorkbook.ts';
import {
  bundled,
  checkEdited,
  checkWorkbook,
  edited,
  type OpenWorkbook,
  workbookOf,
} from '../../helpers/checklistWorkbook.ts';

const [firstItem, secondItem, thirdItem] = bundled('cl-csl').items;

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
    const { problems } = await checkEdited(edit);
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
    const { problems } = await checkEdited((book) => {
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
