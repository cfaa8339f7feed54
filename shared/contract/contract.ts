import { z } from 'zod';
import { workspaceChannels, WorkspaceStatus } from './rooms/workspace.ts';
import { projectChannels } from './rooms/project.ts';
import { documentChannels } from './rooms/document.ts';
import { libraryChannels } from './rooms/library.ts';
import {
  checklistChannels,
  checklistPinChannels,
  checklistFileChannels,
} from './rooms/checklists.ts';
import { reviewChannels } from './rooms/review.ts';
import { memoChannels } from './rooms/memo.ts';
import { historyChannels } from './rooms/history.ts';
import { lawChannels } from './rooms/law.ts';
import { recognitionChannels } from './rooms/recognition.ts';
import { handoffChannels } from './rooms/handoff.ts';
import { sharedFolderChannels } from './rooms/sharedFolder.ts';

/**
 * The one contract between core and everything that uses it. A query is safe to repeat; a command writes once for each
 * `commandId`; a job reports progress under its `jobId` and can be cancelled.
 */
export const contract = {
  ...workspaceChannels,
  ...projectChannels,
  ...documentChannels,
  ...libraryChannels,
  ...checklistChannels,
  ...checklistFileChannels,
  ...checklistPinChannels,
  ...reviewChannels,
  ...memoChannels,
  ...historyChannels,
  ...lawChannels,
  ...recognitionChannels,
  ...handoffChannels,
  ...sharedFolderChannels,
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type Input<C extends Channel> = z.input<Contract[C]['input']>;
export type Output<C extends Channel> = z.output<Contract[C]['output']>;
export type ParsedInput<C extends Channel> = z.output<Contract[C]['input']>;

/** What the core tells its hosts unasked. */
export const CoreEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('data.changed'),
    entities: z.array(z.string()),
    projectIds: z.array(z.string()),
  }),
  z.strictObject({
    type: z.literal('job.progress'),
    jobId: z.string(),
    done: z.number(),
    total: z.number(),
    label: z.string(),
  }),
  z.strictObject({ type: z.literal('workspace.changed'), status: WorkspaceStatus }),
  /** The system handed the program one of its own files: by double click, or as an argument. `source` works once. */
  z.strictObject({
    type: z.literal('file.opened'),
    kind: z.enum(['package', 'contact']),
    source: z.string(),
  }),
]);
export type CoreEvent = z.infer<typeof CoreEvent>;
