import { AppError } from '#shared/contract/errors.ts';
import { titlesOf } from '#shared/domain/law/citationCheck.ts';
import type { CheckedCitation } from '#shared/domain/law/citationReport.ts';
import { type PartText, partsOf } from '#shared/domain/text/partText.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { sniff } from '../../../core/intake/sniff.ts';
import { expandSource } from '../../../core/intake/sources.ts';
import { Extractor } from '../../../core/jobs/extractor.ts';
import { appFolders } from '../../folders.ts';
import type { CliCommand, CommandInput } from '../command.ts';
import { DeskClient } from '../deskClient.ts';
import { requireArgument } from './project.ts';

const usage = 'statutes check FILE';

/**
 * Citations of any document that are stale or do not exist. It uses the texts of the workspace where there is one that
 * opens, and the catalogue alone where there is none; the answer says which.
 */
export const statutesCheckCommand: CliCommand = {
  name: 'statutes check',
  usage,
  options: {},
  run: async (input) => {
    const file = requireArgument(input.args.positionals, 0, usage);
    const desk = new DeskClient(input.global.workspace);
    try {
      await openWhereThereIsOne(desk, input);
      const documents = await readDocuments(file);
      const reports = [];
      for (const { path, name, parts } of documents) {
        const report = await desk.call('citation.checkText', {
          parts: parts.map(({ text }) => text),
          titles: titlesOf(name, parts),
        });
        reports.push({ path, parts, report });
      }
      const citations = reports.flatMap(({ path, parts, report }) =>
        report.citations.map((one) => citationJson(one, path, parts[one.part])),
      );
      const heldTexts = reports[0]?.report.heldTexts ?? 0;
      const day = reports[0]?.report.day ?? '';
      return {
        json: { citations, day, heldTexts },
        lines: linesOf(
          reports.flatMap(({ report }) => report.citations),
          heldTexts,
          input.words,
        ),
      };
    } finally {
      await desk.close();
    }
  },
};

/** A locked workspace is opened when its passphrase can be had; without it the catalogue has to do. */
export async function openWhereThereIsOne(desk: DeskClient, input: CommandInput): Promise<void> {
  const { state } = await desk.call('workspace.status', {});
  const hasPassphrase =
    (process.env['COUNSEL_DESK_PASSPHRASE'] ?? '') !== '' || process.stdin.isTTY;
  if (state === 'locked' && hasPassphrase) await desk.unlock(input.global.language);
}

interface ReadDocument {
  readonly path: string;
  readonly name: string;
  readonly parts: readonly PartText[];
}

/** Errors: those of reading a file; `file-not-found` where there is none. */
async function readDocuments(file: string): Promise<ReadDocument[]> {
  const { extractWorker, pdfAssetsDir } = appFolders();
  const extractor = new Extractor({ workerUrl: extractWorker, pdfAssetsDir });
  const read: ReadDocument[] = [];
  try {
    for await (const entry of expandSource({ kind: 'path', path: file })) {
      const bytes = await entry.read();
      const { kind } = sniff(bytes, entry.name);
      read.push({
        path: entry.path,
        name: entry.name,
        parts: partsOf(await extractor.extract(bytes, kind)),
      });
    }
  } catch (error) {
    if (error instanceof AppError)
      throw new AppError(error.code, { file, ...error.params }, { cause: error });
    throw error;
  } finally {
    await extractor.close();
  }
  if (read.length === 0) throw new AppError('file-not-found', { file });
  return read;
}

/** `current` only where there is something to cite instead; the article as a number, null where none is cited. */
function citationJson(
  citation: CheckedCitation,
  document: string,
  part: PartText | undefined,
): unknown {
  const { current, ...rest } = citation;
  const place = { page: part?.page ?? null, blockPath: part?.blockPath ?? null };
  return { ...rest, ...(current === null ? {} : { current }), document, ...place };
}

function linesOf(
  citations: readonly CheckedCitation[],
  held: number,
  { statutes }: Messages,
): string[] {
  const remarkable = citations.filter(({ status }) => status !== 'ok');
  const lines = remarkable.map(({ quote, status, reason, current, remark }) => {
    const why = remark ?? (reason === null ? '' : statutes.reasons[reason]);
    const now = current === null ? '' : `  ${statutes.current(current)}`;
    return `${statutes.citationStatus[status]}  ${quote.replace(/\s+/gu, '')}  ${why}${now}`;
  });
  return [
    statutes.checked(citations.length, held),
    ...(lines.length > 0 ? lines : [statutes.allFine]),
  ];
}
