import './lib/requireNode24.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
const { buildStale, root } = await import('./lib/build.ts');
const { findChromium, installChromium } = await import('./lib/chromium.ts');
const { findElectron, hasDisplay } = await import('./lib/electron.ts');

const scratch = mkdtempSync(path.join(tmpdir(), 'counsel-desk-test-'));
const counts = { passed: 0, failed: 0, skipped: 0 };
const tools = {
  tsc: 'typescript/bin/tsc',
  oxlint: 'oxlint/bin/oxlint',
  prettier: 'prettier/bin/prettier.cjs',
  vitest: 'vitest/vitest.mjs',
};
const xvfb = ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24'];

step('check: types', 'tsc', ['-b']);
step('check: lint', 'oxlint', ['--type-aware']);
step('check: format', 'prettier', ['--check', '.', '--log-level', 'warn']);
await stepBuild();
vitest(['unit', 'integration']);
vitest(['e2e'], { CHROMIUM_PATH: chromium() });

rmSync(scratch, { recursive: true, force: true });
const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(counts.failed === 0 ? 0 : 1);

function step(name, tool, args) {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(process.execPath, [pathOf(tool), ...args], inherit());
  counts[status === 0 ? 'passed' : 'failed'] += 1;
}

async function stepBuild() {
  console.log('\n# build');
  try {
    await buildStale();
    counts.passed += 1;
  } catch (error) {
    console.error(error);
    counts.failed += 1;
  }
}

/** Where no display is, Electron's windows go to a virtual one. */
function vitest(projects, env = {}) {
  console.log(`\n# ${projects.join(', ')}`);
  const file = path.join(scratch, `${projects[0]}.json`);
  const args = ['run', ...projects.flatMap((name) => ['--project', name])];
  const reporters = ['--reporter=default', '--reporter=./scripts/lib/countReporter.ts'];
  const command = [process.execPath, pathOf('vitest'), ...args, ...reporters];
  const needsDisplay = projects.includes('e2e') && findElectron() !== null && !hasDisplay();
  const [first, ...rest] = needsDisplay && hasXvfb() ? [...xvfb, ...command] : command;
  const { status } = spawnSync(first, rest, inherit({ ...env, COUNT_FILE: file }));
  const found = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { failed: 1 };
  for (const [name, count] of Object.entries(found)) counts[name] += count;
  if (status !== 0 && found.failed === 0) counts.failed += 1;
}

function pathOf(tool) {
  return path.join(root, 'node_modules', tools[tool]);
}

function chromium() {
  return findChromium() ?? installChromium() ?? '';
}

function hasXvfb() {
  return spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).status === 0;
}

function inherit(env = {}) {
  // Each test of the command line starts it anew: most of that was reading the same modules again.
  const cache = { NODE_COMPILE_CACHE: path.join(root, 'out', 'compile-cache') };
  return {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...cache, ...process.env, ...env },
  };
}
