import { create } from 'zustand';
import { whenWorkspaceCloses } from '../../client/changes.ts';
import { makeTextSaver, type TypedText } from './textSaver.ts';

/** Pause after the last key before text is saved. */
const saveAfterMs = 600;

/** Text on its way to the core, by field; it outlives the card it was typed on, so that nothing typed is lost. */
export const useTypedTexts = create<{ readonly texts: Readonly<Record<string, TypedText>> }>()(
  () => ({
    texts: {},
  }),
);

export const typedTexts = makeTextSaver({
  delayMs: saveAfterMs,
  schedule: (run, delayMs) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  publish: (key, typed) =>
    useTypedTexts.setState(({ texts: known }) => ({
      texts:
        typed === null
          ? Object.fromEntries(Object.entries(known).filter(([other]) => other !== key))
          : { ...known, [key]: typed },
    })),
});

export const selectTyped =
  (key: string) =>
  (state: { readonly texts: Readonly<Record<string, TypedText>> }): TypedText | null =>
    state.texts[key] ?? null;

whenWorkspaceCloses(() => typedTexts.forgetAll());
window.addEventListener('pagehide', () => void typedTexts.flushAll());
