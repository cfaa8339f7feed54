import { AppError } from '#shared/contract/errors.ts';
import type {
  Conflict,
  HandoffExport,
  HandoffImport,
} from '#shared/domain/handoff/handoffReport.ts';
import type { Session } from '../session.ts';
import type { HandoffPackage } from './packageRead.ts';

/** A package that was opened for its preview. */
export interface OpenPackage {
  readonly pack: HandoffPackage;
  readonly isEncrypted: boolean;
  readonly fileName: string;
  /** The disagreements that its preview showed, to be chosen. */
  readonly shown?: readonly Omit<Conflict, 'name'>[];
}

/** A package that was built and waits to be fetched. */
export interface FinishedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}

/** A package whose passphrase is still asked for. */
export interface SealedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Held {
  readonly open: Map<string, OpenPackage>;
  readonly sealed: Map<string, SealedFile>;
  readonly finished: Map<string, FinishedFile>;
  readonly exports: Map<string, Promise<HandoffExport>>;
  readonly imports: Map<string, Promise<HandoffImport>>;
}

const maxHeld = 3;
/** Tied to the session: what was decrypted is gone when the workspace locks. */
const held = new WeakMap<Session, Held>();

function heldBy(session: Session): Held {
  const known = held.get(session);
  if (known) return known;
  const made: Held = {
    open: new Map(),
    sealed: new Map(),
    finished: new Map(),
    exports: new Map(),
    imports: new Map(),
  };
  held.set(session, made);
  return made;
}

function keep<T>(map: Map<string, T>, id: string, value: T): void {
  map.set(id, value);
  for (const oldest of map.keys()) {
    if (map.size <= maxHeld) break;
    map.delete(oldest);
  }
}

export function keepOpen(session: Session, id: string, opened: OpenPackage): void {
  keep(heldBy(session).open, id, opened);
}

/** Errors: `source-unknown` where it was imported already or others were opened since. */
export function requireOpen(session: Session, id: string): OpenPackage {
  const found = heldBy(session).open.get(id);
  if (!found) throw new AppError('source-unknown');
  return found;
}

export function dropOpen(session: Session, id: string): void {
  heldBy(session).open.delete(id);
}

/** Keeps a file under its used token, so that a mistyped passphrase need not have it chosen again. */
export function keepSealed(session: Session, token: string, file: SealedFile): void {
  keep(heldBy(session).sealed, token, file);
}

export function takeSealed(session: Session, token: string): SealedFile | null {
  const { sealed } = heldBy(session);
  const file = sealed.get(token) ?? null;
  sealed.delete(token);
  return file;
}

export function keepFinished(session: Session, id: string, file: FinishedFile): void {
  keep(heldBy(session).finished, id, file);
}

export function holdsFinished(session: Session, id: string): boolean {
  return heldBy(session).finished.has(id);
}

/** The bytes, once. Errors: `not-found`. */
export function takeFinished(session: Session, id: string): FinishedFile {
  const { finished } = heldBy(session);
  const file = finished.get(id);
  if (!file) throw new AppError('not-found', { kind: 'handoff', id });
  session.exchange.handoffs.setFetched(id, session.now());
  finished.delete(id);
  return file;
}

/** Lets a second call with the same command join the first while that is at work. */
export function joinExport(
  session: Session,
  commandId: string,
  run: () => Promise<HandoffExport>,
): Promise<HandoffExport> {
  return join(heldBy(session).exports, commandId, run);
}

/** The same for imports. */
export function joinImport(
  session: Session,
  commandId: string,
  run: () => Promise<HandoffImport>,
): Promise<HandoffImport> {
  return join(heldBy(session).imports, commandId, run);
}

function join<T>(running: Map<string, Promise<T>>, id: string, run: () => Promise<T>): Promise<T> {
  const known = running.get(id);
  if (known) return known;
  const made = run().finally(() => running.delete(id));
  running.set(id, made);
  return made;
}

/** Whether a package is being built at this moment. */
export function isExporting(session: Session): boolean {
  return heldBy(session).exports.size > 0;
}
