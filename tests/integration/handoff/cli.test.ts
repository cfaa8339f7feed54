import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { jsonOf, runCli } from '../../helpers/cli.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

interface Report {
  readonly total: number;
  readonly new: number;
  readonly changed: number;
  readonly identical: number;
  readonly conflicts: readonly unknown[];
  readonly unknown: readonly unknown[];
  readonly gaps: readonly unknown[];
}
interface Refusal {
  readonly error: { readonly code: string; readonly details: Record<string, string> };
}

const folder = temporaryFolder();
const at = (name: string): string => path.join(folder, name);
let a: string;
const b = at('b');

beforeAll(async () => {
  const demo = await runCli(['demo', '--json', '--out', at('demo')]);
  a = jsonOf<{ workspace: string }>(demo).workspace;
  await runCli(['init', '--no-encryption', '--name', '周以宁', '--json'], { workspace: b });
}, 120_000);

const on = (workspace: string, ...args: string[]) => runCli([...args, '--json'], { workspace });
const sum = (report: Report): number =>
  report.new + report.changed + report.identical + report.conflicts.length;

test('keys are exchanged as files; a stranger’s package is shown and not imported', async () => {
  writeFileSync(at('a.json'), (await on(a, 'handoff', 'keys')).stdout);
  expect((await on(b, 'handoff', 'keys', '--out', at('b.contact'))).exitCode).toBe(0);
  expect(jsonOf(await on(a, 'handoff', 'trust', at('b.contact')))).toMatchObject({
    person: '周以宁',
    revokedAt: null,
  });
  const made = await on(a, 'handoff', 'export', '--out', at('1'), '--to', '周以宁');
  expect(jsonOf(made)).toMatchObject({ file: at('1'), isEncrypted: true, missingContents: 0 });
  const preview = await on(b, 'handoff', 'preview', at('1'));
  expect([preview.exitCode, jsonOf<{ sender: object }>(preview).sender]).toMatchObject([
    1,
    { status: 'unknown' },
  ]);
  const refused = await on(b, 'handoff', 'import', at('1'));
  expect([refused.exitCode, jsonOf<Refusal>(refused).error.code]).toEqual([
    3,
    'handoff-sender-unknown',
  ]);
  const wrong = await on(b, 'handoff', 'trust', at('a.json'), '--fingerprint', '1'.repeat(30));
  expect([wrong.exitCode, jsonOf<Refusal>(wrong).error.code]).toEqual([3, 'handoff-fingerprint']);
  expect((await on(b, 'handoff', 'trust', at('a.json'))).exitCode).toBe(0);
  expect((await on(b, 'handoff', 'preview', at('1'))).exitCode).toBe(0);
}, 180_000);

test('counts add up to the package’s total; twice changes nothing; undo takes it back', async () => {
  const first = jsonOf<Report>(await on(b, 'handoff', 'import', at('1'), '--resolve', 'ask'));
  expect([sum(first), first.new]).toEqual([first.total, first.total]);
  const again = jsonOf<Report>(await on(b, 'handoff', 'import', at('1')));
  expect([sum(again), again.identical]).toEqual([again.total, again.total]);
  const list = async () => jsonOf<{ projects: unknown[] }>(await on(b, 'project', 'list')).projects;
  expect(await list()).toHaveLength(1);
  expect(jsonOf(await on(b, 'handoff', 'undo'))).toMatchObject({ kept: 0, memos: 1 });
  expect(await list()).toEqual([]);
  const nothing = await on(b, 'handoff', 'undo');
  expect([nothing.exitCode, jsonOf<Refusal>(nothing).error.code]).toEqual([
    3,
    'handoff-nothing-to-undo',
  ]);
  expect((await on(b, 'verify')).exitCode).toBe(0);
}, 180_000);

test('a passphrase comes from the environment; a damaged package and a wrong rule are named', async () => {
  process.env['COUNSEL_DESK_HANDOFF_PASSPHRASE'] = '政务云二〇二六年';
  try {
    const flags = ['--passphrase', '--hint', '去年'];
    expect((await on(a, 'handoff', 'export', '--out', at('2'), ...flags)).exitCode).toBe(0);
    const opened = await on(b, 'handoff', 'preview', at('2'), '--passphrase');
    expect(jsonOf(opened)).toMatchObject({ hint: '去年', isEncrypted: true });
    const closed = await on(b, 'handoff', 'preview', at('2'));
    expect(jsonOf<Refusal>(closed).error).toMatchObject({
      code: 'handoff-passphrase',
      details: { hint: '去年' },
    });
  } finally {
    delete process.env['COUNSEL_DESK_HANDOFF_PASSPHRASE'];
  }
  expect((await on(a, 'handoff', 'export', '--out', at('3'))).exitCode).toBe(0);
  expect(existsSync(`${at('3')}.unverified`)).toBe(false);
  writeFileSync(at('4'), readFileSync(at('3')).subarray(0, 5000));
  const damaged = await on(b, 'handoff', 'import', at('4'));
  expect([damaged.exitCode, jsonOf<Refusal>(damaged).error.code]).toEqual([3, 'handoff-damaged']);
  expect((await on(b, 'handoff', 'import', at('3'), '--resolve', 'both')).exitCode).toBe(2);
  const missing = await on(b, 'handoff', 'import', at('none'));
  expect([missing.exitCode, jsonOf<Refusal>(missing).error.code]).toEqual([3, 'file-not-found']);
}, 180_000);

test('a project is handed over, its copy refuses, and it is taken back; receipts say what was read', async () => {
  const c = at('c');
  await runCli(['init', '--no-encryption', '--name', '吴既白', '--json'], { workspace: c });
  await on(c, 'handoff', 'keys', '--out', at('c.contact'));
  await on(a, 'handoff', 'trust', at('c.contact'));
  await on(c, 'handoff', 'trust', at('a.json'));
  const [project] = jsonOf<{ projects: { id: string; name: string }[] }>(
    await on(a, 'project', 'list'),
  ).projects;
  if (!project) throw new Error('the demo has a project');
  const assess = () => on(a, 'assess', project.id, 'csl-mlps-grading', '--verdict', 'partial');
  const owner = ['--hand-over', '吴既白'];
  const several = [...owner, '--hand-over', '林若川'];
  const twice = await on(a, 'handoff', 'export', project.id, '--out', at('5'), ...several);
  expect(twice.exitCode).toBe(2);
  const made = await on(a, 'handoff', 'export', project.id, '--out', at('5'), ...owner);
  expect(jsonOf(made)).toMatchObject({ newOwner: '吴既白', isEncrypted: true });
  expect(jsonOf(await on(a, 'project', 'show', project.id))).toMatchObject({
    holding: { owner: { person: '吴既白' }, isReadOnly: true },
  });
  const refused = await assess();
  expect([refused.exitCode, jsonOf<Refusal>(refused).error]).toMatchObject([
    3,
    { code: 'project-handed-over', details: { person: '吴既白' } },
  ]);
  type Log = {
    entries: { number: number; direction: string; sentAt: string | null; readBy: string[] }[];
  };
  const lastSent = async () =>
    jsonOf<Log>(await on(a, 'handoff', 'log')).entries.find((one) => one.direction === 'sent');
  const entry = await lastSent();
  expect(entry).toMatchObject({ direction: 'sent', sentAt: null, readBy: [], newOwner: '吴既白' });
  expect((await on(a, 'handoff', 'sent', String(entry?.number))).exitCode).toBe(0);
  expect((await lastSent())?.sentAt).not.toBeNull();
  type Status = { receipts: { person: string; read: number; unseen: number }[] };
  const receipt = async () => jsonOf<Status>(await on(a, 'handoff', 'status')).receipts[0];
  const before = await receipt();
  expect(before).toMatchObject({ person: '吴既白', saidAt: null, readUpTo: null, read: 0 });
  expect((await on(c, 'handoff', 'import', at('5'))).exitCode).toBe(0);
  const back = await on(c, 'handoff', 'export', '--out', at('6'));
  expect(back.exitCode).toBe(0);
  expect((await on(a, 'handoff', 'import', at('6'))).exitCode).toBe(0);
  expect(await receipt()).toMatchObject({ read: before?.unseen, unseen: 0 });
  expect((await lastSent())?.readBy).toEqual(['吴既白']);
  expect((await on(a, 'handoff', 'take-back', project.id)).exitCode).toBe(0);
  expect((await assess()).exitCode).toBe(0);
  expect((await receipt())?.unseen).toBeGreaterThan(0);
}, 400_000);
