import { AppError } from '#shared/contract/errors.ts';
import type { DocumentKind, Extraction, ExtractWarning } from '#shared/domain/text/text.ts';
import type { Desk } from '../desk.ts';
import { sha256Hex } from '../repo/contentStore.ts';
import type { Session } from '../session.ts';
import { sniff } from './sniff.ts';
import type { SourceEntry } from './sourceEntry.ts';

/** What reading one file gave; `known` is in the project already and was not read again. */
export type FileReading =
  | { readonly state: 'known'; readonly sha256: string }
  | {
      readonly state: 'read';
      readonly sha256: string;
      readonly bytes: Uint8Array;
      readonly extraction: Extraction;
      readonly warnings: readonly ExtractWarning[];
    }
  | {
      readonly state: 'failed';
      readonly error: unknown;
      /** Whether a password would open the file, if that is what is wrong with it. */
      readonly takesPassword: boolean;
    };

export interface ReadingOrder {
  readonly projectId: string;
  /** Tried in turn on a file that has a password. */
  readonly passwords: readonly string[];
  readonly signal: AbortSignal;
}

/** Reads handed-in files as far as nothing is recorded, so that several can be read while one is waited for. */
export class FileReader {
  readonly #desk: Desk;
  readonly #session: Session;
  readonly #order: ReadingOrder;

  constructor(desk: Desk, session: Session, order: ReadingOrder) {
    this.#desk = desk;
    this.#session = session;
    this.#order = order;
  }

  /** Never rejects: what is wrong with the file is told when its turn comes. */
  async read(entry: SourceEntry): Promise<FileReading> {
    let mayOpen = false;
    try {
      this.#requireGoingOn();
      const bytes = await entry.read();
      this.#requireGoingOn();
      const { kind, warnings } = sniff(bytes, entry.name);
      mayOpen = takesPassword(bytes, kind);
      const sha256 = sha256Hex(bytes);
      if (this.#session.documents.withContent(this.#order.projectId, sha256))
        return { state: 'known', sha256 };
      const extraction = await this.#extract(bytes, kind, sha256);
      return { state: 'read', sha256, bytes, extraction, warnings };
    } catch (error) {
      return { state: 'failed', error, takesPassword: mayOpen };
    }
  }

  async #extract(bytes: Uint8Array, kind: DocumentKind, sha256: string): Promise<Extraction> {
    const known = this.#session.texts.get(sha256);
    // Recognised text is this desk's own; the record, which others get, says what the file itself gives.
    if (known && this.#session.recognition.recognised(sha256).length === 0) return known;
    const kept = this.#session.passwords.get(sha256);
    const passwords = [...(kept === null ? [] : [kept]), ...this.#order.passwords];
    const { signal } = this.#order;
    let failure: unknown;
    for (const password of [undefined, ...passwords]) {
      try {
        const given = password === undefined ? {} : { password };
        const extraction = await this.#desk.extractor.extract(bytes, kind, { signal, ...given });
        this.#requireGoingOn();
        if (password !== undefined) this.#session.passwords.put(sha256, password);
        return extraction;
      } catch (error) {
        failure = error;
        if (!takesPassword(bytes, kind) || !isLockedError(error)) throw error;
      }
    }
    throw failure;
  }

  /** After every wait: the workspace may have been locked meanwhile, which cancels the job. */
  #requireGoingOn(): void {
    if (this.#order.signal.aborted) throw new AppError('cancelled');
  }
}

/** How Office wraps a DOCX or XLSX that has a password; a DOC is such a file with and without one. */
const ole = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether the file, if it is locked, opens with a password here; an archive's own password does not. */
function takesPassword(bytes: Uint8Array, kind: DocumentKind): boolean {
  const isOle = ole.every((byte, i) => bytes[i] === byte);
  return kind === 'pdf' || (isOle && ['docx', 'xlsx', 'doc', 'wps'].includes(kind));
}

export function isLockedError(error: unknown): boolean {
  return (
    error instanceof AppError &&
    (error.code === 'file-encrypted' || error.code === 'wrong-password')
  );
}
