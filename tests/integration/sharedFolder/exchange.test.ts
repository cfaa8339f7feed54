import { afterAll, beforeAll, expect, test } from 'vitest';
import { addProject, type DeskCore } from '../../helpers/deskCore.ts';
import {
  look,
  openSealed,
  packagesIn,
  settle,
  share,
  trustAll,
} from '../../helpers/folderDesks.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const folder = temporaryFolder();
const itemId = 'csl-mlps-grading';
let a: DeskCore;
let b: DeskCore;
let projectId: string;

beforeAll(async () => {
  a = await openSealed('林若川');
  b = await openSealed('周以宁');
  await trustAll([a, b]);
  projectId = await addProject(a);
}, 60_000);
afterAll(async () => {
  await a.core.close();
  await b.core.close();
});

const assess = (desk: DeskCore, verdict: 'met' | 'not-met' | 'partial', note?: string) =>
  desk.call('review.assess', {
    commandId: desk.id(),
    projectId,
    itemId,
    patch: { verdict, ...(note !== undefined && { note }) },
  });
const verdictOn = async (desk: DeskCore) =>
  (await desk.call('review.item', { projectId, itemId })).assessment.verdict;

test('what one writes the other takes in by itself; nothing is written twice, and what both have is taken out', async () => {
  await share(a, folder, ['周以宁']);
  await share(b, folder, ['林若川']);
  const first = await look(a);
  expect(first.written).toMatchObject([{ project: '云溪市智慧停车服务平台' }]);
  expect((await look(a)).written).toEqual([]);
  const there = await look(b);
  expect(there.taken).toMatchObject([{ person: '林若川', changes: first.written[0]?.changes }]);
  await settle([a, b]);
  expect((await look(a)).status).toMatchObject({ state: 'reached', ownFiles: 0, problems: [] });
  await assess(a, 'not-met');
  const second = await look(a);
  expect(second.written[0]?.changes).toBeLessThan(10);
  await settle([b, a]);
  expect(await verdictOn(b)).toBe('not-met');
  await assess(b, 'met', '看过了');
  await settle([b, a]);
  expect(await verdictOn(a)).toBe('met');
  expect(packagesIn(folder).length).toBeLessThanOrEqual(2);
  for (const desk of [a, b]) {
    expect(await desk.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
  }
});

test('everything can be written again, for a colleague who lost what they had', async () => {
  await settle([a, b]);
  const again = await look(a, true);
  expect(again.written).toMatchObject([{ project: '云溪市智慧停车服务平台' }]);
  expect(again.written[0]?.changes).toBeGreaterThan(10);
  const there = await look(b);
  expect([there.taken, there.receipts]).toEqual([[], 1]);
});

test('a project that is not shared here waits although automatic import is on', async () => {
  await settle([a, b]);
  await share(b, folder, ['林若川'], { projects: [projectId] });
  const other = await addProject(a);
  await look(a);
  const { status, taken } = await look(b);
  expect([taken, status.waiting.map((one) => one.reasons)]).toEqual([[], [['project']]]);
  await share(b, folder, ['林若川'], { projects: [projectId, other] });
  expect((await look(b)).taken).toHaveLength(1);
});

test('a colleague of a colleague: what comes round goes in once, in whatever order it is found', async () => {
  const c = await openSealed('吴既白');
  await trustAll([a, b, c].slice(1));
  await share(b, folder, ['林若川', '吴既白']);
  await share(c, folder, ['周以宁']);
  await assess(a, 'partial', '甲写的');
  await settle([a, b, c]);
  // C and A do not know each other: it came by way of B, with who wrote it.
  expect(await verdictOn(c)).toBe('partial');
  const [latest] = await c.call('history.of', { projectId, itemId });
  expect(latest).toMatchObject({ by: '林若川' });
  await assess(c, 'met', '丙写的');
  await settle([c, b, a]);
  expect(await verdictOn(a)).toBe('met');
  await c.core.close();
});
