import { z } from 'zod';
import { ProjectOwner } from '../review/project.ts';
import { Contact, VectorSchema } from './handoff.ts';

const Count = z.number().int().nonnegative();

/** A key as people compare it: six groups of five digits, in figures and in Chinese numerals. */
export const Fingerprint = z.strictObject({ digits: z.string(), chinese: z.string() });
export type Fingerprint = z.infer<typeof Fingerprint>;

export const ContactEntry = z.strictObject({
  ...Contact.shape,
  fingerprint: Fingerprint,
  trustedAt: z.string(),
  revokedAt: z.string().nullable(),
});
export type ContactEntry = z.infer<typeof ContactEntry>;

/** Who signed: known and trusted, this desk itself, nobody we know (a question to the lawyer), or taken back. */
export const SenderStatus = z.enum(['trusted', 'own', 'unknown', 'revoked']);
export const Sender = z.strictObject({
  status: SenderStatus,
  device: z.string(),
  person: z.string(),
  fingerprint: Fingerprint,
  contact: Contact,
});
export type Sender = z.infer<typeof Sender>;

/** What a record is called: numbers, titles and quotes by which a person knows it; null where it has none. */
export const RecordName = z.strictObject({
  item: z.strictObject({ number: z.string(), title: z.string() }).nullable(),
  /** Of a finding or a memo. */
  number: z.string().nullable(),
  /** Of a project, a document, a file, a trait; of a finding the beginning of its problem. */
  title: z.string().nullable(),
  /** Where there is an English one beside it. */
  titleEn: z.string().nullable(),
  /** Of evidence. */
  quote: z.string().nullable(),
});
export type RecordName = z.infer<typeof RecordName>;

/** What one change wrote into a field, and who wrote it when. */
const WrittenValue = z.strictObject({
  device: z.string(),
  seq: z.number().int(),
  field: z.string(),
  value: z.unknown(),
  by: z.string(),
  at: z.string(),
});

/** One of the versions that nobody has chosen between. */
export const ConflictSide = WrittenValue.extend({
  isOwn: z.boolean(),
  /** Came in a package. */
  isIncoming: z.boolean(),
  /** This one stands until somebody chooses. */
  stands: z.boolean(),
});
export type ConflictSide = z.infer<typeof ConflictSide>;

export const Conflict = z.strictObject({
  projectId: z.string(),
  entity: z.string(),
  entityId: z.string(),
  /** `deleted` for a removal against edits. */
  field: z.string(),
  kind: z.enum(['values', 'removal']),
  name: RecordName,
  /** By stamp. */
  sides: z.array(ConflictSide),
});
export type Conflict = z.infer<typeof Conflict>;

/** What the lawyer chose in a disagreement: one version, or both, one after the other (long texts only). */
export const ConflictChoice = z.strictObject({
  entity: z.string().min(1),
  entityId: z.string().min(1).max(300),
  field: z.string().min(1),
  choice: z.union([
    z.strictObject({ device: z.string().min(1), seq: z.number().int().positive() }),
    z.literal('both'),
  ]),
});
export type ConflictChoice = z.infer<typeof ConflictChoice>;

/** A change of the package that disagrees with one held here or with another of the package. */
export const ConflictLine = z.strictObject({
  projectId: z.string(),
  entity: z.string(),
  entityId: z.string(),
  /** The field under which the disagreement is kept; `deleted` for a removal against edits. */
  field: z.string(),
  kind: z.enum(['values', 'removal']),
  theirs: WrittenValue,
  mine: WrittenValue.nullable(),
});
export type ConflictLine = z.infer<typeof ConflictLine>;

/** Changes that must come first: of `device`, after `after` up to `upTo`. */
export const Gap = z.strictObject({
  projectId: z.string(),
  device: z.string(),
  person: z.string(),
  after: Count,
  upTo: Count,
});
export type Gap = z.infer<typeof Gap>;

export const UnknownField = z.strictObject({
  entity: z.string(),
  field: z.string(),
  changes: Count,
});

/** A field as it stands here and as it will stand. */
export const Difference = z.strictObject({
  projectId: z.string(),
  entity: z.string(),
  entityId: z.string(),
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  by: z.string(),
});
export type Difference = z.infer<typeof Difference>;

/** What deserves a look, without standing in the way. */
export const HandoffNotice = z.strictObject({
  code: z.enum([
    'clock-ahead',
    'content-missing',
    'duplicate-finding-number',
    'duplicate-memo-number',
    'checklist-version',
    'new-owner',
  ]),
  detail: z.string(),
});
export type HandoffNotice = z.infer<typeof HandoffNotice>;

export const ProjectCounts = z.strictObject({
  id: z.string(),
  name: z.string(),
  new: Count,
  changed: Count,
  identical: Count,
  conflicts: Count,
});
export type ProjectCounts = z.infer<typeof ProjectCounts>;

/** new + changed + identical + conflicts.length = total; unknown and parked changes are counted among them. */
export const HandoffPreview = z.strictObject({
  packageId: z.string(),
  createdAt: z.string(),
  sender: Sender,
  hint: z.string().nullable(),
  isEncrypted: z.boolean(),
  total: Count,
  new: Count,
  changed: Count,
  identical: Count,
  conflicts: z.array(ConflictLine),
  unknown: z.array(UnknownField),
  gaps: z.array(Gap),
  /** Changes kept aside until a gap is filled. */
  parked: Count,
  contents: z.strictObject({ new: Count, identical: Count, missing: Count }),
  projects: z.array(ProjectCounts),
  /** At most 1,000; `moreDifferences` says how many were left out. */
  differences: z.array(Difference),
  moreDifferences: Count,
  notices: z.array(HandoffNotice),
});
export type HandoffPreview = z.infer<typeof HandoffPreview>;

export const ReadText = z.strictObject({
  versionId: z.string(),
  status: z.enum(['read', 'known', 'failed', 'missing']),
  /** Code of the failure. */
  error: z.string().nullable(),
});
export type ReadText = z.infer<typeof ReadText>;

/** A preview with the package kept open under `openId`, so that importing it need not open it again. */
export const OpenedHandoff = HandoffPreview.extend({
  openId: z.string(),
  /** Every disagreement that the package would bring, with all its versions. */
  disputes: z.array(Conflict),
  /** Names of the records in `differences`, by entity and id with a space between. */
  names: z.record(z.string(), RecordName),
});
export type OpenedHandoff = z.infer<typeof OpenedHandoff>;

export const HandoffImport = HandoffPreview.extend({
  importNumber: z.number().int().nullable(),
  resolved: Count,
  /** Changes that were kept aside earlier and went in now. */
  released: Count,
  backup: z.string().nullable(),
  texts: z.array(ReadText),
  /** Evidence whose quote does not stand at its place in the text as read here. */
  movedQuotes: z.array(z.string()),
});
export type HandoffImport = z.infer<typeof HandoffImport>;

export const HandoffUndo = z.strictObject({
  importNumber: z.number().int(),
  restored: Count,
  /** Fields written over since, which were left as they are. */
  kept: Count,
  /** Written memos stay: they are frozen. */
  memos: Count,
});
export type HandoffUndo = z.infer<typeof HandoffUndo>;

export const HandoffExport = z.strictObject({
  /** Fetch the bytes once under this id. */
  fileId: z.string(),
  fileName: z.string(),
  sizeBytes: Count,
  sha256: z.string(),
  packageId: z.string(),
  isEncrypted: z.boolean(),
  counts: z.strictObject({ changes: Count, commands: Count, contents: Count, contentBytes: Count }),
  projects: z.array(
    z.strictObject({ id: z.string(), name: z.string(), from: VectorSchema, to: VectorSchema }),
  ),
  missingContents: Count,
  /** Who holds the projects from now on; null where they stay here. */
  newOwner: z.string().nullable(),
});
export type HandoffExport = z.infer<typeof HandoffExport>;

/** A hand-over from this desk that nothing which left it tells of: nobody but this desk knows that the project went. */
export const UnfinishedHandOver = z.strictObject({
  projectId: z.string(),
  name: z.string(),
  owner: ProjectOwner,
  /** When it was asked for. */
  since: z.string(),
  /** A package was built and is gone without having been fetched; otherwise none was. */
  isBuilt: z.boolean(),
});
export type UnfinishedHandOver = z.infer<typeof UnfinishedHandOver>;

export const HandoffLogEntry = z.strictObject({
  number: z.number().int(),
  direction: z.enum(['sent', 'received']),
  at: z.string(),
  packageId: z.string(),
  fileName: z.string(),
  people: z.array(z.string()),
  projects: z.array(z.strictObject({ id: z.string(), name: z.string(), to: VectorSchema })),
  changes: Count,
  undoneAt: z.string().nullable(),
  /** Devices that a sent package was encrypted to. */
  recipients: z.array(z.string()),
  /** Whom it made the owner of its projects. */
  newOwner: z.string().nullable(),
  /** When the person said that it was sent; building a package is not sending it. */
  sentAt: z.string().nullable(),
  /** People whose own packages since say that they have all of it. */
  readBy: z.array(z.string()),
});
export type HandoffLogEntry = z.infer<typeof HandoffLogEntry>;

/** Up to where a colleague has read what this desk wrote in a project, as their last package said. */
export const Receipt = z.strictObject({
  projectId: z.string(),
  name: z.string(),
  device: z.string(),
  person: z.string(),
  /** When the package was made that said so; null where none has. */
  saidAt: z.string().nullable(),
  /** When the newest of this desk's changes was made that they have. */
  readUpTo: z.string().nullable(),
  /** Changes of this desk that they have, and that they have not. */
  read: Count,
  unseen: Count,
});
export type Receipt = z.infer<typeof Receipt>;

/** Changes kept aside until what they build on has come. */
export const WaitingPart = z.strictObject({
  projectId: z.string(),
  name: z.string(),
  changes: Count,
  gaps: z.array(Gap),
});
export type WaitingPart = z.infer<typeof WaitingPart>;

export const HandoffIdentity = z.strictObject({
  contact: Contact,
  fingerprint: Fingerprint,
  /** The contact file to give to colleagues, and a name for it. */
  contactFile: z.string(),
  fileName: z.string(),
});
export type HandoffIdentity = z.infer<typeof HandoffIdentity>;
