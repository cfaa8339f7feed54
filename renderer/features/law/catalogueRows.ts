import { shortLawTitle } from '#shared/domain/law/lawReading.ts';
import type { CatalogueEntry, StatuteEntry } from '#shared/domain/law/statuteReport.ts';
import type { Statutes } from './statutesStore.ts';

export const statuteFilters = ['all', 'needed', 'held', 'outdated'] as const;
export type StatuteFilter = (typeof statuteFilters)[number];

export type Holding = CatalogueEntry['holding'] | 'repealed' | 'not-issued' | 'uncertain';

/** A law as the page lists it: of the catalogue, or imported though no catalogue knows it. */
export interface LawRow {
  /** The catalogue's code, or the id of the newest version of a law that it does not have. */
  readonly id: string;
  readonly title: string;
  readonly citeTitle: string;
  readonly entry: CatalogueEntry | null;
  /** Held versions, newest first. */
  readonly versions: readonly StatuteEntry[];
  readonly citedByItems: number;
}

/** What the page says of a law first: that it is gone, or what of it is held. */
export function holdingOf({ entry }: LawRow): Holding {
  if (entry === null) return 'present';
  if (entry.status === 'repealed' || entry.status === 'not-issued') return entry.status;
  if (entry.status === 'uncertain' && entry.holding === 'missing') return 'uncertain';
  return entry.holding;
}

const newestFirst = (versions: readonly StatuteEntry[]): StatuteEntry[] =>
  [...versions].sort((a, b) => b.versionDate.localeCompare(a.versionDate));

/** Every law, those first that checklists cite and whose text is missing, then by how many items cite them. */
export function lawRows({ catalogue, versions }: Statutes): LawRow[] {
  const known = catalogue.map((entry): LawRow => {
    const own = versions.filter(({ id }) => entry.versionIds.includes(id));
    const { code, title, citeTitle, citedByItems } = entry;
    return { id: code, title, citeTitle, entry, versions: newestFirst(own), citedByItems };
  });
  const listed = new Set(catalogue.flatMap(({ versionIds }) => versionIds));
  const others = Map.groupBy(
    versions.filter(({ id }) => !listed.has(id)),
    ({ title }) => title,
  );
  const unknown = [...others].map(([title, own]): LawRow => {
    const sorted = newestFirst(own);
    const citeTitle = shortLawTitle(title);
    return {
      id: sorted[0]?.id ?? title,
      title,
      citeTitle,
      entry: null,
      versions: sorted,
      citedByItems: 0,
    };
  });
  return [...known, ...unknown].sort(
    (a, b) =>
      Number(isNeeded(b)) - Number(isNeeded(a)) ||
      b.citedByItems - a.citedByItems ||
      a.title.localeCompare(b.title, 'zh-CN'),
  );
}

/** Cited by the checklists, and no current text is held. */
export function isNeeded(row: LawRow): boolean {
  const holding = holdingOf(row);
  return row.citedByItems > 0 && ['missing', 'superseded', 'uncertain'].includes(holding);
}

export function matchesFilter(row: LawRow, filter: StatuteFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'needed':
      return isNeeded(row);
    case 'held':
      return row.versions.length > 0;
    case 'outdated':
      return row.entry?.holding === 'superseded';
    default:
      filter satisfies never;
      return true;
  }
}

/** The name under which the national database gives the file of a law's current version. */
export function officialFileName(row: LawRow): string {
  const day = row.entry?.version?.replaceAll('-', '') ?? 'YYYYMMDD';
  return `${row.title}_${day}.docx`;
}
