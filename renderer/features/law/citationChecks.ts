import { create } from 'zustand';
import type { CitationReport } from '#shared/domain/law/statuteReport.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import type { Resource } from '../../client/resource.ts';
import { touchesStatutes } from './statutesStore.ts';

export type Checked = CitationReport['citations'][number];

interface ChecksState {
  /** By document version. */
  readonly checks: Readonly<Record<string, Resource<CitationReport>>>;
}

const begin: ChecksState = { checks: {} };

/** The citations of documents as they were checked. */
export const useCitationChecks = create<ChecksState>()(() => begin);

whenWorkspaceCloses(() => useCitationChecks.setState(begin));
whenDataChanges((event) => {
  if (!touchesStatutes(event.entities)) return;
  const known = Object.keys(useCitationChecks.getState().checks);
  useCitationChecks.setState(begin);
  for (const versionId of known) void readCheck(versionId);
});

/** Checks a document version where that has not been done. */
export async function wantCheck(versionId: string): Promise<void> {
  if (useCitationChecks.getState().checks[versionId]?.value) return;
  await readCheck(versionId);
}

async function readCheck(versionId: string): Promise<void> {
  const answer: Resource<CitationReport> = await client('citation.check', { versionId }).then(
    (value) => ({ value, failure: null }),
    (failure: unknown) => ({ value: null, failure }),
  );
  useCitationChecks.setState(({ checks }) => ({ checks: { ...checks, [versionId]: answer } }));
}

/** Those a lawyer should look at, in the order of the document. */
export function suspects(report: CitationReport): readonly Checked[] {
  return report.citations
    .filter(({ status }) => status !== 'ok')
    .sort((a, b) => a.part - b.part || a.start - b.start);
}

/** Whether the instrument itself is gone or never came. */
export function isGone({ reason }: Checked): boolean {
  return reason === 'repealed' || reason === 'not-issued' || reason === 'obsolete';
}

/** What is to be said of a citation: why it is worth a look, and what it became. */
export function saidOfCitation(citation: Checked, { law }: Messages): string {
  const { reasons, statuses, now } = law.check;
  const why = citation.reason === null ? statuses[citation.status] : reasons[citation.reason];
  return citation.current === null ? why : `${why} · ${now(citation.current)}`;
}
