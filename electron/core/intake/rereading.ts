import type { OlderText, RereadLine, RereadQuote } from '#shared/contract/rooms/document.ts';
import { AppError, type ErrorCode } from '#shared/contract/errors.ts';
import type { Evidence } from '#shared/domain/review/assessment.ts';
import type { DocumentVersion } from '#shared/domain/review/document.ts';
import {
  quoteStanding,
  type QuoteStanding,
  searchedText,
} from '#shared/domain/text/quoteStanding.ts';
import { type Extraction, isPaged } from '#shared/domain/text/text.ts';
import { storageError } from '../db/storageError.ts';
import type { Desk } from '../desk.ts';
import { sha256Hex } from '../repo/contentStore.ts';
import type { Session } from '../session.ts';

/** Reads kept bytes once more with the readers of this program, and compares or replaces the text that stands. */
export class Rereading {
  readonly #desk: Desk;
  readonly #session: Session;
  readonly #signal: AbortSignal;

  constructor(desk: Desk, signal: AbortSignal) {
    this.#desk = desk;
    this.#session = desk.session();
    this.#signal = signal;
  }

  /** What would change; nothing is written. Errors: `cancelled`. */
  compare(named: OlderText, version: DocumentVersion): Promise<RereadLine> {
    return this.#attempt(named, async () => (await this.#readAnew(named, version)).line);
  }

  /** Replaces the text, where it becomes what the seal names; whole or not at all. Errors: `cancelled`, those of a full disk. */
  replace(named: OlderText, version: DocumentVersion, seal: string): Promise<RereadLine> {
    return this.#attempt(named, async () => {
      const { line, reading } = await this.#readAnew(named, version);
      if (line.seal !== seal) return { ...line, state: 'outdated' };
      this.#session.texts.put(version.sha256, reading);
      return { ...line, state: 'replaced', seal: null };
    });
  }

  async #attempt(named: OlderText, work: () => Promise<RereadLine>): Promise<RereadLine> {
    try {
      return await work();
    } catch (error) {
      const known = storageError(error, this.#desk.folder.dir);
      if (!(known instanceof AppError)) throw error;
      if (['cancelled', 'disk-full', 'read-only'].includes(known.code)) throw known;
      return { ...nothing(named), error: { code: known.code, params: known.params } };
    }
  }

  async #readAnew(
    named: OlderText,
    version: DocumentVersion,
  ): Promise<{ readonly line: RereadLine; readonly reading: Extraction }> {
    const { sha256 } = version;
    const reading = await this.#read(version);
    // Taken together after the wait: evidence and recognised pages may have come meanwhile.
    const before = this.#session.texts.get(sha256);
    const { extraction: after } = this.#session.texts.placed(sha256, reading);
    if (before !== null) requireNoLess(before, after, version.fileName);
    const quotes = this.#quotes(sha256, before, after);
    const line: RereadLine = {
      ...named,
      state: 'compared',
      changedParts: changedParts(before, after),
      charactersBefore: before?.characters ?? 0,
      charactersAfter: after.characters,
      quotes,
      seal: sealOf(after, quotes),
      error: null,
    };
    return { line, reading };
  }

  async #read({ sha256, kind, fileName }: DocumentVersion): Promise<Extraction> {
    if (this.#signal.aborted) throw new AppError('cancelled');
    const bytes = this.#session.contents.get(sha256);
    if (bytes === null) throw new AppError('reread-missing', { file: fileName });
    const password = this.#session.passwords.get(sha256);
    try {
      const reading = await this.#desk.extractor.extract(bytes, kind, {
        signal: this.#signal,
        ...(password !== null && { password }),
      });
      // The workspace may have been locked while the worker read.
      if (this.#signal.aborted) throw new AppError('cancelled');
      return reading;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
      throw new AppError(codeOf(error.code), { file: fileName }, { cause: error });
    }
  }

  #quotes(sha256: string, before: Extraction | null, after: Extraction): RereadQuote[] {
    const evidence = this.#session.review.quotedFrom(sha256);
    if (evidence.length === 0) return [];
    const [old, next] = [before === null ? null : searchedText(before), searchedText(after)];
    return evidence.map((one) => {
      const was = old === null ? null : quoteStanding(one.anchor, old);
      return fateOf(one, was, quoteStanding(one.anchor, next));
    });
  }
}

function fateOf(evidence: Evidence, was: QuoteStanding | null, now: QuoteStanding): RereadQuote {
  const { id, projectId, anchor } = evidence;
  const from = was?.state === 'moved' ? was.anchor : anchor;
  const to = now.state === 'moved' ? now.anchor : anchor;
  const isSamePlace = JSON.stringify([from.start, from.end]) === JSON.stringify([to.start, to.end]);
  const found = was?.state === 'lost' ? 'found' : isSamePlace ? 'same' : 'moved';
  const isLost = now.state === 'lost';
  return {
    evidenceId: id,
    projectId,
    quote: anchor.quote,
    state: isLost ? 'lost' : found,
    from: from.place,
    to: isLost ? null : to.place,
  };
}

const textsOf = (extraction: Extraction): string[] =>
  (isPaged(extraction) ? extraction.pages : extraction.blocks).map((part) => part.text);

/** Pages or blocks that read otherwise; one that only stands elsewhere is none of them. */
function changedParts(before: Extraction | null, after: Extraction): number {
  const left = new Map<string, number>();
  const old = before === null ? [] : textsOf(before);
  for (const text of old) left.set(text, (left.get(text) ?? 0) + 1);
  let added = 0;
  for (const text of textsOf(after)) {
    const count = left.get(text) ?? 0;
    if (count === 0) added += 1;
    else left.set(text, count - 1);
  }
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return Math.max(added, gone);
}

/** A reading that was cut short replaces none that was not. Errors: `reread-cut`. */
function requireNoLess(before: Extraction, after: Extraction, file: string): void {
  const isCut = (one: Extraction): boolean =>
    one.warnings.some((warning) => warning.code === 'reading-cut');
  if (isCut(after) && !isCut(before)) throw new AppError('reread-cut', { file });
}

/** The text and what becomes of each quote on it, as one name. */
function sealOf(after: Extraction, quotes: readonly RereadQuote[]): string {
  return sha256Hex(Buffer.from(JSON.stringify([textsOf(after), quotes])));
}

/** The words of an intake would say that the file was not taken in; it stands, with the text it has. */
function codeOf(code: ErrorCode): ErrorCode {
  if (code === 'file-encrypted' || code === 'wrong-password') return 'reread-locked';
  return code === 'worker-timeout' || code === 'worker-memory' ? 'reread-cut' : 'reread-failed';
}

/** A version whose text could not be read again: what stands goes on standing. */
function nothing(named: OlderText): Omit<RereadLine, 'error'> {
  return {
    ...named,
    state: 'failed',
    changedParts: 0,
    charactersBefore: 0,
    charactersAfter: 0,
    quotes: [],
    seal: null,
  };
}
