import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskCore, failureOf, openDesk } from '../../helpers/deskCore.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
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
const itemId = 'csl-mlps-grading';

beforeAll(async () => {
  a = await openPerson('林若川');
  b = await openPerson('周以宁');
  const opened = await a.call('project.openSample', { commandId: a.id(), jobId: a.id() });
  projectId = opened.projectId;
  await a.call('memo.write', { commandId: a.id(), projectId, isDraft: true, acknowledged: [] });
}, 120_000);
afterAll(async () => {
  await a.core.close();
  await b.core.close();
});

/** Everything that a lawyer sees of the project. */
async function seenBy(desk: DeskCore): Promise<unknown> {
  const documents = await desk.call('document.list', { projectId });
  const rows = await desk.call('review.rows', { projectId });
  const versions = documents.flatMap((document) => document.versions);
  return {
    project: await desk.call('project.show', { projectId }),
    documents,
    texts: await Promise.all(
      versions.map(({ id }) => desk.call('document.text', { versionId: id })),
    ),
    bytes: versions.map(({ id }) => Buffer.from(desk.core.documentBytes(id).bytes).toString('hex')),
    marks: await Promise.all(
      versions.map(({ id }) => desk.call('review.marks', { projectId, versionId: id })),
    ),
    items: await Promise.all(
      rows.map((row) => desk.call('review.item', { projectId, itemId: row.itemId })),
    ),
    history: await Promise.all(
      rows.slice(0, 20).map((row) => desk.call('history.of', { projectId, itemId: row.itemId })),
    ),
    findings: await desk.call('finding.list', { projectId }),
    memos: await desk.call('memo.list', { projectId }),
  };
}

const assess = (desk: DeskCore, verdict: 'met' | 'not-met' | 'partial', note?: string) =>
  desk.call('review.assess', {
    commandId: desk.id(),
    projectId,
    itemId,
    patch: note === undefined ? { verdict } : { verdict, note },
  });
const verdictOn = async (desk: DeskCore): Promise<string> =>
  (await desk.call('review.item', { projectId, itemId })).assessment.verdict;
const conflictsOn = (desk: DeskCore) => desk.call('handoff.conflicts', { projectId: null });

test('a stranger is a question: shown, and not let in', async () => {
  const { bytes } = await exportFrom(a);
  const preview = await previewOn(b, bytes);
  expect(preview.sender).toMatchObject({ status: 'unknown', person: '林若川' });
  expect(preview.sender.fingerprint.digits).toMatch(/^\d{5}( \d{5}){5}$/);
  const refused = await failureOf(importOn(b, bytes));
  expect(refused.code).toBe('handoff-sender-unknown');
  expect(await b.call('project.list', {})).toEqual([]);
  await trustEachOther(a, b);
  expect((await previewOn(b, bytes)).sender.status).toBe('trusted');
});

test('what arrives is what left: documents, pages, authors, quotes, memos, history; twice changes nothing', async () => {
  const { bytes, report } = await exportFrom(a, { to: ['周以宁'] });
  const done = await importOn(b, bytes);
  expect(done).toMatchObject({
    total: report.counts.changes,
    new: report.counts.changes,
    changed: 0,
    identical: 0,
    conflicts: [],
    unknown: [],
    gaps: [],
    notices: [],
    movedQuotes: [],
    contents: { new: report.counts.contents, identical: 0, missing: 0 },
  });
  expect(done.texts.map((text) => text.status)).toEqual(['read', 'read', 'read', 'read']);
  expect(await seenBy(b)).toEqual(await seenBy(a));
  expect(await b.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
  const again = await importOn(b, bytes);
  expect(again).toMatchObject({ total: report.counts.changes, identical: report.counts.changes });
  expect([again.new, again.changed, again.importNumber]).toEqual([0, 0, null]);
  expect(readdirSync(path.join(b.dir, 'backups'))).toHaveLength(1);
}, 120_000);

test('the same item on both sides: one conflict, the same on both desks; a choice ends it on both', async () => {
  await assess(a, 'not-met', '甲的意见');
  await assess(b, 'partial', '乙的意见');
  const toB = await importOn(b, (await exportFrom(a, { to: ['周以宁'], since: 'auto' })).bytes);
  expect(toB.new + toB.changed + toB.identical + toB.conflicts.length).toBe(toB.total);
  expect(toB.conflicts.map((one) => [one.field, one.theirs.value, one.mine?.value])).toEqual([
    ['verdict', 'not-met', 'partial'],
    ['note', '甲的意见', '乙的意见'],
  ]);
  await importOn(a, (await exportFrom(b, { to: ['林若川'], since: 'auto' })).bytes);
  const sidesOf = async (desk: DeskCore) =>
    (await conflictsOn(desk)).map((one) => ({
      ...one,
      sides: one.sides.map(({ isOwn: _differs, isIncoming: _too, ...side }) => side),
    }));
  expect(await sidesOf(a)).toEqual(await sidesOf(b));
  expect(await verdictOn(a)).toBe(await verdictOn(b));
  for (const one of await conflictsOn(a)) {
    const own = one.sides.find((side) => side.isOwn);
    if (!own) throw new Error('one side is our own');
    await a.call('handoff.resolve', {
      commandId: a.id(),
      entity: one.entity,
      entityId: one.entityId,
      field: one.field,
      choice: { device: own.device, seq: own.seq },
    });
  }
  expect(await conflictsOn(a)).toEqual([]);
  const back = await importOn(b, (await exportFrom(a, { to: ['周以宁'], since: 'auto' })).bytes);
  expect(back.conflicts).toEqual([]);
  expect([await conflictsOn(b), await verdictOn(b)]).toEqual([[], 'not-met']);
  const history = await b.call('history.of', { projectId, itemId });
  expect(new Set(history.map((entry) => entry.by))).toEqual(new Set(['林若川', '周以宁']));
});

test('a rule decides conflicts on import, each choice as a command of its own', async () => {
  await assess(a, 'partial');
  await assess(b, 'met', '乙改');
  const { bytes } = await exportFrom(a, { to: ['周以宁'], since: 'auto' });
  const done = await importOn(b, bytes, 'mine');
  expect([done.conflicts.length, done.resolved]).toEqual([1, 1]);
  expect([await conflictsOn(b), await verdictOn(b)]).toEqual([[], 'met']);
  const [latest] = await b.call('history.of', { projectId, itemId });
  expect(latest).toMatchObject({ command: 'handoff.resolve', by: '周以宁' });
  await importOn(a, (await exportFrom(b)).bytes);
  expect([await conflictsOn(a), await verdictOn(a)]).toEqual([[], 'met']);
});

test('a removal against an edit is a conflict; keeping brings it back everywhere', async () => {
  const [finding] = await a.call('finding.list', { projectId });
  if (!finding) throw new Error('the sample has findings');
  const findingId = finding.id;
  await a.call('finding.remove', { commandId: a.id(), findingId });
  await b.call('finding.update', { commandId: b.id(), findingId, patch: { problem: '补充事实' } });
  await importOn(b, (await exportFrom(a)).bytes);
  const [conflict] = await conflictsOn(b);
  expect(conflict).toMatchObject({ kind: 'removal', field: 'deleted', entityId: findingId });
  const edit = conflict?.sides.find((side) => side.field === 'problem');
  if (!conflict || !edit) throw new Error('the edit stands in the conflict');
  await b.call('handoff.resolve', {
    commandId: b.id(),
    entity: conflict.entity,
    entityId: conflict.entityId,
    field: conflict.field,
    choice: { device: edit.device, seq: edit.seq },
  });
  await importOn(a, (await exportFrom(b)).bytes);
  for (const desk of [a, b]) {
    const kept = (await desk.call('finding.list', { projectId })).find(
      (one) => one.id === findingId,
    );
    expect([kept?.problem, await conflictsOn(desk)]).toEqual(['补充事实', []]);
  }
});

test('a whole import is taken back by one command, and that command by undo', async () => {
  await importOn(a, (await exportFrom(b)).bytes);
  const before = await a.call('review.item', { projectId, itemId });
  await assess(b, 'not-met', '要撤销的');
  await importOn(a, (await exportFrom(b)).bytes);
  expect(await verdictOn(a)).toBe('not-met');
  const undone = await a.call('handoff.undo', { commandId: a.id() });
  expect(undone).toMatchObject({ kept: 0, memos: 0 });
  expect(await a.call('review.item', { projectId, itemId })).toEqual(before);
  expect((await failureOf(a.call('handoff.undo', { commandId: a.id() }))).code).toBe(
    'handoff-nothing-to-undo',
  );
  await a.call('history.undo', { commandId: a.id() });
  expect(await verdictOn(a)).toBe('not-met');
  expect(await a.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
});

test('undoing one’s own step never brings back what a colleague wrote meanwhile', async () => {
  await importOn(b, (await exportFrom(a)).bytes);
  const before = await verdictOn(b);
  b.clock.advance(600_000);
  await assess(a, 'partial');
  await assess(b, 'met');
  await importOn(b, (await exportFrom(a)).bytes);
  await b.call('history.undo', { commandId: b.id() });
  expect(await verdictOn(b)).toBe(before);
});

test('a package that builds on one this desk never had waits, whole, until that one comes', async () => {
  const c = await openPerson('吴既白');
  await trustEachOther(a, c);
  const forC = async () => (await exportFrom(a, { to: ['吴既白'], since: 'auto' })).bytes;
  await importOn(c, await forC());
  await importOn(a, (await exportFrom(c)).bytes);
  await c.core.close();
  const backup = path.join(temporaryFolder(), 'workspace');
  cpSync(c.dir, backup, { recursive: true });
  const later = openDesk(c.dir);
  await assess(a, 'met', '第一步');
  const first = await forC();
  await importOn(later, first);
  await importOn(a, (await exportFrom(later)).bytes);
  await assess(a, 'not-met', '第二步');
  const second = await forC();
  await importOn(later, second);
  // Back to the copy, which never saw the first.
  const restored = openDesk(backup);
  const early = await importOn(restored, second);
  expect(early.gaps).toMatchObject([{ projectId, person: '林若川' }]);
  expect([early.parked, early.released, early.total]).toEqual([early.total, 0, early.total]);
  expect(await verdictOn(restored)).not.toBe('not-met');
  expect(await restored.call('handoff.waiting', {})).toMatchObject([
    { projectId, changes: early.total },
  ]);
  expect((await importOn(restored, second)).identical).toBe(early.total);
  const filled = await importOn(restored, first);
  expect([filled.released, filled.gaps]).toEqual([early.total, []]);
  expect(await restored.call('handoff.waiting', {})).toEqual([]);
  expect(await seenBy(restored)).toEqual(await seenBy(later));
  for (const desk of [later, restored]) await desk.core.close();
}, 120_000);

test('a passphrase with its hint opens a package, nothing else does', async () => {
  const sealed = await exportFrom(a, { passphrase: '政务云二〇二六年', hint: '去年那个项目' });
  const refused = await failureOf(previewOn(b, sealed.bytes));
  expect(refused).toEqual({ code: 'handoff-passphrase', params: { hint: '去年那个项目' } });
  expect((await failureOf(previewOn(b, sealed.bytes, '错的口令'))).code).toBe('handoff-passphrase');
  const preview = await previewOn(b, sealed.bytes, '政务云二〇二六年');
  expect([preview.hint, preview.isEncrypted]).toEqual(['去年那个项目', true]);
});

test('a desk knows its own package, in which nothing is new to it', async () => {
  const preview = await previewOn(a, (await exportFrom(a)).bytes);
  expect([preview.sender.status, preview.identical]).toEqual(['own', preview.total]);
});

test('a trusted key keeps the name it was trusted under', async () => {
  await a.call('workspace.setPerson', { commandId: a.id(), person: '周以宁' });
  const { bytes } = await exportFrom(a);
  await a.call('workspace.setPerson', { commandId: a.id(), person: '林若川' });
  expect((await previewOn(b, bytes)).sender).toMatchObject({ status: 'trusted', person: '林若川' });
});

test('trust that was taken back keeps packages out', async () => {
  const { bytes } = await exportFrom(a);
  const contacts = await b.call('handoff.contacts', {});
  const [known] = contacts;
  if (!known) throw new Error('b knows a');
  await b.call('handoff.revoke', { commandId: b.id(), key: known.key });
  expect((await previewOn(b, bytes)).sender.status).toBe('revoked');
  expect((await failureOf(importOn(b, bytes))).code).toBe('handoff-sender-revoked');
  const failure = await failureOf(
    b.call('handoff.trust', {
      commandId: b.id(),
      contact: {
        device: known.device,
        person: known.person,
        key: known.key,
        recipient: known.recipient,
      },
      fingerprint: '00000 00000 00000 00000 00000 00000',
    }),
  );
  expect(failure.code).toBe('handoff-fingerprint');
});

test('the log says what went to whom and came from whom', async () => {
  const log = await b.call('handoff.log', {});
  expect(new Set(log.map((entry) => entry.direction))).toEqual(new Set(['sent', 'received']));
  expect(log.find((entry) => entry.direction === 'received')?.people).toEqual(['林若川']);
});
