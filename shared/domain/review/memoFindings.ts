import { compareText } from '../text/compareText.ts';
import type { Evidence, Finding } from './assessment.ts';
import type { MemoModel, MemoQuote } from './memo.ts';
import type { ElsewhereItem, MemoSource, MemoSourceItem } from './memoSource.ts';
import { Severity } from './verdict.ts';

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

/** Open findings as the memo states them: by severity, then in the order of their items, then by number. */
export function memoFindings(
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
    return severityA - severityB || placeA - placeB || compareText(a.number, b.number);
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

/** A piece of evidence as the memo quotes it. */
export function memoQuote(evidence: Evidence): MemoQuote {
  return {
    quote: evidence.anchor.quote,
    stance: evidence.stance,
    documentTitle: evidence.documentTitle,
    versionNumber: evidence.versionNumber,
    ...(evidence.isDocumentRemoved ? { isDocumentRemoved: true } : {}),
    ...(evidence.recognition === undefined ? {} : { isRecognised: true }),
    ...(evidence.reading === 'lost' ? { isLost: true } : {}),
    place: evidence.anchor.place,
  };
}
