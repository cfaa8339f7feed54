import { AppError, type Failure } from '#shared/contract/errors.ts';
import type { RecognisedKind } from '#shared/domain/recognition/recognition.ts';
import { assembleRecognised } from '#shared/domain/recognition/recognisedPage.ts';
import { keptInWorkspace } from '#shared/domain/recognition/recognitionStatus.ts';
import { storageError } from '../db/storageError.ts';
import type { WaitingPage } from '../repo/recognitionTable.ts';
import type { Session } from '../session.ts';
import type { RecognitionEngine } from './engine.ts';
import { type FoundModel, readModel } from './modelFolder.ts';

export interface QueuePorts {
  readonly makeEngine: (model: FoundModel) => RecognitionEngine;
  /** The workspace as long as it is open. */
  readonly session: () => Session | null;
  /** A page was done or given up, or the queue began, stopped or stands still. */
  readonly changed: (hasNewText: boolean) => void;
  readonly log: (event: string, fields: Record<string, unknown>) => void;
}

/** Failures that concern the model and not the page: the queue stands still until the lawyer has seen to it. */
const modelFaults: readonly string[] = [
  'ocr-model-folder',
  'ocr-model-missing',
  'ocr-model-damaged',
];

/**
 * Recognises waiting pages in the background, one after the other, each kept as soon as it is done. What waits stands in the
 * workspace, so that closing, locking or a crash only interrupts; the page at hand begins anew.
 */
export class RecognitionQueue {
  readonly #ports: QueuePorts;
  #running: Promise<void> | null = null;
  #engine: RecognitionEngine | null = null;
  #current: WaitingPage | null = null;
  #preferred: string | null = null;
  #problem: Failure | null = null;
  #isAskedAgain = false;

  constructor(ports: QueuePorts) {
    this.#ports = ports;
  }

  get current(): WaitingPage | null {
    return this.#current;
  }

  /** Why it stands still although pages may wait. */
  get problem(): Failure | null {
    return this.#problem;
  }

  /** Takes the pages of these bytes before those of others. */
  prefer(sha256: string | null): void {
    this.#preferred = sha256;
  }

  /** Begins where it is not at work already. */
  wake(): void {
    const session = this.#ports.session();
    if (session === null) return;
    if (this.#running !== null) {
      this.#isAskedAgain = true;
      return;
    }
    this.#isAskedAgain = false;
    this.#problem = null;
    this.#running = this.#work(session).finally(() => {
      this.#running = null;
      this.#ports.changed(false);
      // What was queued while the last page was being finished, or after a quick lock and unlock.
      if (this.#isAskedAgain) this.wake();
    });
  }

  /** Resolves when nothing is left to do, or when it stands still. */
  async idle(): Promise<void> {
    await this.#running;
  }

  /** Ends the page at hand; what waits goes on waiting. Safe when the workspace is about to close. */
  async stop(): Promise<void> {
    const engine = this.#engine;
    this.#engine = null;
    await engine?.stop();
    await this.#running;
  }

  async #work(session: Session): Promise<void> {
    let model: FoundModel | null = null;
    try {
      for (;;) {
        const waiting = this.#isOpen(session) ? session.recognition.next(this.#preferred) : null;
        if (waiting === null) return;
        if (model === null) {
          model = this.#readModel(session);
          this.#engine = this.#ports.makeEngine(model);
        }
        const engine = this.#engine;
        if (engine === null) return; // stopped
        this.#current = waiting;
        this.#ports.changed(false);
        await this.#recognise(session, engine, model, waiting);
        this.#current = null;
        this.#ports.changed(true);
      }
    } catch (error) {
      this.#note(error);
    } finally {
      this.#current = null;
      const engine = this.#engine;
      this.#engine = null;
      await engine?.stop();
    }
  }

  /** Errors: faults of the model, `cancelled`, storage; a fault of the page is kept with the page. */
  async #recognise(
    session: Session,
    engine: RecognitionEngine,
    model: FoundModel,
    waiting: WaitingPage,
  ): Promise<void> {
    const { sha256, page } = waiting;
    try {
      const recognition = await engine.recognise({
        kind: this.#kindOf(session, sha256),
        documentKey: sha256,
        bytes: () => this.#bytesOf(session, sha256),
        password: session.passwords.get(sha256),
        page,
        mustDraw: waiting.was === 'unusable-text',
      });
      if (!this.#isOpen(session)) throw new AppError('cancelled');
      session.recognition.put(waiting, assembleRecognised(recognition.lines, recognition.unread), {
        engine: recognition.engine,
        model: model.name,
        modelSha256: model.sha256,
        at: session.now(),
      });
    } catch (error) {
      const known = storageError(error, '');
      const isOfPage =
        known instanceof AppError &&
        known.code !== 'cancelled' &&
        known.code !== 'disk-full' &&
        known.code !== 'read-only' &&
        !modelFaults.includes(known.code);
      if (!isOfPage || !this.#isOpen(session)) throw known;
      session.recognition.fail(waiting, known.code, session.now());
    }
  }

  #kindOf(session: Session, sha256: string): RecognisedKind {
    return session.documents.withSha256(sha256)?.kind === 'image' ? 'image' : 'pdf';
  }

  #bytesOf(session: Session, sha256: string): Uint8Array {
    const bytes = session.contents.get(sha256);
    if (bytes === null) throw new AppError('file-damaged');
    return bytes;
  }

  #readModel(session: Session): FoundModel {
    const setting = session.recognition.model();
    if (setting === null) throw new AppError('ocr-model-none');
    if (setting.folder !== keptInWorkspace) return readModel(setting.folder);
    const bytes = session.contents.get(setting.sha256);
    if (bytes === null) throw new AppError('ocr-model-damaged');
    return { name: setting.name, sha256: setting.sha256, bytes };
  }

  #isOpen(session: Session): boolean {
    return this.#ports.session() === session;
  }

  #note(error: unknown): void {
    if (error instanceof AppError) {
      if (error.code !== 'cancelled') this.#problem = { code: error.code, params: error.params };
      return;
    }
    this.#problem = { code: 'internal', params: { channel: 'ocr' } };
    this.#ports.log('ocr.failed', { kind: error instanceof Error ? error.name : typeof error });
  }
}
