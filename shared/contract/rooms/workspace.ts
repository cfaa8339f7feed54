import { z } from 'zod';
import { Nothing, command, commandId, query } from '../kinds.ts';

export const WorkspaceStatus = z.strictObject({
  state: z.enum(['none', 'locked', 'open']),
  name: z.string(),
  isEncrypted: z.boolean(),
  /** The person at this desk; empty until the workspace is open. */
  person: z.string(),
  /** The law firm that signs memos; empty while not given. */
  firm: z.string(),
  /** Folder of the workspace, so that the lawyer knows where the data lives. */
  folder: z.string(),
  idleLockMinutes: z.number().int(),
});

export type WorkspaceStatus = z.infer<typeof WorkspaceStatus>;

export const WorkspaceInfo = WorkspaceStatus.extend({
  deviceId: z.string(),
  schemaVersion: z.number().int(),
  counts: z.strictObject({
    projects: z.number().int(),
    documents: z.number().int(),
    versions: z.number().int(),
    assessments: z.number().int(),
    evidence: z.number().int(),
    findings: z.number().int(),
    memos: z.number().int(),
    changes: z.number().int(),
  }),
  sizeBytes: z.number().int(),
});

export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>;

export const VerifyReport = z.strictObject({
  ok: z.boolean(),
  problems: z.array(
    z.strictObject({ part: z.enum(['records', 'documents', 'history']), detail: z.string() }),
  ),
  /** What is whole and yet wants doing; left out where there is nothing. */
  notices: z
    .array(
      z.strictObject({
        code: z.enum(['hand-over-unfinished']),
        project: z.string(),
        person: z.string(),
        since: z.string(),
      }),
    )
    .optional(),
});

export type VerifyReport = z.infer<typeof VerifyReport>;

/** Making, opening and checking the workspace. */
export const workspaceChannels = {
  'workspace.status': query(Nothing, WorkspaceStatus),
  'workspace.create': command(
    z.strictObject({
      name: z.string().trim().min(1).max(100),
      person: z.string().trim().min(1).max(100),
      /** Null makes a workspace without encryption. */
      passphrase: z.string().max(1000).nullable(),
    }),
    z.strictObject({
      status: WorkspaceStatus,
      deviceId: z.string(),
      recoveryKey: z.string().nullable(),
    }),
  ),
  'workspace.unlock': command(
    z.strictObject({ kind: z.enum(['passphrase', 'recovery']), secret: z.string().max(1000) }),
    WorkspaceStatus,
  ),
  'workspace.lock': command(Nothing, WorkspaceStatus),
  'workspace.touch': query(Nothing, Nothing),
  /** `current` is the passphrase, or the recovery key when the passphrase was forgotten. */
  'workspace.changePassphrase': command(
    z.strictObject({
      kind: z.enum(['passphrase', 'recovery']),
      current: z.string().max(1000),
      next: z.string().max(1000),
    }),
    Nothing,
  ),
  'workspace.setIdleLock': command(
    z.strictObject({ commandId, minutes: z.number().int().min(1).max(480) }),
    WorkspaceStatus,
  ),
  'workspace.setPerson': command(
    z.strictObject({
      commandId,
      person: z.string().trim().min(1).max(100),
      firm: z.string().trim().max(100).optional(),
    }),
    WorkspaceStatus,
  ),
  'workspace.info': query(Nothing, WorkspaceInfo),
  'workspace.verify': query(Nothing, VerifyReport),
} as const;
