import { AppError } from '#shared/contract/errors.ts';
import type { CitationContext } from '#shared/domain/law/citationContext.ts';
import { versionOf } from '#shared/domain/law/citation.ts';
import { type KnownTitle, LawNames, type NamedLaw } from '#shared/domain/law/lawNames.ts';
import { parseStatute } from '#shared/domain/law/parseStatute.ts';
import { titleKey } from '#shared/domain/law/statuteIdentity.ts';
import { linesOfExtraction } from '#shared/domain/law/statuteLines.ts';
import type { StatuteEntry } from '#shared/domain/law/statuteReport.ts';
import {
  byVersionDate,
  type HeldVersion,
  startsOn,
  type StatuteStanding,
  type StatuteVersion,
} from '#shared/domain/law/statuteVersion.ts';
import type { Desk } from '../desk.ts';
import { sniff } from '../intake/sniff.ts';
import type { Library } from '../library/library.ts';
import type { Session } from '../session.ts';
import { localDay } from './localDay.ts';

/** Versions of the same law as one of them, oldest first. */
export function versionsOfLaw(
  versions: readonly StatuteVersion[],
  law: Pick<StatuteVersion, 'lawCode' | 'title'>,
): StatuteVersion[] {
  return byVersionDate(
    versions.filter((one) =>
      law.lawCode === null
        ? one.lawCode === null && titleKey(one.title) === titleKey(law.title)
        : one.lawCode === law.lawCode,
    ),
  );
}

/** Every imported version with its standing on the desk's day. */
export function statuteEntries(desk: Desk): StatuteEntry[] {
  const session = desk.session();
  const versions = session.statutes.versions();
  const day = localDay(desk.ports.nowMs());
  return versions.map((one) => entryOf(desk.library, session, versions, one, day));
}

/** Errors: `not-found`. */
export function requireStatute(desk: Desk, versionId: string): StatuteEntry {
  const found = statuteEntries(desk).find((one) => one.id === versionId);
  if (!found) throw new AppError('not-found', { kind: 'statute', id: versionId });
  return found;
}

function entryOf(
  library: Library,
  session: Session,
  versions: readonly StatuteVersion[],
  version: StatuteVersion,
  day: string,
): StatuteEntry {
  const next = nextStart(library, versionsOfLaw(versions, version), version);
  const effectiveTo = version.effectiveTo ?? (next === null ? null : dayBefore(next));
  return {
    ...version,
    effectiveTo,
    standing: standingOf(library, version, effectiveTo, day),
    hasParagraphs: hasParagraphs(version),
    isReadable: session.statutes.body(version.sha256) !== null,
  };
}

function hasParagraphs(version: StatuteVersion): boolean {
  return version.remarks.every((remark) => remark.code !== 'paragraphs-unreliable');
}

/** Day on which the next version takes effect, as held texts and the catalogue tell. */
function nextStart(
  library: Library,
  own: readonly StatuteVersion[],
  version: StatuteVersion,
): string | null {
  const later = own.filter((one) => one.versionDate > version.versionDate).map(startsOn);
  const instrument =
    version.lawCode === null ? undefined : library.instruments.get(version.lawCode);
  const current = instrument ? versionOf(instrument) : null;
  if (instrument && current !== null && current > version.versionDate)
    later.push(instrument.amendmentEffective ?? instrument.effective ?? current);
  return later.sort()[0] ?? null;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function standingOf(
  library: Library,
  version: StatuteVersion,
  effectiveTo: string | null,
  day: string,
): StatuteStanding {
  const instrument =
    version.lawCode === null ? undefined : library.instruments.get(version.lawCode);
  if (instrument?.status === 'repealed') return 'repealed';
  if (effectiveTo !== null && effectiveTo < day) return 'superseded';
  return startsOn(version) > day ? 'upcoming' : 'in-force';
}

const namesOfLibrary = new WeakMap<Library, { readonly key: string; readonly names: LawNames }>();

/** What citations are resolved against. Without an open workspace that is the catalogue alone. */
export function citationContext(desk: Desk, day = localDay(desk.ports.nowMs())): CitationContext {
  const { library } = desk;
  const held = heldTexts(desk);
  return {
    names: lawNames(library, held),
    instruments: library.instruments,
    renumbering: library.renumbering,
    held,
    day,
  };
}

function heldTexts(desk: Desk): HeldVersion[] {
  if (!desk.hasSession()) return [];
  const { statutes } = desk.session();
  return statutes.versions().flatMap((version) => {
    const body = statutes.body(version.sha256);
    return body
      ? [{ version, hasParagraphs: hasParagraphs(version), articles: body.articles }]
      : [];
  });
}

/** Names of the catalogue, of national laws, and of imported laws that neither knows. Made anew only when those change. */
function lawNames(library: Library, held: readonly HeldVersion[]): LawNames {
  const others = held
    .filter(({ version }) => version.lawCode === null)
    .map(({ version }) => version.title);
  const key = others.join('\n');
  const known = namesOfLibrary.get(library);
  if (known?.key === key) return known.names;
  const titles: KnownTitle[] = others.map((title) => ({
    title,
    articles: null,
    repealedOn: null,
    replacedBy: null,
  }));
  const names = new LawNames(
    [...library.instruments.values()],
    [...library.nationalLaws, ...titles],
  );
  namesOfLibrary.set(library, { key, names });
  return names;
}

/** A law by its code or any of its names. Errors: `law-unknown`, `law-ambiguous`. */
export function requireLaw(context: CitationContext, name: string): NamedLaw {
  const byCode = context.instruments.get(name.toUpperCase());
  const laws = byCode ? context.names.named(byCode.title) : context.names.named(name);
  const [only] = laws;
  if (!only) throw new AppError('law-unknown', { law: name });
  if (laws.length > 1) {
    const whole = laws.find((one) => one.code === null);
    if (whole) return whole;
    throw new AppError('law-ambiguous', {
      law: name,
      candidates: laws.map((one) => one.title).join('、'),
    });
  }
  return only;
}

/**
 * Reads the articles of versions whose file is here and whose articles are not: after a hand-off, or a better parser. A file
 * that can no longer be read leaves its version unreadable, which the lists say.
 */
export async function readMissingStatutes(desk: Desk): Promise<void> {
  const session = desk.session();
  const missing = session.statutes
    .versions()
    .filter(({ sha256 }) => session.statutes.body(sha256) === null);
  for (const version of missing) {
    const bytes = session.contents.get(version.sha256);
    if (!bytes) continue;
    try {
      const { kind } = sniff(bytes, version.fileName);
      const parsed = parseStatute(linesOfExtraction(await desk.extractor.extract(bytes, kind)));
      const { divisions, articles, appendix } = parsed;
      if (desk.hasSession())
        session.statutes.putBody(version.sha256, { divisions, articles, appendix });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}
