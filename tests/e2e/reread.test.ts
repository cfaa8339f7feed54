import { describe, expect, test } from 'vitest';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import { contractDocx, quotes } from '../fixtures/projectFiles.ts';
import { addProject, type DeskCore } from '../helpers/deskCore.ts';
import { asOlderReader, leaveByOlderReader, misread } from '../helpers/olderReader.ts';
import { openPerson } from '../helpers/twoDesks.ts';
import { type DeskUnderTest, hosts, withDesk } from './desk.ts';
import { documentsScreen } from './screens/documentsScreen.ts';
import { projectScreen } from './screens/projectScreen.ts';
import { projectsScreen } from './screens/projectsScreen.ts';
import { rereadScreen } from './screens/rereadScreen.ts';
import { reviewScreen } from './screens/reviewScreen.ts';

const project = '云溪市智慧停车服务平台';
const item = { id: 'csl-mlps-grading', title: '等级保护对象与定级' };
const { reread } = messagesFor('zh-CN').documents;

for (const host of hosts)
  describe.skipIf(host.skipReason !== null /* said in the title */)(host.title, () => {
    const name =
      'a text of an older reader is marked, compared and read again by keyboard; its quotes jump to their passages';
    test(name, { timeout: 180_000 }, () =>
      withDesk(host, async (desk) => {
        await leaveOlderText(desk);
        await desk.reopen();
        await projectsScreen(desk.running.page).open(project);
        await lookAndLeave(desk);
        await readAgain(desk);
        await jump(desk);
      }),
    );
  });

/** A contract as an older reader read it, with a quote that stays, one that moves and one that will not be found. */
async function leaveOlderText({ workspaceDir }: DeskUnderTest): Promise<void> {
  const core = await openPerson('承办律师', workspaceDir);
  try {
    const projectId = await addProject(core);
    const source = core.token({ kind: 'bytes', name: '合同.docx', bytes: contractDocx() });
    const { files } = await core.call('document.intake', {
      commandId: core.id(),
      jobId: core.id(),
      projectId,
      sources: [source],
      type: null,
      supersedes: null,
    });
    const versionId = files[0]?.versionId ?? '';
    const [document] = await core.call('document.list', { projectId });
    leaveByOlderReader(workspaceDir, document?.versions[0]?.sha256 ?? '', asOlderReader);
    for (const quote of [quotes.logs, quotes.drill, misread])
      await quoteAsEvidence(core, projectId, versionId, quote);
  } finally {
    await core.core.close();
  }
}

async function quoteAsEvidence(
  core: DeskCore,
  projectId: string,
  versionId: string,
  quote: string,
): Promise<void> {
  const { start, end } = await core.call('evidence.locate', { versionId, quote });
  await core.call('evidence.add', {
    commandId: core.id(),
    projectId,
    itemId: item.id,
    findingId: null,
    stance: 'contradicts',
    versionId,
    start,
    end,
    quote,
  });
}

/** The comparison alone changes nothing: left by Escape, the mark stands and has the focus again. */
async function lookAndLeave({ running: { page } }: DeskUnderTest): Promise<void> {
  await projectScreen(page).goTo('documents');
  const screen = rereadScreen(page);
  const hasFocus = () => screen.mark('合同').evaluate((mark) => mark === document.activeElement);
  await documentsScreen(page).row('合同').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(hasFocus).toBe(true);
  await page.keyboard.press('Enter');
  await screen.choice('合同', 1).waitFor();
  await page.keyboard.press('Escape');
  await screen.dialog.waitFor({ state: 'detached' });
  await expect.poll(hasFocus).toBe(true);
}

/** A text with a quote that is not found is replaced only where the lawyer says so. */
async function readAgain({ running: { page } }: DeskUnderTest): Promise<void> {
  const screen = rereadScreen(page);
  await screen.all().press('Enter');
  const choice = screen.choice('合同', 1);
  await choice.waitFor();
  const said = reread.quotes({ same: 1, moved: 1, found: 0, lost: 1 });
  await screen.dialog.getByText(said).waitFor();
  await screen.dialog.getByText(misread).waitFor();
  expect([await choice.isChecked(), await screen.replace(0).isDisabled()]).toEqual([false, true]);
  await choice.press('Space');
  await screen.replace(1).press('Enter');
  await screen.done(1).waitFor();
  await screen.dialog.waitFor({ state: 'detached' });
  await screen.mark('合同').waitFor({ state: 'detached' });
  await screen.all().waitFor({ state: 'detached' });
}

async function jump({ running: { page } }: DeskUnderTest): Promise<void> {
  await projectScreen(page).goTo('review');
  const review = reviewScreen(page);
  await review.showAll();
  await review.openItem(item.title);
  const flashing = page.locator('.reader-flash');
  for (const quote of [quotes.logs, quotes.drill]) {
    await review.evidence(quote).press('Enter');
    await flashing.filter({ hasText: quote }).waitFor();
  }
  expect(await page.getByRole('document').getByText('第 1 页').count()).toBe(0);
  const screen = rereadScreen(page);
  expect(await screen.lost().count()).toBe(1);
  await review.evidence(misread).press('Enter');
  await screen.lostJump().waitFor();
}
