import { useEffect } from 'react';
import { useCommands } from '../../app/commands.ts';
import { attempt, errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { navigate, useRoute } from '../../app/routes.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { FoldableColumns } from '../../ui/FoldableColumns.tsx';
import { HistoryDrawer } from '../history/HistoryDrawer.tsx';
import { DocumentColumn } from './DocumentColumn.tsx';
import { typedTexts } from '../typedText/typedTexts.ts';
import { ItemCard } from './ItemCard.tsx';
import { ItemList } from './ItemList.tsx';
import { reviewCommands } from './reviewKeys.ts';
import { followAddress, openReview, setHistoryOpen, useReview } from './reviewStore.ts';

/** The reading desk: items, document, item card. */
export function ReviewPage({ projectId }: { readonly projectId: string }) {
  const text = useText();
  useCommands(reviewCommands);
  useEffect(() => {
    attempt(() => openReview(projectId, itemInAddress()));
    return () => void typedTexts.flushAll();
  }, [projectId]);
  useAddress(projectId);
  const failure = useReview((state) => state.failure);
  const isHistoryOpen = useReview((state) => state.isHistoryOpen);
  const itemId = useReview((state) => state.itemId);
  if (failure !== null) {
    return (
      <div className="p-4">
        <Banner
          tone="error"
          title={text.review.empty.failed}
          actions={
            <Button
              size="small"
              onPress={() => attempt(() => openReview(projectId, itemInAddress()))}
            >
              {text.review.document.retry}
            </Button>
          }
        >
          {errorText(failure, text)}
        </Banner>
      </div>
    );
  }
  return (
    <>
      <FoldableColumns
        id="review"
        left={{ label: text.review.columns.items, content: <ItemList />, beginPx: [264, 304] }}
        right={{ label: text.review.columns.card, content: <ItemCard />, beginPx: [348, 384] }}
      >
        <DocumentColumn />
      </FoldableColumns>
      {itemId !== null && (
        <HistoryDrawer
          projectId={projectId}
          itemId={itemId}
          isOpen={isHistoryOpen}
          onClose={() => setHistoryOpen(false)}
        />
      )}
    </>
  );
}

function itemInAddress(): string | null {
  const { route } = useRoute.getState();
  return route.page === 'project' ? (route.at['item'] ?? null) : null;
}

/** Follows what the address asks for (item, version, evidence), and keeps the item at hand in it. */
function useAddress(projectId: string): void {
  const route = useRoute((state) => state.route);
  const asked = route.page === 'project' && route.tab === 'review' ? route.at : null;
  const isRead = useReview((state) => state.projectId === projectId && state.rows !== null);
  const item = asked?.['item'] ?? null;
  const version = asked?.['version'] ?? null;
  const evidence = asked?.['evidence'] ?? null;
  useEffect(() => {
    if (isRead) attempt(() => followAddress({ item, version, evidence }));
  }, [isRead, item, version, evidence]);
  useEffect(
    () =>
      useReview.subscribe((state, before) => {
        const { route: now } = useRoute.getState();
        const isHere = now.page === 'project' && now.tab === 'review';
        const { itemId } = state;
        // The first item is chosen, not turned to: what else the address asks for is still to be followed.
        const hasTurned = itemId !== before.itemId && before.itemId !== null;
        if (!isHere || itemId === null || !hasTurned || now.at['item'] === itemId) return;
        navigate({ ...now, at: { item: itemId } }, { replace: true });
      }),
    [],
  );
}
