import path from 'node:path';
import { expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { assessmentId } from '#shared/domain/changes/ids.ts';
import { verifyChain } from '../../../electron/core/changes/verifyChain.ts';
import { chainPoints } from '../../../electron/core/handoff/deskMark.ts';
import { boundsOf, type ForkBounds } from '../../../electron/core/handoff/forkBounds.ts';
import { undoImport } from '../../../electron/core/handoff/importUndo.ts';
import { renewDevice } from '../../../electron/core/handoff/newDevice.ts';
import { resolveConflict } from '../../../electron/core/handoff/resolve.ts';
import { Replica } from '../../helpers/replica.ts';
import { Seeded } from '../../helpers/seeded.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

/** 15 by default, for time; COUNSEL_DESK_RENEWALS=500 runs what is reported. */
const renewals = Number(process.env['COUNSEL_DESK_RENEWALS'] ?? 15);
const projects = ['project-1', 'project-2'];
const start = Date.parse('2026-11-23T00:00:00Z');

function write(desk: Replica, random: Seeded): void {
  const project = random.pick(projects);
  const n = random.int(3);
  const id = desk.id();
  const command = { id, name: 'test.write', isUndoable: true };
  desk.session.changes.write(command, desk.person, (w) => {
    const itemId = `item-${n}`;
    const cell = assessmentId(project, 1, itemId);
    switch (random.int(6)) {
      case 0:
        w.set('project', project, { name: `name ${random.int(3)}`, conclusion: id });
        break;
      case 1:
        w.set('finding', `${project}/f${n}`, { projectId: project, problem: `p ${random.int(4)}` });
        break;
      case 2:
        w.set('finding', `${project}/f${n}`, { projectId: project, deleted: random.int(2) === 0 });
        break;
      case 3:
        w.set('memo', `${project}/${id}`, { projectId: project, fileName: id, number: id });
        break;
      case 4:
        // Of this desk alone: it has a number and is never handed off.
        w.set('desk', desk.session.deviceId, { firm: `firm ${id}` });
        break;
      default:
        w.set('assessment', cell, { projectId: project, round: 1, itemId });
        w.set('assessment', cell, { verdict: random.pick(['met', 'not-met']), note: id });
    }
  });
}

function exchange(from: Replica, to: Replica): void {
  for (const id of projects) to.take(from.pack([{ id }]));
}

/** As long as the colleague has nothing new of the other copy, the second one can take in what they write. */
function takeUnlessForked(from: Replica, to: Replica): void {
  try {
    exchange(from, to);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'handoff-forked')) throw error;
  }
}

function decide(desk: Replica, random: Seeded): void {
  const { exchange: tables, changes } = desk.session;
  const last = tables.handoffs.lastReceived();
  const command = { id: desk.id(), actor: desk.person };
  if (random.int(3) === 0 && last?.undoneAt === null) {
    undoImport(changes, tables, { ...command, at: desk.session.now() });
    return;
  }
  const open = tables.conflicts.all();
  if (open.length === 0) return;
  const kept = random.pick(open);
  const [device, seq] = random.pick(kept.changes);
  resolveConflict(changes, tables, kept, { device, seq }, command);
}

/** What people wrote, whatever its number: who, where, what. */
function writtenOn({ session }: Replica): unknown[] {
  return session.records
    .prepare(
      `SELECT entity, entity_id, field, value, actor, substr(hlc, 1, 15) AS stamp FROM change
       WHERE command <> 'sharedFolder.renewDevice' ORDER BY stamp, entity, entity_id, field, value, actor`,
    )
    .all();
}

async function check(seed: number): Promise<void> {
  const random = new Seeded(seed * 15_485_863);
  const file = path.join(temporaryFolder(), 'copy.db');
  const a = await Replica.open('device-a', start);
  const b = await Replica.open('device-b', start + random.int(1000));
  a.trust([b]);
  b.trust([a]);
  for (const project of projects) {
    const command = { id: a.id(), name: 'test.begin', isUndoable: false };
    a.session.changes.write(command, a.person, (w) => w.set('project', project, { name: 'x' }));
  }
  const step = (desks: readonly Replica[]): void => {
    const desk = random.pick(desks);
    desk.nowMs += random.int(5000);
    if (random.int(6) === 0) decide(desk, random);
    else write(desk, random);
    if (random.int(5) === 0) exchange(a, b);
    if (random.int(5) === 0) exchange(b, a);
  };
  const shared = random.int(25);
  for (let i = 0; i < shared; i += 1) step([a, b]);
  a.session.records.prepare('VACUUM INTO ?').run(file);
  const copy = await Replica.open('device-a', a.nowMs, file);
  const atCopy = a.session.changes.ownSeq;
  const apart = random.int(25);
  for (let i = 0; i < apart; i += 1) {
    step([a, b, copy]);
    if (random.int(4) === 0) takeUnlessForked(b, copy);
  }
  const before = writtenOn(copy);
  const log = copy.session.changes.table;
  const bounds: ForkBounds = boundsOf(
    log,
    'device-a',
    chainPoints(a.session.changes.table, 'device-a', a.session.changes.ownSeq),
  );
  const outcome = renewDevice(copy.session, {
    newDevice: 'device-n',
    commandId: copy.id(),
    nowMs: () => copy.nowMs,
    bounds,
    unread: [],
  });
  expect([outcome.sharedUpTo, outcome.builtOn], `seed ${seed}`).toEqual([atCopy, 0]);
  expect(writtenOn(copy), `seed ${seed}`).toEqual(before);
  copy.close();
  const renewed = await Replica.open('device-n', copy.nowMs, file);
  expectSound(renewed, seed);
  const all = [a, b, renewed];
  for (const one of all) one.trust(all.filter((other) => other !== one));
  for (let i = 0; i < 6; i += 1) write(random.pick(all), random);
  for (let round = 0; round < 3; round += 1) {
    for (const from of random.shuffle(all)) {
      for (const to of random.shuffle(all)) if (from !== to) exchange(from, to);
    }
  }
  expect(new Set(all.map((one) => one.digest())).size, `seed ${seed}`).toBe(1);
  for (const one of all) {
    expectSound(one, seed);
    one.close();
  }
}

function expectSound({ session }: Replica, seed: number): void {
  expect(verifyChain(session.changes.table), `seed ${seed}`).toEqual([]);
  expect(session.exchange.scopes.miscounted(), `seed ${seed}`).toEqual([]);
  expect(session.exchange.parked.all(), `seed ${seed}`).toEqual([]);
}

test(`${renewals} copied desks become new devices: nothing they wrote is lost, and all desks end alike`, async () => {
  for (let seed = 1; seed <= renewals; seed += 1) await check(seed);
}, 1_800_000);
