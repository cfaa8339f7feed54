import { AppError } from '#shared/contract/errors.ts';
import type { CliCommand } from '../command.ts';
import { withDesk } from '../withDesk.ts';
import { filePasswords } from './document.ts';
import { requireArgument } from './project.ts';

const usage = 'document unlock V [--password W]';

/** Reads a received document that has a password; it is given, or stands in `COUNSEL_DESK_FILE_PASSWORD`. */
export const documentUnlockCommand: CliCommand = {
  name: 'document unlock',
  usage,
  options: { password: { type: 'string' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      const versionId = requireArgument(input.args.positionals, 0, usage);
      const [password] = filePasswords(input.args.text('password'));
      if (password === undefined) throw new AppError('file-encrypted', { file: versionId });
      const opened = await desk.call('handoff.openText', {
        jobId: desk.newId(),
        versionId,
        password,
      });
      const { documents, handoff } = input.words;
      const lines = [documents.locked.opened(versionId)];
      if (opened.movedQuotes.length > 0) lines.push(handoff.movedQuotes(opened.movedQuotes.length));
      return { json: opened, lines };
    }),
};
