import type { ChecklistImport, ChecklistSigner } from '#shared/domain/library/checklistVersion.ts';
import type { Desk } from '../desk.ts';
import { senderOf } from '../handoff/contacts.ts';
import { fingerprint } from '../handoff/identity.ts';
import type { ChecklistShelf } from '../library/checklistShelf.ts';
import {
  type ExchangeFile,
  type HandedFile,
  readExchangeFile,
} from '../library/interchange/exchangeFile.ts';
import {
  type CheckedList,
  checkLists,
  contextOf,
  versionProblems,
} from '../library/interchange/listCheck.ts';
import { countChanges, sumCounts } from '../library/interchange/listChanges.ts';
import type { PackManifest } from '../library/interchange/packManifest.ts';
import type { Session } from '../session.ts';
import { shelfOf } from './checklists.ts';
import { localDay } from './localDay.ts';
import { readSourceFile } from './sourceFile.ts';

/** A file with what became of it so far. */
export interface OpenedFile {
  readonly file: ExchangeFile;
  readonly lists: readonly CheckedList[];
  readonly report: ChecklistImport;
  /** Whose key signed, as this desk knows it; null for what is not signed. */
  readonly standing: ReturnType<typeof senderOf>['status'] | null;
}

/** Reads and checks a file against what is here; writes nothing. Errors: those of `readExchangeFile`. */
export async function openFile(desk: Desk, handed: HandedFile): Promise<OpenedFile> {
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
export function isHeld(shelf: ChecklistShelf, seal: string): boolean {
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

const kept = new WeakMap<Session, Map<string, HandedFile>>();
const mostKept = 100;

/** A file that was looked at is kept under its used token, so that taking it in need not have it chosen again. */
export function keepFile(desk: Desk, token: string, file: HandedFile): void {
  if (!desk.hasSession()) return;
  const session = desk.session();
  const files = kept.get(session) ?? new Map<string, HandedFile>();
  kept.set(session, files.set(token, file));
  for (const oldest of files.keys()) {
    if (files.size <= mostKept) break;
    files.delete(oldest);
  }
}

/** Errors: those of `readSourceFile`. */
export async function takeFile(desk: Desk, token: string): Promise<HandedFile> {
  const files = desk.hasSession() ? kept.get(desk.session()) : undefined;
  const file = files?.get(token);
  if (!file) return readSourceFile(desk, token);
  files?.delete(token);
  return file;
}
