import type { ProjectSummary } from '#shared/domain/review/project.ts';
import { daysUntil } from '../../app/format.ts';
import type { Sorting } from '../../ui/Table.tsx';

export const projectFilters = ['all', 'inReview', 'dueSoon', 'overdue', 'issued'] as const;
export type ProjectFilter = (typeof projectFilters)[number];

const soonDays = 7;

/** Whether a project belongs under a filter; what has a memo is no longer due. */
export function passesFilter(project: ProjectSummary, filter: ProjectFilter, today: Date): boolean {
  const isIssued = project.progress.memos > 0;
  const days = project.due === null ? null : daysUntil(project.due, today);
  switch (filter) {
    case 'all':
      return true;
    case 'inReview':
      return !isIssued;
    case 'dueSoon':
      return !isIssued && days !== null && days >= 0 && days <= soonDays;
    case 'overdue':
      return !isIssued && days !== null && days < 0;
    case 'issued':
      return isIssued;
    default:
      return filter satisfies never;
  }
}

export function matchesSearch(project: ProjectSummary, typed: string): boolean {
  const hay = `${project.name} ${project.client} ${project.type}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

/** Share of the applicable items that were reviewed, 0 to 1. */
export function reviewedShare({ progress }: ProjectSummary): number {
  return progress.applicable === 0 ? 0 : progress.reviewed / progress.applicable;
}

/** One for all comparisons: making a collator costs more than a hundred comparisons. */
const collator = new Intl.Collator('zh-CN', { numeric: true });

const order: Record<string, (a: ProjectSummary, b: ProjectSummary) => number> = {
  name: (a, b) => collator.compare(a.name, b.name),
  client: (a, b) => collator.compare(a.client, b.client),
  type: (a, b) => collator.compare(a.type, b.type),
  due: (a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'),
  documents: (a, b) => a.progress.documents - b.progress.documents,
  progress: (a, b) => reviewedShare(a) - reviewedShare(b),
  findings: (a, b) => a.progress.findings - b.progress.findings,
};

/** Sorted by one column; equals stay in the order of their creation, newest first. */
export function sortProjects(
  projects: readonly ProjectSummary[],
  sorting: Sorting,
): ProjectSummary[] {
  const compare = order[sorting.column] ?? (() => 0);
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  return [...projects].sort(
    (a, b) => sign * compare(a, b) || b.createdAt.localeCompare(a.createdAt),
  );
}
