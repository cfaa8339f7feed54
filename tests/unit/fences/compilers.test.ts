import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../helpers/importGraph.ts';

/** A small project under the real configuration, so that a breach can be written without touching the real sources. */
let copy: string;
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'counsel-desk-fences-'));
  for (const file of ['tsconfig.base.json', '.oxlintrc.json', 'package.json'])
    cpSync(path.join(projectRoot, file), path.join(copy, file));
  for (const folder of ['shared', 'electron', 'renderer']) {
    mkdirSync(path.join(copy, folder));
    cpSync(
      path.join(projectRoot, folder, 'tsconfig.json'),
      path.join(copy, folder, 'tsconfig.json'),
    );
  }
  mkdirSync(path.join(copy, 'node_modules'));
  for (const name of ['@types', 'vite', 'zod'])
    symlinkSync(
      path.join(projectRoot, 'node_modules', name),
      path.join(copy, 'node_modules', name),
    );
  write('shared/law.ts', "export const law = 'law';\n");
  write(
    'electron/core/core.ts',
    "import { law } from '#shared/law.ts';\nexport const core = law;\n",
  );
  write('renderer/page.ts', "import { law } from '#shared/law.ts';\nexport const page = law;\n");
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function write(file: string, source: string): void {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  writeFileSync(path.join(copy, file), source);
}
function run(tool: string, ...args: readonly string[]) {
  const script = path.join(projectRoot, 'node_modules', tool);
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, stdout };
}
const tsc = (project: string) => run('typescript/bin/tsc', '-b', project);
const lint = (file: string) => run('oxlint/bin/oxlint', '-c', '.oxlintrc.json', file);

test('types: what keeps to the rule compiles', () => {
  expect(tsc('renderer')).toEqual({ status: 0, stdout: '' });
  expect(tsc('electron')).toEqual({ status: 0, stdout: '' });
});

test.each([
  ['renderer', 'renderer/breach.ts', "export { core } from '../electron/core/core.ts';\n"],
  ['electron', 'electron/breach.ts', "export { page } from '../renderer/page.ts';\n"],
  ['shared', 'shared/breach.ts', "export { core } from '../electron/core/core.ts';\n"],
  ['shared', 'shared/node.ts', "export { readFile } from 'node:fs/promises';\n"],
  ['renderer', 'renderer/node.ts', "export { readFile } from 'node:fs/promises';\n"],
])('types: %s refuses %s', (project, file, source) => {
  write(file, source);
  const { status, stdout } = tsc(project);
  rmSync(path.join(copy, file));
  expect(status).not.toBe(0);
  expect(stdout).toContain(file);
});

test.each([
  ['shared/a.ts', 'node:fs'],
  ['shared/b.ts', 'react'],
  ['renderer/a.ts', '../electron/core/core.ts'],
  ['renderer/b.ts', 'electron'],
  ['electron/core/a.ts', 'electron'],
  ['electron/host/a.ts', '../shell/main.ts'],
  ['electron/workers/a.ts', '../core/core.ts'],
  ['electron/workers/b.ts', 'node:net'],
])('lint: %s may not import %s', (file, specifier) => {
  write(file, `export * from '${specifier}';\n`);
  const { status, stdout } = lint(file);
  rmSync(path.join(copy, file));
  expect(status).not.toBe(0);
  expect(stdout).toContain('no-restricted-imports');
});
