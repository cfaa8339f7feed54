import { tellDataChanged, tellJobProgress } from '../client/changes.ts';
import { onEvent } from '../client/client.ts';
import { takeStatus } from '../features/workspace/workspaceStore.ts';

/** Hands what the core tells to whoever shows it, for the life of the page. */
export function followEvents(): void {
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
      default:
        event satisfies never;
    }
  });
}
