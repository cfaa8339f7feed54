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
