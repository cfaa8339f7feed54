import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { libraryFault } from './libraryFault.ts';
import { fileSeal, isRecord, itemHash, type Json, listHash, signalsHash } from './seal.ts';

/**
 * Reads one library file: JSON, its schema, its hashes and its seal. Throws `library-invalid` with the file, the place in
 * it and the reason.
 */
export function readLibraryFile<S extends z.ZodType>(
  resourcesDir: string,
  file: string,
  schema: S,
): z.output<S> {
  return parseLibraryFile(file, readText(resourcesDir, file), schema);
}

/** The same for a text that is at hand; `file` is how faults name it. Throws `library-invalid`. */
export function parseLibraryFile<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): z.output<S> {
  const raw = parseJson(file, text);
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw libraryFault(file, placeOf(issue?.path ?? [], raw), issue?.message ?? 'not as expected');
  }
  checkHashes(file, raw);
  return parsed.data;
}

function readText(resourcesDir: string, file: string): string {
  try {
    return readFileSync(join(resourcesDir, file), 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw libraryFault(file, '', code);
  }
}

function parseJson(file: string, text: string): Json {
  try {
    // JSON.parse gives nothing but JSON.
    return JSON.parse(text) as Json;
  } catch (error) {
    throw libraryFault(file, '', error instanceof Error ? error.message : 'not JSON');
  }
}

function checkHashes(file: string, raw: Json): void {
  if (!isRecord(raw)) return;
  const items = raw['items'];
  if (Array.isArray(items)) {
    // Array.isArray widens a readonly list to any[].
    const entries = (items as readonly Json[]).filter(isRecord);
    for (const [index, item] of entries.entries()) {
      const place = placeOf(['items', index], raw);
      if (item['hash'] !== itemHash(item))
        throw libraryFault(file, `${place}.hash`, 'the content does not match its hash');
      if (item['signalsHash'] !== signalsHash(item))
        throw libraryFault(file, `${place}.signalsHash`, 'the signals do not match their hash');
    }
    if (raw['hash'] !== listHash(entries.map(itemHash)))
      throw libraryFault(file, 'hash', 'the items do not match the hash of the list');
  }
  if (raw['seal'] !== fileSeal(raw))
    throw libraryFault(file, 'seal', 'the file does not match its seal');
}

/** A path into the file as a person would look for it: `items[3] csl-log-6months.when`. */
function placeOf(path: readonly PropertyKey[], raw: Json): string {
  let place = '';
  let here: Json | undefined = raw;
  for (const key of path) {
    if (typeof key === 'number') {
      here = Array.isArray(here) ? (here as readonly Json[])[key] : undefined;
      place += `[${String(key)}]${nameOf(here)}`;
    } else {
      here = here !== undefined && isRecord(here) ? here[String(key)] : undefined;
      place += place === '' ? String(key) : `.${String(key)}`;
    }
  }
  return place;
}

function nameOf(value: Json | undefined): string {
  if (value === undefined || !isRecord(value)) return '';
  const name = value['id'] ?? value['code'];
  return typeof name === 'string' ? ` ${name}` : '';
}
