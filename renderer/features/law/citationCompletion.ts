import type { PinnedCitation } from '#shared/domain/review/assessment.ts';
import { abbreviates, mayCite, spelledOut, splitTyped } from '#shared/domain/law/lawReading.ts';
import type { ParsedCitation } from '#shared/domain/law/statuteReport.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { client } from '../../client/client.ts';
import { lawRows, type LawRow } from './catalogueRows.ts';
import { citeOf } from './citeNames.ts';
import { pinned } from './pinning.ts';
import { useReadings, wantReading } from './readings.ts';
import type { Statutes } from './statutesStore.ts';

/** One line of the completion. */
export type Completion =
  | {
      readonly kind: 'cite';
      readonly id: string;
      readonly label: string;
      /** The article's words, or how far it was checked. */
      readonly note: string;
      readonly pin: PinnedCitation;
    }
  /** Writes the law's name, so that the article can follow. */
  | { readonly kind: 'law'; readonly id: string; readonly label: string; readonly fill: string }
  /** Says why nothing can be cited. */
  | { readonly kind: 'note'; readonly id: string; readonly label: string };

const mostLaws = 8;
const mostArticles = 8;
const snippetLength = 60;

/** What may be meant by what was typed: the citation itself, articles that begin with the number, laws that bear the name. */
export async function completions(
  typed: string,
  statutes: Statutes,
  text: Messages,
): Promise<readonly Completion[]> {
  const asked = typed.trim();
  if (asked === '') return [];
  const { law, article } = splitTyped(asked);
  const laws = lawsNamed(law, statutes);
  const parsed = await parse(law, article, asked, laws[0] ?? null);
  const cites = parsed.flatMap((citation) => citeCompletion(citation, text));
  const exact = lawOf(parsed, laws, law);
  const articles = exact === null ? [] : await articlesOf(exact, article, cites);
  const offered = [...cites, ...articles];
  if (offered.some(({ kind }) => kind === 'cite')) return offered;
  const named = laws
    .filter((row, at) => laws.findIndex((one) => one.citeTitle === row.citeTitle) === at)
    .slice(0, mostLaws)
    .map((row) => nameCompletion(row, text));
  return [...offered, ...named, ...unverified(asked, parsed, named, text)];
}

/** A law whose article is still to come; a standard, which is cited whole. */
function nameCompletion({ id, citeTitle, entry }: LawRow, { law }: Messages): Completion {
  if (/^[A-Z]{2}/u.test(citeTitle)) {
    const pin = {
      code: entry?.code ?? '',
      cite: citeTitle,
      lawVersion: null,
      verified: false,
    };
    return { kind: 'cite', id: `cite/${citeTitle}`, label: citeTitle, note: '', pin };
  }
  const cite = citeOf(citeTitle, '');
  return { kind: 'law', id: `law/${id}`, label: law.field.law(cite), fill: cite };
}

function lawsNamed(law: string, statutes: Statutes): readonly LawRow[] {
  if (law === '') return [];
  const plain = law.replaceAll(/[《》]/gu, '');
  const starts = (row: LawRow): boolean => row.citeTitle.startsWith(plain);
  return lawRows(statutes)
    .filter((row) => abbreviates(plain, row.citeTitle) || abbreviates(plain, row.title))
    .sort(
      (a, b) =>
        Number(b.citeTitle === plain) - Number(a.citeTitle === plain) ||
        Number(starts(b)) - Number(starts(a)) ||
        a.citeTitle.length - b.citeTitle.length ||
        b.citedByItems - a.citedByItems,
    );
}

/** Reads it as a citation; where the law's name is only a beginning, as one of the likeliest law. */
async function parse(
  law: string,
  article: number | null,
  asked: string,
  likeliest: LawRow | null,
): Promise<readonly ParsedCitation[]> {
  const text = article === null ? asked : spelledOut(law, article);
  const parsed = await client('citation.parse', { text });
  const isKnown = parsed.some(({ kind }) => kind !== 'unknown-law');
  if (isKnown || likeliest === null || article === null) return parsed;
  return client('citation.parse', { text: spelledOut(citeOf(likeliest.citeTitle, ''), article) });
}

function citeCompletion(citation: ParsedCitation, { law }: Messages): readonly Completion[] {
  const words = law.field;
  const { kind, cite, quote, candidates, against, text } = citation;
  const id = `cite/${cite ?? quote}`;
  switch (kind) {
    case 'resolved': {
      const pin = pinned(citation);
      if (pin === null || citation.article === null) return [];
      const note = against === 'text' ? snippet(text ?? '') : words.byRange;
      return [{ kind: 'cite', id, label: pin.cite, note, pin }];
    }
    case 'nonexistent':
      return [{ kind: 'note', id, label: words.nonexistent(cite ?? quote) }];
    case 'repealed':
    case 'not-issued':
      return [{ kind: 'note', id, label: words[kind](citation.law) }];
    case 'ambiguous':
      return candidates.map((title) => ({
        kind: 'law',
        id: `law/${title}`,
        label: words.law(citeOf(title, '')),
        fill: citeOf(title, ''),
      }));
    case 'unknown-law':
      return [];
    default:
      return kind satisfies never;
  }
}

/** The law that is meant for certain: the one the citation names, or the only one that bears the name. */
function lawOf(
  parsed: readonly ParsedCitation[],
  laws: readonly LawRow[],
  law: string,
): LawRow | null {
  const code = parsed.find((citation) => citation.lawCode !== null)?.lawCode;
  const plain = law.replaceAll(/[《》]/gu, '');
  const named = laws.filter((row) => row.citeTitle === plain || row.title === plain);
  return laws.find((row) => row.id === code) ?? (named.length === 1 ? (named[0] ?? null) : null);
}

/** Articles of the held text in force whose number begins with the digits typed. */
async function articlesOf(
  row: LawRow,
  article: number | null,
  cites: readonly Completion[],
): Promise<readonly Completion[]> {
  const version = row.versions.find(({ standing }) => standing === 'in-force') ?? row.versions[0];
  if (!version?.isReadable) return [];
  await wantReading(version.id);
  const reading = useReadings.getState().readings[version.id]?.value;
  const begins = (number: number): boolean =>
    article === null || String(number).startsWith(String(article));
  return (reading?.articles ?? [])
    .filter(({ number }) => begins(number))
    .slice(0, mostArticles + 1)
    .map((one): Completion => {
      const cite = citeOf(row.citeTitle, one.label);
      const pin = {
        code: row.entry?.code ?? '',
        cite,
        lawVersion: version.versionDate,
        verified: true,
      };
      return { kind: 'cite', id: `cite/${cite}`, label: cite, note: snippet(one.text), pin };
    })
    .filter((one) => cites.every(({ id }) => id !== one.id))
    .slice(0, mostArticles);
}

/** A law that nobody knows can still be cited as it is written, and says so. */
function unverified(
  asked: string,
  parsed: readonly ParsedCitation[],
  named: readonly Completion[],
  { law }: Messages,
): readonly Completion[] {
  const isUnknown = parsed.some(({ kind }) => kind === 'unknown-law');
  if (isUnknown || (parsed.length === 0 && named.length === 0 && mayCite(asked))) {
    const label = law.field.unverified(asked);
    const pin = { code: '', cite: asked, lawVersion: null, verified: false };
    return [{ kind: 'cite', id: 'unverified', label, note: '', pin }];
  }
  return named.length > 0 || parsed.length > 0
    ? []
    : [{ kind: 'note', id: 'nothing', label: law.field.nothing }];
}

function snippet(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length > snippetLength ? `${line.slice(0, snippetLength)}…` : line;
}
