import { renameSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { addNamed, CopiedDesks, isSound, namesOn, renew } from '../../helpers/copiedDesks.ts';
import { type DeskCore, addProject, failureOf } from '../../helpers/deskCore.ts';
import { deviceOf, look, settle, trustAll } from '../../helpers/folderDesks.ts';
import { exportFrom, importOn, trustEachOther } from '../../helpers/twoDesks.ts';

const desks = new CopiedDesks();
afterEach(() => desks.close());

test('without a shared folder: the package that was refused shows from where on the numbers differ', async () => {
  const colleague = await desks.person('周以宁');
  const first = await desks.person('林若川');
  await trustAll([first, colleague]);
  await addNamed(first, '两份都有');
  await importOn(colleague, (await exportFrom(first)).bytes);
  const { desk, copy } = await desks.copyOf(first);
  await addNamed(desk, '只在第一台');
  await addNamed(copy, '只在第二台');
  await importOn(colleague, (await exportFrom(desk)).bytes);
  const { bytes } = await exportFrom(colleague);
  const refused = await failureOf(importOn(copy, bytes));
  expect(refused).toMatchObject({ code: 'handoff-forked' });
  const source = copy.token({ kind: 'bytes', name: 'x.counsel-handoff', bytes });
  const { moved } = await renew(copy, source);
  expect(moved).toBeGreaterThan(0);
  await trustEachOther(copy, colleague);
  await importOn(copy, bytes);
  await importOn(colleague, (await exportFrom(copy)).bytes);
  for (const one of [copy, colleague]) {
    expect(await namesOn(one)).toEqual(['两份都有', '只在第一台', '只在第二台'].sort());
    await isSound(one);
  }
  // Undo goes on working for what was taken along.
  await copy.call('history.undo', { commandId: copy.id() });
  expect(await namesOn(copy)).toEqual(['两份都有', '只在第一台']);
}, 60_000);

test('a folder that is away cannot show how far the copies went together, and nothing is renumbered blindly', async () => {
  const { folder, colleague, first } = await desks.team((desk) => addNamed(desk, '两份都有'));
  const { desk, copy } = await desks.copyOf(first);
  const device = await deviceOf(copy);
  await addNamed(desk, '只在第一台');
  await addNamed(copy, '只在第二台');
  await settle([desk, colleague]);
  expect((await look(copy)).status.state).toBe('copied');
  renameSync(folder, `${folder}-away`);
  expect((await failureOf(renew(copy))).code).toBe('folder-unreachable');
  expect(await deviceOf(copy)).toBe(device);
  renameSync(`${folder}-away`, folder);
  expect((await renew(copy)).moved).toBeGreaterThan(0);
  await trustEachOther(copy, colleague);
  await importOn(colleague, (await exportFrom(copy)).bytes);
  expect(await namesOn(colleague)).toEqual(['两份都有', '只在第一台', '只在第二台'].sort());
}, 60_000);

test('where nothing shows another copy, nothing changes its number; asked twice, it is one new device', async () => {
  const desk = await desks.person('林若川');
  const projectId = await addProject(desk);
  const former = await deviceOf(desk);
  const id = desk.id();
  const done = await desk.call('sharedFolder.renewDevice', { commandId: id, source: null });
  expect(done).toMatchObject({ formerDevice: former, moved: 0, builtOn: 0 });
  const again = await desk.call('sharedFolder.renewDevice', { commandId: id, source: null });
  expect(again).toEqual(done);
  await desk.call('project.update', { commandId: desk.id(), projectId, patch: { name: '之后' } });
  await isSound(desk);
  const reopened = await desks.reopened(desk);
  expect([await deviceOf(reopened), await namesOn(reopened)]).toEqual([done.device, ['之后']]);
  await isSound(reopened);
});

test('changes that a colleague has built on keep their number, and it is said', async () => {
  const { colleague, first, begun: projectId } = await desks.team(addProject);
  const { desk, copy } = await desks.copyOf(first);
  const name = (one: DeskCore, text: string) =>
    one.call('project.update', { commandId: one.id(), projectId, patch: { name: text } });
  // The colleague builds on what the second wrote, and the second has that back.
  await name(copy, '第二台改的');
  await settle([copy, colleague]);
  await name(colleague, '同事接着改的');
  await settle([colleague, copy]);
  await name(desk, '第一台改的');
  expect((await look(desk)).status.state).toBe('copied');
  const other = await exportFrom(desk);
  const source = copy.token({ kind: 'bytes', name: 'x.counsel-handoff', bytes: other.bytes });
  const onSecond = await renew(copy, source);
  expect(onSecond).toMatchObject({ builtOn: 1 });
  await isSound(copy);
  // The other one, on which nobody built, takes its changes along, and can exchange again.
  const { moved } = await renew(desk);
  expect(moved).toBeGreaterThan(0);
  await trustEachOther(desk, colleague);
  const report = await importOn(colleague, (await exportFrom(desk)).bytes);
  expect(report.conflicts.length).toBe(1);
  await isSound(colleague);
}, 60_000);
