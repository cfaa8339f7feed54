import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import { AppError } from '#shared/contract/errors.ts';
import { DocTypeCode } from '#shared/domain/library/checklistItem.ts';
import type { DocumentKind } from '#shared/domain/text/text.ts';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import type { CliCommand, CommandInput } from '../command.ts';
import { exit } from '../exitCodes.ts';
import { withDesk } from '../withDesk.ts';
import { requireArgument } from './project.ts';

const addUsage = 'document add P FILE… [--type HT] [--supersedes D] [--password W]';
export const documentAddCommand: CliCommand = {
  name: 'document add',
  usage: addUsage,
  options: {
    type: { type: 'string' },
    supersedes: { type: 'string' },
    password: { type: 'string' },
  },
  run: (input) =>
    withDesk(input, async (desk) => {
      const { id } = await desk.project(requireArgument(input.args.positionals, 0, addUsage));
      requireArgument(input.args.positionals, 1, addUsage);
      const type = readType(input.args.text('type'));
      const { files } = await desk.call('document.intake', {
        commandId: desk.newId(),
        jobId: desk.newId(),
        projectId: id,
        sources: desk.tokensOf(input.args.positionals.slice(1)),
        type,
        supersedes: input.args.text('supersedes') ?? null,
        passwords: filePasswords(input.args.text('password')),
      });
      const isRefusedWhole = files.length > 0 && files.every((file) => file.status === 'refused');
      return {
        json: { files: files.map((file) => fileJson(file, input)) },
        lines: files.map((file) => fileLine(file, input)),
        ...(isRefusedWhole ? { exitCode: exit.refused } : {}),
      };
    }),
};

/** Password for encrypted files: as given, else from `COUNSEL_DESK_FILE_PASSWORD`, which leaves no trace in a shell's history. */
export function filePasswords(given: string | undefined): string[] {
  const password = given ?? process.env['COUNSEL_DESK_FILE_PASSWORD'] ?? '';
  return password === '' ? [] : [password];
}

/** Errors: `doc-type-unknown`. */
function readType(text: string | undefined): DocTypeCode | null {
  if (text === undefined) return null;
  const parsed = DocTypeCode.safeParse(text);
  if (!parsed.success) {
    throw new AppError('doc-type-unknown', { type: text, known: DocTypeCode.options.join(' ') });
  }
  return parsed.data;
}

/** A file's line for scripts: the failure as every other error of the command line. */
export function fileJson(file: IntakeLine, input: CommandInput): unknown {
  // The token of a retry dies with this process.
  const { error, retry: _, ...rest } = file;
  if (error === null) return rest;
  const message = messagesFor(input.global.language).errors[error.code](error.params);
  return { ...rest, error: { code: error.code, message, details: error.params } };
}

function fileLine(file: IntakeLine, { words }: CommandInput): string {
  if (file.error)
    return `${words.cli.fileStatus.refused}  ${file.path}  ${words.errors[file.error.code](file.error.params)}`;
  const size =
    file.pages === null ? words.cli.characters(file.characters) : words.cli.pages(file.pages);
  return `${words.cli.fileStatus[file.status]}  ${file.path}  ${size}  ${file.versionId ?? ''}`;
}

export const documentListCommand: CliCommand = {
  name: 'document list',
  usage: 'document list P',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const { id } = await desk.project(
        requireArgument(input.args.positionals, 0, 'document list P'),
      );
      const documents = await desk.call('document.list', { projectId: id });
      const lines = documents.flatMap((document) =>
        document.versions.map(
          (version) =>
            `${version.id}  ${document.type ?? '-'}  v${version.number}  ${document.title}`,
        ),
      );
      return {
        json: { documents },
        lines: lines.length > 0 ? lines : [input.words.cli.noDocuments],
      };
    }),
};

export const documentTextCommand: CliCommand = {
  name: 'document text',
  usage: 'document text V',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const versionId = requireArgument(input.args.positionals, 0, 'document text V');
      const text = await desk.call('document.text', { versionId });
      return textAnswer(text);
    }),
};

/** Text of record as `document text` and `extract` print it. */
export function textAnswer(text: {
  readonly kind: DocumentKind;
  readonly pages: readonly {
    readonly number: number;
    readonly text: string;
    readonly flags: readonly string[];
  }[];
  readonly blocks: readonly {
    readonly path: string;
    readonly kind: string;
    readonly label: string | null;
    readonly text: string;
    readonly flags: readonly string[];
  }[];
  readonly warnings: readonly unknown[];
}): { readonly json: Record<string, unknown>; readonly lines: readonly string[] } {
  const { kind, warnings } = text;
  if (kind === 'pdf' || kind === 'image')
    return {
      json: { kind, pages: text.pages, warnings },
      lines: text.pages.map((page) => page.text),
    };
  const lines = text.blocks.map((block) =>
    block.label === null ? block.text : `${block.label} ${block.text}`,
  );
  return { json: { kind, blocks: text.blocks, warnings }, lines };
}
