import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChecklistFile } from '#shared/domain/library/libraryFile.ts';
import { defaultExtractLimits as limits } from '#shared/domain/text/extractMessage.ts';
import { sealChecklist } from '../../../electron/core/library/checklistFile.ts';
import { listHash } from '../../../electron/core/library/seal.ts';
import { draftHash, isIdentical } from '../../../electron/core/library/interchange/listChanges.ts';
import { exchangedList } from '../../../electron/core/library/interchange/readList.ts';
import { readWorkbook } from '../../../electron/core/library/interchange/workbookRead.ts';
import { writeWorkbook } from '../../../electron/core/library/interchange/workbookWrite.ts';
import { readXlsx } from '../../../electron/workers/xlsx/readXlsx.ts';
import {
  bundled,
  checkWorkbook,
  edited,
  library,
  workbookOf,
} from '../../helpers/checklistWorkbook.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const officeDirs = ['/usr/lib/libreoffice/program', '/opt/libreoffice/program'];
const office = officeDirs.map((dir) => path.join(dir, 'soffice')).find(existsSync);
/** The part of LibreOffice that opens workbooks is a package of its own. */
const hasCalc = officeDirs.some((dir) => existsSync(path.join(dir, 'libsclo.so')));

function throughLibreOffice(bytes: Uint8Array): Uint8Array {
  const dir = temporaryFolder();
  const file = path.join(dir, 'library.xlsx');
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=file://${path.join(dir, 'profile')}`;
  const filter = 'xlsx:Calc MS Excel 2007 XML';
  const out = path.join(dir, 'out');
  execFileSync(
    office ?? 'soffice',
    [profile, '--headless', '--convert-to', filter, '--outdir', out, file],
    { stdio: 'ignore', timeout: 120_000 },
  );
  return new Uint8Array(readFileSync(path.join(out, 'library.xlsx')));
}

/** Every bundled list is found unchanged: same hashes of items, in the same order, with the same rules of text. */
function expectUnchanged(bytes: Uint8Array): void {
  const { lists, problems } = checkWorkbook(bytes);
  expect(problems).toEqual([]);
  expect(lists.map(({ list }) => [list.id, listHash(list.items.map(draftHash))])).toEqual(
    library.files.map(({ id, hash }) => [id, hash]),
  );
  expect(lists.map(({ isIdentical }) => isIdentical)).toEqual(library.files.map(() => true));
}

describe('a workbook of the whole library', () => {
  test('comes back with every hash as it was', async () => {
    expectUnchanged(await workbookOf());
  });

  test('comes back with every hash as it was after another program saved it', async () => {
    expectUnchanged(await edited(await workbookOf(), () => undefined));
  });

  test.skipIf(!hasCalc)(
    'comes back with every hash as it was through LibreOffice (skipped where Calc is not installed)',
    async () => {
      expectUnchanged(throughLibreOffice(await workbookOf()));
    },
    180_000,
  );

  test('has the same bytes each time it is written', async () => {
    expect(await workbookOf()).toEqual(await workbookOf());
  });

  test.each(library.files.map(({ id }) => id))('of %s alone comes back unchanged', async (id) => {
    const { lists, problems } = checkWorkbook(await workbookOf(id));
    expect(problems).toEqual([]);
    expect(lists.map((one) => [one.list.id, one.isIdentical])).toEqual([[id, true]]);
  });
});

test('one changed row changes the hash of one item, and no other', async () => {
  const bytes = await edited(await workbookOf(), (book) => {
    book.item('recommendation', 9).value = '建议补充等级测评的时间安排。';
  });
  const { lists, problems } = checkWorkbook(bytes);
  expect(problems).toEqual([]);
  const changed = lists.flatMap(({ list, base }) =>
    list.items.filter((item, index) => draftHash(item) !== base?.items[index]?.hash),
  );
  expect(changed.map(({ id }) => id)).toEqual([bundled('cl-csl').items[7]?.id]);
  expect(lists.map(({ counts }) => counts)).toEqual(
    library.files.map(({ id, items }) => ({
      same: items.length - (id === 'cl-csl' ? 1 : 0),
      changed: id === 'cl-csl' ? 1 : 0,
      added: 0,
      removed: 0,
    })),
  );
  // What is not in the table stays: rules of text, and the label only where something changed.
  expect(lists[0]?.list.items.map(({ signals }) => signals)).toEqual(
    bundled('cl-csl').items.map(({ signals }) => signals),
  );
  expect(lists.slice(0, 2).map(({ list }) => list.head.version)).toEqual([
    '2026.11-v2',
    '2026.11-v1',
  ]);
});

const oddTexts = [
  '=1+1',
  "'=1+1",
  "''=1+1",
  '-- 甲',
  '+乙',
  '@丙',
  '＝丁',
  '_x000A_ 与 _x005F_',
  ' 首尾空格 ',
  '第一行\r\n第二行',
  '\u3000全角空格\u3000',
  '<&>"\'',
  '多\n\n行\n',
  '控制\u0001字符',
  '半个\uD800字',
  '😀𠀀',
  '\t制表',
];

/** A version of one item with a text in every place that takes any. */
function versionWith(text: string): ChecklistFile {
  const { head, items } = exchangedList(bundled('cl-csl'));
  const [first] = items;
  if (!first) throw new Error('no item');
  const item = {
    ...first,
    title: text,
    clause: text,
    note: text,
    penalty: { ...first.penalty, enterprise: text },
    basis: first.basis.map((basis) => ({ ...basis, keyword: basis.keyword && text })),
  };
  return sealChecklist({
    id: 'cl-odd',
    order: 30,
    head: { ...head, titleZh: text },
    items: [item],
  });
}

test.each(oddTexts)('a version that holds %j comes back to the letter', async (text) => {
  const file = versionWith(text);
  const bytes = await writeWorkbook([exchangedList(file)], library);
  const context = { versionOf: () => file, currentOf: () => null };
  const { lists, problems } = readWorkbook(readXlsx(bytes, limits), library, context);
  expect(problems).toEqual([]);
  expect(lists.map((list) => isIdentical(file, list))).toEqual([true]);
});

test.each(oddTexts)(
  'without its base, %j comes back but for what no cell can hold',
  async (text) => {
    const bytes = await writeWorkbook(
      [{ ...exchangedList(versionWith(text)), basedOn: null }],
      library,
    );
    const context = { versionOf: () => null, currentOf: () => null };
    const { lists } = readWorkbook(readXlsx(bytes, limits), library, context);
    const plain = text
      .replace(/\r\n/g, '\n')
      .replace(/(?!\n)\p{Cc}|\uD800/gu, '')
      .trim();
    expect(lists[0]?.items[0]?.clause).toBe(plain);
  },
);

test('no cell of a workbook is a formula, and none begins like one', async () => {
  const [first] = exchangedList(bundled('cl-csl')).items;
  if (!first) throw new Error('no item');
  const list = {
    ...exchangedList(bundled('cl-csl')),
    items: [{ ...first, title: '=HYPERLINK("a")', note: '@SUM(A1)', clause: '-2+3' }],
  };
  const found: string[] = [];
  await edited(await writeWorkbook([list], library), ({ book }) => {
    book.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          const { value } = cell;
          if (typeof value === 'object' && value !== null) found.push(cell.address);
          if (typeof value === 'string' && /^[=+\-@]/.test(value)) found.push(cell.address);
        });
      });
    });
  });
  expect(found).toEqual([]);
});

test('closed values are chosen from lists, the header stays in sight', async () => {
  await edited(await workbookOf('cl-pi'), (book) => {
    expect(book.item('nature').dataValidation).toMatchObject({
      type: 'list',
      formulae: ["'取值'!$A$2:$A$4"],
    });
    expect(book.item('severity', 300).dataValidation).toMatchObject({ type: 'list' });
    expect(book.base('verified').dataValidation).toMatchObject({ type: 'list' });
    expect(book.sheet('items').views).toMatchObject([{ state: 'frozen', xSplit: 3, ySplit: 1 }]);
    expect(book.book.worksheets.map(({ name }) => name)).toEqual([
      '说明',
      '清单',
      '审查项',
      '依据',
      '取值',
    ]);
  });
});
