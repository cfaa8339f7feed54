import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { contractDocx, designPdf, quotes } from '../fixtures/projectFiles.ts';
import { type DeskUnderTest, hosts, withDesk } from './desk.ts';
import { documentsScreen } from './screens/documentsScreen.ts';
import { findingsScreen } from './screens/findingsScreen.ts';
import { memoScreen } from './screens/memoScreen.ts';
import { projectScreen } from './screens/projectScreen.ts';
import { projectsScreen } from './screens/projectsScreen.ts';
import { reviewScreen } from './screens/reviewScreen.ts';
import { traitsScreen } from './screens/traitsScreen.ts';
import { workspaceScreen } from './screens/workspaceScreen.ts';

const passphrase = '停车 平台 数据 四个词';
const project = '智慧停车服务平台（一期）';
const items = {
  grading: '等级保护对象与定级',
  logs: '网络日志留存不少于六个月',
  classification: '数据分类分级',
  /** Applies because of the answered trait. */
  testing: '等级测评与整改责任',
} as const;
const problem = '合同约定日志仅保存九十日，少于法定的六个月。';
const note = '方案写明第三级，并由建设单位组织测评。';

for (const host of hosts)
  describe.skipIf(host.skipReason !== null /* said in the title */)(host.title, () => {
    const name =
      'a lawyer takes a project from its files to an issued memo, and finds everything again';
    test(name, { timeout: 300_000 }, () =>
      withDesk(host, async (desk) => {
        await begin(desk);
        await takeIn(desk);
        await scope(desk);
        await review(desk);
        await issueMemo(desk);
        await desk.reopen();
        await findAgain(desk);
      }),
    );
  });

async function begin({ running: { page } }: DeskUnderTest): Promise<void> {
  await workspaceScreen(page).create('一组', '承办律师', passphrase);
  await projectsScreen(page).create(project, '市交通运输局');
  await projectScreen(page).heading(project).waitFor();
}

async function takeIn({ running, workspaceDir }: DeskUnderTest): Promise<void> {
  const files = path.join(path.dirname(workspaceDir), 'files');
  mkdirSync(files);
  const [design, contract, broken] = ['建设方案.pdf', '运行维护合同.docx', '损坏.pdf'].map((name) =>
    path.join(files, name),
  ) as [string, string, string]; // as many as names
  writeFileSync(design, designPdf());
  writeFileSync(contract, contractDocx());
  writeFileSync(broken, '%PDF-1.7 and nothing more');
  const documents = documentsScreen(running.page);
  await projectScreen(running.page).goTo('documents');
  await documents.add(running, [design, contract, broken]);
  await documents.summary(2, 0, 1).waitFor();
  await documents.row('建设方案').waitFor();
  await documents.row('运行维护合同').waitFor();
}

async function scope({ running: { page } }: DeskUnderTest): Promise<void> {
  await projectScreen(page).goTo('overview');
  const traits = traitsScreen(page);
  await traits.open();
  await traits.answer('等级保护三级及以上', 'yes');
  await traits.answer('处理个人信息', 'no');
}

async function review({ running: { page } }: DeskUnderTest): Promise<void> {
  await projectScreen(page).goTo('review');
  const desk = reviewScreen(page);
  await desk.showAll();
  await desk.item(items.testing).waitFor();

  await desk.openItem(items.grading);
  await desk.openDocument('建设方案');
  await desk.decide('met');
  await desk.attach(quotes.grading, 1);
  await desk.writeNote(note);

  await desk.openItem(items.logs);
  await desk.openDocument('运行维护合同');
  await desk.decide('not-met');
  await desk.attach(quotes.logs, 1);
  const field = await desk.addFinding();
  await field.fill(problem);
  await desk.leaveField();

  await desk.openItem(items.classification);
  await desk.openDocument('建设方案');
  await desk.decide('partial');
  await desk.attachLastSentence(quotes.cloud, 1);
}

async function issueMemo({ running }: DeskUnderTest): Promise<void> {
  const { page } = running;
  await projectScreen(page).goTo('findings');
  await findingsScreen(page).count(1).waitFor();
  await projectScreen(page).goTo('memo');
  const memo = memoScreen(page);
  await memo.acknowledgeAll();
  await memo.issue();
  const docx = await memo.save(running);
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  const text = xml.replaceAll(/<[^>]+>/g, '');
  for (const part of [project, problem, quotes.logs, '建设方案', '运行维护合同', note])
    expect(text).toContain(part);
}

async function findAgain({ running: { page } }: DeskUnderTest): Promise<void> {
  await workspaceScreen(page).unlock(passphrase);
  await projectsScreen(page).open(project);
  await projectScreen(page).goTo('review');
  const desk = reviewScreen(page);
  await desk.showAll();
  for (const [item, verdict, quote] of [
    [items.grading, 'met', quotes.grading],
    [items.logs, 'not-met', quotes.logs],
    // Chosen by sentence, so with its full stop.
    [items.classification, 'partial', `${quotes.cloud}。`],
  ] as const) {
    await desk.openItem(item);
    await desk.evidence(quote).waitFor();
    expect(await desk.verdict(verdict).isChecked()).toBe(true);
  }
  await desk.openItem(items.grading);
  expect(await desk.note().inputValue()).toBe(note);
  await projectScreen(page).goTo('findings');
  expect(await findingsScreen(page).problem().inputValue()).toBe(problem);
  await projectScreen(page).goTo('memo');
  await memoScreen(page).issued().waitFor();
}
