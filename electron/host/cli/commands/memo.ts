import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { checksNeedingReason, type Memo, type MemoCheck } from '#shared/domain/review/memo.ts';
import type { CliCommand } from '../command.ts';
import type { DeskClient } from '../deskClient.ts';
import { UsageError } from '../usageError.ts';
import { withDesk } from '../withDesk.ts';
import { requireArgument } from './project.ts';

const usage = 'memo P --out F.docx [--draft] [--reason T]';

/** Issues a memo, or writes a draft. What stands in the way refuses it; what deserves a look is said and recorded as seen. */
export const memoCommand: CliCommand = {
  name: 'memo',
  usage,
  options: { out: { type: 'string' }, draft: { type: 'boolean' }, reason: { type: 'string' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      const { id } = await desk.project(requireArgument(input.args.positionals, 0, usage));
      const out = input.args.text('out');
      if (out === undefined || !out.toLowerCase().endsWith('.docx'))
        throw new UsageError('--out', usage);
      // Looked at first: an issued memo takes a number, which must not be spent on a file that cannot be written.
      requireWritable(out);
      const isDraft = input.args.has('draft');
      const { memo, warnings } = await writeMemo(desk, id, isDraft, input.args.text('reason'));
      saveTo(out, desk.core.memoBytes(memo.id).bytes);
      for (const one of warnings) {
        process.stderr.write(`${input.words.cli.memoWarning(one.code, one.count)}\n`);
      }
      const { number, sha256 } = memo;
      return {
        json: { file: path.resolve(out), number, sha256, isDraft, memoId: memo.id, warnings },
        lines: [`${number ?? input.words.cli.draft}  ${out}  ${sha256}`],
      };
    }),
};

/**
 * Writes a memo, acknowledging its warnings, which are returned to be shown. A citation that does not stand takes the
 * lawyer's reason. Errors: `memo-blocked`.
 */
export async function writeMemo(
  desk: DeskClient,
  projectId: string,
  isDraft: boolean,
  reason?: string,
): Promise<{ readonly memo: Memo; readonly warnings: readonly MemoCheck[] }> {
  const { checks } = await desk.call('memo.preview', { projectId });
  const warnings = checks.filter((check) => check.level === 'warning');
  const memo = await desk.call('memo.write', {
    commandId: desk.newId(),
    projectId,
    isDraft,
    acknowledged: warnings.map((check) => check.code),
    ...(reason === undefined ? {} : { reasons: reasonFor(warnings, reason) }),
  });
  return { memo, warnings };
}

function reasonFor(
  warnings: readonly MemoCheck[],
  reason: string,
): Partial<Record<MemoCheck['code'], string>> {
  const codes = warnings
    .map(({ code }) => code)
    .filter((code) => checksNeedingReason.includes(code));
  return Object.fromEntries(codes.map((code) => [code, reason]));
}

/** Errors: `target-unwritable`. */
function requireWritable(file: string): void {
  try {
    closeSync(openSync(`${file}.part`, 'w'));
    rmSync(`${file}.part`, { force: true });
  } catch (cause) {
    throw new AppError('target-unwritable', { file }, { cause });
  }
}

/** Writes under a temporary name and renames, so that no half file stands under the real one. Errors: `target-unwritable`. */
export function saveTo(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.part`;
  try {
    const handle = openSync(temporary, 'w');
    try {
      writeSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new AppError('target-unwritable', { file }, { cause });
  }
}
