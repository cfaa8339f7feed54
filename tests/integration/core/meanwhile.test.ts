import { afterEach, expect, test } from 'vitest';
import { contractDocx } from '../../fixtures/projectFiles.ts';
import { addProject, type DeskCore, failureOf, openWorkspace } from '../../helpers/deskCore.ts';
import { bytesSource, takeIn } from '../../helpers/takeIn.ts';

const desks: DeskCore[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.core.close();
});

async function deskWithProject() {
  const desk = await openWorkspace();
  desks.push(desk);
  return { desk, projectId: await addProject(desk) };
}

test('memos issued at the same time have numbers of their own', async () => {
  const { desk, projectId } = await deskWithProject();
  await takeIn(desk, projectId, [bytesSource('合同.docx', contractDocx())]);
  const { checks } = await desk.call('memo.preview', { projectId });
  const issue = () =>
    desk.call('memo.write', {
      commandId: desk.id(),
      projectId,
      isDraft: false,
      acknowledged: checks.map((check) => check.code),
    });
  const issued = await Promise.all([issue(), issue(), issue()]);
  expect(issued.map((memo) => String(memo.number)).sort()).toEqual([
    '〔2026〕合规审字第001号',
    '〔2026〕合规审字第002号',
    '〔2026〕合规审字第003号',
  ]);
  expect(new Set(issued.map((memo) => memo.sha256)).size).toBe(3);
});

test('a workspace locked while a memo is laid out says so', async () => {
  const { desk, projectId } = await deskWithProject();
  const order = { commandId: desk.id(), projectId, isDraft: true, acknowledged: [] };
  const writing = failureOf(desk.call('memo.write', order));
  await desk.call('workspace.lock', {});
  expect((await writing).code).toBe('workspace-locked');
});

test('new versions that come in together are numbered one after the other', async () => {
  const { desk, projectId } = await deskWithProject();
  const [first] = await takeIn(desk, projectId, [bytesSource('合同.docx', contractDocx())]);
  const documentId = first?.documentId ?? '';
  const versions = ['乙', '丙'].map((extra) =>
    takeIn(desk, projectId, [bytesSource(`合同${extra}.docx`, contractDocx(extra))], {
      supersedes: documentId,
    }),
  );
  await Promise.all(versions);
  const [document] = await desk.call('document.list', { projectId });
  expect(document?.versions.map((version) => version.number)).toEqual([1, 2, 3]);
});

test('a new version of a document that was removed meanwhile is refused, not hidden with it', async () => {
  const { desk, projectId } = await deskWithProject();
  const [first] = await takeIn(desk, projectId, [bytesSource('合同.docx', contractDocx())]);
  const documentId = first?.documentId ?? '';
  const taking = takeIn(desk, projectId, [bytesSource('合同二.docx', contractDocx('二'))], {
    supersedes: documentId,
  });
  await desk.call('document.remove', { commandId: desk.id(), documentId });
  expect(await taking).toMatchObject([{ status: 'refused', error: { code: 'not-found' } }]);
});
