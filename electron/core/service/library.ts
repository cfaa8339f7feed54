import type { Handlers } from '#shared/contract/dispatch.ts';
import type { Checklist, DocTypeCode } from '#shared/domain/library/checklistItem.ts';
import type { Desk } from '../desk.ts';
import { shelfOf } from './checklists.ts';
import { requireItem } from './review.ts';

type LibraryChannel = Extract<keyof Handlers, `library.${string}`>;

/** The library as content: it can be read without a workspace, then as far as the program brings it. */
export function libraryHandlers(desk: Desk): Pick<Handlers, LibraryChannel> {
  return {
    'library.checklists': () => ({
      checklists: newestLists(desk),
      docTypes: docTypeLabels(desk),
    }),
    'library.traits': () => desk.library.traits.map((trait) => ({ ...trait })),
    'library.item': ({ itemId }) => requireItem(desk, itemId),
  };
}

/** Every list once: its current version, or the newest where all are out of use. */
function newestLists(desk: Desk): Checklist[] {
  const shelf = shelfOf(desk);
  const ids = [...new Set(shelf.versions().map(({ file }) => file.id))];
  return ids.flatMap((id) => {
    const { checklist } = shelf.current(id) ?? shelf.ofList(id)[0] ?? {};
    return checklist ? [{ ...checklist, items: [...checklist.items] }] : [];
  });
}

/** Labels by document type code, as the library gives them. */
export function docTypeLabels(desk: Desk): Record<DocTypeCode, string> {
  const entries = [...desk.library.docTypes].map(([code, labels]) => [code, labels.labelZh]);
  return Object.fromEntries(entries) as Record<DocTypeCode, string>; // loadLibrary checks that every code has a label
}
