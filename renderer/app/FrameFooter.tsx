import { Button } from 'react-aria-components';
import { useWrites } from '../client/writes.ts';
import { unsearchablePages, useDocuments } from '../features/documents/documentsStore.ts';
import { useWorkspace } from '../features/workspace/workspaceStore.ts';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { formatTime } from './format.ts';
import { useLanguage, useText } from './language.ts';
import { showOverlay } from './overlays.ts';
import { hrefOf, useRoute } from './routes.ts';

/** The lower edge: what can be relied on: offline, saved when, what was not searched, who sits here. */
export function FrameFooter() {
  const text = useText();
  const person = useWorkspace((state) => state.status?.person ?? '');
  return (
    <footer
      aria-label={text.common.footer.label}
      className="no-print flex h-6 flex-none items-center gap-4 border-t border-line bg-panel px-3 text-xs text-ink-3"
    >
      <span title={text.common.footer.offlineNote}>{text.common.footer.offline}</span>
      <SavedState />
      <UnsearchablePages />
      <span className="flex-1" />
      <span>{person}</span>
      <Button
        onPress={() => showOverlay('shortcuts')}
        className="flex items-center gap-1.5 rounded-sm data-hovered:text-ink"
      >
        {text.common.footer.keys}
        <Kbd keys="?" />
      </Button>
    </footer>
  );
}

function SavedState() {
  const text = useText();
  const language = useLanguage((state) => state.language);
  const { pending, savedAtMs, hasFailed } = useWrites();
  const words = text.common.footer;
  const said =
    pending > 0
      ? words.saving
      : hasFailed
        ? words.notSaved
        : savedAtMs === null
          ? words.nothingYet
          : words.saved(formatTime(language, savedAtMs));
  return (
    <span
      role="status"
      className={classNames('flex items-center gap-1', hasFailed && pending === 0 && 'text-amber')}
    >
      {hasFailed && pending === 0 && <Icon name="warning" size={12} />}
      {said}
    </span>
  );
}

function UnsearchablePages() {
  const text = useText();
  const route = useRoute((state) => state.route);
  const documents = useDocuments((state) => state.documents.value);
  if (route.page !== 'project' || !documents) return null;
  const pages = unsearchablePages(documents);
  if (pages === 0) return null;
  return (
    <a
      href={hrefOf({ page: 'project', projectId: route.projectId, tab: 'documents', at: {} })}
      className="text-amber no-underline hover:underline"
    >
      {text.common.footer.unsearchable(pages)}
    </a>
  );
}
