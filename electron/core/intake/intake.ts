import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import { AppError, type Failure } from '#shared/contract/errors.ts';
import type { DocTypeCode } from '#shared/domain/library/checklistItem.ts';
import { guessDocType } from '#shared/domain/library/docTypeGuess.ts';
import type { DocumentVersion, ProjectDocument } from '#shared/domain/review/document.ts';
import type { DocumentKind, Extraction, ExtractWarning } from '#shared/domain/text/text.ts';
import { storageError } from '../db/storageError.ts';
import type { Desk } from '../desk.ts';
import type { Job } from '../jobs/jobRegistry.ts';
import type { Source } from '../ports.ts';
import { sha256Hex } from '../repo/contentStore.ts';
import type { Session } from '../session.ts';
import { sniff } from './sniff.ts';
import { expandSource, type SourceEntry } from './sources.ts';

export interface IntakeOrder {
  readonly commandId: string;
  readonly projectId: string;
  readonly sources: readonly Source[];
  /** Type for all files; by their names where null. */
  readonly type: DocTypeCode | null;
  /** Document of which the (single) file is a new version. */
  readonly supersedes: ProjectDocument | null;
  /** Tried in turn on an encrypted PDF. */
  readonly passwords?: readonly string[];
}

/**
 * Takes files into a project: each is recognised by its content, read by a worker, kept and recorded, or refused with its
 * reason, without holding up the others. A cancel keeps what is in; all that came in is one step of undo.
 */
export class Intake {
  readonly #desk: Desk;
  readonly #session: Session;
  readonly #order: IntakeOrder;
  readonly #job: Job;
  /** Documents that stood before this batch: only of those can a file be a new version by its name. */
  readonly #before: ReadonlySet<string>;
  readonly #lines: IntakeLine[] = [];

  constructor(desk: Desk, order: IntakeOrder, job: Job) {
    this.#desk = desk;
    this.#session = desk.session();
    this.#order = order;
    this.#job = job;
    this.#before = new Set(this.#session.documents.ofProject(order.projectId).map((one) => one.id));
  }

  async run(): Promise<IntakeLine[]> {
    const { sources } = this.#order;
    for (const [index, source] of sources.entries()) {
      for await (const entry of expandSource(source)) {
        if (this.#job.signal.aborted) {
          this.#lines.push(refusal(entry.path, { code: 'cancelled', params: {} }));
          continue;
        }
        this.#job.report(index, sources.length, entry.name);
        this.#lines.push(await this.#take(entry));
        this.#desk.changed(['document'], [this.#order.projectId]);
      }
    }
    this.#job.report(sources.length, sources.length, '');
    return this.#lines;
  }

  /** Takes one file that was expanded before. */
  async runEntry(entry: SourceEntry): Promise<IntakeLine[]> {
    this.#job.report(0, 1, entry.name);
    this.#lines.push(await this.#take(entry));
    this.#desk.changed(['document'], [this.#order.projectId]);
    this.#job.report(1, 1, '');
    return this.#lines;
  }

  async #take(entry: SourceEntry): Promise<IntakeLine> {
    let kind: DocumentKind | null = null;
    try {
      const bytes = await entry.read();
      this.#requireGoingOn();
      const sniffed = sniff(bytes, entry.name);
      const { warnings } = sniffed;
      ({ kind } = sniffed);
      const known = this.#session.documents.withContent(this.#order.projectId, sha256Hex(bytes));
      if (known) return lineOf(entry.path, 'duplicate', known);
      const extraction = await this.#read(bytes, kind);
      this.#requireGoingOn();
      const version = this.#record(entry, bytes, extraction, warnings);
      return lineOf(entry.path, 'added', version);
    } catch (error) {
      const known = storageError(error, this.#desk.folder.dir);
      if (!(known instanceof AppError)) throw error;
      // A full disk or a vanished folder stops the batch; what came in before stays.
      if (known.code === 'disk-full' || known.code === 'read-only') throw known;
      const line = refusal(entry.path, {
        code: known.code,
        params: { ...known.params, file: entry.name },
      });
      return isLockedError(known) && kind === 'pdf'
        ? { ...line, retry: this.#keepWaiting(entry) }
        : line;
    }
  }

  /** After every wait: the workspace may have been locked meanwhile, which cancels the job. */
  #requireGoingOn(): void {
    if (this.#job.signal.aborted) throw new AppError('cancelled');
  }

  /** Keeps a locked file at hand, so that a password is all that is asked for. */
  #keepWaiting(entry: SourceEntry): string {
    const token = this.#session.newId();
    const { projectId, type, supersedes } = this.#order;
    this.#desk.waitingFiles.add(token, {
      entry,
      projectId,
      type,
      supersedes: supersedes?.id ?? null,
    });
    return token;
  }

  async #read(bytes: Uint8Array, kind: DocumentKind): Promise<Extraction> {
    const sha256 = sha256Hex(bytes);
    const known = this.#session.texts.get(sha256);
    // Recognised text is this desk's own; the record, which others get, says what the file itself gives.
    if (known && this.#session.recognition.recognised(sha256).length === 0) return known;
    const kept = this.#session.passwords.get(sha256);
    const passwords = [...(kept === null ? [] : [kept]), ...(this.#order.passwords ?? [])];
    const signal = this.#job.signal;
    let failure: unknown;
    for (const password of [undefined, ...passwords]) {
      try {
        const given = password === undefined ? {} : { password };
        const extraction = await this.#desk.extractor.extract(bytes, kind, { signal, ...given });
        if (password !== undefined) this.#session.passwords.put(sha256, password);
        return extraction;
      } catch (error) {
        failure = error;
        if (kind !== 'pdf' || !isLockedError(error)) throw error;
      }
    }
    throw failure;
  }

  #record(
    entry: SourceEntry,
    bytes: Uint8Array,
    extraction: Extraction,
    warnings: readonly ExtractWarning[],
  ): DocumentVersion {
    const session = this.#session;
    const earlier = this.#earlierDocument(entry.name, extraction.kind);
    // Bytes and text first: records must never name content that is not kept.
    const sha256 = session.contents.put(bytes);
    session.texts.put(sha256, extraction);
    const command = {
      id: `${this.#order.commandId}/${this.#lines.length}`,
      name: 'document.intake',
      isUndoable: true,
      mergeKey: `intake:${this.#order.commandId}`,
    };
    const versionId = session.changes.write(command, session.person(), (w) => {
      const id = session.newId();
      const documentId = earlier?.id ?? session.newId();
      if (!earlier) {
        w.set('document', documentId, {
          projectId: this.#order.projectId,
          title: titleOf(entry.name),
          type: this.#order.type ?? guessDocType(entry.name),
          createdAt: session.now(),
          deleted: false,
        });
      }
      w.set('documentVersion', id, {
        documentId,
        number: (earlier?.versions.at(-1)?.number ?? 0) + 1,
        sha256,
        fileName: entry.name,
        sizeBytes: bytes.length,
        kind: extraction.kind,
        pages: extraction.kind === 'pdf' ? extraction.pages.length : null,
        characters: extraction.characters,
        warnings: [...warnings, ...extraction.warnings],
        addedAt: session.now(),
        deleted: false,
      });
      return id;
    });
    const version = session.documents.version(versionId);
    if (!version) throw new Error('a version just written is not there');
    return version;
  }

  /** As it stands now: since the order it may have got other versions, or been removed. Errors: `not-found`. */
  #earlierDocument(fileName: string, kind: DocumentKind): ProjectDocument | null {
    const { supersedes } = this.#order;
    if (supersedes) {
      const document = this.#session.documents.get(supersedes.id);
      if (!document) throw new AppError('not-found', { kind: 'document', id: supersedes.id });
      return document;
    }
    const sameName = this.#session.documents.withFileName(this.#order.projectId, fileName, kind);
    return sameName && this.#before.has(sameName.id) ? sameName : null;
  }
}

function isLockedError(error: unknown): boolean {
  return (
    error instanceof AppError &&
    (error.code === 'file-encrypted' || error.code === 'wrong-password')
  );
}

const titledExtension =
  /\.(?:pdf|docx|docm|dotx|dotm|doc|dot|wps|wpt|rtf|txt|md|markdown|html?|mht|mhtml|xlsx|xlsm|ofd)$/iu;

/** A document's first title: the file name without its extension. */
function titleOf(fileName: string): string {
  return fileName.replace(titledExtension, '') || fileName;
}

function lineOf(path: string, status: 'added' | 'duplicate', version: DocumentVersion): IntakeLine {
  return {
    path,
    status,
    documentId: version.documentId,
    versionId: version.id,
    pages: version.pages,
    characters: version.characters,
    warnings: [...version.warnings],
    error: null,
  };
}

function refusal(path: string, error: Failure): IntakeLine {
  return {
    path,
    status: 'refused',
    documentId: null,
    versionId: null,
    pages: null,
    characters: 0,
    warnings: [],
    error,
  };
}
