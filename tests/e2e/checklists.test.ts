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
  const write = async (name: string, change: (obligation: string) => string): Promise<string> => {
    const file = path.join(folder, name);
    writeFileSync(file, await withObligation(workbook, change));
    return file;
  };

  // A row that lacks something is refused with its place, and nothing is taken in.
  await checklists.import(running, await write('缺义务.xlsx', () => ''));
  await checklists.refused('缺义务.xlsx').waitFor();
  const edited = await write('修订.xlsx', (said) => `${said}运维人员的操作日志同样适用。`);
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

/** The workbook with the obligation of one item changed. */
async function withObligation(
  bytes: Uint8Array,
  change: (obligation: string) => string,
): Promise<Uint8Array> {
  const { sheets, items } = checklistWorkbookZh;
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = workbook.getWorksheet(sheets.items);
  const rows = Array.from({ length: sheet?.rowCount ?? 0 }, (_, at) => sheet?.getRow(at + 1));
  const texts = rows.map((row) => (row ? rowTexts(row) : []));
  const column = texts.find((one) => one.includes(items.obligation))?.indexOf(items.obligation);
  const row = rows[texts.findIndex((one) => one.includes(changed))];
  if (row === undefined || column === undefined) throw new Error('the workbook has no such item');
  const cell = row.getCell(column + 1);
  cell.value = change(cell.text);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function rowTexts(row: ExcelJS.Row): string[] {
  return Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).text);
}
