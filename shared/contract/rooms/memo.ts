import { z } from 'zod';
import { Memo, MemoCheck, MemoModel } from '../../domain/review/memo.ts';
import { Project } from '../../domain/review/project.ts';
import { Id, LongText, command, commandId, query } from '../kinds.ts';

/** Review memos. */
export const memoChannels = {
  'memo.preview': query(
    z.strictObject({ projectId: Id }),
    z.strictObject({ model: MemoModel, checks: z.array(MemoCheck) }),
  ),
  'memo.list': query(z.strictObject({ projectId: Id }), z.array(Memo)),
  /** The lawyer's own overall conclusion; no rule ever writes it. */
  'memo.conclude': command(
    z.strictObject({ commandId, projectId: Id, conclusion: LongText }),
    Project,
  ),
  /** Writes and keeps the .docx. An issued memo takes a number; `acknowledged` are the warnings the lawyer has read. */
  'memo.write': command(
    z.strictObject({
      commandId,
      projectId: Id,
      isDraft: z.boolean(),
      acknowledged: z.array(MemoCheck.shape.code),
      /** Why it is issued in spite of a check, by the check's code; checks of citations need one. */
      reasons: z.partialRecord(MemoCheck.shape.code, z.string().trim().min(1).max(2000)).optional(),
    }),
    Memo,
  ),
} as const;
