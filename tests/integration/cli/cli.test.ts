import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { contractDocx, designPdf, quotes } from '../../fixtures/projectFiles.ts';
import { openDesk } from '../../helpers/deskCore.ts';
import { jsonOf, runCli } from '../../helpers/cli.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const passphrase = '命令行 2026';
let workspace: string;
let files: string;
const cli = (...args: string[]) => runCli([...args, '--json'], { workspace, passphrase });

beforeAll(async () => {
  const folder = temporaryFolder();
  workspace = path.join(folder, 'workspace');
  files = path.join(folder, '送审');
  mkdirSync(files);
  writeFileSync(path.join(files, '运维合同.docx'), contractDocx());
  writeFileSync(path.join(files, '建设方案.pdf'), designPdf());
  writeFileSync(path.join(files, '空.pdf'), '');
  // Made here with a cheap passphrase file; `init` has a test of its own.
  const desk = openDesk(workspace);
  await desk.call('workspace.create', { name: '库', person: '林若川', passphrase });
  await desk.core.close();
});

test('init makes an encrypted workspace and shows the recovery key once', async () => {
  const fresh = path.join(temporaryFolder(), 'workspace');
  const init = await runCli(['init', '--name', '林若川', '--json'], {
    workspace: fresh,
    passphrase,
  });
  expect(init.exitCode).toBe(0);
  expect(jsonOf(init)).toEqual({
    workspace: fresh,
    deviceId: expect.any(String) as string,
    recoveryKey: expect.stringMatching(/^AGE-SECRET-KEY-1/) as string,
  });
  const plain = path.join(temporaryFolder(), 'workspace');
  const open = await runCli(['init', '--no-encryption', '--json'], { workspace: plain });
  expect(jsonOf<object>(open)).toMatchObject({ workspace: plain, recoveryKey: null });
  expect((await runCli(['info', '--json'], { workspace: plain })).exitCode).toBe(0);
});

test('the main job from files to memo, one command at a time', async () => {
  const added = await cli(
    'project',
    'add',
    '--name',
    '智慧停车',
    '--client',
    '大数据局',
    '--traits',
    'outsourcedOps,-stateSecrets',
  );
  expect(jsonOf<object>(added)).toMatchObject({
    name: '智慧停车',
    traits: { outsourcedOps: true, stateSecrets: false },
  });
  expect(
    jsonOf<object>(
      await cli('project', 'traits', '智慧停车', '--set', '-cloudHosted,?stateSecrets'),
    ),
  ).toEqual({
    traits: { outsourcedOps: true, cloudHosted: false },
    suggestions: [],
  });

  const intake = await cli('document', 'add', '智慧停车', files);
  expect(intake.exitCode).toBe(0);
  const { files: lines } = jsonOf<{
    files: { path: string; status: string; versionId: string; error?: object }[];
  }>(intake);
  expect(lines.map((line) => [path.basename(line.path), line.status])).toEqual([
    ['建设方案.pdf', 'added'],
    ['空.pdf', 'refused'],
    ['运维合同.docx', 'added'],
  ]);
  expect(lines[1]?.error).toEqual({
    code: 'file-empty',
    message: '文件“空.pdf”是空文件，未收件。请向送审单位重新索取。',
    details: { file: '空.pdf' },
  });
  const [pdf, docx] = [lines[0]?.versionId ?? '', lines[2]?.versionId ?? ''];

  const pdfText = jsonOf<{ pages: { number: number; text: string; flags: string[] }[] }>(
    await cli('document', 'text', pdf),
  );
  expect(pdfText.pages.map((page) => page.flags)).toEqual([[], [], ['no-text']]);
  const docxText = jsonOf<{ blocks: { label: string | null; text: string }[] }>(
    await cli('document', 'text', docx),
  );
  expect(docxText.blocks.map((block) => block.label)).toEqual([null, '第一条', '第二条', '第三条']);

  const { items } = jsonOf<{ items: { id: string; why: object; verdict: string }[] }>(
    await cli('items', '智慧停车'),
  );
  expect(items.find((item) => item.id === 'csl-log-6months')).toMatchObject({
    verdict: 'unreviewed',
    why: { applies: 'yes' },
  });

  const assessed = await cli(
    'assess',
    '智慧停车',
    'csl-log-6months',
    '--verdict',
    'not-met',
    '--note',
    '短于六个月',
    '--evidence',
    `${docx}:${quotes.logs}`,
  );
  expect(jsonOf<object>(assessed)).toMatchObject({
    assessment: {
      verdict: 'not-met',
      note: '短于六个月',
      evidence: [{ anchor: { quote: quotes.logs }, stance: 'contradicts' }],
    },
  });
  const finding = await cli(
    'finding',
    'add',
    '智慧停车',
    '--item',
    'csl-log-6months',
    '--problem',
    '日志只留九十日。',
    '--evidence',
    `${docx}:${quotes.drill}`,
  );
  expect(jsonOf<object>(finding)).toMatchObject({
    findings: [
      {
        number: 'F-001',
        problem: '日志只留九十日。',
        evidence: [{ anchor: { quote: quotes.drill } }],
      },
    ],
  });

  const out = path.join(path.dirname(files), '意见书.docx');
  const memo = await cli('memo', '智慧停车', '--out', out);
  expect(memo.exitCode).toBe(0);
  expect(jsonOf<object>(memo)).toMatchObject({
    file: out,
    number: expect.stringContaining('001') as string,
  });
  const xml = new TextDecoder().decode(unzipSync(readFileSync(out))['word/document.xml']);
  for (const text of ['日志只留九十日。', quotes.drill]) expect(xml).toContain(text);

  const info = jsonOf<Record<string, number>>(await cli('info'));
  expect(info).toMatchObject({ projects: 1, documents: 2, findings: 1, evidence: 2, memos: 1 });
  expect(await cli('verify')).toMatchObject({ exitCode: 0, stdout: '{"ok":true,"problems":[]}\n' });
});

test('each kind of failure has its exit code and one error document', async () => {
  const failing = async (
    args: string[],
    use: { workspace?: string; passphrase?: string } = { workspace, passphrase },
  ) => {
    const run = await runCli([...args, '--json'], use);
    return [run.exitCode, jsonOf<{ error: { code: string } }>(run).error.code];
  };
  const nowhere = path.join(temporaryFolder(), 'none');
  expect(await failing(['frobnicate'])).toEqual([2, 'usage']);
  expect(await failing(['items'])).toEqual([2, 'usage']);
  expect(await failing(['items', '智慧停车', '--colour', 'red'])).toEqual([2, 'usage']);
  expect(await failing(['items', '没有这个项目'])).toEqual([3, 'not-found']);
  expect(await failing(['init'], { workspace, passphrase })).toEqual([3, 'workspace-exists']);
  expect(await failing(['info'], { workspace: nowhere, passphrase })).toEqual([
    3,
    'workspace-none',
  ]);
  expect(await failing(['info'], { workspace, passphrase: 'wrong one' })).toEqual([
    4,
    'wrong-passphrase',
  ]);
  expect(await failing(['info'], { workspace })).toEqual([4, 'passphrase-missing']);
  expect(await failing(['project', 'add', '--name', 'x', '--traits', 'noSuchTrait'])).toEqual([
    3,
    'trait-unknown',
  ]);
  expect(await failing(['assess', '智慧停车', 'no-such-item', '--verdict', 'met'])).toEqual([
    3,
    'item-unknown',
  ]);
  expect(
    await failing(['document', 'add', '智慧停车', path.join(nowhere, 'x.pdf'), '--type', 'QQ']),
  ).toEqual([3, 'doc-type-unknown']);
  expect(await failing(['memo', '智慧停车', '--out', path.join(nowhere, 'x.docx')])).toEqual([
    3,
    'target-unwritable',
  ]);
  expect(await failing(['extract', path.join(nowhere, 'x.pdf')])).toEqual([3, 'file-not-found']);
});

test('when every file is refused the exit code says so and the lines say why', async () => {
  const run = await cli('document', 'add', '智慧停车', path.join(files, '空.pdf'));
  expect(run.exitCode).toBe(3);
  expect(jsonOf<{ files: object[] }>(run).files).toMatchObject([
    { status: 'refused', error: { code: 'file-empty' } },
  ]);
});

test('extract reads a file without a workspace and writes none', async () => {
  const nowhere = path.join(temporaryFolder(), 'none');
  const run = await runCli(['extract', path.join(files, '运维合同.docx'), '--json'], {
    workspace: nowhere,
  });
  expect(jsonOf<object>(run)).toMatchObject({
    kind: 'docx',
    warnings: [],
    meta: expect.any(Object) as object,
  });
  expect(existsSync(nowhere)).toBe(false);
});

test('checklist list names the lists with version, size and hash', async () => {
  const run = await runCli(['checklist', 'list', '--json'], {
    workspace: path.join(temporaryFolder(), 'none'),
  });
  const { checklists } = jsonOf<{
    checklists: { id: string; version: string; items: number; hash: string }[];
  }>(run);
  expect(checklists.map((one) => one.items).reduce((sum, count) => sum + count, 0)).toBe(154);
  expect(checklists.every((one) => /^[0-9a-f]{64}$/.test(one.hash))).toBe(true);
});

test('demo goes from the shipped sample to a memo that holds every finding', async () => {
  const out = path.join(temporaryFolder(), 'demo');
  const run = await runCli(['demo', '--out', out, '--json']);
  const demo = jsonOf<{ workspace: string; memo: string; items: number; findings: number }>(run);
  expect(demo.findings).toBeGreaterThan(5);
  expect(demo.items).toBeGreaterThan(50);
  const listed = await runCli(
    ['finding', 'list', jsonOf<{ project: string }>(run).project, '--json'],
    { workspace: demo.workspace },
  );
  const { findings } = jsonOf<{ findings: { problem: string; number: string }[] }>(listed);
  expect(findings).toHaveLength(demo.findings);
  const xml = new TextDecoder().decode(unzipSync(readFileSync(demo.memo))['word/document.xml']);
  const text = xml.replace(/<[^>]+>/g, '');
  for (const { problem } of findings) expect(text).toContain(problem.replaceAll('&', '&amp;'));
});

test('both languages, and help', async () => {
  const zh = await runCli(['info', '--workspace', '/nonexistent']);
  expect(zh.stderr).toContain('没有工作库');
  const en = await runCli(['info', '--workspace', '/nonexistent', '--lang', 'en']);
  expect(en.stderr).toContain('There is no workspace');
  const help = await runCli(['help']);
  expect([help.exitCode, help.stdout.includes('project add')]).toEqual([0, true]);
});
