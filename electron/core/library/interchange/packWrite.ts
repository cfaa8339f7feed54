import { createHash } from 'node:crypto';
import type { Contact } from '#shared/domain/handoff/handoff.ts';
import type { ChecklistFile } from '#shared/domain/library/libraryFile.ts';
import { signWith } from '../../handoff/identity.ts';
import { packMember, writeStrictZip } from '../../handoff/strictZip.ts';
import type { KeptIdentity } from '../../repo/contactTable.ts';
import { checklistBytes } from '../checklistFile.ts';
import { asJson, canonicalJson } from '../seal.ts';
import {
  listName,
  manifestName,
  packFormat,
  type PackManifest,
  packVersion,
  signatureName,
} from './packManifest.ts';

/** A version to be packed, with who published it and when. */
export interface PackedVersion {
  readonly file: ChecklistFile;
  readonly by: string | null;
  readonly at: string | null;
}

export interface PackOrder {
  readonly versions: readonly PackedVersion[];
  readonly author: Contact;
  readonly identity: KeptIdentity;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
}

/** A signed pack of versions: an archive of which every byte is accounted for. */
export function writePack({ versions, author, identity, createdAt }: PackOrder): Uint8Array {
  const parts = versions.map(({ file }) => {
    const content = checklistBytes(file);
    const member = packMember({ name: listName(file.seal), content, isStored: false });
    return {
      member,
      part: {
        name: member.name,
        sizeBytes: content.length,
        sha256: sha256Of(content),
        packedSha256: sha256Of(member.packed),
      },
    };
  });
  const manifest: PackManifest = {
    format: packFormat,
    version: packVersion,
    createdAt,
    author,
    lists: versions.map(({ file: { id, version, titleZh, hash, seal }, by, at }) => ({
      id,
      version,
      titleZh,
      hash,
      seal,
      by,
      at,
    })),
    parts: parts.map(({ part }) => part),
  };
  const json = Buffer.from(canonicalJson(asJson(manifest)), 'utf8');
  const signature = Buffer.from(signWith(identity, json), 'latin1');
  return writeStrictZip([
    packMember({ name: manifestName, content: json, isStored: true }),
    packMember({ name: signatureName, content: signature, isStored: true }),
    ...parts.map(({ member }) => member),
  ]);
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
