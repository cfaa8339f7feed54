import { createHash } from 'node:crypto';
import { canonical, type FieldValue } from '#shared/domain/changes/change.ts';
import { ChangeLine, Manifest } from '#shared/domain/handoff/handoff.ts';
import { chainHash } from '../../electron/core/changes/changeLog.ts';
import { signWith } from '../../electron/core/handoff/identity.ts';
import {
  MemberReader,
  type PackedMember,
  packMember,
  readStrictZip,
  writeStrictZip,
} from '../../electron/core/handoff/strictZip.ts';
import { zipLimits } from '../../electron/core/handoff/packageLimits.ts';
import type { KeptIdentity } from '../../electron/core/repo/contactTable.ts';

/** A package taken apart, so that a test can put it together wrongly. */
export interface Loose {
  manifest: Manifest;
  lines: ChangeLine[];
  readonly members: PackedMember[];
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const json = (value: unknown): string => JSON.stringify(canonical(value as FieldValue)); // plain JSON

export function takeApart(bytes: Uint8Array): Loose {
  const members = [...readStrictZip(bytes, zipLimits).values()];
  const reader = new MemberReader(zipLimits);
  const text = (name: string): string => {
    const member = members.find((one) => one.name === name);
    if (!member) throw new Error(`no ${name}`);
    return Buffer.from(reader.read(member)).toString('utf8');
  };
  const lines = text('changes.ndjson').trim().split('\n');
  return {
    manifest: Manifest.parse(JSON.parse(text('manifest.json'))),
    lines: lines.map((line) => ChangeLine.parse(JSON.parse(line))),
    members,
  };
}

/** Continues the chain as an honest program would, so that only what the test put in is wrong. */
export function rechain(lines: readonly ChangeLine[]): ChangeLine[] {
  const last = new Map<string, ChangeLine>();
  return lines.map((line) => {
    const before = last.get(line.device);
    const prev = before && before.seq + 1 === line.seq ? before.hash : line.prev;
    const chained = { ...line, prev, hash: chainHash(prev, line) };
    last.set(line.device, chained);
    return chained;
  });
}

/** Puts it together again, with hashes and counts that fit, signed with the given key. */
export function putTogether(loose: Loose, identity: KeptIdentity): Uint8Array {
  const content = Buffer.from(loose.lines.map((line) => `${json(line)}\n`).join(''), 'utf8');
  const changes = packMember({ name: 'changes.ndjson', content, isStored: false });
  const parts = loose.manifest.parts.map((part) =>
    part.name === 'changes.ndjson'
      ? {
          ...part,
          sizeBytes: content.length,
          sha256: sha256(content),
          packedSha256: sha256(changes.packed),
        }
      : part,
  );
  const manifest = Buffer.from(json({ ...loose.manifest, parts }), 'utf8');
  const signature = Buffer.from(signWith(identity, manifest), 'latin1');
  const others = loose.members.slice(3);
  return writeStrictZip([
    packMember({ name: 'manifest.json', content: manifest, isStored: true }),
    packMember({ name: 'manifest.sig', content: signature, isStored: true }),
    changes,
    ...others,
  ]);
}
