import { useEffect } from 'react';
import { useCommands } from '../../app/commands.ts';
import { errorText } from '../../app/errorText.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { navigate, useRoute } from '../../app/routes.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { FoldableColumns } from '../../ui/FoldableColumns.tsx';
import { HistoryDrawer } from '../history/HistoryDrawer.tsx';
import { DocumentColumn } from './DocumentColumn.tsx';
import { drafts } from './drafts.ts';
import { ItemCard } from './ItemCard.tsx';
import { ItemList } from './ItemList.tsx';
import { reviewCommands } from './reviewKeys.ts';
import { openReview, openVersion, setHistoryOpen, showEvidence, useReview } from './reviewStore.ts';
import { openItem } from './reviewStore.ts';

/** The reading desk: items, document, item card. */
export function ReviewPage({ projectId }: { readonly projectId: string }) {
  const text = useText();
  useCommands(reviewCommands);
  useEffect(() => {
    attempt(() => openReview(projectId));
    return () => void drafts.flushAll();
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
            <Button size="small" onPress={() => attempt(() => openReview(projectId))}>
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

/** Follows what the address asks for (item, version, evidence), and keeps the item at hand in it. */
function useAddress(projectId: string): void {
  const route = useRoute((state) => state.route);
  const asked = route.page === 'project' && route.tab === 'review' ? route.at : null;
  const isRead = useReview((state) => state.projectId === projectId && state.rows !== null);
  const itemId = useReview((state) => state.itemId);
  const wantedItem = asked?.['item'];
  const wantedVersion = asked?.['version'];
  const wantedEvidence = asked?.['evidence'];
  useEffect(() => {
    if (!isRead) return;
    const go = async (): Promise<void> => {
      const state = useReview.getState();
      if (wantedItem !== undefined && wantedItem !== state.itemId) await openItem(wantedItem);
      if (wantedVersion !== undefined && wantedVersion !== state.versionId) {
        await openVersion(wantedVersion);
      }
      if (wantedEvidence !== undefined) await showEvidence(wantedEvidence);
    };
    attempt(go);
  }, [isRead, wantedItem, wantedVersion, wantedEvidence]);
  useEffect(() => {
    if (!isRead || itemId === null) return;
    const { route: now } = useRoute.getState();
    if (now.page !== 'project' || now.tab !== 'review' || now.at['item'] === itemId) return;
    navigate({ ...now, at: { item: itemId } }, { replace: true });
  }, [isRead, itemId]);
}
