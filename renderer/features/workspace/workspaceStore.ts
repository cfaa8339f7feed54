import { create } from 'zustand';
import type { WorkspaceStatus } from '#shared/contract/rooms/workspace.ts';
import { tellWorkspaceClosed } from '../../client/changes.ts';
import { client } from '../../client/client.ts';

/** What stands between an open workspace and the desk: a key to be written down, a passphrase to be set anew. */
export type Interlude =
  | { readonly kind: 'creating' }
  | { readonly kind: 'recoveryKey'; readonly recoveryKey: string }
  | { readonly kind: 'recovering' }
  | { readonly kind: 'newPassphrase'; readonly recoveryKey: string };

interface WorkspaceState {
  /** Null until the core has answered for the first time. */
  readonly status: WorkspaceStatus | null;
  readonly failure: unknown;
  readonly interlude: Interlude | null;
}

export const useWorkspace = create<WorkspaceState>()(() => ({
  status: null,
  failure: null,
  interlude: null,
}));

export async function loadStatus(): Promise<void> {
  try {
    takeStatus(await client('workspace.status', {}));
  } catch (failure) {
    useWorkspace.setState({ failure });
  }
}

/** Takes the state the core reports; when the workspace closes, the stores forget what they hold. */
export function takeStatus(status: WorkspaceStatus): void {
  const wasOpen = useWorkspace.getState().status?.state === 'open';
  useWorkspace.setState({ status, failure: null });
  if (wasOpen && status.state !== 'open') tellWorkspaceClosed();
}

export async function createWorkspace(fields: {
  name: string;
  person: string;
  passphrase: string | null;
}): Promise<void> {
  useWorkspace.setState({ interlude: { kind: 'creating' } });
  try {
    const { status, recoveryKey } = await client('workspace.create', fields);
    takeStatus(status);
    useWorkspace.setState({
      interlude: recoveryKey === null ? null : { kind: 'recoveryKey', recoveryKey },
    });
  } catch (error) {
    useWorkspace.setState({ interlude: null });
    throw error;
  }
}

export async function unlockWithPassphrase(secret: string): Promise<void> {
  takeStatus(await client('workspace.unlock', { kind: 'passphrase', secret }));
}

/** Opens with the recovery key; a new passphrase is offered before the desk. */
export async function unlockWithRecoveryKey(secret: string): Promise<void> {
  useWorkspace.setState({ interlude: { kind: 'recovering' } });
  try {
    takeStatus(await client('workspace.unlock', { kind: 'recovery', secret }));
    useWorkspace.setState({ interlude: { kind: 'newPassphrase', recoveryKey: secret } });
  } catch (error) {
    useWorkspace.setState({ interlude: null });
    throw error;
  }
}

export async function changePassphrase(
  kind: 'passphrase' | 'recovery',
  current: string,
  next: string,
): Promise<void> {
  await client('workspace.changePassphrase', { kind, current, next });
}

export function endInterlude(): void {
  useWorkspace.setState({ interlude: null });
}

export async function lockWorkspace(): Promise<void> {
  takeStatus(await client('workspace.lock', {}));
}

export const isWorkspaceOpen = (state: WorkspaceState): boolean => state.status?.state === 'open';
export const canLock = (): boolean => {
  const { status } = useWorkspace.getState();
  return status?.state === 'open' && status.isEncrypted;
};
