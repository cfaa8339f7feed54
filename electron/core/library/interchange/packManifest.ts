import { z } from 'zod';
import { Contact, PackagePart } from '#shared/domain/handoff/handoff.ts';

/** Name and number of the format of packs; a higher number is refused, never half read. */
export const packFormat = 'counsel-desk/checklists';
export const packVersion = 1;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One version in a pack: what can be said of it before its part is read. */
export const PackList = z.strictObject({
  id: z.string().max(200),
  version: z.string().max(200),
  titleZh: z.string().max(400),
  hash: Sha256,
  seal: Sha256,
  /** Who published it, as its author's desk knows; null for what came with the program. */
  by: z.string().max(200).nullable(),
  /** When (ISO); null for what came with the program. */
  at: z.iso.datetime().nullable(),
});
export type PackList = z.infer<typeof PackList>;

/** What the author signs: format, author with key, the versions, and the SHA-256 of every part. */
export const PackManifest = z.strictObject({
  format: z.literal(packFormat),
  version: z.literal(packVersion),
  createdAt: z.iso.datetime(),
  author: Contact,
  lists: z.array(PackList).min(1).max(200),
  /** `lists/<seal>.json` of each list, in the order of `lists`. */
  parts: z.array(PackagePart).min(1).max(200),
});
export type PackManifest = z.infer<typeof PackManifest>;

export const manifestName = 'manifest.json';
export const signatureName = 'manifest.sig';
export const listName = (seal: string): string => `lists/${seal}.json`;
