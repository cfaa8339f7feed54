import { contract } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { SharedFolderSync } from '#shared/domain/handoff/sharedFolder.ts';
import type { Desk } from '../desk.ts';
import { keepOpen, type OpenPackage } from '../handoff/handoffDesk.ts';
import { type FolderContext, openFolderTables } from '../handoff/sharedFolderContext.ts';
import { type FolderFiles, nodeFolderFiles } from '../handoff/sharedFolderFiles.ts';
import { type SyncOutcome, syncFolder } from '../handoff/sharedFolderSync.ts';
import type { Session } from '../session.ts';
import { identityOf } from './deskKeys.ts';
import { importHandlers } from './handoffImport.ts';
import { checklistVersions } from './openedPreview.ts';
import { folderStatus } from './sharedFolderStatus.ts';

/** Shares tell nobody reliably that something has changed, so they are looked at again and again. */
const lookEveryMs = 60_000;
const tickMs = 5_000;

/** Looks at the shared folder: when asked, on opening, every minute, and soon after something was written here. */
export class SharedFolderWatch {
  readonly files: FolderFiles;
  readonly #desk: Desk;
  readonly #timer: NodeJS.Timeout | null;
  readonly #ending = new AbortController();
  #turn: Promise<unknown> = Promise.resolve();
  #isLooking = false;
  /** The session that was looked for last, when, and how far its log was then and at the tick before. */
  #last: { session: Session; atMs: number; seq: number } | null = null;
  #seqBefore = 0;
  #seenUnder = new WeakMap<Session, Map<string, string>>();

  constructor(desk: Desk) {
    this.#desk = desk;
    this.files = desk.ports.folderFiles ?? nodeFolderFiles();
    const isWatching = desk.ports.looksInBackground === true;
    this.#timer = isWatching ? setInterval(() => this.#tick(), tickMs) : null;
    this.#timer?.unref();
  }

  get isLooking(): boolean {
    return this.#isLooking;
  }

  /** The next tick looks, whatever the time. */
  expire(): void {
    this.#last = null;
  }

  /** One after the other: what reads the folder must not meet what changes the device. */
  inTurn<T>(run: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(run, run);
    this.#turn = next.catch(() => undefined); // whoever asked hears of it
    return next;
  }

  /** Errors: `folder-none`, `folder-crowded`, `cancelled`. */
  sync(isWhole: boolean, signal: AbortSignal): Promise<SharedFolderSync> {
    return this.inTurn(async () => {
      const session = this.#desk.session();
      const before = JSON.stringify(settledPart(folderStatus(session, false)));
      this.#isLooking = true;
      let outcome: SyncOutcome;
      try {
        outcome = await syncFolder(await this.#context(session, signal), isWhole);
      } finally {
        this.#isLooking = false;
        if (this.#isOpen(session)) {
          const { ownSeq: seq } = session.changes;
          this.#last = { session, atMs: this.#desk.ports.nowMs(), seq };
        }
      }
      const status = folderStatus(session, false);
      if (JSON.stringify(settledPart(status)) !== before) this.#desk.changed(['sharedFolder'], []);
      return { ...outcome, status };
    });
  }

  /** Ends the look at hand. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#ending.abort();
    await this.#turn;
  }

  #isOpen(session: Session): boolean {
    return this.#desk.hasSession() && this.#desk.session() === session;
  }

  #tick(): void {
    if (this.#isLooking || !this.#desk.hasSession()) return;
    const session = this.#desk.session();
    if (!openFolderTables(session.records).folder.setting()) return;
    const seq = session.changes.ownSeq;
    const isQuiet = seq === this.#seqBefore;
    this.#seqBefore = seq;
    const last = this.#last;
    const ageMs = last === null ? 0 : Math.abs(this.#desk.ports.nowMs() - last.atMs);
    const isDue =
      last?.session !== session || ageMs >= lookEveryMs || (last.seq !== seq && isQuiet);
    if (!isDue) return;
    this.sync(false, new AbortController().signal).catch((error: unknown) => {
      // Noted with the folder where it is the folder's fault; the next look tries again.
      const reason = error instanceof AppError ? error.code : 'bug';
      if (reason !== 'cancelled') this.#desk.ports.log('warn', 'folder.look', { reason });
    });
  }

  async #context(session: Session, signal: AbortSignal): Promise<FolderContext> {
    const tables = openFolderTables(session.records);
    const setting = tables.folder.setting();
    if (!setting) throw new AppError('folder-none');
    const requireOpen = (): void => {
      const isEnded = signal.aborted || this.#ending.signal.aborted;
      if (isEnded || !this.#isOpen(session)) throw new AppError('cancelled');
    };
    const identity = await identityOf(this.#desk, session);
    requireOpen();
    const { ports } = this.#desk;
    return {
      session,
      identity,
      tables,
      setting,
      requireOpen,
      files: this.files,
      nowMs: ports.nowMs,
      newId: () => session.newId(),
      checklists: checklistVersions(this.#desk),
      takeIn: (opened) => takeIn(this.#desk, session, opened),
      seenUnder: this.#seenUnderOf(session),
    };
  }

  #seenUnderOf(session: Session): Map<string, string> {
    const known = this.#seenUnder.get(session) ?? new Map<string, string>();
    this.#seenUnder.set(session, known);
    return known;
  }
}

/** Without the moments, which change with every look. */
function settledPart(status: SharedFolderSync['status']): unknown {
  const { lookedAt: _l, reachedAt: _r, isLooking: _i, ...rest } = status;
  return rest;
}

/** Imports as a person would who has nothing to decide: backup, one transaction, texts, report. */
async function takeIn(desk: Desk, session: Session, opened: OpenPackage): Promise<number> {
  const openId = session.newId();
  keepOpen(session, openId, opened);
  const order = contract['handoff.import'].input.parse({
    commandId: session.newId(),
    jobId: session.newId(),
    openId,
    rule: 'ask',
  });
  const { total, identical } = await importHandlers(desk)['handoff.import'](order);
  return total - identical;
}
