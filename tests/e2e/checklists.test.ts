import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { checklistWorkbookZh } from '#shared/i18n/messages/checklistWorkbook.ts';
import { type DeskUnderTest, hosts, withDesk } from './desk.ts';
import { checklistScreen } from './screens/checklistScreen.ts';
import { projectScreen } from './screens/projectScreen.ts';
import { projectsScreen } from './screens/projectsScreen.ts';
import { reviewScreen } from './screens/reviewScreen.ts';
import { workspaceScreen } from './screens/workspaceScreen.ts';

const project = '智慧停车服务平台（一期）';
const list = '网络安全（等级保护、运行安全与事件处置）';
const changed = '网络日志留存不少于六个月';
const kept = '等级保护对象与定级';
const version = '2027.01-律所';

for (const host of hosts)
  describe.skipIf(host.skipReason !== null /* said in the title */)(host.title, () => {
    const name =
      'a checklist edited in Excel reopens the one answer it touches, and carries the others';
    test(name, { timeout: 180_000 }, () =>
      withDesk(host, async (desk) => {
        await begin(desk);
        await revise(desk);
        await update(desk);
      }),
    );
  });

/** A project in which two items are answered. */
async function begin({ running: { page } }: DeskUnderTest): Promise<void> {
  await workspaceScreen(page).create('一组', '承办律师', '清单 修订 发布 四个词');
  await projectsScreen(page).create(project, '市交通运输局');
  await projectScreen(page).heading(project).waitFor();
  await projectScreen(page).goTo('review');
  const review = reviewScreen(page);
  await review.showAll();
  for (const item of [changed, kept]) {
    await review.openItem(item);
    await review.decide('met');
  }
}

/** The list goes out to Excel, one row is changed there, and the next version is published. */
async function revise({ running, workspaceDir }: DeskUnderTest): Promise<void> {
  const checklists = checklistScreen(running.page);
  await checklists.open();
  await checklists.choose(list);
  const workbook = await checklists.exportWorkbook(running);
  const folder = path.join(path.dirname(workspaceDir), 'checklists');
  mkdirSync(folder);
  const [unnamed, edited] = ['未改版本.xlsx', '修订.xlsx'].map((file) =>
    path.join(folder, file),
  ) as [string, string]; // as many as names
  writeFileSync(unnamed, await withRow(workbook, null));
  writeFileSync(edited, await withRow(workbook, version));

  // A version that was published before is refused with the place, and nothing is taken in.
  await checklists.import(running, unnamed);
  await checklists.refused('未改版本.xlsx').waitFor();
  await checklists.import(running, edited);
  await checklists.counts(18, 1, 0, 0).waitFor();
  await checklists.openDraft();
  await checklists.isComplete();
  await checklists.publish();
}

async function update({ running: { page } }: DeskUnderTest): Promise<void> {
  await page.getByRole('link', { name: '项目', exact: true }).click();
  await projectsScreen(page).open(project);
  await projectScreen(page).goTo('overview');
  const checklists = checklistScreen(page);
  await checklists.effect(1, 1, 0, 0).waitFor();
  await checklists.update();

  await projectScreen(page).goTo('review');
  const review = reviewScreen(page);
  await review.showAll();
  await review.openItem(kept);
  expect(await review.verdict('met').isChecked()).toBe(true);
  await review.openItem(changed);
  await checklists.reopened().waitFor();
  expect(await review.verdict('met').isChecked()).toBe(false);
  await review.decide('partial');
  await checklists.reopened().waitFor({ state: 'detached' });
}

/** The workbook with one obligation changed, under a new version label where one is given. */
async function withRow(bytes: Uint8Array, label: string | null): Promise<Uint8Array> {
  const { sheets, items, lists } = checklistWorkbookZh;
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const cell = (sheet: string, row: (title: string) => boolean, column: string) => {
    const grid = workbook.getWorksheet(sheet);
    if (!grid) throw new Error(`no sheet ${sheet}`);
    const texts = Array.from({ length: grid.rowCount }, (_, at) => grid.getRow(at + 1));
    const head = texts.find((one) => rowTexts(one).includes(column));
    const found = texts.find((one) => one !== head && rowTexts(one).some(row));
    if (!head || !found) throw new Error(`no ${column} in ${sheet}`);
    return found.getCell(rowTexts(head).indexOf(column) + 1);
  };
  const obligation = cell(sheets.items, (text) => text === changed, items.obligation);
  obligation.value = `${obligation.text}运维人员的操作日志同样适用。`;
  if (label !== null) cell(sheets.lists, (text) => text === list, lists.version).value = label;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function rowTexts(row: ExcelJS.Row): string[] {
  return Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).text);
}
