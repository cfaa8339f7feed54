import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fingerprintOf } from '#shared/domain/handoff/fingerprint.ts';
import { entityKinds } from '../../../electron/core/changes/entities.ts';
import { schemaOf } from '../../../electron/core/handoff/fieldSchemas.ts';
import { zipLimits } from '../../../electron/core/handoff/packageLimits.ts';
import {
  MemberReader,
  packMember,
  readStrictZip,
  writeStrictZip,
} from '../../../electron/core/handoff/strictZip.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

test('every field of an entity that is handed off has a schema, and no other entity has', () => {
  const local = ['desk', 'statuteVersion', 'checklistVersion', 'checklistDraft', 'draftItem'];
  for (const [entity, kind] of Object.entries(entityKinds)) {
    const bare = Object.keys(kind.fields).filter((field) => schemaOf(entity, field) === null);
    expect([entity, bare]).toEqual([
      entity,
      local.includes(entity) ? Object.keys(kind.fields) : [],
    ]);
  }
  expect(schemaOf('constructor', 'name')).toBeNull();
  expect(schemaOf('finding', 'toString')).toBeNull();
});

test('the archive is a zip that other programs open, and reads back', () => {
  const long = Buffer.from('改动\n'.repeat(500));
  const bytes = writeStrictZip([
    packMember({ name: 'a.txt', content: Buffer.from('甲'), isStored: true }),
    packMember({ name: 'b/c.txt', content: long, isStored: false }),
  ]);
  const other = unzipSync(bytes);
  expect([Object.keys(other), text(other['a.txt']), text(other['b/c.txt'])]).toEqual([
    ['a.txt', 'b/c.txt'],
    '甲',
    long.toString(),
  ]);
  const members = readStrictZip(bytes, zipLimits);
  const reader = new MemberReader(zipLimits);
  expect([...members.values()].map((one) => text(reader.read(one)))).toEqual([
    '甲',
    long.toString(),
  ]);
});

test('every single bit of an archive counts', () => {
  const content = Buffer.from('改动 '.repeat(40));
  const bytes = writeStrictZip([packMember({ name: 'a', content, isStored: false })]);
  const accepted: number[] = [];
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Uint8Array.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    if (isReadAs(flipped, content)) accepted.push(bit);
  }
  // What deflate leaves open (unused bits at its end) is caught by the hash of the packed bytes in the manifest.
  expect(accepted.length).toBeLessThan(8);
});

function isReadAs(bytes: Uint8Array, content: Uint8Array): boolean {
  try {
    const [member] = readStrictZip(bytes, zipLimits).values();
    if (member?.name !== 'a') return false;
    return Buffer.from(new MemberReader(zipLimits).read(member)).equals(content);
  } catch {
    return false;
  }
}

test('a fingerprint is six groups of five digits, in figures and numerals', () => {
  const hash = Uint8Array.from({ length: 32 }, (_, i) => i);
  expect(fingerprintOf(hash)).toEqual({
    digits: '09060 60585 12110 63635 15160 66685',
    chinese: '〇九〇六〇 六〇五八五 一二一一〇 六三六三五 一五一六〇 六六六八五',
  });
});
