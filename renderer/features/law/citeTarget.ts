import { citedPlace, shortLawTitle } from '#shared/domain/law/lawReading.ts';
import type { CatalogueEntry, StatuteEntry } from '#shared/domain/law/statuteReport.ts';
import { hrefOf } from '../../app/routes.ts';
import { articleKey } from './articleLines.ts';
import type { Statutes } from './statutesStore.ts';

/** A citation as items and findings hold it. `code` is empty where only the words are known. */
export interface Cited {
  readonly code: string;
  readonly cite: string;
  readonly lawVersion: string | null;
}

/** Where a citation leads: to the text it was pinned to where that is held, else to the law's row in the catalogue. */
export interface CiteTarget {
  readonly version: StatuteEntry | null;
  /** Another version is held, though not the one cited. */
  readonly isOtherHeld: boolean;
  readonly article: { readonly number: number; readonly branch: number } | null;
  readonly href: string;
}

/** The parts of a code share its name; the article tells them apart. */
function mayHold({ articles }: CatalogueEntry, article: number | null): boolean {
  if (articles === null || article === null) return true;
  return article >= articles[0] && article <= articles[1];
}

export function targetOf(statutes: Statutes | null, cited: Cited): CiteTarget {
  const { title, article, branch } = citedPlace(cited.cite);
  const entry =
    statutes?.catalogue.find(({ code }) => code === cited.code) ??
    statutes?.catalogue.find((one) => one.citeTitle === title && mayHold(one, article));
  const own = (statutes?.versions ?? [])
    .filter(
      ({ id, title: full, isReadable }) =>
        isReadable && (entry ? entry.versionIds.includes(id) : shortLawTitle(full) === title),
    )
    .sort((a, b) => b.versionDate.localeCompare(a.versionDate));
  const version =
    cited.lawVersion === null
      ? (own.find(({ standing }) => standing === 'in-force') ?? own[0])
      : own.find(({ versionDate }) => versionDate === cited.lawVersion);
  const place = article === null ? null : { number: article, branch };
  return {
    version: version ?? null,
    isOtherHeld: version === undefined && own.length > 0,
    article: place,
    href: version
      ? hrefOf({
          page: 'statute',
          versionId: version.id,
          article: place === null ? null : articleKey(place),
        })
      : hrefOf({ page: 'statutes', law: entry?.code ?? null }),
  };
}
