import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { readPackage } from '../../electron/core/handoff/packageRead.ts';
import { Replica } from '../helpers/replica.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const entities = 30_000;
const start = Date.parse('2026-11-23T00:00:00Z');
const verdicts = ['met', 'not-met', 'partial', 'not-applicable'];

/** 200,000 changes of 30,000 assessments and findings, in commands of 500 entities. */
function writeBase(desk: Replica): void {
  const { changes } = desk.session;
  for (let from = 0; from < entities; from += 500) {
    changes.write({ id: desk.id(), name: 'bench', isUndoable: false }, desk.person, (w) => {
      if (from === 0) w.set('project', 'project-1', { name: '项目' });
      for (let i = from; i < from + 500; i += 1) {
        w.set('assessment', `project-1/1/item-${i}`, {
          projectId: 'project-1',
          round: 1,
          itemId: `item-${i}`,
          verdict: 'met',
          note: `第 ${i} 项的审查意见，引用合同第 ${i % 90} 条`,
          by: desk.person,
          ...(i % 3 === 0 ? {} : { at: desk.session.now() }),
        });
      }
    });
  }
}

/** 100,000 changes of the same entities on another desk: three fields of each, a fourth of every third. */
function writeBundle(desk: Replica): void {
  const { changes } = desk.session;
  for (let from = 0; from < entities; from += 500) {
    changes.write({ id: desk.id(), name: 'bench', isUndoable: false }, desk.person, (w) => {
      for (let i = from; i < from + 500; i += 1) {
        w.set('assessment', `project-1/1/item-${i}`, {
          verdict: verdicts[1 + (i % 3)] ?? '',
          note: `复核意见 ${i}`,
          by: desk.person,
          ...(i % 3 === 0 ? { at: desk.session.now() } : {}),
        });
      }
    });
  }
}

function timed<T>(label: string, run: () => T): T {
  const from = performance.now();
  const cpu = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(cpu);
  const wallMs = performance.now() - from;
  // On a machine that others use too, the processor time says more.
  console.log(
    `${label}\t${wallMs.toFixed(0)} ms\t(${((user + system) / 1000).toFixed(0)} ms of processor)`,
  );
  return result;
}

/** Merge of 100,000 changes into a log of 200,000, on an encrypted file with synchronous=FULL. */
export async function benchMerge(): Promise<void> {
  const folder = temporaryFolder();
  const file = path.join(folder, 'records.db');
  const key = new Uint8Array(32).fill(7);
  try {
    const a = await Replica.open('device-a', start, file, key);
    const b = await Replica.open('device-b', start + 1000);
    a.trust([b]);
    b.trust([a]);
    writeBase(a);
    const base = a.pack([{ id: 'project-1' }]);
    b.take(base);
    const upTo = { 'device-a': a.session.changes.ownSeq, 'device-b': b.session.changes.ownSeq };
    writeBundle(b);
    a.session.records.pragma('wal_checkpoint(TRUNCATE)');
    const bundle = timed('write package of 100,000', () =>
      b.pack([{ id: 'project-1', from: upTo }]),
    );
    console.log(
      `package ${(bundle.length / 2 ** 20).toFixed(2)} MiB, file ${(statSync(file).size / 2 ** 20).toFixed(0)} MiB`,
    );
    timed('  of which read and check it', () => readPackage(bundle, null));
    const done = timed('read, check and merge 100,000 into 200,000', () => a.take(bundle));
    const { report } = done;
    console.log(
      `new ${report.new}, changed ${report.changed}, conflicts ${report.conflicts.length}, total ${report.total}`,
    );
    const again = timed('merge it again', () => a.take(bundle));
    console.log(`changed ${again.report.total - again.report.identical}`);
    a.close();
    b.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await benchMerge();
