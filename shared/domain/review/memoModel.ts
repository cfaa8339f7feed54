import { memoDocumentZh } from '../../i18n/messages/memoDocument.ts';
import type { Assessment, Evidence, Finding } from './assessment.ts';
import type { Checklist, ChecklistItem, Trait, TraitAnswers } from '../library/checklistItem.ts';
import type { DocumentVersion, ProjectDocument } from './document.ts';
import type { MemoModel, MemoQuote } from './memo.ts';
import type { Project } from './project.ts';
import type { ExtractWarning } from '../text/text.ts';
import { unreadCodes, type UnreadCode } from '../text/unread.ts';
import { Severity, Verdict } from './verdict.ts';

/** One item in view of the project: its content, whether it applies, what was decided, and the quotes linked to it. */
export interface MemoSourceItem {
  readonly item: ChecklistItem;
  readonly applies: 'yes' | 'undetermined';
  /** Null while the item has no record yet, which counts as unreviewed. */
  readonly assessment: Assessment | null;
  /** It was answered on another wording than the project reads now, so that it counts as unreviewed. */
  readonly isReopened?: boolean;
  /** All evidence of the item, including what is linked to its findings. */
  readonly evidence: readonly Evidence[];
}

/** An item that the memo does not list, with what findings against it need. */
export interface ElsewhereItem {
  readonly item: ChecklistItem;
  readonly standing: 'not-applicable' | 'archived';
  readonly evidence: readonly Evidence[];
}

/** Everything a memo is made of, already loaded. Items stand in library order and leave out those that do not apply. */
export interface MemoSource {
  readonly project: Pick<Project, 'name' | 'client' | 'type' | 'due' | 'round'>;
  readonly traits: readonly Trait[];
  readonly answers: TraitAnswers;
  readonly documents: readonly ProjectDocument[];
  /** Labels by document type code, from the library. */
  readonly docTypes: Readonly<Record<string, string>>;
  /** The checklists whose items appear, in library order. */
  readonly checklists: readonly Checklist[];
  readonly items: readonly MemoSourceItem[];
  /** Items of findings that are not among `items`: ruled out since, or in no list of the project any more. */
  readonly elsewhere?: readonly ElsewhereItem[];
  /** Titles of lists of the project that cannot be read at this desk. */
  readonly listsNotHere?: readonly string[];
  /** Findings of the project in any state; only the open ones are written. */
  readonly findings: readonly Finding[];
  /** Known instruments in the order in which the memo lists them (rank of law first); unknown codes follow. */
  readonly instruments: readonly { readonly code: string; readonly title: string }[];
  readonly reviewer: string;
  /** Calendar day, YYYY-MM-DD. */
  readonly date: string;
  readonly isDraft: boolean;
  readonly number: string | null;
  /** Name of the law firm and the lawyer's own conclusion; a line to fill in stands where they are left out. */
  readonly firm?: string;
  readonly conclusion?: string;
  /** Calendar day up to which amendments of the law were looked for; the oldest review day of the checklists without it. */
  readonly lawCheckedOn?: string;
  /** Findings whose citations do not stand on the memo's day. */
  readonly citationFaults?: readonly {
    readonly findingId: string;
    readonly fault: 'unresolved' | 'outdated';
  }[];
}

/**
 * The content of a memo, free of layout: open findings by severity, then in library order; items in library order, those
 * whose application is undetermined only once they were decided.
 */
export function buildMemoModel(source: MemoSource): MemoModel {
  const written = source.items.filter(isWritten);
  const findings = openFindings(source.findings);
  const checklistTitles = new Map(source.checklists.map((c) => [c.id, c.titleZh]));
  return {
    number: source.number,
    isDraft: source.isDraft,
    date: source.date,
    project: { ...pickProject(source.project) },
    reviewer: source.reviewer,
    ...(source.firm === undefined ? {} : { firm: source.firm }),
    ...(source.conclusion === undefined ? {} : { conclusion: source.conclusion }),
    ...lawCheckedOn(source),
    traits: answersByKind(source.traits, source.answers),
    documents: source.documents.flatMap((d) => memoDocuments(d, source)),
    checklists: source.checklists.map((c) => ({
      title: c.titleZh,
      version: c.version,
      hash: c.hash,
    })),
    instruments: citedInstruments(source, written, findings),
    counts: countVerdicts(written),
    undetermined: source.items.length - written.length,
    items: written.map((entry) => ({
      number: entry.item.number,
      checklistTitle: checklistTitles.get(entry.item.checklist) ?? '',
      title: entry.item.title,
      question: entry.item.question,
      verdict: verdictOf(entry),
      note: entry.assessment?.note ?? '',
      needsConfirmation: entry.item.needsConfirmation,
      quotes: entry.evidence.map(memoQuote),
    })),
    findings: memoFindings(source, findings),
  };
}

/** The verdict of an item, `unreviewed` while it has no record. */
export function verdictOf(entry: MemoSourceItem): Verdict {
  return entry.assessment?.verdict ?? 'unreviewed';
}

/** Findings that a memo states: neither resolved nor withdrawn. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.status === 'open');
}

/**
 * The quotes that prove a finding: those linked to it, or, where none is, those of its item that are linked to no finding.
 */
export function evidenceOf(
  finding: Finding,
  entry: Pick<MemoSourceItem, 'evidence'> | undefined,
): readonly Evidence[] {
  const evidence = entry?.evidence ?? [];
  const own = evidence.filter((e) => e.findingId === finding.id);
  return own.length > 0 ? own : evidence.filter((e) => e.findingId === null);
}

/** Places of a version that gave no usable text, in words (第3页（无文字层）). */
export function unreadableParts(warnings: readonly ExtractWarning[]): string[] {
  return warnings.flatMap((warning) => {
    const code = unreadCodes.find((c) => c === warning.code);
    return code === undefined ? [] : placesInWords(code, warning);
  });
}

/** Whose places are paths inside the file, which tell a reader of the memo nothing: only counted. */
const countedOnly: readonly UnreadCode[] = [
  'images-unread',
  'parts-unread',
  'undecodable-text',
  'embedded-files',
];

function placesInWords(code: UnreadCode, warning: ExtractWarning): string[] {
  const words = memoDocumentZh.unreadable;
  if (countedOnly.includes(code)) return [words.counted(warning.count, words.reasons[code])];
  const places = warning.where.map((where) =>
    words.place(/^\d+$/.test(where) ? words.page(Number(where)) : where, words.reasons[code]),
  );
  const rest = warning.count - warning.where.length;
  if (rest <= 0) return places;
  // Pages that are not in the file have no place to name.
  if (code === 'pages-missing') return [...places, words.missing(rest)];
  return [...places, words.more(rest, words.reasons[code])];
}

function isWritten(entry: MemoSourceItem): boolean {
  return entry.applies === 'yes' || verdictOf(entry) !== 'unreviewed';
}

function pickProject(project: MemoSource['project']): MemoModel['project'] {
  const { name, client, type, due, round } = project;
  return { name, client, type, due, round };
}

function lawCheckedOn(source: MemoSource): { lawCheckedOn?: string } {
  const [oldest] = source.checklists.map((checklist) => checklist.reviewedOn).sort();
  const day = source.lawCheckedOn ?? oldest;
  return day === undefined ? {} : { lawCheckedOn: day };
}

function answersByKind(traits: readonly Trait[], answers: TraitAnswers): MemoModel['traits'] {
  const labels = (wanted: boolean | undefined): string[] =>
    traits.filter((trait) => answers[trait.id] === wanted).map((trait) => trait.labelZh);
  return { yes: labels(true), no: labels(false), unknown: labels(undefined) };
}

/** The newest version of a document, and before it each older one that a quote still points to. */
function memoDocuments(document: ProjectDocument, source: MemoSource): MemoModel['documents'] {
  const quoted = new Set(
    [...source.items, ...(source.elsewhere ?? [])].flatMap((entry) =>
      entry.evidence.map((e) => e.anchor.versionId),
    ),
  );
  const versions = [...document.versions].sort((a, b) => a.number - b.number);
  return versions
    .filter((version, i) => i === versions.length - 1 || quoted.has(version.id))
    .map((version) => memoDocument(document, version, source.docTypes));
}

function memoDocument(
  document: ProjectDocument,
  version: DocumentVersion,
  docTypes: MemoSource['docTypes'],
): MemoModel['documents'][number] {
  return {
    title: document.title,
    type: document.type === null ? null : (docTypes[document.type] ?? document.type),
    versionNumber: version.number,
    fileName: version.fileName,
    pages: version.pages,
    sha256: version.sha256,
    unreadable: unreadableParts(version.warnings),
  };
}

function countVerdicts(entries: readonly MemoSourceItem[]): MemoModel['counts'] {
  const count = (verdict: Verdict): number =>
    entries.filter((entry) => verdictOf(entry) === verdict).length;
  return {
    unreviewed: count('unreviewed'),
    met: count('met'),
    partial: count('partial'),
    'not-met': count('not-met'),
    'not-applicable': count('not-applicable'),
    'needs-material': count('needs-material'),
  };
}

function memoFindings(
  source: Pick<MemoSource, 'items' | 'elsewhere'>,
  findings: readonly Finding[],
): MemoModel['findings'] {
  const entries = [...source.items, ...(source.elsewhere ?? [])];
  const order = new Map(entries.map((entry, i) => [entry.item.id, i]));
  const rank = (finding: Finding): readonly [number, number] => [
    Severity.options.indexOf(finding.severity),
    order.get(finding.itemId) ?? entries.length,
  ];
  const sorted = [...findings].sort((a, b) => {
    const [severityA, placeA] = rank(a);
    const [severityB, placeB] = rank(b);
    return severityA - severityB || placeA - placeB || compareNumbers(a.number, b.number);
  });
  return sorted.map((finding) => memoFinding(finding, entries[order.get(finding.itemId) ?? -1]));
}

function memoFinding(
  finding: Finding,
  entry: MemoSourceItem | ElsewhereItem | undefined,
): MemoModel['findings'][number] {
  return {
    number: finding.number,
    itemNumber: entry?.item.number ?? '',
    itemTitle: entry?.item.title ?? finding.itemId,
    ...(entry && 'standing' in entry ? { itemStanding: entry.standing } : {}),
    severity: finding.severity,
    nature: entry?.item.nature ?? 'policyOrUnverified',
    needsConfirmation: isUnconfirmed(finding, entry),
    confirmationNote: entry?.item.confirmationNote ?? null,
    problem: finding.problem,
    citations: [...finding.citations],
    quotes: evidenceOf(finding, entry).map(memoQuote),
    recommendation: finding.recommendation,
    clause: finding.clause,
  };
}

/**
 * Whether a finding may not be worded as a violation of law: its item waits for confirmation, or none of its citations was
 * checked against a held text.
 */
export function isUnconfirmed(
  finding: Pick<Finding, 'citations'>,
  entry: Pick<MemoSourceItem, 'item'> | undefined,
): boolean {
  return (
    entry?.item.needsConfirmation === true ||
    finding.citations.every((citation) => !citation.verified)
  );
}

function memoQuote(evidence: Evidence): MemoQuote {
  return {
    quote: evidence.anchor.quote,
    stance: evidence.stance,
    documentTitle: evidence.documentTitle,
    versionNumber: evidence.versionNumber,
    ...(evidence.isDocumentRemoved ? { isDocumentRemoved: true } : {}),
    ...(evidence.recognition === undefined ? {} : { isRecognised: true }),
    place: evidence.anchor.place,
  };
}

/** Instruments of the open findings and of the items that were decided; an item that does not apply cites nothing. */
function citedInstruments(
  source: MemoSource,
  written: readonly MemoSourceItem[],
  findings: readonly Finding[],
): MemoModel['instruments'] {
  const decided = written.filter(
    (entry) => !['unreviewed', 'not-applicable'].includes(verdictOf(entry)),
  );
  const known = new Map(
    source.instruments.map((instrument) => [instrument.code, instrument.title]),
  );
  const titles = new Map(source.items.flatMap((e) => e.item.basis.map((b) => [b.code, b.law])));
  const cited = [
    ...findings.flatMap((finding) => finding.citations),
    ...decided.flatMap((entry) => entry.item.basis),
  ];
  const byVersion = new Map<string, MemoModel['instruments'][number] & { code: string }>();
  for (const { code, cite, lawVersion, verified } of cited) {
    const key = `${code}\n${lawVersion ?? ''}`;
    const before = byVersion.get(key);
    byVersion.set(key, {
      code,
      title: known.get(code) ?? titles.get(code) ?? cite,
      lawVersion,
      verified: verified || before?.verified === true,
    });
  }
  const order = [...known.keys()];
  const place = (code: string): number => (known.has(code) ? order.indexOf(code) : order.length);
  return [...byVersion.values()]
    .sort((a, b) => place(a.code) - place(b.code) || compareNumbers(a.code, b.code))
    .map(({ title, lawVersion, verified }) => ({ title, lawVersion, verified }));
}

function compareNumbers(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
