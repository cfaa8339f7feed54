// Recomputes the hashes and seals of the library's files after a deliberate edit; `--check` only compares, and exits 1
// when a file is not sealed. Which wording changed belongs into resources/CHANGES.md.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resealed } from '../electron/core/library/seal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const isCheck = process.argv.includes('--check');
let stale = 0;

for (const folder of ['checklists', 'statutes']) {
  const dir = join(root, 'resources', folder);
  for (const name of readdirSync(dir).filter((entry) => entry.endsWith('.json'))) {
    const path = join(dir, name);
    const before = readFileSync(path, 'utf8');
    const after = `${JSON.stringify(resealed(JSON.parse(before)), null, 2)}\n`;
    if (after === before) continue;
    stale += 1;
    console.log(`${isCheck ? 'not sealed' : 'sealed'}: ${relative(root, path)}`);
    if (!isCheck) writeFileSync(path, after);
  }
}

if (isCheck && stale > 0) process.exit(1);
