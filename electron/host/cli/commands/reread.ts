import type { RereadLine } from '#shared/contract/rooms/document.ts';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import { quoteCounts } from '#shared/domain/text/rereadCounts.ts';
import type { CliCommand, CommandInput } from '../command.ts';
import type { DeskClient } from '../deskClient.ts';
import { exit } from '../exitCodes.ts';
import { UsageError } from '../usageError.ts';
import { withDesk } from '../withDesk.ts';
import { requireArgument } from './project.ts';

const usage = 'document reread P [V…|--all] [--preview]';

/**
 * Without versions it lists what an older reader gave. With them it compares and replaces; `--preview` only compares. A
 * document that could not be read, or a quote that is not found any more, makes the answer a no.
 */
export const documentRereadCommand: CliCommand = {
  name: 'document reread',
  usage,
  options: { all: { type: 'boolean' }, preview: { type: 'boolean' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      const { args } = input;
      const { id: projectId } = await desk.project(requireArgument(args.positionals, 0, usage));
      const named = args.positionals.slice(1);
      if (args.has('all') && named.length > 0) throw new UsageError('--all', usage);
      if (!args.has('all') && named.length === 0) return listOlder(desk, projectId, input);
      const versionIds = args.has('all') ? null : named;
      const preview = await desk.call('document.rereadPreview', {
        jobId: desk.newId(),
        projectId,
        versionIds,
      });
      const texts = args.has('preview')
        ? preview.texts
        : await replaced(desk, projectId, preview.texts);
      const isNo = texts.some(
        (line) => line.error !== null || line.state === 'outdated' || quoteCounts(line).lost > 0,
      );
      return {
        json: { documents: texts.map((line) => lineJson(line, input)) },
        lines:
          texts.length > 0
            ? texts.map((line) => lineText(line, input))
            : [input.words.documents.reread.nothing],
        ...(isNo ? { exitCode: exit.no } : {}),
      };
    }),
};

async function listOlder(
  desk: DeskClient,
  projectId: string,
  { words }: CommandInput,
): Promise<{ readonly json: unknown; readonly lines: readonly string[] }> {
  const documents = await desk.call('document.older', { projectId });
  const lines = documents.map(
    ({ versionId, title, versionNumber }) =>
      `${versionId}  ${words.documents.reread.mark}  ${words.documents.reread.version(title, versionNumber)}`,
  );
  return {
    json: { documents },
    lines: lines.length > 0 ? lines : [words.documents.reread.nothing],
  };
}

/** Replaces what can be; what could not be read again keeps its line. */
async function replaced(
  desk: DeskClient,
  projectId: string,
  compared: readonly RereadLine[],
): Promise<RereadLine[]> {
  const chosen = compared.flatMap(({ versionId, seal }) =>
    seal === null ? [] : [{ versionId, seal }],
  );
  const { texts } = await desk.call('document.reread', {
    jobId: desk.newId(),
    projectId,
    texts: chosen,
  });
  const byVersion = new Map(texts.map((line) => [line.versionId, line]));
  return compared.map((line) => byVersion.get(line.versionId) ?? line);
}

/** A version's line for scripts: the failure as every other error of the command line. */
function lineJson(line: RereadLine, { global }: CommandInput): unknown {
  // The seal is for who shows the preview to a person first.
  const { error, seal: _, ...rest } = line;
  if (error === null) return rest;
  const message = messagesFor(global.language).errors[error.code](error.params);
  return { ...rest, error: { code: error.code, message, details: error.params } };
}

function lineText(line: RereadLine, { words }: CommandInput): string {
  const said = words.documents.reread;
  if (line.error) return `${line.versionId}  ${words.errors[line.error.code](line.error.params)}`;
  const text =
    line.changedParts === 0
      ? said.textSame
      : said.textChanged(
          line.changedParts,
          String(line.charactersBefore),
          String(line.charactersAfter),
        );
  return [
    line.versionId,
    said.states[line.state],
    said.version(line.title, line.versionNumber),
    text,
    said.quotes(quoteCounts(line)),
  ].join('  ');
}
