import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, expect, test } from 'vitest';
import { readPackage } from '../../../electron/core/handoff/packageRead.ts';
import { saveTo } from '../../../electron/host/cli/commands/memo.ts';
import { openDesk } from '../../helpers/deskCore.ts';
import { Seeded } from '../../helpers/seeded.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { exportFrom, importOn, openPerson, trustEachOther } from '../../helpers/twoDesks.ts';

/** 12 by default, for time; COUNSEL_DESK_KILLS=200 runs what is reported. */
const kills = Number(process.env['COUNSEL_DESK_KILLS'] ?? 12);
const runner = path.resolve('tests/helpers/handoffRunner.ts');

let sender: string;
let receiver: string;
let packed: string;
let total: number;
let after: unknown;

beforeAll(async () => {
  const a = await openPerson('林若川');
  const b = await openPerson('周以宁');
  await a.call('project.openSample', { commandId: a.id(), jobId: a.id() });
  await trustEachOther(a, b);
  const { bytes, report } = await exportFrom(a);
  packed = path.join(temporaryFolder(), 'package');
  saveTo(packed, bytes);
  total = report.counts.changes;
  for (const desk of [a, b]) await desk.core.close();
  [sender, receiver] = [a.dir, b.dir];
  const whole = copyOf(receiver);
  const desk = openDesk(whole);
  await importOn(desk, bytes);
  after = await countsOf(desk);
  await desk.core.close();
}, 120_000);

function copyOf(dir: string): string {
  const copy = path.join(temporaryFolder(), 'workspace');
  cpSync(dir, copy, { recursive: true });
  return copy;
}

async function countsOf(desk: ReturnType<typeof openDesk>): Promise<unknown> {
  const { counts } = await desk.call('workspace.info', {});
  return {
    ...counts,
    conflicts: (await desk.call('handoff.conflicts', { projectId: null })).length,
  };
}

/** Ends the process `afterMs` after it said that it begins; false where it was done by then. */
function runAndKill(args: readonly string[], afterMs: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [runner, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'begins') setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0) resolve(signal === 'SIGKILL');
      else reject(new Error(`the runner ended with ${code}`));
    });
  });
}

async function checkImport(afterMs: number): Promise<'before' | 'after'> {
  const dir = copyOf(receiver);
  await runAndKill(['import', dir, packed], afterMs);
  const desk = openDesk(dir);
  try {
    expect(await desk.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
    const projects = await desk.call('project.list', {});
    if (projects.length > 0) expect(await countsOf(desk)).toEqual(after);
    // However it ended, importing again completes it.
    const again = await importOn(desk, readFileSync(packed));
    expect(again.new + again.identical).toBe(total);
    expect(again.new === 0 || again.identical === 0).toBe(true);
    expect(await countsOf(desk)).toEqual(after);
    expect(readdirSync(path.join(dir, 'backups')).filter((name) => name.endsWith('.new'))).toEqual(
      [],
    );
    return projects.length > 0 ? 'after' : 'before';
  } finally {
    await desk.core.close();
  }
}

async function checkExport(afterMs: number): Promise<void> {
  const dir = copyOf(sender);
  const file = path.join(temporaryFolder(), 'out');
  await runAndKill(['export', dir, file], afterMs);
  // Under its own name a package is whole or not there.
  if (existsSync(file)) expect(readPackage(readFileSync(file), null).changes).toHaveLength(total);
  const desk = openDesk(dir);
  expect(await desk.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
  await desk.core.close();
}

test(`${kills} kills at any moment of import and export: before or after, never between`, async () => {
  const random = new Seeded(20_261_123);
  const seen = { before: 0, after: 0 };
  for (let round = 0; round < kills; round += 1) {
    const afterMs = random.int(round % 2 === 0 ? 150 : 600);
    if (round % 4 === 3) await checkExport(afterMs / 4);
    else seen[await checkImport(afterMs)] += 1;
  }
  expect(seen.before).toBeGreaterThan(0);
  if (kills >= 200) console.log(JSON.stringify(seen));
}, 3_600_000);
