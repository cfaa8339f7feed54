import { navigate } from '../../app/routes.ts';
import { type DataChanged, whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { showToast } from '../../ui/toasts.ts';

/** Files that were told of already. */
let told: ReadonlySet<string> = new Set();

/** Says once, wherever one is, that a colleague's package waits in the shared folder. */
export function followFolderNews(): void {
  whenWorkspaceCloses(() => {
    told = new Set();
  });
  whenDataChanges((event) => void tellNews(event));
}

async function tellNews({ entities }: DataChanged): Promise<void> {
  if (!entities.includes('sharedFolder')) return;
  // Locked meanwhile, or the core is being restarted: the next look tells.
  const status = await client('sharedFolder.status', {}).catch(() => null);
  if (!status) return;
  const files = [...status.waiting, ...status.strangers].map((one) => one.file);
  const isNew = files.some((file) => !told.has(file));
  told = new Set(files);
  if (!isNew) return;
  showToast({
    message: (text) => text.sharedFolder.arrived(files.length),
    action: {
      label: (text) => text.sharedFolder.look,
      run: () => navigate({ page: 'exchange', room: 'folder', projectId: null }),
    },
  });
}
