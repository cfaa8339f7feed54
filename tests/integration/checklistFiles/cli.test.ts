import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonOf, runCli } from '../../helpers/cli.ts';
import { bundled, edited, library } from '../../helpers/checklistWorkbook.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

interface Report {
  readonly ok?: boolean;
  readonly checklists: readonly { id: string | null; version: string; items: number }[];
  readonly files: readonly {
    readonly drafts: readonly string[];
    readonly versions: readonly string[];
    readonly identical: number;
    readonly counts: { same: number; changed: number; added: number; removed: number };
    readonly problems: readonly {
      sheet: string | null;
      row: number | null;
      column: string | null;
      line: number | null;
      code: string;
      message: string;
    }[];
  }[];
  readonly published?: readonly { checklistId: string; version: string }[];
}

const everyList = library.files.map(({ id, version, items }) => ({
  id,
  version,
  items: items.length,
}));
/** Each command is a process of its own, which a busy machine starts slowly. */
const severalStarts = 240_000;
const nowhere = path.join(temporaryFolder(), 'none');

describe('without a workspace', () => {
  test.each(['xlsx', 'yaml'])('%s is exported and found valid', async (format) => {
    const out = path.join(temporaryFolder(), `library.${format}`);
    const made = await runCli(['checklist', 'export', '--format', format, '--out', out, '--json'], {
      workspace: nowhere,
    });
    expect(made.exitCode).toBe(0);
    expect(jsonOf<Report>(made).checklists).toMatchObject(everyList);
    const checked = await runCli(['checklist', 'validate', out, '--json'], { workspace: nowhere });
    expect(checked.exitCode).toBe(0);
    const report = jsonOf<Report>(checked);
    expect(report).toMatchObject({ ok: true, checklists: everyList });
    expect(report.files).toMatchObject([{ identical: everyList.length, problems: [] }]);
  });

  test('one list of one version', async () => {
    const out = path.join(temporaryFolder(), 'pi.yaml');
    const order = ['checklist', 'export', '--format', 'yaml', '--out', out];
    const chosen = ['--checklist', 'cl-pi', '--version', bundled('cl-pi').version];
    expect((await runCli([...order, ...chosen], { workspace: nowhere })).exitCode).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(/^schema: counsel-desk\/checklist@1\nid: cl-pi\n/);
    const missing = await runCli([...order, '--checklist', 'cl-pi', '--version', '1999'], {
      workspace: nowhere,
    });
    expect(missing.exitCode).toBe(3);
  });

  test('a pack needs the key of a workspace', async () => {
    const out = path.join(temporaryFolder(), 'a.counsel-checklists');
    const made = await runCli(['checklist', 'export', '--format', 'pack', '--out', out, '--json'], {
      workspace: nowhere,
    });
    expect(made.exitCode).toBe(3);
    expect(jsonOf(made)).toMatchObject({ error: { code: 'workspace-none' } });
  });

  test.each([
    [['--format', 'csv', '--out', 'x']],
    [['--format', 'xlsx']],
    [['--out', 'x']],
    [['--format', 'yaml', '--out', 'x', '--version', 'v1']],
  ])('wrong usage: %j', async (args) => {
    const run = await runCli(['checklist', 'export', ...args], { workspace: nowhere });
    expect(run.exitCode).toBe(2);
  });
});

test(
  'a workbook goes out, is edited, refused with its place, put right and published',
  async () => {
    const dir = temporaryFolder();
    const workspace = path.join(dir, 'workspace');
    const file = path.join(dir, 'library.xlsx');
    await runCli(['init', '--no-encryption'], { workspace });
    await runCli(['checklist', 'export', '--format', 'xlsx', '--out', file], { workspace });
    const whole = new Uint8Array(readFileSync(file));

    const wrong = await edited(whole, (book) => {
      book.item('question', 3).value = '请说明备案情况。';
    });
    writeFileSync(file, wrong);
    const checked = await runCli(['checklist', 'validate', file], { workspace });
    expect(checked.exitCode).toBe(1);
    expect(checked.stdout).toContain('“审查项”表 第 3 行 D 列（csl-mlps-filing）');
    const refused = await runCli(['checklist', 'import', file, '--publish', '--json'], {
      workspace,
    });
    expect(refused.exitCode).toBe(3);
    expect(jsonOf<Report>(refused).files[0]).toMatchObject({
      drafts: [],
      problems: [{ sheet: '审查项', row: 3, column: 'D', line: null, code: 'not-a-question' }],
    });

    writeFileSync(
      file,
      await edited(whole, (book) => {
        book.item('question', 3).value = '是否写明备案的时限和责任人？';
      }),
    );
    const taken = await runCli(['checklist', 'import', file, '--publish', '--json'], { workspace });
    expect(taken.exitCode).toBe(0);
    const report = jsonOf<Report>(taken);
    expect(report.files[0]?.counts).toEqual({
      same: library.items.size - 1,
      changed: 1,
      added: 0,
      removed: 0,
    });
    expect(report.published).toMatchObject([{ checklistId: 'cl-csl' }]);

    // The same file once more changes nothing.
    const again = await runCli(['checklist', 'import', file, '--publish', '--json'], { workspace });
    expect(jsonOf<Report>(again)).toMatchObject({
      files: [{ identical: everyList.length, drafts: [] }],
      published: [],
    });
  },
  severalStarts,
);

test(
  'a pack goes from one desk to another',
  async () => {
    const dir = temporaryFolder();
    const author = path.join(dir, 'author');
    const reader = path.join(dir, 'reader');
    const yaml = path.join(dir, 'csl.yaml');
    const pack = path.join(dir, 'csl.counsel-checklists');
    for (const workspace of [author, reader])
      await runCli(['init', '--no-encryption'], { workspace });
    const one = ['--checklist', 'cl-csl', '--out'];
    await runCli(['checklist', 'export', '--format', 'yaml', ...one, yaml], { workspace: author });
    const text = readFileSync(yaml, 'utf8');
    writeFileSync(yaml, text.replace('    nature:', '    note: 参见附件\n    nature:'));
    const imported = await runCli(['checklist', 'import', yaml, '--publish', '--lang', 'en'], {
      workspace: author,
    });
    expect(imported.stdout).toContain('18 unchanged, 1 changed');
    await runCli(['checklist', 'export', '--format', 'pack', ...one, pack], { workspace: author });

    const asked = await runCli(['checklist', 'import', pack, '--json'], { workspace: reader });
    expect(asked.exitCode).toBe(3);
    expect(jsonOf(asked)).toMatchObject({ error: { code: 'checklist-signer-unknown' } });
    const accepted = await runCli(['checklist', 'import', pack, '--accept-signer', '--json'], {
      workspace: reader,
    });
    expect(accepted.exitCode).toBe(0);
    expect(jsonOf<Report>(accepted).files[0]?.versions).toHaveLength(1);
  },
  severalStarts,
);
