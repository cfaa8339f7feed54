import type { Evidence, Finding } from './assessment.ts';
import { checksNeedingReason, type MemoCheck } from './memo.ts';
import { unreadableParts } from './memoDocuments.ts';
import { evidenceOf, isUnconfirmed, openFindings } from './memoFindings.ts';
import { verdictOf, type MemoSource, type MemoSourceItem } from './memoSource.ts';

/** What the checks look at; the whole of a MemoSource will do. */
export type MemoChecksSource = Pick<
  MemoSource,
  'documents' | 'items' | 'elsewhere' | 'listsNotHere' | 'findings' | 'citationFaults'
>;

/**
 * What stands between a project and an issued memo, errors first. An error blocks issuing, never a draft: no document, a
 * finding without any basis or with an article that the held text does not have, 不适用 without a reason, and a list whose
 * content is not at this desk. Warnings are to be read and acknowledged. `unreadable-pages` counts places and names no item.
 */
export function memoChecks(source: MemoChecksSource): MemoCheck[] {
  const findings = openFindings(source.findings);
  return [...errors(source, findings), ...warnings(source, findings)].filter((c) => c.count > 0);
}

/**
 * Whether a memo may be issued: no error, every warning read, and a reason given for those that need one. Drafts are
 * always allowed.
 */
export function memoMayIssue(
  checks: readonly MemoCheck[],
  acknowledged: readonly MemoCheck['code'][],
  reasons: Partial<Record<MemoCheck['code'], string>> = {},
): boolean {
  return checks.every((check) => !isInTheWay(check, acknowledged, reasons));
}

/** Whether a check keeps the memo from being issued. */
export function isInTheWay(
  { level, code }: MemoCheck,
  acknowledged: readonly MemoCheck['code'][],
  reasons: Partial<Record<MemoCheck['code'], string>>,
): boolean {
  if (level === 'error' || !acknowledged.includes(code)) return true;
  return checksNeedingReason.includes(code) && (reasons[code] ?? '').trim() === '';
}

function errors(source: MemoChecksSource, findings: readonly Finding[]): MemoCheck[] {
  const withoutCitation = findings.filter((f) => f.citations.length === 0);
  const wrongArticle = findings.filter((f) =>
    f.citations.some((c) => !c.verified && c.lawVersion !== null),
  );
  const withoutReason = source.items.filter(
    (e) => verdictOf(e) === 'not-applicable' && (e.assessment?.note ?? '').trim() === '',
  );
  return [
    check('error', 'checklist-not-here', [], source.listsNotHere?.length ?? 0),
    check('error', 'no-documents', [], source.documents.length === 0 ? 1 : 0),
    check('error', 'finding-without-citation', itemsOf(withoutCitation)),
    check('error', 'finding-unconfirmed-basis', itemsOf(wrongArticle)),
    check('error', 'not-applicable-without-note', idsOf(withoutReason)),
  ];
}

function warnings(source: MemoChecksSource, findings: readonly Finding[]): MemoCheck[] {
  const { items } = source;
  const byItem = new Map(
    [...items, ...(source.elsewhere ?? [])].map((entry) => [entry.item.id, entry]),
  );
  const found = new Set(findings.map((f) => f.itemId));
  const reopened = items.filter((e) => e.isReopened === true);
  const unreviewed = items.filter((e) => verdictOf(e) === 'unreviewed' && e.isReopened !== true);
  return [
    check('warning', 'reopened-items', idsOf(reopened)),
    check('warning', 'unreviewed-items', idsOf(unreviewed.filter((e) => e.applies === 'yes'))),
    check('warning', 'undetermined-items', idsOf(unreviewed.filter((e) => e.applies !== 'yes'))),
    check(
      'warning',
      'not-met-without-finding',
      idsOf(items.filter((e) => verdictOf(e) === 'not-met' && !found.has(e.item.id))),
    ),
    check(
      'warning',
      'finding-without-evidence',
      itemsOf(
        findings.filter((f) =>
          evidenceOf(f, byItem.get(f.itemId)).every((e) => e.isDocumentRemoved),
        ),
      ),
    ),
    check(
      'warning',
      'finding-quote-lost',
      itemsOf(findings.filter((f) => evidenceOf(f, byItem.get(f.itemId)).some(isLost))),
    ),
    check(
      'warning',
      'finding-unconfirmed-basis',
      itemsOf(
        findings.filter((f) => f.citations.length > 0 && isUnconfirmed(f, byItem.get(f.itemId))),
      ),
    ),
    check('warning', 'citation-unresolved', itemsOf(faulty(source, findings, 'unresolved'))),
    check('warning', 'citation-outdated', itemsOf(faulty(source, findings, 'outdated'))),
    check('warning', 'unreadable-pages', [], unreadableCount(source)),
  ];
}

/** Whether the text as read here has not the words of the quote; of a removed document there is nothing to compare. */
function isLost({ isDocumentRemoved, reading, recognition }: Evidence): boolean {
  return !isDocumentRemoved && (reading === 'lost' || recognition === 'changed');
}

function faulty(
  source: MemoChecksSource,
  findings: readonly Finding[],
  fault: 'unresolved' | 'outdated',
): Finding[] {
  const ids = new Set(
    (source.citationFaults ?? []).filter((one) => one.fault === fault).map((one) => one.findingId),
  );
  return findings.filter(({ id }) => ids.has(id));
}

function unreadableCount(source: MemoChecksSource): number {
  const newest = source.documents.flatMap((d) =>
    [...d.versions].sort((a, b) => a.number - b.number).slice(-1),
  );
  return newest.reduce((sum, version) => sum + unreadableParts(version.warnings).length, 0);
}

function check(
  level: MemoCheck['level'],
  code: MemoCheck['code'],
  itemIds: string[],
  count = itemIds.length,
): MemoCheck {
  return { level, code, count, itemIds: [...new Set(itemIds)] };
}

function idsOf(entries: readonly MemoSourceItem[]): string[] {
  return entries.map((entry) => entry.item.id);
}

function itemsOf(findings: readonly Finding[]): string[] {
  return findings.map((finding) => finding.itemId);
}
