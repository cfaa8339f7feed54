import type {
  ContactEntry,
  HandoffImport,
  HandoffPreview,
  ProjectCounts,
  Sender,
} from '#shared/domain/handoff/handoffReport.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';

/** Changes of a project in the package, of every kind. */
export function totalOf(counts: Omit<ProjectCounts, 'id' | 'name'>): number {
  return counts.new + counts.changed + counts.identical + counts.conflicts;
}

/** The kinds of all projects together. */
export function sumOf(
  projects: readonly Omit<ProjectCounts, 'id' | 'name'>[],
): Omit<ProjectCounts, 'id' | 'name'> {
  return projects.reduce(
    (sum, one) => ({
      new: sum.new + one.new,
      changed: sum.changed + one.changed,
      identical: sum.identical + one.identical,
      conflicts: sum.conflicts + one.conflicts,
    }),
    { new: 0, changed: 0, identical: 0, conflicts: 0 },
  );
}

/** Whether what is listed is all that the package holds. */
export function addsUp(preview: HandoffPreview): boolean {
  const sum = sumOf(preview.projects);
  return (
    totalOf(sum) === preview.total &&
    sum.new === preview.new &&
    sum.changed === preview.changed &&
    sum.identical === preview.identical &&
    sum.conflicts === preview.conflicts.length
  );
}

/** The sender as the desk knows them now: trust may have been given or taken back since the package was opened. */
export function senderNow(sender: Sender, contacts: readonly ContactEntry[]): Sender['status'] {
  if (sender.status === 'own') return 'own';
  const known = contacts.find((contact) => contact.key === sender.contact.key);
  const { device, recipient } = sender.contact;
  if (!known || known.device !== device || known.recipient !== recipient) return 'unknown';
  return known.revokedAt === null ? 'trusted' : 'revoked';
}

/** The written summary of an import, a line each. */
export function summaryLines(report: HandoffImport, text: Messages): readonly string[] {
  const words = text.exchange.summary;
  const sum = sumOf(report.projects);
  const read = report.texts.filter((one) => one.status === 'read').length;
  const failed = report.texts.filter(
    (one) => one.status === 'failed' || one.status === 'missing',
  ).length;
  const when = (count: number, line: string): string[] => (count > 0 ? [line] : []);
  return [
    report.importNumber === null
      ? words.nothing
      : words.done(text.exchange.person(report.sender.person)),
    words.counts(report.total, sum.new, sum.changed, sum.identical, sum.conflicts),
    ...when(report.resolved, words.resolved(report.resolved)),
    ...when(report.released, words.released(report.released)),
    ...when(report.parked, words.parked(report.parked)),
    ...when(read, words.textsRead(read)),
    ...when(failed, words.textsFailed(failed)),
    ...when(report.movedQuotes.length, words.moved(report.movedQuotes.length)),
    ...(report.backup === null ? [] : [words.backup(report.backup)]),
  ];
}
