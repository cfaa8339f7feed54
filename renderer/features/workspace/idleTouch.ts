import { client } from '../../client/client.ts';
import { isWorkspaceOpen, loadStatus, useWorkspace } from './workspaceStore.ts';

const betweenMs = 30_000;

/** Tells the core that someone is at the desk, at most each half minute, so that the idle lock counts from the last sign. */
export function followActivity(): void {
  let lastMs = 0;
  const touch = () => {
    const nowMs = Date.now();
    if (nowMs - lastMs < betweenMs || !isWorkspaceOpen(useWorkspace.getState())) return;
    lastMs = nowMs;
    client('workspace.touch', {}).catch(() => loadStatus()); // locked meanwhile: show it
  };
  for (const sign of ['pointerdown', 'keydown', 'wheel']) {
    window.addEventListener(sign, touch, { passive: true, capture: true });
  }
}
