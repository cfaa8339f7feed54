import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { readPackage } from '../../electron/core/handoff/packageRead.ts';
import { Replica } from '../helpers/replica.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { automergePeer, type TextForm } from './automergePeer.ts';
import { baseFields, batches, colleagueFields } from './mergeWork.ts';

const start = Date.parse('2026-11-23T00:00:00Z');

/** 200,000 changes of 30,000 assessments, in commands of 500 entities; the first makes the project as well. */
function writeBase(desk: Replica): void {
  const { changes } = desk.session;
  for (const batch of batches()) {
    changes.write({ id: desk.id(), name: 'bench', isUndoable: false }, desk.person, (w) => {
      if (batch[0] === 0) w.set('project', 'project-1', { name: '项目' });
      for (const i of batch) {
        w.set('assessment', entityId(i), baseFields(i, desk.person, desk.session.now()));
      }
    });
  }
}

/** 100,000 changes of the same entities on another desk. */
function writeBundle(desk: Replica): void {
  const { changes } = desk.session;
  for (const batch of batches()) {
    changes.write({ id: desk.id(), name: 'bench', isUndoable: false }, desk.person, (w) => {
      for (const i of batch) {
        w.set('assessment', entityId(i), colleagueFields(i, desk.person, desk.session.now()));
      }
    });
  }
}

const entityId = (i: number): string => `project-1/1/item-${i}`;

interface Spent {
  readonly wallMs: number;
  /** Of all threads; on a machine that others use too, it says more. */
  readonly cpuMs: number;
}

function timed<T>(label: string, run: () => T): { readonly result: T } & Spent {
  const from = performance.now();
  const cpu = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(cpu);
  const wallMs = performance.now() - from;
  const cpuMs = (user + system) / 1000;
  console.log(`${label}\t${wallMs.toFixed(0)} ms\t(${cpuMs.toFixed(0)} ms of processor)`);
  return { result, wallMs, cpuMs };
}

/** Merge of 100,000 changes into a log of 200,000, on an encrypted file with synchronous=FULL; then the same in automerge. */
export async function benchMerge(): Promise<void> {
  const folder = temporaryFolder();
  try {
    const ours = await ourMerge(folder);
    console.log(
      [
        'automerge: the same writes, one round; its document is open in memory as our database is open; timed from the bytes of the',
        'colleague’s changes to the merged document, saved and synced (nothing encrypted, signed or checked)',
      ].join('\n'),
    );
    const text = comparePeer(folder, 'character', ours);
    const whole = comparePeer(folder, 'whole', ours);
    console.log(`bar: ≤ 1500 ms: ${ours.wallMs.toFixed(0)}`);
    console.log(`bar: automerge, text as its documentation has it ÷ ours ≥ 5: ${text}`);
    console.log(`automerge, whole values without merging of text ÷ ours: ${whole}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const formNames: Readonly<Record<TextForm, string>> = {
  character: 'automerge, text as its documentation has it (merged by character)',
  whole: 'automerge, whole values (ImmutableString, text is not merged)',
};

/** How many times as long the peer takes as ours, by the clock and by processor time. */
function comparePeer(folder: string, form: TextForm, ours: Spent): string {
  const { bundleBytes, merge } = automergePeer(folder, form);
  const peer = timed(formNames[form], merge);
  console.log(
    `bundle ${(bundleBytes / 2 ** 20).toFixed(2)} MiB, ${peer.result()} entities with the colleague’s note`,
  );
  const [wall, cpu] = [peer.wallMs / ours.wallMs, peer.cpuMs / ours.cpuMs];
  return `${wall.toFixed(2)} (by processor time ${cpu.toFixed(2)})`;
}

/** Returns what it took from a package's bytes to the commit. */
async function ourMerge(folder: string): Promise<Spent> {
  const file = path.join(folder, 'records.db');
  const key = new Uint8Array(32).fill(7);
  const a = await Replica.open('device-a', start, file, key);
  const b = await Replica.open('device-b', start + 1000);
  a.trust([b]);
  b.trust([a]);
  writeBase(a);
  b.take(a.pack([{ id: 'project-1' }]));
  const upTo = { 'device-a': a.session.changes.ownSeq, 'device-b': b.session.changes.ownSeq };
  writeBundle(b);
  a.session.records.pragma('wal_checkpoint(TRUNCATE)');
  const { result: bundle } = timed('write package of 100,000', () =>
    b.pack([{ id: 'project-1', from: upTo }]),
  );
  b.close();
  console.log(
    `package ${(bundle.length / 2 ** 20).toFixed(2)} MiB, file ${(statSync(file).size / 2 ** 20).toFixed(0)} MiB`,
  );
  timed('  of which read and check it', () => readPackage(bundle, null));
  const merge = timed('read, check and merge 100,000 into 200,000', () => a.take(bundle));
  const { report } = merge.result;
  console.log(
    `new ${report.new}, changed ${report.changed}, conflicts ${report.conflicts.length}, total ${report.total}`,
  );
  timed('  after the answer: copy the pages from the WAL into the file', () =>
    a.session.records.pragma('wal_checkpoint(PASSIVE)'),
  );
  const again = timed('merge it again', () => a.take(bundle)).result.report;
  console.log(`changed ${again.total - again.identical}`);
  a.close();
  return merge;
}

if (import.meta.main) await benchMerge();
