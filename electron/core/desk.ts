import { availableParallelism } from 'node:os';
import type { WorkspaceStatus } from '#shared/contract/rooms/workspace.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type WorkspaceFolder, holdsWorkspace, workspaceFolder } from './db/folder.ts';
import { readTextsLeft } from './handoff/readTexts.ts';
import { Extractor } from './jobs/extractor.ts';
import { WaitingFiles } from './intake/waitingFiles.ts';
import { JobRegistry } from './jobs/jobRegistry.ts';
import { type Library, loadLibrary } from './library/library.ts';
import { nameOlderPins } from './library/projectPins.ts';
import { RecognitionQueue } from './ocr/recognitionQueue.ts';
import { ThreadEngine } from './ocr/threadEngine.ts';
import type { Ports } from './ports.ts';
import { readMarker } from './service/marker.ts';
import { Session } from './session.ts';

const idleCheckMs = 5_000;
const warmAfterMs = 1_000;
/** Two read half as fast again as one; more would only take memory from the rest of the desk. */
const mostReaders = 2;

/** What all services share: the ports, the library, the readers of documents, and the workspace while it is open. */
export class Desk {
  readonly ports: Ports;
  readonly folder: WorkspaceFolder;
  readonly extractor: Extractor;
  readonly jobs: JobRegistry;
  readonly recognition: RecognitionQueue;
  readonly waitingFiles = new WaitingFiles();
  #library: Library | null = null;
  #session: Session | null = null;
  #lastActivityMs: number;
  readonly #idleTimer: NodeJS.Timeout;

  constructor(ports: Ports) {
    this.ports = ports;
    this.folder = workspaceFolder(ports.workspaceDir);
    this.extractor = new Extractor({
      workerUrl: ports.extractWorker,
      pdfAssetsDir: ports.pdfAssetsDir,
      poolSize: Math.min(mostReaders, availableParallelism()),
    });
    this.jobs = new JobRegistry(ports.emit);
    this.recognition = this.#makeRecognition();
    this.#lastActivityMs = ports.nowMs();
    this.#idleTimer = setInterval(() => {
      this.lockWhenIdle();
    }, idleCheckMs);
    this.#idleTimer.unref();
  }

  /** Checklists, traits and the catalogue, read once and checked. Errors: `library-invalid`. */
  get library(): Library {
    this.#library ??= loadLibrary(this.ports.resourcesDir);
    return this.#library;
  }

  /** The open workspace; one without encryption opens by itself. Errors: `workspace-none`, `workspace-locked`, those of opening. */
  session(): Session {
    this.openUnencrypted();
    if (this.#session) return this.#session;
    if (!holdsWorkspace(this.folder)) {
      throw new AppError('workspace-none', { folder: this.folder.dir });
    }
    throw new AppError('workspace-locked');
  }

  openUnencrypted(): void {
    if (this.#session || !holdsWorkspace(this.folder)) return;
    if (!readMarker(this.folder).isEncrypted)
      this.open(new Session(this.ports, this.folder, null, 'open'));
  }

  hasSession(): boolean {
    return this.#session !== null;
  }

  open(session: Session): void {
    this.#session?.close();
    this.#session = session;
    this.nameOlderPins(session);
    this.touch();
    this.ports.emit({ type: 'workspace.changed', status: this.status() });
    this.wakeRecognition();
    this.#warmReadersSoon();
    this.#readTextsLeftSoon();
  }

  /** Has the readers ready for the first document, where a person works; the screens that open with the workspace come first. */
  #warmReadersSoon(): void {
    if (this.ports.recognisesInBackground !== true) return;
    setTimeout(() => this.extractor.warm(), warmAfterMs).unref();
  }

  /** What an import left unread, where a person works; a lock meanwhile leaves it for the next opening. */
  #readTextsLeftSoon(): void {
    if (this.ports.recognisesInBackground !== true) return;
    setTimeout(() => {
      readTextsLeft(this).catch((error: unknown) => {
        if (error instanceof AppError) return;
        this.ports.log('error', 'bug', { channel: 'readTextsLeft' });
      });
    }, warmAfterMs).unref();
  }

  /** Closes an encrypted workspace; one without a secret would only open again. */
  lock(): void {
    if (!this.#session || !this.status().isEncrypted) return;
    this.jobs.cancelAll();
    // What waits stands in the workspace; the page at hand begins anew after the next opening.
    void this.recognition.stop();
    this.waitingFiles.clear();
    this.#session.close();
    this.#session = null;
    this.ports.emit({ type: 'workspace.changed', status: this.status() });
  }

  touch(): void {
    this.#lastActivityMs = this.ports.nowMs();
  }

  /** Locks an encrypted workspace that nobody touched for its idle time. A running job counts as work. */
  lockWhenIdle(): void {
    if (!this.#session || !this.status().isEncrypted) return;
    // The idle time begins when the work ends, not when it was asked for.
    if (this.jobs.isBusy()) this.touch();
    const idleMs = this.ports.nowMs() - this.#lastActivityMs;
    if (idleMs >= this.status().idleLockMinutes * 60_000) this.lock();
  }

  status(): WorkspaceStatus {
    const folder = this.folder.dir;
    const closed = { name: '', person: '', firm: '', folder, idleLockMinutes: 15 };
    if (!this.#session) {
      if (!holdsWorkspace(this.folder)) return { ...closed, state: 'none', isEncrypted: false };
      const marker = readMarker(this.folder);
      return { ...closed, state: 'locked', isEncrypted: marker.isEncrypted };
    }
    const own = this.#session.desk.get(this.#session.deviceId);
    const { isEncrypted } = readMarker(this.folder);
    return { ...own, state: 'open', isEncrypted, folder };
  }

  /** Goes on with scanned pages where this host works in the background. */
  wakeRecognition(): void {
    if (this.ports.recognisesInBackground === true) this.recognition.wake();
  }

  /**
   * Keeps the lists of projects from older programs while this one still has them. A library that cannot be read is told where
   * it is asked for; it keeps no workspace from opening.
   */
  nameOlderPins(session: Session): void {
    try {
      nameOlderPins(() => this.library, session, session.newId());
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'library-invalid')) throw error;
    }
  }

  #makeRecognition(): RecognitionQueue {
    const { ocrWorker, pdfAssetsDir, log } = this.ports;
    return new RecognitionQueue({
      makeEngine: (model) => {
        if (ocrWorker === undefined) throw new Error('this host has no recognition worker');
        return new ThreadEngine({ workerUrl: ocrWorker, pdfAssetsDir, model });
      },
      session: () => this.#session,
      changed: (hasNewText) => {
        this.changed(hasNewText ? ['recognition', 'text'] : ['recognition'], []);
      },
      log: (event, fields) => log('error', event, fields),
    });
  }

  /** Tells the screens what to read again. */
  changed(entities: readonly string[], projectIds: readonly string[]): void {
    this.ports.emit({ type: 'data.changed', entities: [...entities], projectIds: [...projectIds] });
  }

  async close(): Promise<void> {
    clearInterval(this.#idleTimer);
    this.jobs.cancelAll();
    const stopped = this.recognition.stop();
    this.#session?.close();
    this.#session = null;
    await stopped;
    await this.extractor.close();
  }
}
