import { tablePart, type WordFile } from './fileInformation.ts';

const nameAt = 40;
const maxName = 64;

/** Names of the fonts by number ([MS-DOC] 2.9.286); cut where the table does not hold together. */
export function fontNames(file: WordFile): string[] {
  const table = file.part(tablePart.fonts);
  const names: string[] = [];
  if (table === null || table.length < 4) return names;
  const decoder = new TextDecoder('utf-16le');
  const count = table.u16(0);
  let at = 4;
  while (names.length < count && at < table.length) {
    const size = table.u8(at) + 1;
    if (at + size > table.length) break;
    const bytes = table.bytes.subarray(at + nameAt, at + Math.min(size, nameAt + maxName));
    names.push(decoder.decode(bytes).split('\0')[0] ?? '');
    at += size;
  }
  return names;
}
