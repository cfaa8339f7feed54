import { AppError, type Failure } from '#shared/contract/errors.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { parseStatute } from '#shared/domain/law/parseStatute.ts';
import { statuteFault } from '#shared/domain/law/statuteFaults.ts';
import {
  identifyStatute,
  type KnownVersion,
  type StatuteIdentity,
} from '#shared/domain/law/statuteIdentity.ts';
import { linesOfExtraction } from '#shared/domain/law/statuteLines.ts';
import type { StatuteLine } from '#shared/domain/law/statuteReport.ts';
import { articleText, type ParsedStatute } from '#shared/domain/law/statuteText.ts';
import type { StatuteVersion } from '#shared/domain/law/statuteVersion.ts';
import { storageError } from '../db/storageError.ts';
import type { Desk } from '../desk.ts';
import type { Job } from '../jobs/jobRegistry.ts';
import type { Source } from '../ports.ts';
import { sha256Hex } from '../repo/contentStore.ts';
import { versionsOfLaw } from '../service/statuteShelf.ts';
import type { Session } from '../session.ts';
import { sniff } from './sniff.ts';
import { expandSource, type SourceEntry } from './sources.ts';

/**
 * Takes official texts into the workspace's library: each file is read, parsed, held against the catalogue, and goes in
 * whole or is refused with the place that is wrong, without holding up the others. One import is one step of undo.
 */
export class StatuteImport {
  readonly #desk: Desk;
  readonly #session: Session;
  readonly #commandId: string;
  readonly #sources: readonly Source[];
  readonly #job: Job;
  readonly #lines: StatuteLine[] = [];

  constructor(desk: Desk, commandId: string, sources: readonly Source[], job: Job) {
    this.#desk = desk;
    this.#session = desk.session();
    this.#commandId = commandId;
    this.#sources = sources;
    this.#job = job;
  }

  async run(): Promise<StatuteLine[]> {
    for (const [index, source] of this.#sources.entries()) {
      for await (const entry of expandSource(source)) {
        if (this.#job.signal.aborted) {
          this.#lines.push(refusal(entry.path, { code: 'cancelled', params: {} }));
          continue;
        }
        this.#job.report(index, this.#sources.length, entry.name);
        this.#lines.push(await this.#take(entry));
      }
    }
    this.#job.report(this.#sources.length, this.#sources.length, '');
    if (this.#lines.some((line) => line.status === 'added'))
      this.#desk.changed(['statuteVersion'], []);
    return this.#lines;
  }

  async #take(entry: SourceEntry): Promise<StatuteLine> {
    try {
      const bytes = await entry.read();
      const { kind } = sniff(bytes, entry.name);
      const sha256 = sha256Hex(bytes);
      const same = this.#session.statutes.versions().find((one) => one.sha256 === sha256);
      if (same) return lineOf(entry.path, 'duplicate', same);
      const { signal } = this.#job;
      const extraction =
        (this.#session.texts.isOlder(sha256) ? null : this.#session.texts.get(sha256)) ??
        (await this.#desk.extractor.extract(bytes, kind, { signal }));
      // The worker was awaited: the workspace may have been locked meanwhile.
      if (signal.aborted) throw new AppError('cancelled');
      const parsed = parseStatute(linesOfExtraction(extraction));
      const identity = this.#identify(parsed, entry.name);
      const taken = this.#taken(parsed, identity, entry.name);
      if (taken && !isBetter(identity, taken)) return lineOf(entry.path, 'duplicate', taken);
      return lineOf(entry.path, 'added', this.#record(entry, bytes, parsed, identity, taken));
    } catch (error) {
      const known = storageError(error, this.#desk.folder.dir);
      if (!(known instanceof AppError)) throw error;
      // A full disk or a vanished folder stops the batch; what came in before stays.
      if (known.code === 'disk-full' || known.code === 'read-only') throw known;
      return refusal(entry.path, {
        code: known.code,
        params: { ...known.params, file: entry.name },
      });
    }
  }

  /** Errors: `statute-…` with the paragraph and the article. */
  #identify(parsed: ParsedStatute, file: string): StatuteIdentity {
    if (parsed.articles.length === 0) throw new AppError('statute-no-articles', { file });
    const { instruments, renumbering } = this.#desk.library;
    const known: KnownVersion[] = renumbering.laws.flatMap(({ code, from, to }) => [
      { code, ...from },
      { code, ...to },
    ]);
    const identity = identifyStatute(parsed, file, [...instruments.values()], known);
    if (typeof identity === 'string') throw new AppError(identity, { file, title: parsed.title });
    const fault = statuteFault(parsed, identity.range);
    if (fault) throw new AppError(fault.code, { file, ...fault.params });
    return identity;
  }

  /** The same version with the same words from another file. Errors: `statute-version-taken` where the words differ. */
  #taken(parsed: ParsedStatute, identity: StatuteIdentity, file: string): StatuteVersion | null {
    const { title, versionDate: version, instrument } = identity;
    const law = { lawCode: instrument?.code ?? null, title };
    const same = versionsOfLaw(this.#session.statutes.versions(), law).find(
      (one) => one.versionDate === version,
    );
    if (!same) return null;
    const body = this.#session.statutes.body(same.sha256);
    const words = (articles: ParsedStatute['articles']): string =>
      articles.map((one) => fold(articleText(one)).text.replace(/[\p{P}\s]/gu, '')).join('\n');
    if (body && words(body.articles) === words(parsed.articles)) return same;
    throw new AppError('statute-version-taken', { file, title, version, existing: same.fileName });
  }

  #record(
    entry: SourceEntry,
    bytes: Uint8Array,
    parsed: ParsedStatute,
    identity: StatuteIdentity,
    replaced: StatuteVersion | null,
  ): StatuteVersion {
    const session = this.#session;
    // Bytes and articles first: records must never name content that is not kept.
    const sha256 = session.contents.put(bytes);
    const { divisions, articles, appendix } = parsed;
    session.statutes.putBody(sha256, { divisions, articles, appendix });
    const command = {
      id: `${this.#commandId}/${this.#lines.length}`,
      name: 'statute.import',
      isUndoable: true,
      mergeKey: `statutes:${this.#commandId}`,
    };
    // By its content, so that two desks that import the same file make one record.
    session.changes.write(command, session.person(), (w) => {
      if (replaced) w.set('statuteVersion', replaced.id, { deleted: true });
      w.set('statuteVersion', sha256, {
        lawCode: identity.instrument?.code ?? null,
        title: identity.title,
        versionDate: identity.versionDate,
        effectiveFrom: identity.effectiveFrom,
        effectiveTo: null,
        sha256,
        fileName: entry.name,
        articleCount: articles.length,
        remarks: [...identity.remarks],
        importedBy: session.person(),
        importedAt: session.now(),
        deleted: false,
      });
    });
    const version = session.statutes.version(sha256);
    if (!version) throw new AppError('not-found', { kind: 'statute', id: sha256 });
    return version;
  }
}

/** The same words with countable 款 replace a text that lost them in conversion. */
function isBetter(identity: StatuteIdentity, held: StatuteVersion): boolean {
  const lost = (remarks: readonly { readonly code: string }[]): boolean =>
    remarks.some(({ code }) => code === 'paragraphs-unreliable');
  return lost(held.remarks) && !lost(identity.remarks);
}

function lineOf(path: string, status: 'added' | 'duplicate', version: StatuteVersion): StatuteLine {
  return {
    path,
    status,
    versionId: version.id,
    lawCode: version.lawCode,
    title: version.title,
    versionDate: version.versionDate,
    articles: version.articleCount,
    remarks: [...version.remarks],
    error: null,
  };
}

function refusal(path: string, error: Failure): StatuteLine {
  return {
    path,
    status: 'refused',
    versionId: null,
    lawCode: null,
    title: '',
    versionDate: null,
    articles: 0,
    remarks: [],
    error,
  };
}
