import type { HandoffLogEntry } from '#shared/domain/handoff/handoffReport.ts';

/** The import that can be taken back: the last one, unless that was done already. The log is newest first. */
export function undoableImport(log: readonly HandoffLogEntry[]): HandoffLogEntry | null {
  const last = log.find((entry) => entry.direction === 'received');
  return last && last.undoneAt === null ? last : null;
}
