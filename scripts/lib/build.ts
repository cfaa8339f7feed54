import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

export const root = path.resolve(import.meta.dirname, '..', '..');

interface Part {
  readonly config: string;
  readonly out: string;
  readonly sources: readonly string[];
}

/** Each part is built alone, so that a change of the screen does not rebuild the core. */
const parts: readonly Part[] = [
  { config: 'vite.config.ts', out: 'out/renderer', sources: ['renderer', 'shared'] },
  { config: 'vite.main.config.ts', out: 'out/main', sources: ['electron', 'shared'] },
  {
    config: 'vite.preload.config.ts',
    out: 'out/preload',
    sources: ['electron/shell/preload.ts', 'shared/contract/channels.ts'],
  },
];
const common = ['package.json', 'package-lock.json', 'scripts/lib/build.ts'];

/** Builds what is older than its sources, or everything; returns the folders that were built. */
export async function buildStale(force = false): Promise<readonly string[]> {
  const built: string[] = [];
  for (const part of parts) {
    if (!force && isFresh(part)) continue;
    const startedAt = new Date().toISOString();
    await build({ configFile: path.join(root, part.config), logLevel: 'warn' });
    mkdirSync(path.dirname(stampOf(part)), { recursive: true });
    writeFileSync(stampOf(part), startedAt);
    built.push(part.out);
  }
  return built;
}

const stampOf = (part: Part): string => path.join(root, 'out', '.stamps', path.basename(part.out));

function isFresh(part: Part): boolean {
  if (!existsSync(path.join(root, part.out)) || !existsSync(stampOf(part))) return false;
  const builtMs = Date.parse(readFileSync(stampOf(part), 'utf8'));
  return [part.config, ...part.sources, ...common].every(
    (source) => newestMs(path.join(root, source)) < builtMs,
  );
}

function newestMs(file: string): number {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(file).reduce(
    (latest, name) => Math.max(latest, newestMs(path.join(file, name))),
    status.mtimeMs,
  );
}
