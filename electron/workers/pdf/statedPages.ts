/** An object's dictionary lies within so many bytes; page tree nodes with thousands of kids are that long. */
const farthest = 64 * 1024;
const mostLooks = 10_000;

/**
 * How many pages the file's own page tree says there are: the largest count of its nodes, 0 where none is found (a damaged
 * file, or a tree packed into object streams). pdf.js leaves pages out without a word where an entry of the tree is broken.
 */
export function statedPages(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** By the number of the object, so that of a node that was saved again the last saving counts. */
  const counts = new Map<string, number>();
  let at = buffer.indexOf('/Count', 0, 'latin1');
  for (let looks = 0; at >= 0 && looks < mostLooks; looks++) {
    const stated = /^\s*(\d{1,7})\b/.exec(buffer.toString('latin1', at + 6, at + 20))?.[1];
    if (stated !== undefined) {
      const object = objectAround(buffer, at);
      if (object !== null && /\/Type\s*\/Pages\b/.test(object.body))
        counts.set(object.name, Number(stated));
    }
    at = buffer.indexOf('/Count', at + 6, 'latin1');
  }
  return Math.max(0, ...counts.values());
}

function objectAround(buffer: Buffer, at: number): { name: string; body: string } | null {
  const before = buffer.toString('latin1', Math.max(0, at - farthest), at);
  const begin = before.lastIndexOf(' obj');
  if (begin < 0) return null;
  const name = /(\d+\s+\d+)$/.exec(before.slice(Math.max(0, begin - 24), begin))?.[1];
  if (name === undefined) return null;
  const after = buffer.toString('latin1', at, at + farthest);
  const end = after.indexOf('endobj');
  return { name, body: before.slice(begin) + (end < 0 ? after : after.slice(0, end)) };
}
