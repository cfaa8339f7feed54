import { sha256 } from '../seal.ts';

/** What ids of items look like, as published lists require. */
export const itemIdPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const listIdPattern = /^cl-[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * An id for an item that has none, made from what it says: the same file read twice gives the same id. `taken` are the ids
 * of its file.
 */
export function idForNewItem(
  listId: string | null,
  title: string,
  question: string,
  taken: ReadonlySet<string>,
): string {
  const stem = listId?.replace(/^cl-/, '') ?? 'item';
  for (let turn = 0; ; turn += 1) {
    const digest = sha256(JSON.stringify([listId, title, question, turn])).slice(0, 10);
    const id = `${stem}-${digest}`;
    if (!taken.has(id)) return id;
  }
}
