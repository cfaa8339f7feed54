import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { assessmentId } from '#shared/domain/changes/ids.ts';
import { verifyChain } from '../../../electron/core/changes/verifyChain.ts';
import { FolderReplica } from '../../helpers/folderReplica.ts';
import { Replica } from '../../helpers/replica.ts';
import { Seeded } from '../../helpers/seeded.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

/** 12 by default, for time; COUNSEL_DESK_FOLDER_HISTORIES=500 runs what is reported. */
const histories = Number(process.env['COUNSEL_DESK_FOLDER_HISTORIES'] ?? 12);
const projects = ['project-1', 'project-2'];
const devices = ['device-a', 'device-b', 'device-c'];
const year = 365 * 86_400_000;

/**
 * Three desks, each with its own copy of the folder, and a synchroniser that brings files late, half, twice, under other
 * names and in any order, and takes out late what was taken out.
 */
class Team {
  readonly random: Seeded;
  readonly desks: readonly FolderReplica[];

  constructor(random: Seeded, desks: readonly FolderReplica[]) {
    this.random = random;
    this.desks = desks;
  }

  async run(): Promise<void> {
    // A project that nobody ever named is none that could be shared.
    for (const { replica } of this.desks.slice(0, 2)) {
      const command = { id: replica.id(), name: 'test.begin', isUndoable: false };
      replica.session.changes.write(command, replica.person, (w) => {
        for (const project of projects) w.set('project', project, { name: 'name 0' });
      });
    }
    const steps = 40 + this.random.int(40);
    for (let i = 0; i < steps; i += 1) await this.#step();
  }

  async #step(): Promise<void> {
    const { random } = this;
    const desk = random.pick(this.desks);
    desk.replica.nowMs += random.int(90_000) - 20_000;
    const kind = random.int(20);
    if (kind < 7) this.#write(desk);
    else if (kind < 12) await desk.look();
    else if (kind < 14) await desk.importWaiting();
    else this.#bring(random.pick(this.desks), desk);
  }

  #write({ replica }: FolderReplica): void {
    const { random } = this;
    const project = random.pick(projects);
    const command = { id: replica.id(), name: 'test.write', isUndoable: true };
    const { changes } = replica.session;
    changes.write(command, replica.person, (w) => {
      const n = random.int(3);
      const what = random.int(16);
      if (what < 4) w.set('project', project, { name: `name ${random.int(3)}` });
      else if (what < 7) {
        w.set('finding', `${project}/f${n}`, { projectId: project, deleted: random.int(2) === 0 });
      } else {
        const itemId = `item-${n}`;
        const cell = assessmentId(project, 1, itemId);
        const verdict = random.pick(['met', 'not-met', 'partial'] as const);
        w.set('assessment', cell, { projectId: project, round: 1, itemId, verdict });
      }
    });
  }

  /** One file of what a desk has of its own, to another's copy of the folder. */
  #bring(from: FolderReplica, to: FolderReplica): void {
    const { random } = this;
    if (from === to || !existsSync(from.team(from.device))) return;
    const source = readdirSync(from.team(from.device)).filter((name) => !name.startsWith('.'));
    mkdirSync(to.team(from.device), { recursive: true });
    const there = readdirSync(to.team(from.device));
    if (random.int(4) === 0) {
      const gone = there.filter((name) => !source.includes(name));
      if (gone.length > 0) rmSync(to.team(from.device, random.pick(gone)), { force: true });
      return;
    }
    if (source.length === 0) return;
    const name = random.pick(source);
    const bytes = readFileSync(from.team(from.device, name));
    const target = to.team(from.device, name);
    switch (random.int(6)) {
      case 0: // half of it
        writeFileSync(target, bytes.subarray(0, random.int(bytes.length)));
        break;
      case 1: // a copy beside it, of another time
        writeFileSync(target, bytes);
        writeFileSync(to.team(from.device, copyName(name, random)), bytes);
        utimesSync(target, 0, random.int(2_000_000_000));
        break;
      case 2: // under another name
        writeFileSync(target, bytes);
        renameSync(target, to.team(from.device, `${random.int(1000)} ${name}`));
        break;
      case 3: // where it does not belong
        mkdirSync(to.team('old'), { recursive: true });
        writeFileSync(to.team('old', name), bytes);
        break;
      default:
        writeFileSync(target, bytes);
    }
  }

  /** Everything is brought, and everybody looks and imports until nothing is left to do. */
  async settle(): Promise<void> {
    for (let round = 0; round < 30; round += 1) {
      for (const to of this.desks) for (const from of this.desks) if (from !== to) mirror(from, to);
      let work = 0;
      for (const desk of this.desks) {
        const { taken, receipts, written, removed } = await desk.look();
        work += taken.length + receipts + written.length + removed + (await desk.importWaiting());
      }
      if (work === 0) return;
    }
    throw new Error('the desks do not come to rest');
  }
}

function copyName(name: string, random: Seeded): string {
  const { name: stem, ext } = path.parse(name);
  return random.pick([
    `${stem} (1)${ext}`,
    `${stem}（冲突副本 2026-11-23）${ext}`,
    `${stem} (device-x's conflicted copy)${ext}`,
    `${name}.bak`,
    `${stem}.sync-conflict-20261123${ext}`,
  ]);
}

function mirror(from: FolderReplica, to: FolderReplica): void {
  if (!existsSync(from.team(from.device))) return;
  rmSync(to.team(from.device), { recursive: true, force: true });
  mkdirSync(to.team(from.device), { recursive: true });
  for (const name of readdirSync(from.team(from.device))) {
    copyFileSync(from.team(from.device, name), to.team(from.device, name));
  }
}

async function check(seed: number): Promise<void> {
  const random = new Seeded(seed * 104_729);
  const root = temporaryFolder();
  const start = Date.parse('2026-11-23T00:00:00Z');
  const replicas = await Promise.all(
    devices.map((name) => Replica.open(name, start + (random.int(21) - 10) * year)),
  );
  for (const one of replicas) one.trust(replicas.filter((other) => other !== one));
  const desks = replicas.map(
    (one) =>
      new FolderReplica(
        one,
        path.join(root, one.session.deviceId),
        replicas.filter((other) => other !== one),
        random.int(3) > 0,
      ),
  );
  const team = new Team(random, desks);
  await team.run();
  await team.settle();
  expect(new Set(replicas.map((one) => one.digest())).size, `seed ${seed}`).toBe(1);
  const written = replicas.flatMap((one) =>
    one.session.records
      .prepare('SELECT device, seq, hash FROM change WHERE device = ? ORDER BY seq')
      .all(one.session.deviceId),
  );
  for (const desk of desks) {
    const { session } = desk.replica;
    expect(desk.replica.changes(), `seed ${seed}`).toEqual(written);
    expect(session.exchange.parked.all(), `seed ${seed}`).toEqual([]);
    expect(verifyChain(session.changes.table), `seed ${seed}`).toEqual([]);
    expect(session.exchange.scopes.miscounted(), `seed ${seed}`).toEqual([]);
    expect(desk.context.tables.folder.standing(), `seed ${seed}`).toMatchObject({
      state: 'reached',
      writeFailure: null,
    });
  }
  for (const one of replicas) one.close();
  rmSync(root, { recursive: true, force: true });
}

test(`${histories} histories over a folder whose synchroniser errs end alike, with nothing lost`, async () => {
  for (let seed = 1; seed <= histories; seed += 1) await check(seed);
}, 1_800_000);
