import { z } from 'zod';
import type { ParsedInput } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { ChecklistImport } from '#shared/domain/library/checklistVersion.ts';
import type { Writer } from '../changes/changeLog.ts';
import type { Desk } from '../desk.ts';
import { ownContact } from '../handoff/exporter.ts';
import { keepFinished } from '../handoff/handoffDesk.ts';
import type { Job } from '../jobs/jobRegistry.ts';
import { checklistBytes } from '../library/checklistFile.ts';
import type { ChecklistShelf, ShelfVersion } from '../library/checklistShelf.ts';
import { freshId, nextOrder, writeDraft } from '../library/drafts.ts';
import {
  exchangeFileName,
  type HandedFile,
  writePlainFile,
} from '../library/interchange/exchangeFile.ts';
import type { ChecklistPack } from '../library/interchange/packRead.ts';
import { writePack } from '../library/interchange/packWrite.ts';
import { sha256Hex } from '../repo/contentStore.ts';
import type { Session } from '../session.ts';
import { shelfOf } from './checklists.ts';
import { identityOf } from './deskKeys.ts';
import { isHeld, keepFile, type OpenedFile, openFile, takeFile } from './openedChecklists.ts';

type FileChannel = 'checklist.export' | 'checklist.validate' | 'checklist.import';

/** Checklists as files: workbooks, YAML, signed packs. Files can be checked without a workspace. */
export function checklistFileHandlers(desk: Desk): Pick<Handlers, FileChannel> {
  return {
    'checklist.export': (input) => exportFile(desk, input),
    'checklist.validate': async ({ source }) => {
      const file = await takeFile(desk, source);
      keepFile(desk, source, file);
      const opened = await openFile(desk, file);
      return opened.report;
    },
    'checklist.import': (input) => desk.jobs.run(input.jobId, (job) => takeIn(desk, input, job)),
  };
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  yaml: 'application/yaml',
  pack: 'application/octet-stream',
} as const;

async function exportFile(desk: Desk, { versionIds, format }: ParsedInput<'checklist.export'>) {
  const session = desk.session();
  const shelf = shelfOf(desk);
  const versions = [...new Set(versionIds)].map((id) => shelf.require(id));
  const files = versions.map(({ file }) => file);
  const bytes =
    format === 'pack'
      ? await packOf(desk, session, versions)
      : await writePlainFile(format, files, desk.library);
  const fileId = session.newId();
  const fileName = exchangeFileName(format, files);
  keepFinished(session, fileId, { bytes, mediaType: mediaTypes[format], fileName });
  return { fileId, fileName, sizeBytes: bytes.length, sha256: sha256Hex(bytes) };
}

async function packOf(
  desk: Desk,
  session: Session,
  versions: readonly ShelfVersion[],
): Promise<Uint8Array> {
  const identity = await identityOf(desk, session);
  const author = ownContact(session, identity);
  return writePack({ versions, author, identity, createdAt: session.now() });
}

const Imported = z.array(ChecklistImport);

async function takeIn(
  desk: Desk,
  { commandId, sources, isSignerAccepted }: ParsedInput<'checklist.import'>,
  job: Job,
): Promise<{ files: ChecklistImport[] }> {
  const session = desk.session();
  const earlier = session.changes.table.command(commandId);
  if (earlier) return { files: Imported.parse(JSON.parse(earlier.result)) };
  const handed = new Map<string, HandedFile>();
  const opened: OpenedFile[] = [];
  try {
    for (const [index, source] of sources.entries()) {
      const file = await takeFile(desk, source);
      handed.set(source, file);
      job.report(index, sources.length, file.name);
      opened.push(await openFile(desk, file));
      if (job.signal.aborted) throw new AppError('cancelled');
    }
    for (const one of opened) requireSigner(one, isSignerAccepted);
  } catch (error) {
    // So that a question about one of them need not have them all chosen again.
    for (const [source, file] of handed) keepFile(desk, source, file);
    throw error;
  }
  const files = write(desk, session, commandId, opened);
  job.report(sources.length, sources.length, '');
  return { files };
}

/** Errors: `checklist-signer-revoked`; `checklist-signer-unknown` until the lawyer has said that the key is its author's. */
function requireSigner({ report, standing }: OpenedFile, isAccepted: boolean): void {
  const { signer, fileName: file } = report;
  if (!signer || signer.isTrusted) return;
  const params = { file, person: signer.person, fingerprint: signer.fingerprint };
  if (standing === 'revoked') throw new AppError('checklist-signer-revoked', params);
  if (!isAccepted) throw new AppError('checklist-signer-unknown', params);
}

/** Everything that has no problems, in one command; a command that would write nothing is none. */
function write(
  desk: Desk,
  session: Session,
  commandId: string,
  opened: readonly OpenedFile[],
): ChecklistImport[] {
  const shelf = shelfOf(desk);
  const isNew = ({ file, lists, report }: OpenedFile): boolean =>
    report.problems.length === 0 &&
    (file.kind === 'pack'
      ? report.identical < report.lists.length
      : lists.some((one) => !one.isIdentical));
  if (!opened.some(isNew)) return opened.map(({ report }) => report);
  const command = { id: commandId, name: 'checklist.import', isUndoable: true };
  const orders = { next: nextOrder(shelf, session) };
  const files = session.changes.write(command, session.person(), (w) =>
    opened.map((one) => {
      if (!isNew(one)) return one.report;
      if (one.file.kind === 'pack')
        return writeVersions(w, session, shelf, one.file.pack, one.report);
      return writeDrafts(w, session, one, orders);
    }),
  );
  desk.changed(['checklistVersion', 'checklistDraft'], []);
  return files;
}

function writeDrafts(
  w: Writer,
  session: Session,
  { lists, report }: OpenedFile,
  orders: { next: number },
): ChecklistImport {
  const fresh = lists.filter((one) => !one.isIdentical);
  const drafts = fresh.map(({ list, base }) =>
    writeDraft(w, session, {
      checklistId: list.id ?? freshId(session, 'cl-own'),
      order: base?.id === list.id && base !== null ? base.order : orders.next++,
      head: list.head,
      basedOn: base?.seal ?? null,
      items: list.items,
    }),
  );
  return { ...report, drafts };
}

function writeVersions(
  w: Writer,
  session: Session,
  shelf: ChecklistShelf,
  { versions }: ChecklistPack,
  report: ChecklistImport,
): ChecklistImport {
  const fresh = versions.filter(({ file }) => !isHeld(shelf, file.seal));
  for (const { file, entry } of fresh) {
    const sha256 = session.contents.put(checklistBytes(file));
    w.set('checklistVersion', file.seal, {
      checklistId: file.id,
      sha256,
      origin: 'pack',
      basedOn: null,
      signer: report.signer,
      by: entry.by,
      at: entry.at,
      deleted: false,
    });
  }
  return { ...report, versions: fresh.map(({ file }) => file.seal) };
}
