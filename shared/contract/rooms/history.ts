import { z } from 'zod';
import { HistoryEntry } from '../../domain/review/assessment.ts';
import { Id, Nothing, command, commandId, query } from '../kinds.ts';

export const UndoState = z.strictObject({
  undo: z.strictObject({ command: z.string(), at: z.string() }).nullable(),
  redo: z.strictObject({ command: z.string(), at: z.string() }).nullable(),
});

export type UndoState = z.infer<typeof UndoState>;

/** Undo, history and running jobs. */
export const historyChannels = {
  'history.of': query(z.strictObject({ projectId: Id, itemId: Id }), z.array(HistoryEntry)),
  'history.state': query(Nothing, UndoState),
  'history.undo': command(z.strictObject({ commandId }), UndoState),
  'history.redo': command(z.strictObject({ commandId }), UndoState),
  'job.cancel': query(z.strictObject({ jobId: Id }), z.strictObject({ cancelled: z.boolean() })),
} as const;
