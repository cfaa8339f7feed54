import { afterEach, beforeEach, expect, test } from 'vitest';
import { addProject, type DeskCore, failureOf } from '../../helpers/deskCore.ts';
import {
  exportFrom,
  importOn,
  openPerson,
  previewOn,
  trustEachOther,
} from '../../helpers/twoDesks.ts';

let a: DeskCore;
let b: DeskCore;
let projectId: string;

beforeEach(async () => {
  a = await openPerson('王芳');
  b = await openPerson('李明');
  await trustEachOther(a, b);
  projectId = await addProject(a);
}, 60_000);
afterEach(async () => {
  for (const desk of [a, b]) await desk.core.close();
});

const orderOf = (openId: string) => ({
  commandId: b.id(),
  openId,
  rule: 'ask' as const,
  choices: [],
});

test('one file opened twice and imported at once goes in once', async () => {
  const { bytes } = await exportFrom(a);
  const [one, other] = [await previewOn(b, bytes), await previewOn(b, bytes)];
  const [first, second] = await Promise.all([
    b.call('handoff.import', { ...orderOf(one.openId), jobId: b.id() }),
    b.call('handoff.import', { ...orderOf(other.openId), jobId: b.id() }),
  ]);
  expect([first.new, first.identical]).toEqual([first.total, 0]);
  expect([second.new, second.identical, second.importNumber]).toEqual([0, second.total, null]);
  expect(await b.call('handoff.log', {})).toHaveLength(1);
  expect(await b.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
});

test('an import asked for twice with one id, the second time while the first is at work, answers alike', async () => {
  const { bytes } = await exportFrom(a);
  const order = orderOf((await previewOn(b, bytes)).openId);
  const [first, second] = await Promise.all([
    b.call('handoff.import', { ...order, jobId: b.id() }),
    b.call('handoff.import', { ...order, jobId: b.id() }),
  ]);
  expect(second).toEqual(first);
  expect(await b.call('handoff.import', { ...order, jobId: b.id() })).toEqual(first);
  expect(await b.call('handoff.log', {})).toHaveLength(1);
});

test('of two people with one name only a device or a fingerprint tells which is meant', async () => {
  const c = await openPerson('王芳');
  await trustEachOther(b, c);
  await importOn(b, (await exportFrom(a)).bytes);
  const refused = await failureOf(exportFrom(b, { projects: [projectId], to: ['王芳'] }));
  expect(refused.code).toBe('handoff-recipient-unknown');
  const { fingerprint } = await c.call('handoff.identity', {});
  const { bytes } = await exportFrom(b, { projects: [projectId], to: [fingerprint.digits] });
  expect((await failureOf(previewOn(a, bytes))).code).toBe('handoff-not-for-us');
  expect((await importOn(c, bytes)).new).toBeGreaterThan(0);
  await c.core.close();
});

test('names of emoji, full width and any length go there and back as they were written', async () => {
  const name = `${'长'.repeat(150)}🚧Ａｂｃ１２３\u{1F469}\u200D\u2696\uFE0F`;
  await a.call('project.update', { commandId: a.id(), projectId, patch: { name } });
  const { bytes, fileName } = await exportFrom(a);
  expect([...fileName].length).toBeLessThan(130);
  expect(Buffer.from(fileName, 'utf8').toString('utf8')).toBe(fileName);
  expect(Buffer.byteLength(fileName, 'utf8')).toBeLessThanOrEqual(255);
  const { projects } = await importOn(b, bytes);
  expect(projects.map((one) => one.name)).toEqual([name]);
  expect((await b.call('project.show', { projectId })).name).toBe(name);
});
