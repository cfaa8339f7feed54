import type { ProjectDocument } from '#shared/domain/review/document.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import type { ProjectTab } from '../../app/routes.ts';
import { unsearchablePages } from '../documents/documentsStore.ts';
import type { OpenProject } from './projectsStore.ts';

export interface NextStep {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly isDone: boolean;
  readonly tab: ProjectTab;
  readonly at: Readonly<Record<string, string>>;
}

/** The way from files to memo, with what is left at each step. */
export function nextSteps(
  project: OpenProject,
  documents: readonly ProjectDocument[],
  text: Messages,
): readonly NextStep[] {
  const words = text.projects.overview.steps;
  const { progress } = project;
  const untyped = documents.filter((document) => document.type === null).length;
  const unread = unsearchablePages(documents);
  const unanswered = progress.traitsTotal - progress.traitsAnswered;
  const unreviewed = progress.applicable - progress.reviewed;
  const step = (
    id: string,
    label: string,
    note: string,
    isDone: boolean,
    tab: ProjectTab,
    at: Readonly<Record<string, string>> = {},
  ): NextStep => ({ id, label, note, isDone, tab, at });
  return [
    step(
      'documents',
      words.addDocuments,
      words.addDocumentsNote,
      documents.length > 0,
      'documents',
    ),
    ...(untyped > 0
      ? [step('types', words.setTypes(untyped), words.setTypesNote, false, 'documents')]
      : []),
    ...(unread > 0
      ? [step('pages', words.readPages(unread), words.readPagesNote, false, 'documents')]
      : []),
    step(
      'traits',
      words.answerTraits(unanswered),
      words.answerTraitsNote,
      unanswered === 0,
      'overview',
      { section: 'traits' },
    ),
    step(
      'review',
      words.review(unreviewed),
      words.reviewNote,
      progress.applicable > 0 && unreviewed === 0,
      'review',
    ),
    ...(progress.findings > 0
      ? [step('findings', words.findings(progress.findings), words.findingsNote, false, 'findings')]
      : []),
    step('memo', words.memo, words.memoNote, progress.memos > 0, 'memo'),
  ];
}
