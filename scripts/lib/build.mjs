import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

export const root = path.resolve(import.meta.dirname, '..', '..');

/** Each part is built alone, so that a change of the screen does not rebuild the core. */
const parts = [
  {
    config: 'vite.config.ts',
    out: 'out/renderer',
    sources: ['renderer', 'shared', 'vite.config.ts'],
  },
  {
    config: 'vite.main.config.ts',
    out: 'out/main',
    sources: ['electron', 'shared', 'vite.main.config.ts'],
  },
  {
    config: 'vite.preload.config.ts',
    out: 'out/preload',
    sources: ['electron/shell', 'shared/contract', 'vite.preload.config.ts'],
  },
];
const common = ['package.json', 'package-lock.json', 'scripts/lib/build.mjs'];

/** Builds what is older than its sources (or everything); returns the names of what was built. */
export async function buildStale({ force = false } = {}) {
  const built = [];
  for (const part of parts) {
    if (!force && isFresh(part)) continue;
    const startedMs = Date.now();
    await build({ configFile: path.join(root, part.config), logLevel: 'warn' });
    mkdirSync(path.join(root, 'out', '.stamps'), { recursive: true });
    writeFileSync(stampOf(part), new Date(startedMs).toISOString());
    built.push(part.out);
  }
  return built;
}

const stampOf = (part) => path.join(root, 'out', '.stamps', path.basename(part.out));

function isFresh(part) {
  if (!existsSync(path.join(root, part.out)) || !existsSync(stampOf(part))) return false;
  const builtMs = Date.parse(readFileSync(stampOf(part), 'utf8'));
  return [...part.sources, ...common].every((source) => newest(path.join(root, source)) < builtMs);
}

function newest(file) {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(file).reduce(
    (latest, name) => Math.max(latest, newest(path.join(file, name))),
    status.mtimeMs,
  );
}
