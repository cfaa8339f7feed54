import { z } from 'zod';
import { FieldValue } from '../changes/change.ts';

/** Name and number of the package format; a higher number is refused, never half read. */
export const packageFormat = 'counsel-desk/handoff';
export const packageVersion = 1;
export const contactFormat = 'counsel-desk/contact';

/** An id that can be a key of an object: at least one hyphen, so that it names no property every object has. */
const DashedId = z
  .string()
  .regex(/^[0-9A-Za-z]+(?:-[0-9A-Za-z]+)+$/)
  .max(64);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Name = z.string().max(200);
const Iso = z.iso.datetime();
const Count = z.number().int().nonnegative();

/** 32 bytes, base64 without padding. */
const PublicKey = z.string().regex(/^[A-Za-z0-9+/]{43}$/);
/** 64 bytes, base64 without padding. */
export const Signature = z.string().regex(/^[A-Za-z0-9+/]{86}$/);

export const VectorSchema = z.record(DashedId, z.number().int().positive());

/** Who a device belongs to and the keys it signs and receives with. */
export const Contact = z.strictObject({
  device: DashedId,
  person: Name,
  /** Ed25519 public key. */
  key: PublicKey,
  /** age recipient (X25519). */
  recipient: z.string().regex(/^age1[0-9a-z]{58}$/),
});
export type Contact = z.infer<typeof Contact>;

/**
 * A file by which two people make themselves known once; `signature` is over the canonical JSON of the three fields before
 * it. What else stands in it is not read.
 */
export const ContactFile = z.object({
  format: z.literal(contactFormat),
  version: z.literal(1),
  contact: Contact,
  signature: Signature,
});
export type ContactFile = z.infer<typeof ContactFile>;

/** A project in a package: the changes of every device after `from` up to `to`, complete. */
export const PackageProject = z.strictObject({
  id: DashedId,
  name: Name,
  from: VectorSchema,
  to: VectorSchema,
  changes: Count,
  /** Checklist id → version and hash the project was begun with. */
  checklists: z.record(z.string(), z.strictObject({ version: z.string(), hash: z.string() })),
});
export type PackageProject = z.infer<typeof PackageProject>;

/** A member of the archive: its content, and the bytes as they lie in the archive. */
export const PackagePart = z.strictObject({
  name: z.string().max(100),
  sizeBytes: Count,
  sha256: Sha256,
  packedSha256: Sha256,
});
export type PackagePart = z.infer<typeof PackagePart>;

export const Manifest = z.strictObject({
  format: z.literal(packageFormat),
  version: z.literal(packageVersion),
  id: DashedId,
  createdAt: Iso,
  sender: Contact,
  /** Names of the devices whose changes are in here. */
  devices: z.record(DashedId, Name),
  /** What helps to remember the passphrase; the same text stands outside the encryption. */
  hint: z.string().max(200).nullable(),
  projects: z.array(PackageProject).min(1).max(5000),
  counts: z.strictObject({ changes: Count, commands: Count, contents: Count }),
  parts: z.array(PackagePart),
});
export type Manifest = z.infer<typeof Manifest>;

/** One line of `changes.ndjson`. `prev` and `hash` are its place in its device's chain. */
export const ChangeLine = z.strictObject({
  project: DashedId,
  device: DashedId,
  seq: z.number().int().positive(),
  hlc: z.string().max(120),
  seen: VectorSchema,
  actor: Name,
  commandId: z.string().min(1).max(300),
  command: z.string().min(1).max(100),
  entity: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]*$/)
    .max(60),
  entityId: z.string().min(1).max(300),
  field: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]*$/)
    .max(60),
  value: FieldValue,
  prev: Sha256,
  hash: Sha256,
});
export type ChangeLine = z.infer<typeof ChangeLine>;

/** One line of `commands.ndjson`: what the person did, for the history. */
export const CommandLine = z.strictObject({
  id: z.string().min(1).max(300),
  name: z.string().min(1).max(100),
  device: DashedId,
  actor: Name,
  at: Iso,
  reverts: z.array(z.string().max(300)).nullable(),
});
export type CommandLine = z.infer<typeof CommandLine>;

/** What stands beside the encrypted package when a hint goes with it. */
export const Envelope = z.strictObject({
  format: z.literal('counsel-desk/handoff-envelope'),
  version: z.literal(1),
  hint: z.string().max(200),
});
export type Envelope = z.infer<typeof Envelope>;
