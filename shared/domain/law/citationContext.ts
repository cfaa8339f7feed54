import { versionOf } from './citation.ts';
import type { LawNames } from './lawNames.ts';
import type { ArticleMove, Instrument, RenumberingFile } from '../library/libraryFile.ts';
import { titleKey } from './statuteIdentity.ts';
import { byVersionDate, type HeldVersion, inForceOn, startsOn } from './statuteVersion.ts';

/** What citations are resolved against: names, the catalogue, what moved between versions, and the texts that are held. */
export interface CitationContext {
  readonly names: LawNames;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly renumbering: Pick<RenumberingFile, 'laws' | 'partialMoves' | 'obsoleteReferences'>;
  readonly held: readonly HeldVersion[];
  /** Day (ISO) on which citations must be right. */
  readonly day: string;
}

/** Where the articles of an older version went, by catalogue code; `isWhole` when every article is listed. */
export interface KnownMoves {
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly effective: string;
  readonly isWhole: boolean;
  readonly moves: readonly ArticleMove[];
}

/** The moves that led to the version in force on the context's day; null where none are known. */
export function knownMoves(context: CitationContext, code: string | null): KnownMoves | null {
  if (code === null) return null;
  const whole = context.renumbering.laws.find((one) => one.code === code);
  if (whole && whole.to.effective <= context.day) {
    const { from, to, articles } = whole;
    return {
      fromVersion: from.version,
      toVersion: to.version,
      effective: to.effective,
      isWhole: true,
      moves: articles,
    };
  }
  const partial = context.renumbering.partialMoves.find((one) => one.code === code);
  if (!partial || partial.effective > context.day) return null;
  return { ...partial, isWhole: false };
}

/** Held versions of a law: of the instrument itself, or of the whole code of which it is a part. */
export function heldVersions(
  context: CitationContext,
  law: { readonly code: string | null; readonly title: string },
): HeldVersion[] {
  const whole = titleKey(law.title.replace(/[（(][^（）()]*编[）)]$/u, ''));
  const own = context.held.filter(({ version }) =>
    law.code === null
      ? titleKey(version.title) === titleKey(law.title)
      : version.lawCode === law.code,
  );
  const found =
    own.length > 0 ? own : context.held.filter(({ version }) => titleKey(version.title) === whole);
  const dates = new Map(found.map((one) => [one.version.versionDate, one]));
  return byVersionDate([...dates.values()].map((one) => ({ ...one.version, whole: one }))).map(
    (one) => one.whole,
  );
}

/** The held text that is in force on the context's day, and the one before it. */
export function heldOn(versions: readonly HeldVersion[], day: string): HeldVersion | null {
  const dated = versions.map((one) => ({ ...one.version, whole: one }));
  return inForceOn(dated, day)?.whole ?? null;
}

/** The version (ISO day) of a law that is in force as far as catalogue and held texts tell. */
export function currentVersion(
  context: CitationContext,
  law: { readonly code: string | null; readonly title: string },
): string | null {
  const held = heldOn(heldVersions(context, law), context.day)?.version ?? null;
  const instrument = law.code === null ? undefined : context.instruments.get(law.code);
  const catalogued = instrument ? catalogueVersionOn(context, instrument) : null;
  if (held === null) return catalogued;
  return catalogued !== null && catalogued > held.versionDate ? catalogued : held.versionDate;
}

/** The catalogue's version, or the one before it where the day lies before its amendment takes effect. */
function catalogueVersionOn(context: CitationContext, instrument: Instrument): string | null {
  const current = versionOf(instrument);
  const law = context.renumbering.laws.find((one) => one.code === instrument.code);
  const effective = instrument.amendmentEffective ?? instrument.effective ?? current;
  if (law && effective !== null && context.day < effective) return law.from.version;
  return current;
}

/** Whether a held version is the one that counts on the context's day. */
export function isCurrent(context: CitationContext, held: HeldVersion): boolean {
  const current = currentVersion(context, {
    code: held.version.lawCode,
    title: held.version.title,
  });
  return held.version.versionDate === current && startsOn(held.version) <= context.day;
}
