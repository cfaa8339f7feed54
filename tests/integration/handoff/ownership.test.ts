import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { records0001 } from '../../../electron/core/db/migrations/records0001.ts';
import { records0002 } from '../../../electron/core/db/migrations/records0002.ts';
import { records0003 } from '../../../electron/core/db/migrations/records0003.ts';
import { records0004 } from '../../../electron/core/db/migrations/records0004.ts';
import { records0005 } from '../../../electron/core/db/migrations/records0005.ts';
import { ContactTable } from '../../../electron/core/repo/contactTable.ts';
import { HandoffLogTable } from '../../../electron/core/repo/handoffLogTable.ts';
import { addProject, type DeskCore, failureOf } from '../../helpers/deskCore.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { exportFrom, importOn, openPerson, trustEachOther } from '../../helpers/twoDesks.ts';

let a: DeskCore;
let b: DeskCore;
let c: DeskCore;
let projectId: string;
const itemId = 'csl-mlps-grading';

beforeAll(async () => {
  a = await openPerson('林若川');
  b = await openPerson('周以宁');
  c = await openPerson('吴既白');
  await trustEachOther(a, b);
  await trustEachOther(a, c);
  await trustEachOther(b, c);
  projectId = await addProject(a);
}, 60_000);
afterAll(async () => {
  for (const desk of [a, b, c]) await desk.core.close();
});

const holdingOn = async (desk: DeskCore) =>
  (await desk.call('project.show', { projectId })).holding;
const assess = (desk: DeskCore, note: string) =>
  desk.call('review.assess', { commandId: desk.id(), projectId, itemId, patch: { note } });
const noteOn = async (desk: DeskCore): Promise<string> =>
  (await desk.call('review.item', { projectId, itemId })).assessment.note;
const takeBack = (desk: DeskCore) =>
  desk.call('handoff.takeBack', { commandId: desk.id(), projectId });
const takeIn = (text: string) =>
  a.call('document.intake', {
    commandId: a.id(),
    jobId: a.id(),
    projectId,
    sources: [a.token({ kind: 'bytes', name: '方案.txt', bytes: Buffer.from(text) })],
    type: null,
    supersedes: null,
  });
const handOver = (desk: DeskCore, name: string) =>
  exportFrom(desk, { projects: [projectId], handOver: name });
const changesOf = async (desk: DeskCore): Promise<number> =>
  (await exportFrom(desk, { projects: [projectId] })).report.counts.changes;
/** Everything each of the two has goes to the other. */
async function exchange(one: DeskCore, other: DeskCore): Promise<void> {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    await importOn(to, (await exportFrom(from, { projects: [projectId] })).bytes);
  }
}

test('who begins a project holds it', async () => {
  expect(await holdingOn(a)).toMatchObject({
    owner: { person: '林若川' },
    by: '林若川',
    isReadOnly: false,
    isDisputed: false,
  });
});

test('a hand-over goes to one trusted contact for chosen projects, and to nobody else', async () => {
  const before = await changesOf(a);
  const refused = async (options: Parameters<typeof exportFrom>[1]) =>
    (await failureOf(exportFrom(a, options))).code;
  const projects = [projectId];
  expect(await refused({ projects, handOver: '陌生人' })).toBe('handoff-recipient-unknown');
  expect(await refused({ projects, handOver: '周以宁', to: ['周以宁', '吴既白'] })).toBe(
    'handoff-new-owner',
  );
  expect(await refused({ projects, handOver: '周以宁', passphrase: '政务云二〇二六年' })).toBe(
    'handoff-new-owner',
  );
  expect(await refused({ handOver: '周以宁' })).toBe('handoff-new-owner');
  expect([await changesOf(a), (await holdingOn(a)).isReadOnly]).toEqual([before, false]);
});

test('the copy left behind names whom and when, and takes no writing by any channel', async () => {
  const { files } = await takeIn('本系统处理个人信息。');
  const [document] = files;
  const documentId = document?.documentId ?? '';
  const versionId = document?.versionId ?? '';
  const quote = '处理个人信息';
  const anchor = await a.call('evidence.locate', { versionId, quote });
  const evidence = {
    projectId,
    itemId,
    findingId: null,
    stance: 'supports' as const,
    versionId,
    start: anchor.start,
    end: anchor.end,
    quote,
  };
  const made = await a.call('evidence.add', { commandId: a.id(), ...evidence });
  const fields = { problem: '未定级' };
  const finding = await a.call('finding.add', { commandId: a.id(), projectId, itemId, fields });
  await assess(a, '移交前的意见');
  const { report } = await handOver(a, '周以宁');
  expect(report.newOwner).toBe('周以宁');
  const holding = await holdingOn(a);
  expect(holding).toMatchObject({
    owner: { person: '周以宁' },
    since: new Date(a.clock.nowMs).toISOString(),
    by: '林若川',
    isTaken: false,
    isReadOnly: true,
  });
  const shown = await a.call('project.show', { projectId });
  const before = await changesOf(a);
  const ids = { projectId, itemId };
  const writes: readonly (() => Promise<unknown>)[] = [
    () => assess(a, '移交后的意见'),
    () => a.call('project.update', { commandId: a.id(), projectId, patch: { name: '改名' } }),
    () => a.call('project.remove', { commandId: a.id(), projectId }),
    () =>
      a.call('project.answerTraits', {
        commandId: a.id(),
        projectId,
        answers: { stateSecrets: true },
      }),
    () => a.call('evidence.add', { commandId: a.id(), ...evidence }),
    () => a.call('evidence.remove', { commandId: a.id(), evidenceId: made.id }),
    () => a.call('finding.add', { commandId: a.id(), ...ids, fields }),
    () =>
      a.call('finding.update', {
        commandId: a.id(),
        findingId: finding.id,
        patch: { problem: '改' },
      }),
    () => a.call('finding.remove', { commandId: a.id(), findingId: finding.id }),
    () => a.call('document.rename', { commandId: a.id(), documentId, title: '改' }),
    () => a.call('document.remove', { commandId: a.id(), documentId }),
    () => a.call('memo.conclude', { commandId: a.id(), projectId, conclusion: '同意' }),
    () => a.call('memo.write', { commandId: a.id(), projectId, isDraft: true, acknowledged: [] }),
    () => exportFrom(a, { projects: [projectId], handOver: '吴既白' }),
  ];
  const codes: string[] = [];
  for (const write of writes) codes.push((await failureOf(write())).code);
  expect(codes).toEqual([
    ...Array.from({ length: writes.length - 1 }, () => 'project-handed-over'),
    'handoff-not-owner',
  ]);
  const refused = await failureOf(assess(a, '移交后的意见'));
  expect(refused.params).toEqual({
    project: '云溪市智慧停车服务平台',
    person: '周以宁',
    at: holding.since,
  });
  expect([await changesOf(a), await a.call('project.show', { projectId })]).toEqual([
    before,
    shown,
  ]);
});

test('files dropped on a copy that was handed over are refused before they are read', async () => {
  const refused = await failureOf(takeIn('新的文件。'));
  expect(refused.code).toBe('project-handed-over');
});

test('it is written where it went, what comes back still goes in, and it comes back by being handed back', async () => {
  const { bytes } = await exportFrom(a, { projects: [projectId], to: ['周以宁'] });
  await importOn(b, bytes);
  expect(await holdingOn(b)).toMatchObject({ owner: { person: '周以宁' }, isReadOnly: false });
  await assess(b, '承办人的意见');
  await importOn(a, (await exportFrom(b, { projects: [projectId], to: ['林若川'] })).bytes);
  expect([await noteOn(a), (await holdingOn(a)).isReadOnly]).toEqual(['承办人的意见', true]);
  await importOn(a, (await handOver(b, '林若川')).bytes);
  expect([(await holdingOn(a)).isReadOnly, (await holdingOn(b)).isReadOnly]).toEqual([false, true]);
  await assess(a, '交还后的意见');
  expect((await failureOf(assess(b, '交还后仍改'))).code).toBe('project-handed-over');
});

test('a colleague who only works along is not shut out by a hand-over between others', async () => {
  await importOn(c, (await exportFrom(a, { projects: [projectId] })).bytes);
  await assess(c, '协办人的意见');
  expect((await holdingOn(c)).isReadOnly).toBe(false);
  const notOwner = await failureOf(handOver(c, '周以宁'));
  expect(notOwner).toEqual({
    code: 'handoff-not-owner',
    params: { project: '云溪市智慧停车服务平台', person: '林若川' },
  });
  await exchange(a, c);
});

test('taking back travels: a package that was never sent leaves nobody shut out', async () => {
  await handOver(a, '周以宁');
  expect((await holdingOn(a)).isReadOnly).toBe(true);
  expect(await takeBack(a)).toMatchObject({
    owner: { person: '林若川' },
    by: '林若川',
    isTaken: true,
    isReadOnly: false,
  });
  expect((await failureOf(takeBack(a))).code).toBe('handoff-owned');
  await assess(a, '收回后的意见');
  await importOn(b, (await exportFrom(a, { projects: [projectId] })).bytes);
  expect(await holdingOn(b)).toMatchObject({ owner: { person: '林若川' }, isReadOnly: true });
});

test('undo takes a hand-over back, and passes over earlier steps of a project that is not here', async () => {
  await assess(a, '移交前一步');
  await handOver(a, '周以宁');
  const other = await addProject(a);
  const next = async () => (await a.call('history.state', {})).undo?.command;
  await a.call('history.undo', { commandId: a.id() });
  expect((await a.call('project.list', {})).map((one) => one.id)).not.toContain(other);
  expect(await next()).toBe('handoff.handOver');
  await takeBack(a);
  await handOver(a, '周以宁');
  await a.call('history.undo', { commandId: a.id() });
  expect(await holdingOn(a)).toMatchObject({ owner: { person: '林若川' }, isReadOnly: false });
  expect(await noteOn(a)).toBe('移交前一步');
  await a.call('history.redo', { commandId: a.id() });
  expect((await holdingOn(a)).isReadOnly).toBe(true);
  // Once it has gone on, neither the hand-over nor what was done before it can be taken back from here.
  await importOn(b, (await exportFrom(a, { projects: [projectId] })).bytes);
  await handOver(b, '吴既白');
  await importOn(a, (await exportFrom(b, { projects: [projectId] })).bytes);
  expect(await next()).toBeUndefined();
  await takeBack(a);
  await exchange(a, b);
});

test('both taking it at once is a disagreement on both desks, and a choice ends it', async () => {
  await importOn(b, (await handOver(a, '周以宁')).bytes);
  await takeBack(a);
  await handOver(b, '吴既白');
  await exchange(a, b);
  const disputes = async (desk: DeskCore) =>
    (await desk.call('handoff.conflicts', { projectId })).map(({ entity, field, sides }) => [
      entity,
      field,
      sides.map((side) => (side.value as { person: string }).person).sort(),
    ]);
  const expected = [['project', 'owner', ['吴既白', '林若川'].sort()]];
  expect([await disputes(a), await disputes(b)]).toEqual([expected, expected]);
  expect([(await holdingOn(a)).isDisputed, (await holdingOn(b)).isDisputed]).toEqual([true, true]);
  await takeBack(a);
  await exchange(a, b);
  expect([await disputes(a), await disputes(b)]).toEqual([[], []]);
  expect([(await holdingOn(a)).isReadOnly, (await holdingOn(b)).isReadOnly]).toEqual([false, true]);
});

test('a package that is cancelled while it is sealed hands nothing over', async () => {
  const jobId = a.id();
  const order = {
    commandId: a.id(),
    jobId,
    projects: [projectId],
    to: [],
    passphrase: null,
    hint: null,
    since: null,
    handOver: '周以宁',
  };
  const building = failureOf(a.call('handoff.export', order));
  await a.call('job.cancel', { jobId });
  expect((await building).code).toBe('cancelled');
  expect((await holdingOn(a)).isReadOnly).toBe(false);
  expect(await a.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
});

test('one project taken back by hand leaves none of the others with a cancelled package', async () => {
  const other = await addProject(a);
  const jobId = a.id();
  const order = {
    commandId: a.id(),
    jobId,
    projects: [projectId, other],
    to: [],
    passphrase: null,
    hint: null,
    since: null,
    handOver: '周以宁',
  };
  const building = failureOf(a.call('handoff.export', order));
  // Asked without pause: sealing a small package takes hardly longer than an answer.
  for (let asked = 0; asked < 1000 && !(await holdingOn(a)).isReadOnly; asked += 1);
  const taking = takeBack(a);
  await a.call('job.cancel', { jobId });
  expect([(await building).code, (await taking).isReadOnly]).toEqual(['cancelled', false]);
  const { holding } = await a.call('project.show', { projectId: other });
  expect(holding.isReadOnly).toBe(false);
  await a.call('project.remove', { commandId: a.id(), projectId: other });
});

test('a project that is not here is handed to nobody', async () => {
  const unknown = a.id();
  const refused = await failureOf(exportFrom(a, { projects: [unknown], handOver: '周以宁' }));
  expect(refused).toMatchObject({ code: 'not-found', params: { kind: 'project', id: unknown } });
  expect((await a.call('project.list', {})).map(({ id }) => id)).toEqual([projectId]);
});

test('a workspace of version 4 keeps its rows, and a new one has the schema of a migrated one', () => {
  const four = {
    ...recordsKind,
    migrations: [records0001, records0002, records0003, records0004],
  };
  const five = { ...four, migrations: [...four.migrations, records0005] };
  const file = path.join(temporaryFolder(), 'records.db');
  const old = openDatabase(file, four, null);
  old.exec(`
    INSERT INTO project (id, name) VALUES ('p', '云溪市智慧停车');
    INSERT INTO handoff (direction, at, package_id, file_name, people, projects, changes, report)
      VALUES ('sent', '2026-11-23T02:00:00Z', 'k-1', 'x', '["周以宁"]', '[]', 3, 'null');
    INSERT INTO contact_vector VALUES ('d-1', 'p', '{"d-1":4}');
  `);
  old.close();
  const db = openDatabase(file, five, null);
  expect(db.prepare('SELECT name, owner FROM project').all()).toEqual([
    { name: '云溪市智慧停车', owner: null },
  ]);
  expect(new HandoffLogTable(db).all()).toMatchObject([
    { people: ['周以宁'], recipients: [], newOwner: null, sentAt: null },
  ]);
  expect(new ContactTable(db).said('d-1', 'p')).toEqual({ vector: { 'd-1': 4 }, at: null });
  const schemaOf = (one: typeof db): unknown =>
    one.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
  const fresh = openDatabase(path.join(temporaryFolder(), 'records.db'), five, null);
  expect(schemaOf(db)).toEqual(schemaOf(fresh));
  db.close();
  fresh.close();
});
