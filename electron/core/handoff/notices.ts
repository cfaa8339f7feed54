import type { HandoffNotice } from '#shared/domain/handoff/handoffReport.ts';
import type { ExchangeSession } from './exchangeTables.ts';

/** Numbers that two desks gave at the same time. They are said, not changed: a number may stand in a letter already. */
export function duplicateNotices(
  session: ExchangeSession,
  projectIds: readonly string[],
): HandoffNotice[] {
  const findings = projectIds.flatMap((id) =>
    repeated(session.review.findingsOfProject(id).map((one) => one.number)).map(
      (number): HandoffNotice => ({ code: 'duplicate-finding-number', detail: number }),
    ),
  );
  const memos = repeated(session.memos.numbers()).map((number): HandoffNotice => ({
    code: 'duplicate-memo-number',
    detail: number,
  }));
  return [...findings, ...memos];
}

function repeated(numbers: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const number of numbers) (seen.has(number) ? twice : seen).add(number);
  return [...twice].sort();
}
