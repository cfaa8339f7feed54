import { showToast } from '../../ui/toasts.ts';
import { attach } from './reviewCommands.ts';
import { useReview } from './reviewStore.ts';

/** Attaches what is selected in the reader to the item at hand; says what is missing where it cannot. */
export async function attachSelection(): Promise<void> {
  const { reader, itemId } = useReview.getState();
  const passage = reader?.handle.selection() ?? null;
  if (reader === null || passage === null) {
    showToast({ message: (text) => text.review.evidence.selectFirst });
    return;
  }
  if (itemId === null) {
    showToast({ message: (text) => text.review.evidence.chooseItem });
    return;
  }
  const { start, end, quote } = passage;
  await attach({ versionId: reader.versionId, start, end, quote });
}
