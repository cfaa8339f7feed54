import { versionOf } from '#shared/domain/law/citation.ts';
import type { Instrument } from '#shared/domain/library/libraryFile.ts';
import type { StatuteVersion } from '#shared/domain/law/statuteVersion.ts';
import type { Session } from '../session.ts';
import { type KnownLibrary, knownLibrary } from './itemRules.ts';
import type { Library } from './library.ts';

/**
 * The catalogue's instruments as this desk knows them: where a text was imported that is newer than the catalogue, with its
 * version and number of articles, so that a list can cite it before the program has heard of it.
 */
export function instrumentsAt(library: Library, session: Session): Instrument[] {
  const newest = new Map<string, StatuteVersion>();
  for (const version of session.statutes.versions()) {
    const known = version.lawCode === null ? undefined : newest.get(version.lawCode);
    if (version.lawCode !== null && (!known || known.versionDate < version.versionDate))
      newest.set(version.lawCode, version);
  }
  return [...library.instruments.values()].map((one) => {
    const held = newest.get(one.code);
    if (!held || held.versionDate <= (versionOf(one) ?? '')) return one;
    const articles: [number, number] = [1, held.articleCount];
    return { ...one, latestAmendment: held.versionDate, articles, isTextChecked: true };
  });
}

/** What the rules for lists written at this desk may ask. */
export function knownAtDesk(library: Library, session: Session): KnownLibrary {
  const traits = library.traits.map(({ id }) => id);
  return knownLibrary(instrumentsAt(library, session), traits, library.docTypes.keys());
}
