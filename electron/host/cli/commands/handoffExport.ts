import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { CliCommand, CommandInput } from '../command.ts';
import { askPassphrase } from '../passphrase.ts';
import { UsageError } from '../usageError.ts';
import { withDesk } from '../withDesk.ts';
import { saveTo } from './memo.ts';

const usage =
  'handoff export [P…] --out F [--to NAME]… [--passphrase] [--hint T] [--since auto] [--hand-over NAME]';

/** The passphrase of a package, where the command asks for one. */
export async function packagePassphrase(input: CommandInput): Promise<string | null> {
  if (!input.args.has('passphrase')) return null;
  const { askPassphrase: prompt } = input.words.handoff;
  return askPassphrase(prompt, 'COUNSEL_DESK_HANDOFF_PASSPHRASE');
}

export const handoffExportCommand: CliCommand = {
  name: 'handoff export',
  usage,
  options: {
    out: { type: 'string' },
    to: { type: 'string', multiple: true },
    passphrase: { type: 'boolean' },
    hint: { type: 'string' },
    since: { type: 'string' },
    'hand-over': { type: 'string', multiple: true },
  },
  run: (input) =>
    withDesk(input, async (desk) => {
      const { args, words } = input;
      const out = args.text('out');
      const since = args.text('since') ?? null;
      if (out === undefined || (since !== null && since !== 'auto')) {
        throw new UsageError(out === undefined ? '--out' : `--since ${since}`, usage);
      }
      const newOwners = args.all('hand-over');
      if (newOwners.length > 1) throw new UsageError('--hand-over', usage);
      const projects = await Promise.all(args.positionals.map((name) => desk.project(name)));
      const made = await desk.call('handoff.export', {
        commandId: desk.newId(),
        jobId: desk.newId(),
        projects: projects.length === 0 ? null : projects.map((project) => project.id),
        to: [...args.all('to')],
        passphrase: await packagePassphrase(input),
        hint: args.text('hint') ?? null,
        since,
        handOver: newOwners[0] ?? null,
      });
      saveVerified(out, desk.core.handoffBytes(made.fileId).bytes, made.sha256);
      const { fileId: _once, fileName: _suggested, ...report } = made;
      const { changes, contents } = made.counts;
      const lines = [words.handoff.exported(out, made.sizeBytes, changes, contents)];
      if (made.missingContents > 0) lines.push(words.handoff.missingContents(made.missingContents));
      if (made.newOwner !== null) lines.push(words.handoff.handedOver(made.newOwner));
      return { json: { file: path.resolve(out), ...report }, lines };
    }),
};

/** Writes under a temporary name, reads it back and renames only what reads back alike. Errors: `target-unwritable`. */
function saveVerified(file: string, bytes: Uint8Array, sha256: string): void {
  const temporary = `${file}.unverified`;
  saveTo(temporary, bytes);
  try {
    const found = createHash('sha256').update(readFileSync(temporary)).digest('hex');
    if (found !== sha256) throw new Error('the file reads back differently');
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new AppError('target-unwritable', { file }, { cause });
  }
}
