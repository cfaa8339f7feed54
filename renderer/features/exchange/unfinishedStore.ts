import { create } from 'zustand';
import type { UnfinishedHandOver } from '#shared/domain/handoff/handoffReport.ts';
import { navigate } from '../../app/routes.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { inTurn } from '../../client/resource.ts';
import { closeToast, showToast } from '../../ui/toasts.ts';
import { isWorkspaceOpen, useWorkspace } from '../workspace/workspaceStore.ts';
import { beginDraft } from './sendDraft.ts';
import { buildPackage, useSend } from './sendStore.ts';

interface UnfinishedState {
  /** Hand-overs that nothing which left this desk tells of. */
  readonly left: readonly UnfinishedHandOver[];
}

const begin: UnfinishedState = { left: [] };
export const useUnfinished = create<UnfinishedState>()(() => begin);

/** The notice of it, which goes when nothing is left. */
let toldBy: number | null = null;

const load = inTurn(async () => {
  // Locked meanwhile, or the core is being restarted: the next change or opening asks again.
  const left = await client('handoff.unfinished', {}).catch(() => null);
  if (!left) return;
  useUnfinished.setState({ left });
  if (left.length === 0 && toldBy !== null) closeToast(toldBy);
});

/** Says, when the workspace has been opened, what a hand-over was left without. */
async function tellUnfinished(): Promise<void> {
  await load();
  const [first, ...others] = useUnfinished.getState().left;
  if (!first) return;
  const { projectId, name, owner } = first;
  const isOne = others.length === 0;
  toldBy = showToast({
    tone: 'warning',
    stayMs: null,
    message: ({ exchange }) =>
      isOne
        ? exchange.owner.unfinishedIn(name, exchange.person(owner.person))
        : exchange.owner.unfinishedCount(others.length + 1),
    action: {
      label: (text) => text.sharedFolder.look,
      run: () =>
        navigate(
          isOne ? { page: 'project', projectId, tab: 'overview', at: {} } : { page: 'projects' },
        ),
    },
  });
}

/** Builds the package of a hand-over anew and shows it where packages are saved. */
export async function sealAgain(projectId: string, device: string): Promise<void> {
  useSend.setState({ built: null, bytes: null });
  navigate({ page: 'exchange', room: 'send', projectId });
  await buildPackage({ ...beginDraft(projectId, true), devices: [device], isHandOver: true });
  await load();
}

let wasOpen = false;
useWorkspace.subscribe((state) => {
  const isOpen = isWorkspaceOpen(state);
  if (isOpen && !wasOpen) void tellUnfinished();
  wasOpen = isOpen;
});
whenDataChanges(() => void load());
whenWorkspaceCloses(() => useUnfinished.setState(begin));
