import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { FirstRunPage } from '../features/workspace/FirstRunPage.tsx';
import { NewPassphrasePage } from '../features/workspace/NewPassphrasePage.tsx';
import { RecoveryKeyPage } from '../features/workspace/RecoveryKeyPage.tsx';
import { StatusFailedPage } from '../features/workspace/StatusFailedPage.tsx';
import { UnlockPage } from '../features/workspace/UnlockPage.tsx';
import { useWorkspace } from '../features/workspace/workspaceStore.ts';
import { IconSprite } from '../ui/Icon.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { Frame } from './Frame.tsx';
import { useLanguage, useText } from './language.ts';
import { useOverlay } from './overlays.ts';
import { PageBoundary } from './PageBoundary.tsx';
import { PageOf } from './PageOf.tsx';
import { hrefOf, useRoute } from './routes.ts';
import { ShortcutSheet } from './ShortcutSheet.tsx';

/** The whole window. */
export function App() {
  const language = useLanguage((state) => state.language);
  const text = useText();
  useEffect(() => {
    document.title = text.words.appName;
  }, [text]);
  return (
    <I18nProvider locale={language}>
      <IconSprite />
      <Gate />
      <Overlays />
      <ToastRegion text={text} />
    </I18nProvider>
  );
}

/** What is shown depends on the workspace first; the address waits behind the lock. */
function Gate() {
  const route = useRoute((state) => state.route);
  const status = useWorkspace((state) => state.status);
  const failure = useWorkspace((state) => state.failure);
  const interlude = useWorkspace((state) => state.interlude);
  if (route.page === 'development') return <Desk />;
  if (!status) return failure === null ? null : <StatusFailedPage failure={failure} />;
  switch (interlude?.kind) {
    case 'creating':
      return <FirstRunPage />;
    case 'recoveryKey':
      return <RecoveryKeyPage recoveryKey={interlude.recoveryKey} />;
    case 'recovering':
      return <UnlockPage />;
    case 'newPassphrase':
      return <NewPassphrasePage recoveryKey={interlude.recoveryKey} />;
    case undefined:
      break;
    default:
      return interlude satisfies never;
  }
  if (status.state === 'none') return <FirstRunPage />;
  if (status.state === 'locked') return <UnlockPage />;
  return <Desk />;
}

function Desk() {
  const route = useRoute((state) => state.route);
  return (
    <Frame>
      <PageBoundary key={hrefOf(route).split('?')[0]}>
        <PageOf route={route} />
      </PageBoundary>
    </Frame>
  );
}

function Overlays() {
  const overlay = useOverlay((state) => state.overlay);
  if (overlay === 'palette') return <CommandPalette />;
  if (overlay === 'shortcuts') return <ShortcutSheet />;
  return null;
}
