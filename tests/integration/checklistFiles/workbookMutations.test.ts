import type { Cell } from 'exceljs';
import { expect, test } from 'vitest';
import { draftHash } from '../../../electron/core/library/interchange/listChanges.ts';
import { sealChecklist } from '../../../electron/core/library/checklistFile.ts';
import { bundled, checkWorkbook, edited, workbookOf } from '../../helpers/checklistWorkbook.ts';
import { Seeded } from '../../helpers/seeded.ts';

const list = bundled('cl-project-secrecy');

const values: readonly (() => Cell['value'])[] = [
  () => null,
  () => '',
  () => '　',
  () => 0,
  () => -1,
  () => 1e300,
  () => 3.25,
  () => true,
  () => new Date('1899-12-30T00:00:00Z'),
  () => new Date('2026-02-28T10:00:00Z'),
  () => ({ error: '#N/A' }),
  () => ({ formula: 'A1', result: '甲' }),
  () => ({ formula: 'A1/0', result: { error: '#DIV/0!' } }),
  () => ({ richText: [{ text: '一' }, { text: '\n二' }] }),
  () => ({ text: '链接', hyperlink: 'https://example.invalid/' }),
  () => '第九千九百九十九条',
  () => '((((not',
  () => '__proto__',
  () => 'constructor',
  () => '《',
  () => '；；；、、、',
  () => '_xFFFF_',
  () => "'=1",
  () => '\uD83D\uDE00'.repeat(200),
  () => '长'.repeat(32_000),
  () => list.items[0]?.id ?? '',
  () => 'cl-pi',
];

/** Cells of the tables, edited at random; rows and columns inserted, removed and doubled. */
async function mutated(bytes: Uint8Array, random: Seeded): Promise<Uint8Array> {
  return edited(bytes, (book) => {
    for (let turn = 1 + random.int(6); turn > 0; turn -= 1) {
      const sheet = book.sheet(random.pick(['lists', 'items', 'items', 'bases', 'bases']));
      const row = 1 + random.int(sheet.rowCount + 1);
      const column = 1 + random.int(sheet.columnCount + 1);
      const kind = random.int(20);
      if (kind === 0) sheet.spliceRows(row, 1);
      else if (kind === 1 && sheet.findRow(row)) sheet.duplicateRow(row, 1, true);
      else if (kind === 2) sheet.spliceColumns(column, 1);
      else if (kind === 3 && !sheet.getCell(row, column).isMerged)
        sheet.mergeCells(row, column, row + 1, column + 1);
      else sheet.getCell(row, column).value = random.pick(values)();
    }
  });
}

test('random edits are read or named, never an internal error, and what is read can be published', async () => {
  const bytes = await workbookOf(list.id);
  const outcomes = { read: 0, refused: 0 };
  for (let seed = 1; seed <= 60; seed += 1) {
    const { lists, problems } = checkWorkbook(await mutated(bytes, new Seeded(seed)));
    for (const { code, sheet } of problems) expect([code, typeof sheet]).toEqual([code, 'string']);
    if (problems.length > 0) {
      outcomes.refused += 1;
      continue;
    }
    outcomes.read += 1;
    for (const { list: one } of lists) {
      const { id, head, items } = one;
      const file = sealChecklist({ id: id ?? 'cl-own-new', order: 1, head, items });
      expect(file.items.map(({ hash }) => hash)).toEqual(items.map(draftHash));
    }
  }
  expect(outcomes.read).toBeGreaterThan(0);
  expect(outcomes.refused).toBeGreaterThan(0);
}, 300_000);
