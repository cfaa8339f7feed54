import { z } from 'zod';
import type { ParsedInput } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { ChecklistImport, type ChecklistSigner } from '#shared/domain/library/checklistVersion.ts';
import type { Writer } from '../changes/changeLog.ts';
import type { Desk } from '../desk.ts';
import { senderOf } from '../handoff/contacts.ts';
import { ownContact } from '../handoff/exporter.ts';
import { keepFinished } from '../handoff/handoffDesk.ts';
import { fingerprint } from '../handoff/identity.ts';
import type { Job } from '../jobs/jobRegistry.ts';
import { checklistBytes } from '../library/checklistFile.ts';
import type { ChecklistShelf, ShelfVersion } from '../library/checklistShelf.ts';
import { freshId, nextOrder, writeDraft } from '../library/drafts.ts';
import {
  type ExchangeFile,
  exchangeFileName,
  type HandedFile,
  readExchangeFile,
  writePlainFile,
} from '../library/interchange/exchangeFile.ts';
import {
  type CheckedList,
  checkLists,
  contextOf,
  versionProblems,
} from '../library/interchange/listCheck.ts';
import { countChanges, sumCounts } from '../library/interchange/listChanges.ts';
import type { PackManifest } from '../library/interchange/packManifest.ts';
import type { ChecklistPack } from '../library/interchange/packRead.ts';
import { writePack } from '../library/interchange/packWrite.ts';
import { sha256Hex } from '../repo/contentStore.ts';
import type { Session } from '../session.ts';
import { shelfOf } from './checklists.ts';
import { identityOf } from './handoff.ts';
import { localDay } from './localDay.ts';
import { readSourceFile } from './sourceFile.ts';

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

/** A file with what became of it so far. */
interface OpenedFile {
  readonly file: ExchangeFile;
  readonly lists: readonly CheckedList[];
  readonly report: ChecklistImport;
  /** Whose key signed, as this desk knows it; null for what is not signed. */
  readonly standing: ReturnType<typeof senderOf>['status'] | null;
}

async function openFile(desk: Desk, handed: HandedFile): Promise<OpenedFile> {
  const shelf = shelfOf(desk);
  const file = await readExchangeFile(handed, {
    library: desk.library,
    context: contextOf(shelf),
    extractXlsx: (bytes) => desk.extractor.extract(bytes, 'xlsx'),
  });
  return file.kind === 'pack'
    ? openPack(desk, handed.name, file, shelf)
    : openLists(desk, handed.name, file, shelf);
}

function openLists(
  desk: Desk,
  fileName: string,
  file: Exclude<ExchangeFile, { kind: 'pack' }>,
  shelf: ChecklistShelf,
): OpenedFile {
  const day = localDay(desk.ports.nowMs());
  const { lists, problems } = checkLists(file.read, desk.library, shelf, day);
  const report: ChecklistImport = {
    ...emptyReport(fileName, file.kind),
    lists: lists.map(({ list: { id, head, items } }) => ({
      checklistId: id,
      titleZh: head.titleZh,
      version: head.version,
      items: items.length,
    })),
    identical: lists.filter((one) => one.isIdentical).length,
    counts: sumCounts(lists.map(({ counts }) => counts)),
    problems: [...problems],
  };
  return { file, lists, report, standing: null };
}

function openPack(
  desk: Desk,
  fileName: string,
  file: Extract<ExchangeFile, { kind: 'pack' }>,
  shelf: ChecklistShelf,
): OpenedFile {
  const { manifest, versions } = file.pack;
  const files = versions.map((one) => one.file);
  const { status, signer } = signerOf(desk, manifest);
  const fresh = files.filter(({ seal }) => !isHeld(shelf, seal));
  const report: ChecklistImport = {
    ...emptyReport(fileName, 'pack'),
    lists: files.map(({ id, titleZh, version, items }) => ({
      checklistId: id,
      titleZh,
      version,
      items: items.length,
    })),
    identical: files.length - fresh.length,
    counts: sumCounts(
      files.map((one) => countChanges(shelf.current(one.id)?.file ?? null, one.items)),
    ),
    signer,
    problems: versionProblems(fresh, desk.library, shelf),
  };
  return { file, lists: [], report, standing: status };
}

function emptyReport(fileName: string, kind: ChecklistImport['kind']): ChecklistImport {
  return {
    fileName,
    kind,
    lists: [],
    drafts: [],
    versions: [],
    identical: 0,
    counts: { same: 0, changed: 0, added: 0, removed: 0 },
    signer: null,
    problems: [],
  };
}

/** Known as content of the program or of this desk; what only came with a project is not. */
function isHeld(shelf: ChecklistShelf, seal: string): boolean {
  const held = shelf.get(seal);
  return held !== null && held.origin !== 'handoff';
}

function signerOf(
  desk: Desk,
  { author }: PackManifest,
): { status: NonNullable<OpenedFile['standing']>; signer: ChecklistSigner } {
  if (!desk.hasSession()) {
    const { digits } = fingerprint(author);
    const signer = { person: author.person, fingerprint: digits, isTrusted: false };
    return { status: 'unknown', signer };
  }
  const { exchange, deviceId } = desk.session();
  const { status, person, fingerprint: print } = senderOf(exchange.contacts, author, deviceId);
  const isTrusted = status === 'trusted' || status === 'own';
  return { status, signer: { person, fingerprint: print.digits, isTrusted } };
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

const kept = new WeakMap<Session, Map<string, HandedFile>>();
const mostKept = 100;

/** A file that was looked at is kept under its used token, so that taking it in need not have it chosen again. */
function keepFile(desk: Desk, token: string, file: HandedFile): void {
  if (!desk.hasSession()) return;
  const session = desk.session();
  const files = kept.get(session) ?? new Map<string, HandedFile>();
  kept.set(session, files.set(token, file));
  for (const oldest of files.keys()) {
    if (files.size <= mostKept) break;
    files.delete(oldest);
  }
}

async function takeFile(desk: Desk, token: string): Promise<HandedFile> {
  const files = desk.hasSession() ? kept.get(desk.session()) : undefined;
  const file = files?.get(token);
  if (!file) return readSourceFile(desk, token);
  files?.delete(token);
  return file;
}
