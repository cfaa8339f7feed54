import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, runCli } from '../../helpers/cli.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { newer, older, title } from '../statutes/statuteFiles.ts';

const dir = temporaryFolder();
const workspace = path.join(dir, 'workspace');
const texts = path.join(dir, 'texts');
const contract = path.join(dir, '合同.txt');

beforeAll(async () => {
  mkdirSync(texts);
  writeFileSync(path.join(texts, `${title}_20190101.txt`), older.join('\n'));
  writeFileSync(path.join(texts, `${title}_20240101.txt`), newer.join('\n'));
  writeFileSync(contract, `依据《${title}》第九条，按《网络安全法》第二十一条落实等级保护制度。`);
  await runCli(['init', '--no-encryption'], { workspace });
});

describe('statutes', () => {
  it('import, list and show a text', async () => {
    const imported = await runCli(['statutes', 'import', texts, '--json'], { workspace });
    expect(imported.exitCode).toBe(0);
    const list = await runCli(['statutes', 'list', '--json'], { workspace });
    const shape = { law: title, title, articles: expect.any(Number) as number };
    expect(jsonOf(list)).toEqual({
      statutes: [
        expect.objectContaining({
          ...shape,
          version: '2019-01-01',
          effective: '2019-03-01',
          status: 'superseded',
        }),
        expect.objectContaining({
          ...shape,
          version: '2024-01-01',
          effective: '2024-05-01',
          status: 'in-force',
        }),
      ],
    });
    const shown = await runCli(['statutes', 'show', title, '第三条', '--json'], { workspace });
    expect(jsonOf(shown)).toMatchObject({
      law: title,
      version: '2024-01-01',
      article: 3,
      label: '第三条',
    });
    const plain = await runCli(
      ['statutes', 'show', title, '3', '--version', '2019', '--lang', 'en'],
      { workspace },
    );
    expect(plain.stdout).toMatch(/version of 2019-01-01[^]*第三条　运营单位/u);
  });

  it('check a document against texts, and against the catalogue alone', async () => {
    const withTexts = await runCli(['statutes', 'check', contract, '--json'], { workspace });
    const found = jsonOf<{ citations: { quote: string; status: string; current?: string }[] }>(
      withTexts,
    );
    expect(found.citations.map(({ quote, status, current }) => [quote, status, current])).toEqual([
      [`《${title}》第九条`, 'nonexistent', undefined],
      ['《网络安全法》第二十一条', 'stale', '《网络安全法》第二十三条'],
    ]);
    const without = await runCli(['statutes', 'check', contract], {
      workspace: path.join(dir, 'none'),
    });
    expect(without.exitCode).toBe(0);
    expect(without.stdout).toMatch(
      /已过时 {2}《网络安全法》第二十一条[^]*现为 《网络安全法》第二十三条/u,
    );
  });

  it('impact compares the two versions', async () => {
    const run = await runCli(['statutes', 'impact', '--law', title, '--json'], { workspace });
    expect(jsonOf(run)).toMatchObject({
      impacts: [
        {
          law: title,
          fromVersion: '2019-01-01',
          toVersion: '2024-01-01',
          counts: { moved: 2, new: 1 },
        },
      ],
    });
  });

  it('say what is wrong, in both languages', async () => {
    const unknown = await runCli(['statutes', 'show', '某某法', '3', '--json'], { workspace });
    expect(unknown.exitCode).toBe(3);
    expect(jsonOf(unknown)).toMatchObject({ error: { code: 'law-unknown' } });
    const refused = await runCli(['statutes', 'import', contract, '--lang', 'en'], { workspace });
    expect(refused.exitCode).toBe(3);
    expect(refused.stdout).toMatch(/refused.*no text of a law/u);
    expect((await runCli(['statutes', 'show', title], { workspace })).exitCode).toBe(2);
  });
});
