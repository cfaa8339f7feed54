import { AppError } from '#shared/contract/errors.ts';
import { isPaged } from '#shared/domain/text/text.ts';
import { sniff } from '../../../core/intake/sniff.ts';
import { expandSource } from '../../../core/intake/sources.ts';
import { Extractor } from '../../../core/jobs/extractor.ts';
import { appFolders } from '../../folders.ts';
import type { CliCommand } from '../command.ts';
import { filePasswords, textAnswer } from './document.ts';
import { requireArgument } from './project.ts';

/** Text of one file, without a workspace. */
export const extractCommand: CliCommand = {
  name: 'extract',
  usage: 'extract FILE [--password W]',
  options: { password: { type: 'string' } },
  run: async ({ args }) => {
    const file = requireArgument(args.positionals, 0, 'extract FILE');
    const { extractWorker, pdfAssetsDir } = appFolders();
    const [password] = filePasswords(args.text('password'));
    const extractor = new Extractor({ workerUrl: extractWorker, pdfAssetsDir });
    try {
      for await (const entry of expandSource({ kind: 'path', path: file })) {
        const bytes = await entry.read();
        const { kind, warnings } = sniff(bytes, entry.name);
        const extraction = await extractor.extract(
          bytes,
          kind,
          password === undefined ? {} : { password },
        );
        const answer = textAnswer({
          kind: extraction.kind,
          pages: isPaged(extraction) ? extraction.pages : [],
          blocks: isPaged(extraction) ? [] : extraction.blocks,
          warnings: [...warnings, ...extraction.warnings],
        });
        return {
          ...answer,
          json: { ...answer.json, characters: extraction.characters, meta: extraction.meta },
        };
      }
      throw new AppError('file-not-found', { file });
    } catch (error) {
      if (error instanceof AppError)
        throw new AppError(error.code, { file, ...error.params }, { cause: error });
      throw error;
    } finally {
      await extractor.close();
    }
  },
};
