import { Fragment } from 'react';
import type { PinnedCitation } from '#shared/domain/review/assessment.ts';
import type { MemoModel } from '#shared/domain/review/memo.ts';
import { memoDay } from '#shared/domain/review/memoDay.ts';
import { memoPlace } from '#shared/domain/review/memoPlace.ts';
import { Severity } from '#shared/domain/review/verdict.ts';
import { memoDocumentZh } from '#shared/i18n/messages/memoDocument.ts';
import { CitationChip } from '../law/CitationChip.tsx';
import { quoteLine } from '../review/quoteLine.ts';

const words = memoDocumentZh.findings;
type MemoFinding = MemoModel['findings'][number];

/** The findings of the memo under one heading a severity, gravest first. */
export function MemoFindings({ findings }: { readonly findings: readonly MemoFinding[] }) {
  if (findings.length === 0) return <p>{words.none}</p>;
  return Severity.options.map((severity) => {
    const of = findings.filter((finding) => finding.severity === severity);
    if (of.length === 0) return null;
    return (
      <section key={severity}>
        <h3>{words.severities[severity]}</h3>
        {of.map((finding) => (
          <FindingText key={finding.number} finding={finding} />
        ))}
      </section>
    );
  });
}

function FindingText({ finding }: { readonly finding: MemoFinding }) {
  const note = finding.confirmationNote?.trim() ?? '';
  return (
    <div className="memo-finding">
      <h4>{words.heading(finding.itemTitle, finding.number, finding.itemNumber)}</h4>
      {finding.itemStanding && <p>{words.itemStandings[finding.itemStanding]}</p>}
      {finding.quotes.length === 0 && <p>{words.quotesMissing}</p>}
      {finding.quotes.map((quote) => (
        <figure key={`${memoPlace(quote)}/${quote.quote}`}>
          <figcaption>{words.quote(memoPlace(quote), words.stances[quote.stance])}</figcaption>
          <blockquote>{`“${quoteLine(quote.quote)}”`}</blockquote>
        </figure>
      ))}
      <p>
        <b>{words.problem}</b>
        {orNotGiven(finding.problem)}
      </p>
      <p>
        <b>{basisLabel(finding)}</b>
        <BasisText citations={finding.citations} />
      </p>
      {finding.needsConfirmation && <p>{words.unconfirmed}</p>}
      {finding.needsConfirmation && note !== '' && <p>{words.unconfirmedWith(note)}</p>}
      <p>
        <b>{words.recommendation}</b>
        {orNotGiven(finding.recommendation)}
      </p>
      {finding.clause.trim() !== '' && (
        <div className="memo-clause">
          <b>{words.clauseLabel}</b>
          {finding.clause}
        </div>
      )}
    </div>
  );
}

const orNotGiven = (text: string): string => (text.trim() === '' ? words.notGiven : text);

function basisLabel(finding: MemoFinding): string {
  if (finding.needsConfirmation) return words.basisUnconfirmed;
  return finding.nature === 'contractual' ? words.basisContractual : words.basis;
}

/** As the .docx prints them; on the screen each leads to its article. */
function BasisText({ citations }: { readonly citations: readonly PinnedCitation[] }) {
  if (citations.length === 0) return words.noBasis;
  return citations.map((citation, index) => {
    const printed = citationText(citation);
    const [before = '', after = ''] = printed.split(citation.cite);
    return (
      <Fragment key={`${citation.cite}/${citation.lawVersion ?? ''}`}>
        {before}
        <CitationChip cited={citation} look="paper" />
        {after}
        {index < citations.length - 1 ? memoDocumentZh.semicolon : '。'}
      </Fragment>
    );
  });
}

function citationText({ cite, lawVersion, verified }: PinnedCitation): string {
  if (!verified) return words.citationUnverified(cite);
  return lawVersion === null ? cite : words.citations(cite, memoDay(lawVersion));
}
