import { shortLawTitle } from '#shared/domain/law/lawReading.ts';
import type { StatuteEntry } from '#shared/domain/law/statuteReport.ts';
import type { Statutes } from './statutesStore.ts';

/** How a citation names the law of a version, without 《》. */
export function citeTitleOf(statutes: Statutes | null, version: StatuteEntry): string {
  const entry = statutes?.catalogue.find(({ code }) => code === version.lawCode);
  return entry?.citeTitle ?? shortLawTitle(version.title);
}

/** `《网络安全法》第二十三条` */
export function citeOf(citeTitle: string, label: string): string {
  return `《${citeTitle}》${label}`;
}

/** Versions of the same law, newest first. */
export function versionsBeside(
  statutes: Statutes | null,
  version: StatuteEntry,
): readonly StatuteEntry[] {
  const { lawCode, title } = version;
  const own = (statutes?.versions ?? []).filter((one) =>
    lawCode === null ? one.lawCode === null && one.title === title : one.lawCode === lawCode,
  );
  return [...own].sort((a, b) => b.versionDate.localeCompare(a.versionDate));
}
