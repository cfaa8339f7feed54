import type { Handlers } from '#shared/contract/dispatch.ts';
import type { DocTypeCode } from '#shared/domain/library/checklistItem.ts';
import type { Desk } from '../desk.ts';
import { requireItem } from './review.ts';

type LibraryChannel = Extract<keyof Handlers, `library.${string}`>;

/** The library as content: it can be read without a workspace. */
export function libraryHandlers(desk: Desk): Pick<Handlers, LibraryChannel> {
  return {
    'library.checklists': () => ({
      checklists: desk.library.checklists.map((checklist) => ({
        ...checklist,
        items: [...checklist.items],
      })),
      docTypes: docTypeLabels(desk),
    }),
    'library.traits': () => desk.library.traits.map((trait) => ({ ...trait })),
    'library.item': ({ itemId }) => requireItem(desk, itemId),
  };
}

/** Labels by document type code, as the library gives them. */
export function docTypeLabels(desk: Desk): Record<DocTypeCode, string> {
  const entries = [...desk.library.docTypes].map(([code, labels]) => [code, labels.labelZh]);
  return Object.fromEntries(entries) as Record<DocTypeCode, string>; // loadLibrary checks that every code has a label
}
