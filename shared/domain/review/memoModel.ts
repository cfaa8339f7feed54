import type { Trait, TraitAnswers } from '../library/checklistItem.ts';
import type { MemoModel } from './memo.ts';
import { memoDocuments } from './memoDocuments.ts';
import { memoFindings, memoQuote, openFindings } from './memoFindings.ts';
import { citedInstruments } from './memoInstruments.ts';
import { verdictOf, type MemoSource, type MemoSourceItem } from './memoSource.ts';
import type { Verdict } from './verdict.ts';

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
