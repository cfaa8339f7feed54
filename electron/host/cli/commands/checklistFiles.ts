import path from 'node:path';
import type { Output } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type {
  ChecklistImport,
  ChecklistProblem,
  ChecklistVersion,
} from '#shared/domain/library/checklistVersion.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { writePlainFile } from '../../../core/library/interchange/exchangeFile.ts';
import { loadLibrary } from '../../../core/library/library.ts';
import { appFolders } from '../../folders.ts';
import type { CliCommand, CommandInput } from '../command.ts';
import { DeskClient } from '../deskClient.ts';
import { exit } from '../exitCodes.ts';
import { UsageError } from '../usageError.ts';
import { withDesk } from '../withDesk.ts';
import { saveTo } from './memo.ts';
import { requireArgument } from './project.ts';
import { openWhereThereIsOne } from './statutesCheck.ts';

const validateUsage = 'checklist validate FILE…';

/** What is wrong with files of checklists, held against the workspace where there is one that opens. Exit code 1 where anything is. */
export const checklistValidateCommand: CliCommand = {
  name: 'checklist validate',
  usage: validateUsage,
  options: {},
  run: (input) =>
    withOptionalDesk(input, async (desk) => {
      requireArgument(input.args.positionals, 0, validateUsage);
      const files: ChecklistImport[] = [];
      for (const source of desk.tokensOf(input.args.positionals))
        files.push(await desk.call('checklist.validate', { source }));
      const isValid = files.every(({ problems }) => problems.length === 0);
      return {
        json: { ok: isValid, ...reportJson(files, input.words) },
        lines: files.flatMap((file) =>
          linesOf(file, input.words, input.words.checklistFiles.valid),
        ),
        exitCode: isValid ? exit.done : exit.no,
      };
    }),
};

const importUsage = 'checklist import FILE… [--publish] [--accept-signer]';

/** Workbooks and YAML become drafts, published at once with `--publish`; packs become versions. */
export const checklistImportCommand: CliCommand = {
  name: 'checklist import',
  usage: importUsage,
  options: { publish: { type: 'boolean' }, 'accept-signer': { type: 'boolean' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      requireArgument(input.args.positionals, 0, importUsage);
      const { files } = await desk.call('checklist.import', {
        commandId: desk.newId(),
        jobId: desk.newId(),
        sources: desk.tokensOf(input.args.positionals),
        isSignerAccepted: input.args.has('accept-signer'),
      });
      const published: ChecklistVersion[] = [];
      for (const draftId of input.args.has('publish') ? files.flatMap(({ drafts }) => drafts) : [])
        published.push(await desk.call('checklist.publish', { commandId: desk.newId(), draftId }));
      const words = input.words.checklistFiles;
      const refused = files.filter(({ problems }) => problems.length > 0).length;
      return {
        json: { ...reportJson(files, input.words), published },
        lines: [
          ...files.flatMap((file) => linesOf(file, input.words, outcomeOf(file, words, published))),
          ...published.map(({ titleZh, version }) => words.published(titleZh, version)),
        ],
        exitCode: refused === 0 ? exit.done : refused < files.length ? exit.no : exit.refused,
      };
    }),
};

/** Where drafts were published at once, that is said instead. */
function outcomeOf(
  { drafts, versions }: ChecklistImport,
  words: Messages['checklistFiles'],
  published: readonly ChecklistVersion[],
): string {
  if (versions.length > 0) return words.versions(versions.length);
  return drafts.length > 0 && published.length === 0 ? words.drafts(drafts.length) : '';
}

const exportUsage =
  'checklist export --format yaml|xlsx|pack --out F [--checklist ID]… [--version V]';
type Format = 'yaml' | 'xlsx' | 'pack';

/** Current versions, or the ones that are named, as one file. Packs are signed, so they need a workspace; the others do not. */
export const checklistExportCommand: CliCommand = {
  name: 'checklist export',
  usage: exportUsage,
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    checklist: { type: 'string', multiple: true },
    version: { type: 'string' },
  },
  run: (input) => {
    const format = formatOf(input.args.text('format'));
    const out = input.args.text('out');
    if (out === undefined) throw new UsageError('--out', exportUsage);
    const run = async (desk: DeskClient) => {
      const versions = await chosenVersions(desk, input);
      saveTo(out, await bytesOf(desk, format, versions, out));
      const items = versions.reduce((sum, one) => sum + one.items, 0);
      return {
        json: { file: path.resolve(out), checklists: versions.map(listJson) },
        lines: [input.words.checklistFiles.exported(out, versions.length, items)],
      };
    };
    return format === 'pack' ? withDesk(input, run) : withOptionalDesk(input, run);
  },
};

function formatOf(text: string | undefined): Format {
  if (text === 'yaml' || text === 'xlsx' || text === 'pack') return text;
  throw new UsageError(text === undefined ? '--format' : `--format ${text}`, exportUsage);
}

/** Errors: `not-found` where a list or its version is not here. */
async function chosenVersions(
  desk: DeskClient,
  { args }: CommandInput,
): Promise<ChecklistVersion[]> {
  const all = await desk.call('checklist.versions', {});
  const ids = args.all('checklist');
  const label = args.text('version');
  if (label !== undefined && ids.length !== 1) throw new UsageError('--version', exportUsage);
  if (ids.length === 0) return all.filter(({ state }) => state === 'current');
  return ids.map((id) => {
    const ofList = all.filter(({ checklistId }) => checklistId === id);
    const found =
      label === undefined
        ? (ofList.find(({ state }) => state === 'current') ?? ofList[0])
        : ofList.find((one) => one.version === label || one.id === label);
    if (found) return found;
    throw new AppError('not-found', { kind: 'checklistVersion', id: [id, label].join(' ').trim() });
  });
}

async function bytesOf(
  desk: DeskClient,
  format: Format,
  versions: readonly ChecklistVersion[],
  file: string,
): Promise<Uint8Array> {
  const { state } = await desk.call('workspace.status', {});
  if (state === 'open') {
    const made = await desk.call('checklist.export', {
      commandId: desk.newId(),
      versionIds: versions.map(({ id }) => id),
      format,
    });
    return desk.core.handoffBytes(made.fileId).bytes;
  }
  if (format === 'pack') throw new AppError('workspace-locked');
  const library = loadLibrary(appFolders().resourcesDir);
  const seals = new Set(versions.map(({ id }) => id));
  try {
    return await writePlainFile(
      format,
      library.files.filter(({ seal }) => seals.has(seal)),
      library,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, { file, ...error.params }, { cause: error });
  }
}

/** With the workspace where one opens, with the program's own lists alone where none does. */
async function withOptionalDesk<T>(
  input: CommandInput,
  run: (desk: DeskClient) => Promise<T>,
): Promise<T> {
  const desk = new DeskClient(input.global.workspace);
  try {
    await openWhereThereIsOne(desk, input);
    return await run(desk);
  } finally {
    await desk.close();
  }
}

function listJson({ checklistId, version, items, titleZh, id }: ChecklistVersion): unknown {
  return { id: checklistId, version, items, titleZh, seal: id };
}

function reportJson(
  files: Output<'checklist.import'>['files'],
  words: Messages,
): { readonly checklists: unknown; readonly files: unknown } {
  return {
    checklists: files.flatMap(({ lists }) =>
      lists.map(({ checklistId: id, version, items, titleZh }) => ({
        id,
        version,
        items,
        titleZh,
      })),
    ),
    files: files.map((file) => ({
      ...file,
      problems: file.problems.map((one) => ({ ...one, message: sentenceOf(one, words) })),
    })),
  };
}

function linesOf(file: ChecklistImport, messages: Messages, outcome: string): string[] {
  const words = messages.checklistFiles;
  const { same, changed, added, removed } = file.counts;
  const { signer, problems } = file;
  return [
    words.head(file.fileName, words.kinds[file.kind]),
    ...file.lists.map((one) => words.list(one.checklistId, one.version, one.items, one.titleZh)),
    ...(signer ? [words.signedBy(signer.person, signer.fingerprint, signer.isTrusted)] : []),
    ...(file.lists.length > 0 ? [words.counts(same, changed, added, removed)] : []),
    ...(file.identical > 0 ? [words.identical(file.identical)] : []),
    ...(problems.length > 0 ? [words.refused(problems.length)] : outcome === '' ? [] : [outcome]),
    ...problems.map((one) => `    ${sentenceOf(one, messages)}`),
  ];
}

/** Place, field, then what is wrong and what would do. */
function sentenceOf(one: ChecklistProblem, messages: Messages): string {
  const { checklistFiles, checklistProblems, checklists } = messages;
  const { sheet, row, column, line, itemId, field } = one;
  const place =
    line === null ? checklistFiles.place(sheet, row, column) : checklistFiles.line(line);
  const of = itemId === null ? '' : checklistFiles.ofItem(itemId);
  const label = checklists.fields[/^\w*/.exec(field)?.[0] ?? ''] ?? field;
  const what = checklistProblems[one.code](one.found, one.expected);
  return [`${place}${of}`, label, what].filter((part) => part !== '').join('  ');
}
