import { create } from 'zustand';

export type Overlay = 'palette' | 'shortcuts' | null;

/** Which sheet of the frame lies above the desk. */
export const useOverlay = create<{ readonly overlay: Overlay }>()(() => ({ overlay: null }));

export function showOverlay(overlay: Overlay): void {
  useOverlay.setState({ overlay });
}
