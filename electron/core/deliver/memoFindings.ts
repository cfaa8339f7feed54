import { Paragraph, TextRun } from 'docx';
import type { PinnedCitation } from '#shared/domain/review/assessment.ts';
import type { MemoModel, MemoQuote } from '#shared/domain/review/memo.ts';
import { memoDay } from '#shared/domain/review/memoDay.ts';
import { memoPlace } from '#shared/domain/review/memoPlace.ts';
import { Severity } from '#shared/domain/review/verdict.ts';
import { memoDocumentZh } from '#shared/i18n/messages/memoDocument.ts';
import { quoteLine, xmlSafe } from './docxText.ts';
import { labelled, paragraph, paragraphs } from './memoParagraphs.ts';

const words = memoDocumentZh.findings;
type MemoFinding = MemoModel['findings'][number];

/** The findings under 四: one heading a severity, gravest first, then each finding with its quotes, basis and clause. */
export function findingBlocks(model: MemoModel): Paragraph[] {
  if (model.findings.length === 0) return [paragraph(words.none)];
  return Severity.options.flatMap((severity) => {
    const findings = model.findings.filter((finding) => finding.severity === severity);
    if (findings.length === 0) return [];
    return [paragraph(words.severities[severity], 'Heading2'), ...findings.flatMap(findingBlock)];
  });
}

function findingBlock(finding: MemoFinding): Paragraph[] {
  const { itemTitle, number, itemNumber } = finding;
  return [
    paragraph(words.heading(itemTitle, number, itemNumber), 'Heading3'),
    ...(finding.itemStanding ? [paragraph(words.itemStandings[finding.itemStanding])] : []),
    ...quoteBlocks(finding.quotes),
    ...labelled(words.problem, finding.problem),
    ...labelled(basisLabel(finding), basisText(finding)),
    ...unconfirmedNotes(finding),
    ...labelled(words.recommendation, finding.recommendation),
    ...clauseBlocks(finding.clause),
  ];
}

function quoteBlocks(quotes: readonly MemoQuote[]): Paragraph[] {
  if (quotes.length === 0) return [paragraph(words.quotesMissing)];
  return quotes.flatMap((quote) => [
    paragraph(words.quote(memoPlace(quote), words.stances[quote.stance]), 'MemoQuotePlace'),
    new Paragraph({ style: 'MemoQuote', text: `“${quoteLine(quote.quote)}”` }),
  ]);
}

function basisLabel(finding: MemoFinding): string {
  if (finding.needsConfirmation) return words.basisUnconfirmed;
  return finding.nature === 'contractual' ? words.basisContractual : words.basis;
}

function basisText(finding: MemoFinding): string {
  if (finding.citations.length === 0) return words.noBasis;
  const cites = citationGroups(finding.citations).map(({ cited, lawVersion, verified }) => {
    const joined = cited.join(memoDocumentZh.comma);
    if (!verified) return words.citationUnverified(joined);
    return lawVersion === null ? joined : words.citations(joined, memoDay(lawVersion));
  });
  return `${xmlSafe(cites.join(memoDocumentZh.semicolon))}。`;
}

interface CitationGroup extends Pick<PinnedCitation, 'code' | 'lawVersion' | 'verified'> {
  readonly cited: readonly string[];
}

/** Neighbouring citations of one law in one version together, so that the version is named once. */
function citationGroups(citations: readonly PinnedCitation[]): CitationGroup[] {
  return citations.reduce<CitationGroup[]>((groups, { code, cite, lawVersion, verified }) => {
    const last = groups.at(-1);
    const isSame =
      verified && last?.verified === true && last.code === code && last.lawVersion === lawVersion;
    return isSame
      ? [...groups.slice(0, -1), { ...last, cited: [...last.cited, cite] }]
      : [...groups, { code, lawVersion, verified, cited: [cite] }];
  }, []);
}

function unconfirmedNotes(finding: MemoFinding): Paragraph[] {
  if (!finding.needsConfirmation) return [];
  const note = finding.confirmationNote?.trim() ?? '';
  const first = paragraph(words.unconfirmed);
  return note === '' ? [first] : [first, ...paragraphs(words.unconfirmedWith(note))];
}

function clauseBlocks(clause: string): Paragraph[] {
  if (clause.trim() === '') return [];
  return [clauseLabel(), ...paragraphs(clause, 'MemoClause')];
}

function clauseLabel(): Paragraph {
  const run = new TextRun({ text: words.clauseLabel, bold: true });
  return new Paragraph({ style: 'Normal', keepNext: true, children: [run] });
}
