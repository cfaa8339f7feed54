import { packedObjects } from './objectStreams.ts';

/** An object's dictionary lies within so many bytes; page tree nodes with thousands of kids are that long. */
const farthest = 64 * 1024;
const mostLooks = 10_000;

/** A node of the page tree: where it lies in the file, so that of a node that was saved again the last saving counts. */
interface Node {
  readonly at: number;
  readonly number: string;
  readonly count: number;
}

/**
 * How many pages the file's own page tree says there are: the largest count of its nodes, packed into object streams or
 * not, 0 where none is found (a damaged or encrypted file). pdf.js leaves pages out without a word where an entry of the tree is broken.
 */
export function statedPages(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nodes = [...plainNodes(buffer), ...packedNodes(buffer)].sort((a, b) => a.at - b.at);
  const counts = new Map(nodes.map((node) => [node.number, node.count]));
  return Math.max(0, ...counts.values());
}

function plainNodes(buffer: Buffer): Node[] {
  const nodes: Node[] = [];
  let at = buffer.indexOf('/Count', 0, 'latin1');
  for (let looks = 0; at >= 0 && looks < mostLooks; looks++) {
    const stated = countAt(buffer.toString('latin1', at, at + 20));
    const object = stated === null ? null : objectAround(buffer, at);
    if (stated !== null && object !== null && isPageTree(object.body))
      nodes.push({ at, number: object.number, count: stated });
    at = buffer.indexOf('/Count', at + 6, 'latin1');
  }
  return nodes;
}

function packedNodes(buffer: Buffer): Node[] {
  const nodes: Node[] = [];
  for (const { at, number, body } of packedObjects(buffer, '/Count')) {
    const count = countAt(body.slice(body.indexOf('/Count')));
    if (count !== null && isPageTree(body)) nodes.push({ at, number, count });
  }
  return nodes;
}

const isPageTree = (body: string): boolean => /\/Type\s*\/Pages\b/.test(body);

function countAt(text: string): number | null {
  const digits = /^\/Count\s*(\d{1,7})\b/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

function objectAround(buffer: Buffer, at: number): { number: string; body: string } | null {
  const before = buffer.subarray(Math.max(0, at - farthest), at);
  const begin = before.lastIndexOf(' obj', undefined, 'latin1');
  if (begin < 0) return null;
  const head = before.toString('latin1', Math.max(0, begin - 24), begin);
  const number = /(\d+)\s+\d+$/.exec(head)?.[1];
  if (number === undefined) return null;
  const after = buffer.subarray(at, at + farthest);
  const end = after.indexOf('endobj', 0, 'latin1');
  const rest = after.toString('latin1', 0, end < 0 ? undefined : end);
  return { number, body: before.toString('latin1', begin) + rest };
}
