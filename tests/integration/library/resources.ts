import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRecord, type Json, resealed } from '../../../electron/core/library/seal.ts';

/** The shipped resources. */
export const resourcesDir = fileURLToPath(new URL('../../../resources/', import.meta.url));

/** Material beside the checkout that some machines have: the legal sources the library was made from. */
export function sharedFolder(name: string): string {
  return fileURLToPath(new URL(`../../../../shared/${name}/`, import.meta.url));
}

/** A copy of the library's files in a folder of its own, to be damaged. */
export function copyOfLibrary(): { readonly dir: string; readonly dispose: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'library-'));
  for (const folder of ['checklists', 'statutes'])
    cpSync(join(resourcesDir, folder), join(dir, folder), { recursive: true });
  return { dir, dispose: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Replaces the first occurrence of `before` in a file; resealed as a maintainer leaves it, or not, as a hand edit. */
export function replaceIn(
  dir: string,
  file: string,
  before: string | RegExp,
  after: string,
  isResealed: boolean,
): void {
  const path = join(dir, file);
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(before, () => after);
  if (edited === text) throw new Error(`${String(before)} does not stand in ${file}`);
  writeFileSync(path, isResealed ? sealText(edited) : edited);
}

function sealText(text: string): string {
  const content = JSON.parse(text) as Json; // JSON.parse gives nothing but JSON
  if (!isRecord(content)) throw new Error('not an object');
  return JSON.stringify(resealed(content), null, 2);
}
