import { copyFileSync, cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { addNamed, CopiedDesks, isSound, namesOn, renew } from '../../helpers/copiedDesks.ts';
import { type DeskCore, addProject, failureOf } from '../../helpers/deskCore.ts';
import { deviceOf, look, settle, share, teamOf, trustAll } from '../../helpers/folderDesks.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { trustEachOther } from '../../helpers/twoDesks.ts';

const desks = new CopiedDesks();
afterEach(() => desks.close());

/** Everything the team must agree on, whoever wrote it. */
async function seenBy(desk: DeskCore): Promise<unknown> {
  const projects = await desk.call('project.list', {});
  const sorted = projects.toSorted((x, y) => (x.id < y.id ? -1 : 1));
  return Promise.all(
    sorted.map(async ({ id }) => {
      const { holding: _ownView, ...project } = await desk.call('project.show', { projectId: id });
      return { project, findings: await desk.call('finding.list', { projectId: id }) };
    }),
  );
}

test('two laptops with one workspace: the second notices, writes nothing, becomes a new device, and all is there', async () => {
  const { folder, colleague, first } = await desks.team((desk) => addNamed(desk, '两份都有'));
  const { desk, copy } = await desks.copyOf(first);
  const device = await deviceOf(desk);
  // Both go on under the same numbers.
  await addNamed(desk, '只在第一台');
  await addNamed(copy, '只在第二台');
  await addNamed(copy, '第二台的另一个');
  await settle([desk, colleague]);
  const noticed = await look(copy);
  expect([noticed.status.state, noticed.written]).toEqual(['copied', []]);
  const kept = await failureOf(copy.call('sharedFolder.keepDevice', { commandId: copy.id() }));
  expect(kept.code).toBe('device-still-used');
  const before = await copy.call('workspace.info', {});
  const done = await renew(copy);
  expect(done).toMatchObject({ formerDevice: device, builtOn: 0 });
  expect(done.device).not.toBe(device);
  expect(done.moved).toBeGreaterThan(0);
  const after = await copy.call('workspace.info', {});
  expect([after.deviceId, after.person, after.name]).toEqual([
    done.device,
    before.person,
    before.name,
  ]);
  expect(await namesOn(copy)).toEqual(['两份都有', '只在第二台', '第二台的另一个'].sort());
  await isSound(copy);
  // A stranger to the colleague until the new contact is exchanged; the first laptop goes on as before.
  await trustEachOther(copy, colleague);
  await trustEachOther(copy, desk);
  await share(copy, folder, ['周以宁', device]);
  await share(colleague, folder, [device, done.device]);
  await share(desk, folder, ['周以宁', done.device]);
  await settle([copy, colleague, desk]);
  expect((await look(desk)).status.state).toBe('reached');
  const all = ['两份都有', '只在第一台', '只在第二台', '第二台的另一个'].sort();
  for (const one of [desk, copy, colleague]) {
    expect(await namesOn(one)).toEqual(all);
    await isSound(one);
    expect((await look(one)).status).toMatchObject({ state: 'reached', problems: [] });
  }
  expect(await seenBy(copy)).toEqual(await seenBy(colleague));
  expect(await seenBy(desk)).toEqual(await seenBy(colleague));
}, 60_000);

test('what both wrote into one item comes out as a disagreement that a person settles', async () => {
  const { folder, colleague, first, begun: projectId } = await desks.team(addProject);
  const { desk, copy } = await desks.copyOf(first);
  const name = (one: DeskCore, text: string) =>
    one.call('project.update', { commandId: one.id(), projectId, patch: { name: text } });
  await name(desk, '第一台改的');
  await name(copy, '第二台改的');
  await settle([desk, colleague]);
  await look(copy);
  const { device } = await renew(copy);
  await trustEachOther(copy, colleague);
  await share(copy, folder, ['周以宁']);
  await share(colleague, folder, [await deviceOf(desk), device]);
  await look(copy);
  const { status } = await look(colleague);
  expect(status.waiting.map((one) => one.reasons)).toEqual([['conflicts']]);
  const { openId } = await colleague.call('sharedFolder.open', {
    file: status.waiting[0]?.file ?? '',
  });
  await colleague.call('handoff.import', {
    commandId: colleague.id(),
    jobId: colleague.id(),
    openId,
    rule: 'ask',
  });
  const [conflict] = await colleague.call('handoff.conflicts', { projectId });
  expect(conflict?.sides.map((side) => side.value).sort()).toEqual(['第一台改的', '第二台改的']);
}, 60_000);

test('both wrote before the synchroniser brought them together: when one becomes a new device, the other goes on', async () => {
  const folder = temporaryFolder();
  const colleague = await desks.person('周以宁');
  const first = await desks.person('林若川');
  await trustAll([first, colleague]);
  await addNamed(first, '两份都有');
  await share(first, folder, ['周以宁']);
  await settle([first]);
  const { desk, copy } = await desks.copyOf(first);
  const device = await deviceOf(desk);
  const own = path.join(teamOf(folder), device);
  const before = path.join(temporaryFolder(), 'before');
  cpSync(own, before, { recursive: true });
  await addNamed(copy, '只在第二台');
  expect((await look(copy)).status.state).toBe('reached');
  // The first one's folder does not have that yet.
  const aside = `${before}-second`;
  renameSync(own, aside);
  renameSync(before, own);
  await addNamed(desk, '只在第一台');
  expect((await look(desk)).status.state).toBe('reached');
  for (const name of readdirSync(aside)) {
    const isKnown = existsSync(path.join(own, name));
    const { name: stem, ext } = path.parse(name);
    copyFileSync(path.join(aside, name), path.join(own, isKnown ? `${stem} (1)${ext}` : name));
  }
  for (const one of [desk, copy]) expect((await look(one)).status.state).toBe('copied');
  for (const one of [desk, copy]) {
    const refused = await failureOf(one.call('sharedFolder.keepDevice', { commandId: one.id() }));
    expect(refused.code).toBe('device-still-used');
  }
  const { moved, device: renewed } = await renew(copy);
  expect(moved).toBeGreaterThan(0);
  await look(copy);
  // Its packages under the old number are gone, and it left word.
  expect((await look(desk)).status).toMatchObject({ state: 'reached', problems: [] });
  await trustEachOther(copy, colleague);
  await trustEachOther(copy, desk);
  await share(copy, folder, ['周以宁', device]);
  await share(desk, folder, ['周以宁', renewed]);
  await share(colleague, folder, [device, renewed]);
  await settle([copy, desk, colleague]);
  for (const one of [copy, desk, colleague]) {
    expect(await namesOn(one)).toEqual(['两份都有', '只在第一台', '只在第二台'].sort());
    await isSound(one);
  }
}, 60_000);

test('a copy that only looked and wrote nothing new is no reason to leave the device', async () => {
  const folder = temporaryFolder();
  const colleague = await desks.person('周以宁');
  const first = await desks.person('林若川');
  await trustAll([first, colleague]);
  await addNamed(first, '两份都有');
  await share(first, folder, ['周以宁']);
  await settle([first]);
  const { desk, copy } = await desks.copyOf(first);
  rmSync(path.join(teamOf(folder), await deviceOf(desk), 'desk.mark'));
  await look(copy);
  await copy.core.close();
  expect((await look(desk)).status.state).toBe('copied');
  await desk.call('sharedFolder.keepDevice', { commandId: desk.id() });
  await addNamed(desk, '之后');
  const going = await look(desk);
  expect([going.status.state, going.written.length]).toEqual(['reached', 1]);
}, 60_000);

test('a workspace restored from a backup: what colleagues have of its lost time comes back', async () => {
  const { folder, colleague, first } = await desks.team((desk) => addNamed(desk, '备份之前'));
  const { desk, copy: restored } = await desks.copyOf(first);
  await addNamed(desk, '备份之后');
  await settle([desk, colleague]);
  await desk.core.close();
  expect((await look(restored)).status.state).toBe('copied');
  const { device } = await renew(restored);
  await trustEachOther(restored, colleague);
  await share(restored, folder, ['周以宁']);
  await share(colleague, folder, [device]);
  await settle([restored, colleague]);
  expect(await namesOn(restored)).toEqual(['备份之前', '备份之后'].sort());
  await addNamed(restored, '恢复之后');
  await settle([restored, colleague]);
  expect(await namesOn(colleague)).toEqual(await namesOn(restored));
  await isSound(restored);
}, 60_000);
