import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';

/** DOS time has no zone; fflate writes the local clock, so the local start of 1980 gives the same bytes everywhere. */
const EPOCH = new Date(1980, 0, 1);

/**
 * The same archive with parts in name order, one fixed time and `replace` put in, so that the same content always has the
 * same bytes. `[Content_Types].xml` stays first, as some readers of office files expect.
 */
export function stableZip(
  bytes: Uint8Array,
  replace: (name: string, text: string) => string | null,
): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts)
    .filter((name) => !name.endsWith('/'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const out: Zippable = {};
  for (const name of names) {
    const part = parts[name] ?? new Uint8Array();
    const text = isXml(name) ? replace(name, strFromU8(part)) : null;
    out[name] = [text === null ? part : strToU8(text), { mtime: EPOCH, level: 6 }];
  }
  return zipSync(out);
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}

function isXml(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels');
}
