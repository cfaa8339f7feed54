import type { PinnedCitation } from '#shared/domain/review/assessment.ts';
import type { ParsedCitation } from '#shared/domain/law/statuteReport.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';

/**
 * A parsed citation as a finding keeps it: with the version whose text it was held against; unverified and without one where
 * that text is not here.
 */
export function pinned(citation: ParsedCitation): PinnedCitation | null {
  const { cite, lawCode, version, against } = citation;
  if (cite === null) return null;
  const verified = against === 'text';
  return { code: lawCode ?? '', cite, lawVersion: verified ? version : null, verified };
}

/** Reads one citation and pins it; null where it does not resolve. */
export async function pinText(cite: string): Promise<PinnedCitation | null> {
  const [citation] = await client('citation.parse', { text: cite });
  return citation?.kind === 'resolved' ? pinned(citation) : null;
}

type Cited = Pick<PinnedCitation, 'cite' | 'lawVersion'>;

/** The same citations with one of them replaced; nothing is cited twice. */
export function withRepinned(
  citations: readonly PinnedCitation[],
  old: Cited,
  next: PinnedCitation,
): PinnedCitation[] {
  const isOld = (one: PinnedCitation): boolean =>
    one.cite === old.cite && one.lawVersion === old.lawVersion;
  const isNext = (one: PinnedCitation): boolean =>
    one.cite === next.cite && one.lawVersion === next.lawVersion;
  return citations
    .filter((one) => isOld(one) || !isNext(one))
    .map((one) => (isOld(one) ? next : one));
}

/** Has a finding cite `current` in place of an outdated citation. */
export async function repinFinding(
  projectId: string,
  findingId: string,
  old: Cited,
  current: string,
): Promise<void> {
  const findings = await client('finding.list', { projectId });
  const finding = findings.find(({ id }) => id === findingId);
  const next = await pinText(current);
  if (finding === undefined || next === null) return;
  await client('finding.update', {
    commandId: newCommandId(),
    findingId,
    patch: { citations: withRepinned(finding.citations, old, next) },
  });
}
