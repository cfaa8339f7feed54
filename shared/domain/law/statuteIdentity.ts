import { versionOf } from './citation.ts';
import { fold } from '../text/fold.ts';
import type { Instrument } from '../library/libraryFile.ts';
import { eventsOf } from './statuteNotes.ts';
import {
  articleText,
  type ParsedStatute,
  type StatuteEvent,
  type StatuteRemark,
} from './statuteText.ts';

/** Which law, in which version, a file holds. */
export interface StatuteIdentity {
  readonly instrument: Instrument | null;
  readonly title: string;
  /** Day (ISO) by which the national database names the version: its amendment, else its promulgation or adoption. */
  readonly versionDate: string;
  readonly effectiveFrom: string | null;
  /** Articles the catalogue knows of this very version. */
  readonly range: readonly [number, number] | null;
  readonly remarks: readonly StatuteRemark[];
}

/** What is known of earlier versions: from the renumbering map. */
export interface KnownVersion {
  readonly code: string;
  readonly version: string;
  readonly effective: string;
  readonly articles: number;
}

export type IdentityFault = 'statute-no-title' | 'statute-no-date';

/** What a file's name tells: `题名_20251028.docx`, `01_题名(2025修正).md`. */
export function fileNameParts(fileName: string): {
  readonly title: string;
  readonly day: string | null;
  readonly year: string | null;
} {
  const stem = fileName.replace(/\.[a-z0-9]{1,5}$/iu, '');
  const stamp = /[_-]?((?:19|20)\d{2})[-.]?(\d{2})[-.]?(\d{2})(?=[)）]?$)/u.exec(stem);
  const day = stamp ? realDay(`${stamp[1] ?? ''}-${stamp[2] ?? ''}-${stamp[3] ?? ''}`) : null;
  const year = /[(（]((?:19|20)\d{2})年?(?:修正|修订|公布)?[)）]/u.exec(stem)?.[1] ?? null;
  const title = stem
    .replace(stamp && day !== null ? stamp[0] : /$^/u, '')
    .replace(/[(（](?:19|20)\d{2}[^()（）]*[)）]/gu, '')
    .replace(/^\d{1,3}[a-z]?[_、.\s-]+/iu, '')
    .replace(/[(（]$/u, '');
  return { title, day, year };
}

function realDay(day: string): string | null {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}

/** A title as it is compared: folded, without brackets, separators and 中华人民共和国. */
export function titleKey(title: string): string {
  return fold(title)
    .text.replace(/[()_\-·\s《》<>〈〉]/gu, '')
    .replace(/^中华人民共和国/u, '');
}

/** The instrument of the catalogue that bears a title; an alias that several share names none. */
export function instrumentTitled(
  instruments: readonly Instrument[],
  title: string,
): Instrument | null {
  const key = titleKey(title);
  if (key === '') return null;
  const exact = instruments.filter((one) => titleKey(one.title) === key);
  const aliased = instruments.filter((one) =>
    [one.citeTitle, one.shortTitle, ...one.aliases].some((name) => titleKey(name) === key),
  );
  return exact[0] ?? (aliased.length === 1 ? (aliased[0] ?? null) : null);
}

/**
 * Tells which law and version a parsed file is, from its title, its note (题注), its name and the catalogue; remarks say
 * what was assumed. A fault where it has no title or nothing gives its version a day.
 */
export function identifyStatute(
  statute: ParsedStatute,
  fileName: string,
  instruments: readonly Instrument[],
  known: readonly KnownVersion[],
): StatuteIdentity | IdentityFault {
  const name = fileNameParts(fileName);
  const title = statute.title === '' ? name.title : statute.title;
  // A part of a code has no title of its own, so only the catalogue can vouch for the file's name.
  const instrument = instrumentTitled(instruments, title);
  if (title === '' || (statute.title === '' && !instrument)) return 'statute-no-title';
  const dated = dateOf(statute, name, instrument);
  if (!dated) return 'statute-no-date';
  const remarks = [...statute.remarks, ...dated.remarks];
  if (!instrument) remarks.push(remark('not-in-catalogue', title));
  else remarks.push(...ageRemarks(instrument, dated.day));
  if (instrument && /编[)）]$/u.test(instrument.title))
    remarks.push(remark('part-of-code', instrument.title));
  const earlier = known.find((one) => one.code === instrument?.code && one.version === dated.day);
  const effective = effectiveOf(statute, instrument, earlier ?? null, dated.day);
  return {
    instrument,
    title: instrument?.title ?? title,
    versionDate: dated.day,
    effectiveFrom: effective.day,
    range: rangeOf(instrument, earlier ?? null, dated.day),
    remarks: [...remarks, ...effective.remarks],
  };
}

function remark(code: StatuteRemark['code'], detail = ''): StatuteRemark {
  return { code, line: null, detail };
}

interface Dated {
  readonly day: string;
  readonly remarks: readonly StatuteRemark[];
}

function dateOf(
  statute: ParsedStatute,
  name: ReturnType<typeof fileNameParts>,
  instrument: Instrument | null,
): Dated | null {
  const current = instrument ? versionOf(instrument) : null;
  const noted = newestVersionDay(statute.events);
  const isFirstOfCurrent =
    noted !== null &&
    instrument?.latestAmendment === null &&
    [instrument.adopted, instrument.promulgated].includes(noted);
  const byNote = isFirstOfCurrent ? current : noted;
  if (name.day !== null) {
    const differs = byNote !== null && byNote !== name.day;
    return { day: name.day, remarks: differs ? [remark('version-by-name', byNote)] : [] };
  }
  const isNamedCurrent = current !== null && name.year !== null && current.startsWith(name.year);
  if (isNamedCurrent && byNote !== current)
    return {
      day: current,
      remarks: [remark(byNote === null ? 'version-assumed' : 'version-by-name', byNote ?? current)],
    };
  if (byNote !== null) return { day: byNote, remarks: [] };
  return current === null ? null : { day: current, remarks: [remark('version-assumed', current)] };
}

/** The newest change, else the promulgation, else the adoption that a note names. */
function newestVersionDay(events: readonly StatuteEvent[]): string | null {
  const newest = (kinds: readonly StatuteEvent['kind'][]): string | null =>
    events
      .filter((one) => kinds.includes(one.kind))
      .map((one) => one.day)
      .sort()
      .at(-1) ?? null;
  return (
    newest(['amended', 'revised']) ?? newest(['promulgated']) ?? newest(['adopted', 'approved'])
  );
}

function ageRemarks(instrument: Instrument, day: string): StatuteRemark[] {
  const current = versionOf(instrument);
  if (current === null || current === day) return [];
  return [remark(day > current ? 'newer-than-catalogue' : 'older-than-catalogue', current)];
}

function rangeOf(
  instrument: Instrument | null,
  earlier: KnownVersion | null,
  day: string,
): readonly [number, number] | null {
  if (earlier) return [1, earlier.articles];
  if (!instrument?.articles) return null;
  return versionOf(instrument) === day ? instrument.articles : [instrument.articles[0], 0];
}

/**
 * The day a version takes effect. An amendment's own day is apart from what the last article says, which stays that of
 * the first version; a 修订 restates it.
 */
function effectiveOf(
  statute: ParsedStatute,
  instrument: Instrument | null,
  earlier: KnownVersion | null,
  day: string,
): { readonly day: string | null; readonly remarks: readonly StatuteRemark[] } {
  const last = statute.articles.at(-1);
  const stated = last
    ? (eventsOf(articleText(last)).find((one) => one.kind === 'effective')?.day ?? null)
    : null;
  const noted =
    statute.events
      .filter((one) => one.kind === 'effective')
      .map((one) => one.day)
      .sort()
      .at(-1) ?? null;
  const isCurrent = instrument !== null && versionOf(instrument) === day;
  const catalogued = isCurrent
    ? instrument.latestAmendment === null
      ? instrument.effective
      : (instrument.amendmentEffective ?? null)
    : null;
  const isPlausible = (one: string | null): one is string => one !== null && one >= day;
  const found = earlier?.effective ?? catalogued ?? [noted, stated].find(isPlausible) ?? null;
  const remarks: StatuteRemark[] = [];
  if (found === null) remarks.push(remark('effective-unknown'));
  if (found !== null && stated !== null && stated !== found)
    remarks.push(remark('effective-differs', stated));
  return { day: found, remarks };
}
