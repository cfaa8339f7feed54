import { create } from 'zustand';
import { whenWorkspaceCloses } from '../../client/changes.ts';
import { makeDraftSaver, type Draft } from './draftSaver.ts';

/** Pause after the last key before text is saved. */
const saveAfterMs = 600;

/** Text on its way to the core, by field; it outlives the card it was typed on, so that nothing typed is lost. */
export const useDrafts = create<{ readonly drafts: Readonly<Record<string, Draft>> }>()(() => ({
  drafts: {},
}));

export const drafts = makeDraftSaver({
  delayMs: saveAfterMs,
  schedule: (run, delayMs) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  publish: (key, draft) =>
    useDrafts.setState(({ drafts: known }) => ({
      drafts:
        draft === null
          ? Object.fromEntries(Object.entries(known).filter(([other]) => other !== key))
          : { ...known, [key]: draft },
    })),
});

export const selectDraft =
  (key: string) =>
  (state: { readonly drafts: Readonly<Record<string, Draft>> }): Draft | null =>
    state.drafts[key] ?? null;

whenWorkspaceCloses(() => drafts.forgetAll());
window.addEventListener('pagehide', () => void drafts.flushAll());
