import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addProject, type DeskCore, failureOf, openDesk } from '../../helpers/deskCore.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { exportFrom, importOn, openPerson, trustEachOther } from '../../helpers/twoDesks.ts';

let a: DeskCore;
let b: DeskCore;
let projectId: string;
const open: DeskCore[] = [];

beforeEach(async () => {
  a = await openPerson('林若川');
  b = await openPerson('周以宁');
  open.push(a, b);
  await trustEachOther(a, b);
  projectId = await addProject(a);
}, 60_000);
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.core.close();
});

/** The same workspace on a second laptop, which became a device of its own. */
async function renewedCopyOf(desk: DeskCore): Promise<DeskCore> {
  await desk.core.close();
  open.splice(open.indexOf(desk), 1);
  const dir = path.join(temporaryFolder(), 'workspace');
  cpSync(desk.dir, dir, { recursive: true });
  const copy = openDesk(dir);
  open.push(copy);
  await copy.call('sharedFolder.renewDevice', { commandId: copy.id(), source: null });
  return copy;
}

const holdingOn = async (desk: DeskCore) =>
  (await desk.call('project.show', { projectId })).holding;
const rename = (desk: DeskCore, name: string) =>
  desk.call('project.update', { commandId: desk.id(), projectId, patch: { name } });

test('a copy of the workspace that became a new device is as read-only as the desk it was copied from', async () => {
  await exportFrom(a, { projects: [projectId], handOver: '周以宁' });
  const copy = await renewedCopyOf(a);
  expect((await holdingOn(copy)).isReadOnly).toBe(true);
  expect((await failureOf(rename(copy, '改名'))).code).toBe('project-handed-over');
  const again = await renewedCopyOf(copy);
  expect((await holdingOn(again)).isReadOnly).toBe(true);
  await again.call('handoff.takeBack', { commandId: again.id(), projectId });
  await rename(again, '收回后改名');
  expect((await holdingOn(again)).isReadOnly).toBe(false);
});

test('a copy of the desk that holds a project goes on writing in it', async () => {
  const copy = await renewedCopyOf(a);
  expect(await holdingOn(copy)).toMatchObject({
    owner: { person: '林若川' },
    isReadOnly: false,
  });
  await rename(copy, '新设备改名');
});

test('a copy of the desk that holds a project hands it on like that desk', async () => {
  const copy = await renewedCopyOf(a);
  await trustEachOther(copy, b);
  const { bytes } = await exportFrom(copy, { projects: [projectId], handOver: '周以宁' });
  expect((await holdingOn(copy)).isReadOnly).toBe(true);
  await importOn(b, bytes);
  expect(await holdingOn(b)).toMatchObject({ owner: { person: '周以宁' }, isReadOnly: false });
  await copy.call('history.undo', { commandId: copy.id() });
  await rename(copy, '撤销移交后改名');
});

test('what a copy hands to the desk that it was copied from is not the copy’s any more', async () => {
  const copy = await renewedCopyOf(a);
  a = openDesk(a.dir);
  open.push(a);
  await a.call('project.list', {});
  await trustEachOther(a, copy);
  await copy.call('handoff.takeBack', { commandId: copy.id(), projectId });
  await copy.call('history.undo', { commandId: copy.id() });
  expect((await holdingOn(copy)).isReadOnly).toBe(false);
  await copy.call('history.redo', { commandId: copy.id() });
  const { bytes } = await exportFrom(copy, { projects: [projectId], handOver: '林若川' });
  expect((await holdingOn(copy)).isReadOnly).toBe(true);
  expect((await failureOf(rename(copy, '改名'))).code).toBe('project-handed-over');
  await importOn(a, bytes);
  expect((await holdingOn(a)).isReadOnly).toBe(false);
  await rename(a, '原设备改名');
  const again = await renewedCopyOf(copy);
  expect((await holdingOn(again)).isReadOnly).toBe(true);
});

function orderOf(desk: DeskCore, handOver: string | null) {
  return {
    commandId: desk.id(),
    jobId: desk.id(),
    projects: [projectId],
    to: ['周以宁'],
    passphrase: null,
    hint: null,
    since: null,
    handOver,
  };
}
const exportWith = (desk: DeskCore, order: ReturnType<typeof orderOf>) =>
  desk.call('handoff.export', { ...order, jobId: desk.id() });

test.each([null, '周以宁'])(
  'asked again with the same id, export answers as it did and keeps the bytes (hand-over: %s)',
  async (handOver) => {
    const order = orderOf(a, handOver);
    const [first, beside] = await Promise.all([exportWith(a, order), exportWith(a, order)]);
    const again = await exportWith(a, order);
    expect([beside, again]).toEqual([first, first]);
    expect(await a.call('handoff.log', {})).toHaveLength(1);
    const { bytes } = a.core.handoffBytes(first.fileId);
    expect(bytes).toHaveLength(first.sizeBytes);
    const gone = await failureOf(exportWith(a, order));
    expect(gone).toMatchObject({ code: 'handoff-gone', params: { file: first.fileName } });
    expect((await holdingOn(a)).isReadOnly).toBe(handOver !== null);
    if (handOver === null) return;
    await importOn(b, bytes);
    expect((await holdingOn(b)).owner?.person).toBe('周以宁');
  },
);

test('asked again after it was cancelled, a hand-over says so, and another id does it', async () => {
  const order = orderOf(a, '周以宁');
  const building = failureOf(a.call('handoff.export', order));
  await a.call('job.cancel', { jobId: order.jobId });
  expect((await building).code).toBe('cancelled');
  expect((await failureOf(exportWith(a, order))).code).toBe('cancelled');
  expect([await a.call('handoff.log', {}), (await holdingOn(a)).isReadOnly]).toEqual([[], false]);
  const done = await exportWith(a, orderOf(a, '周以宁'));
  expect([done.newOwner, (await holdingOn(a)).isReadOnly]).toEqual(['周以宁', true]);
});

/** The workspace as a process leaves it that is killed between the change of hands and its package. */
async function brokenHandOver(desk: DeskCore) {
  await desk.core.close();
  open.splice(open.indexOf(desk), 1);
  const dir = path.join(temporaryFolder(), 'workspace');
  let isLeft = false;
  const whole = openDesk(desk.dir, {
    emit: (event) => {
      if (isLeft || event.type !== 'data.changed') return;
      isLeft = true;
      cpSync(desk.dir, dir, { recursive: true });
    },
  });
  open.push(whole);
  const order = orderOf(whole, '周以宁');
  await whole.call('handoff.export', order);
  const again = openDesk(dir);
  open.push(again);
  return { again, order };
}

const unfinishedOn = (desk: DeskCore) => desk.call('handoff.unfinished', {});

test('a hand-over that ended before its package was there is said, and can be sealed again', async () => {
  const { again, order } = await brokenHandOver(a);
  const [left, ...others] = await unfinishedOn(again);
  expect(others).toEqual([]);
  expect(left).toMatchObject({
    projectId,
    name: '云溪市智慧停车服务平台',
    owner: { person: '周以宁' },
    isBuilt: false,
  });
  expect(await again.call('workspace.verify', {})).toEqual({
    ok: true,
    problems: [],
    notices: [
      { code: 'hand-over-unfinished', project: left?.name, person: '周以宁', since: left?.since },
    ],
  });
  // The same command goes on where it ended.
  const built = await exportWith(again, order);
  expect([built.newOwner, await unfinishedOn(again)]).toEqual(['周以宁', []]);
  await importOn(b, again.core.handoffBytes(built.fileId).bytes);
  expect((await holdingOn(b)).owner?.person).toBe('周以宁');
  expect(await again.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
});

test('another command seals it again too, and one that is cancelled leaves it as it was', async () => {
  const { again } = await brokenHandOver(a);
  const order = orderOf(again, '周以宁');
  const building = failureOf(again.call('handoff.export', order));
  await again.call('job.cancel', { jobId: order.jobId });
  expect((await building).code).toBe('cancelled');
  expect([(await holdingOn(again)).isReadOnly, await unfinishedOn(again)]).toMatchObject([
    true,
    [{ projectId }],
  ]);
  const built = await exportWith(again, order);
  expect([built.newOwner, await unfinishedOn(again)]).toEqual(['周以宁', []]);
});

test('a hand-over that was never sealed can be taken back, and then nothing is said of it', async () => {
  const { again } = await brokenHandOver(a);
  await again.call('handoff.takeBack', { commandId: again.id(), projectId });
  expect([(await holdingOn(again)).isReadOnly, await unfinishedOn(again)]).toEqual([false, []]);
});

test('so is one whose package was built and lost before it was fetched', async () => {
  const built = await exportWith(a, orderOf(a, '周以宁'));
  expect(await unfinishedOn(a)).toEqual([]);
  await a.core.close();
  open.splice(open.indexOf(a), 1);
  const again = openDesk(a.dir);
  open.push(again);
  expect(await unfinishedOn(again)).toMatchObject([{ projectId, isBuilt: true }]);
  const sealed = await exportFrom(again, { projects: [projectId], handOver: '周以宁' });
  expect(sealed.report.newOwner).toBe(built.newOwner);
  expect(await unfinishedOn(again)).toEqual([]);
});
