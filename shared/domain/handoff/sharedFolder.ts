import { z } from 'zod';
import { Failure } from '../../contract/errors.ts';
import { Contact } from './handoff.ts';
import { Fingerprint, HandoffNotice, Sender } from './handoffReport.ts';

const Count = z.number().int().nonnegative();

/**
 * How the folder was found at the last look: `new` not looked at yet, `away` not there or not answering, `strange` there
 * but without this desk's own part, `copied` used by another copy of this workspace under the same device.
 */
export const SharedFolderState = z.enum(['off', 'new', 'reached', 'away', 'strange', 'copied']);
export type SharedFolderState = z.infer<typeof SharedFolderState>;

/** Why a package was not taken in by itself. */
export const WaitReason = z.enum(['asked', 'conflicts', 'gaps', 'unknown', 'project', 'member']);
export type WaitReason = z.infer<typeof WaitReason>;

/** A colleague whom this desk writes to; `unconfirmed` counts the files that lie there and they have not said to have. */
export const SharedFolderMember = z.strictObject({
  key: z.string(),
  device: z.string(),
  person: z.string(),
  isTrusted: z.boolean(),
  unconfirmed: Count,
});
export type SharedFolderMember = z.infer<typeof SharedFolderMember>;

/** A colleague's package that waits for a look; `file` is its name inside the team's folder. */
export const FolderPackage = z.strictObject({
  file: z.string(),
  packageId: z.string(),
  createdAt: z.string(),
  sender: Sender,
  projects: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  total: Count,
  new: Count,
  changed: Count,
  conflicts: Count,
  reasons: z.array(WaitReason),
  notices: z.array(HandoffNotice),
});
export type FolderPackage = z.infer<typeof FolderPackage>;

/** A package of somebody this desk does not trust: a question. */
export const FolderStranger = z.strictObject({ file: z.string(), sender: Sender });
export type FolderStranger = z.infer<typeof FolderStranger>;

/** A file that was not taken, and why; `tries` counts the looks at a file that stays unreadable. */
export const FolderProblem = z.strictObject({
  file: z.string(),
  person: z.string().nullable(),
  failure: Failure,
  tries: Count,
});
export type FolderProblem = z.infer<typeof FolderProblem>;

/** A colleague's clock that is far from this desk's: said, nothing more. Which of the two is wrong nobody can tell from here. */
export const FolderClock = z.strictObject({
  person: z.string(),
  kind: z.enum(['ahead', 'behind']),
  /** What their clock said when the package was made. */
  createdAt: z.string(),
});
export type FolderClock = z.infer<typeof FolderClock>;

export const SharedFolderStatus = z.strictObject({
  folder: z.string().nullable(),
  /** Null: every project. */
  projects: z.array(z.string()).nullable(),
  members: z.array(SharedFolderMember),
  isAutomatic: z.boolean(),
  state: SharedFolderState,
  isLooking: z.boolean(),
  lookedAt: z.string().nullable(),
  /** When the folder was last found. */
  reachedAt: z.string().nullable(),
  writtenAt: z.string().nullable(),
  writeFailure: Failure.nullable(),
  waiting: z.array(FolderPackage),
  strangers: z.array(FolderStranger),
  problems: z.array(FolderProblem),
  /** Copies that a synchroniser made; their content is known. */
  duplicates: z.array(z.string()),
  /** Files that are still being written or brought. */
  arriving: z.array(z.string()),
  clocks: z.array(FolderClock),
  /** Files for others. */
  notForUs: Count,
  /** This desk's own files there. */
  ownFiles: Count,
  ownBytes: Count,
});
export type SharedFolderStatus = z.infer<typeof SharedFolderStatus>;

const TakenFile = z.strictObject({
  file: z.string(),
  packageId: z.string(),
  person: z.string(),
  changes: Count,
});
const WrittenFile = z.strictObject({
  file: z.string(),
  project: z.string(),
  changes: Count,
  sizeBytes: Count,
  missingContents: Count,
});

/** What one look at the folder did. */
export const SharedFolderSync = z.strictObject({
  status: SharedFolderStatus,
  taken: z.array(TakenFile),
  /** Packages without anything new, which said how far their senders have come. */
  receipts: Count,
  written: z.array(WrittenFile),
  /** Own files that everybody has, or that newer ones stand for. */
  removed: Count,
  /** Own files that somebody had altered; they were removed and are written anew where still needed. */
  altered: z.array(z.string()),
});
export type SharedFolderSync = z.infer<typeof SharedFolderSync>;

/** A look that took something in or wrote something, as the log keeps it. */
export const SharedFolderLook = SharedFolderSync.omit({ status: true }).extend({
  number: Count,
  at: z.string(),
  /** Where the folder was then. */
  folder: z.string(),
});
export type SharedFolderLook = z.infer<typeof SharedFolderLook>;

/** A desk after it became a new device. */
export const RenewedDevice = z.strictObject({
  device: z.string(),
  formerDevice: z.string(),
  /** Changes under the former device up to this number stay as they are, the same at both copies. */
  sharedUpTo: Count,
  /** Changes that this copy had written after the two parted; they are the new device's now. */
  moved: Count,
  /** Changes that may differ between the copies and stay under the old number, because colleagues built on them. */
  builtOn: Count,
  /** Files of the folder that could not be read or opened, so that nothing they show of the other copy was compared. */
  unread: z.array(z.string()),
  contact: Contact,
  fingerprint: Fingerprint,
});
export type RenewedDevice = z.infer<typeof RenewedDevice>;
