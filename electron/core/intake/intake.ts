import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import { AppError, type Failure } from '#shared/contract/errors.ts';
import type { DocTypeCode } from '#shared/domain/library/checklistItem.ts';
import { guessDocType } from '#shared/domain/library/docTypeGuess.ts';
import type { DocumentVersion, ProjectDocument } from '#shared/domain/review/document.ts';
import { type DocumentKind, isPaged } from '#shared/domain/text/text.ts';
import { storageError } from '../db/storageError.ts';
import type { Desk } from '../desk.ts';
import type { Job } from '../jobs/jobRegistry.ts';
import type { Source } from '../ports.ts';
import type { Session } from '../session.ts';
import { FileReader, type FileReading, isLockedError } from './fileReader.ts';
import { expandSource, type SourceEntry } from './sources.ts';

export interface IntakeOrder {
  readonly commandId: string;
  readonly projectId: string;
  readonly sources: readonly Source[];
  /** Type for all files; by their names where null. */
  readonly type: DocTypeCode | null;
  /** Document of which the (single) file is a new version. */
  readonly supersedes: ProjectDocument | null;
  /** Tried in turn on a file that has a password. */
  readonly passwords?: readonly string[];
}

/** A file that is being read while those before it are waited for. */
interface FileAhead {
  readonly entry: SourceEntry;
  /** Place of its source in the order. */
  readonly index: number;
  readonly reading: Promise<FileReading>;
}

/**
 * Takes files into a project: each is recognised by its content, read by a worker (as many at once as there are), kept and
 * recorded, or refused with its reason, without holding up the others. A cancel keeps what is in; all that came in is one
 * step of undo.
 */
export class Intake {
  readonly #desk: Desk;
  readonly #session: Session;
  readonly #order: IntakeOrder;
  readonly #job: Job;
  /** Documents that stood before this batch: only of those can a file be a new version by its name. */
  readonly #before: ReadonlySet<string>;
  readonly #lines: IntakeLine[] = [];
  /** Ends what is still being read when the batch stops before its end. */
  readonly #given = new AbortController();
  readonly #reader: FileReader;

  constructor(desk: Desk, order: IntakeOrder, job: Job) {
    this.#desk = desk;
    this.#session = desk.session();
    this.#order = order;
    this.#job = job;
    this.#before = new Set(this.#session.documents.ofProject(order.projectId).map((one) => one.id));
    this.#reader = new FileReader(desk, this.#session, {
      projectId: order.projectId,
      passwords: order.passwords ?? [],
      signal: AbortSignal.any([job.signal, this.#given.signal]),
    });
  }

  async run(): Promise<IntakeLine[]> {
    const { sources } = this.#order;
    const ahead: FileAhead[] = [];
    try {
      for (const [index, source] of sources.entries()) {
        for await (const entry of expandSource(source)) {
          ahead.push({ entry, index, reading: this.#reader.read(entry) });
          if (ahead.length >= this.#desk.extractor.poolSize) await this.#takeNext(ahead);
        }
      }
      while (ahead.length > 0) await this.#takeNext(ahead);
    } finally {
      this.#given.abort();
    }
    this.#job.report(sources.length, sources.length, '');
    return this.#lines;
  }

  /** Takes one file that was expanded before. */
  async runEntry(entry: SourceEntry): Promise<IntakeLine[]> {
    const ahead: FileAhead[] = [{ entry, index: 0, reading: this.#reader.read(entry) }];
    await this.#takeNext(ahead);
    this.#job.report(1, 1, '');
    return this.#lines;
  }

  /** Lines and records come in the order in which the files were handed in, whichever was read first. */
  async #takeNext(ahead: FileAhead[]): Promise<void> {
    const next = ahead.shift();
    if (next === undefined) return;
    const { entry, index, reading } = next;
    this.#job.report(index, Math.max(1, this.#order.sources.length), entry.name);
    let line = this.#take(entry, await reading);
    // What was in the project when its turn to be read came was removed since: it is read after all.
    while (line === null) line = this.#take(entry, await this.#reader.read(entry));
    this.#lines.push(line);
    this.#desk.changed(['document'], [this.#order.projectId]);
  }

  /** The file's line, or null where it was not read because it was known and is not there any more. */
  #take(entry: SourceEntry, reading: FileReading): IntakeLine | null {
    try {
      this.#requireGoingOn();
      if (reading.state === 'failed') throw reading.error;
      // Looked up now: the same bytes may have come in with a file before this one.
      const known = this.#session.documents.withContent(this.#order.projectId, reading.sha256);
      if (known) return lineOf(entry.path, 'duplicate', known);
      if (reading.state === 'known') return null;
      return lineOf(entry.path, 'added', this.#record(entry, reading));
    } catch (error) {
      return this.#refuse(entry, reading, error);
    }
  }

  #refuse(entry: SourceEntry, reading: FileReading, error: unknown): IntakeLine {
    const known = storageError(error, this.#desk.folder.dir);
    if (!(known instanceof AppError)) throw error;
    // A full disk or a vanished folder stops the batch; what came in before stays.
    if (known.code === 'disk-full' || known.code === 'read-only') throw known;
    const line = refusal(entry.path, {
      code: known.code,
      params: { ...known.params, file: entry.name },
    });
    const mayOpen = reading.state === 'failed' && reading.takesPassword;
    return mayOpen && isLockedError(known) ? { ...line, retry: this.#keepWaiting(entry) } : line;
  }

  /** Before anything is recorded: the workspace may have been locked meanwhile, which cancels the job. */
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

  #record(
    entry: SourceEntry,
    { bytes, extraction, warnings }: Extract<FileReading, { state: 'read' }>,
  ): DocumentVersion {
    const session = this.#session;
    const earlier = this.#earlierDocument(entry.name, extraction.kind);
    // Bytes and text first: records must never name content that is not kept.
    const sha256 = session.contents.put(bytes);
    // A text that stands here is replaced by nobody unasked: quotes of another project may stand on it.
    if (!session.texts.has(sha256)) session.texts.put(sha256, extraction);
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
        pages: isPaged(extraction) ? extraction.pages.length : null,
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

const titledExtension =
  /\.(?:pdf|docx|docm|dotx|dotm|doc|dot|wps|wpt|rtf|txt|md|markdown|html?|mht|mhtml|xlsx|xlsm|ofd|png|jpe?g|tiff?|bmp|webp)$/iu;

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
