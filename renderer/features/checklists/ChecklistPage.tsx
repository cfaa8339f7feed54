import type { ChecklistRoute } from '../../app/checklistRoutes.ts';
import { ChecklistComparisonPage } from './ChecklistComparisonPage.tsx';
import { DraftPage } from './DraftPage.tsx';

/** The room of writing and comparing checklists that an address names. */
export function ChecklistPage({ route }: { route: Exclude<ChecklistRoute, { page: 'library' }> }) {
  return route.page === 'draft' ? (
    <DraftPage key={route.draftId} draftId={route.draftId} />
  ) : (
    <ChecklistComparisonPage
      key={`${route.fromId}/${route.toId}`}
      fromId={route.fromId}
      toId={route.toId}
    />
  );
}
