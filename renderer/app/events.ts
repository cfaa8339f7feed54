import { tellDataChanged, tellJobProgress, whenWorkspaceCloses } from '../client/changes.ts';
import { onEvent } from '../client/client.ts';
import { followFolderNews } from '../features/exchange/folderNews.ts';
import { takeOpenedFile } from '../features/exchange/openedFiles.ts';
import { takeStatus } from '../features/workspace/workspaceStore.ts';
import { useWrites } from '../client/writes.ts';
import { closeToasts, leaveToastsBehind, letGoOfLastCommand } from '../ui/toasts.ts';
import { showOverlay } from './overlays.ts';

/** Hands what the core tells to whoever shows it, for the life of the page. */
export function followEvents(): void {
  followFolderNews();
  whenWorkspaceCloses(() => {
    closeToasts();
    showOverlay(null);
  });
  useWrites.subscribe((now, before) => {
    if (now.pending > before.pending) letGoOfLastCommand();
  });
  window.addEventListener('hashchange', ({ newURL }) => leaveToastsBehind(new URL(newURL).hash));
  onEvent((event) => {
    switch (event.type) {
      case 'data.changed':
        tellDataChanged(event);
        break;
      case 'job.progress':
        tellJobProgress(event);
        break;
      case 'workspace.changed':
        takeStatus(event.status);
        break;
      case 'file.opened':
        takeOpenedFile(event);
        break;
      default:
        event satisfies never;
    }
  });
}
