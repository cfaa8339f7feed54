import { AppError } from '#shared/contract/errors.ts';
import type {
  ChecklistDraft,
  ChecklistProblem,
  DraftHead,
  DraftItem,
} from '#shared/domain/library/checklistVersion.ts';
import { FieldValue } from '#shared/domain/changes/change.ts';
import type { Writer } from '../changes/changeLog.ts';
import type { FieldsOf } from '../changes/entities.ts';
import type { DraftRecord } from '../repo/draftTable.ts';
import type { Session } from '../session.ts';
import type { ChecklistShelf } from './checklistShelf.ts';
import { draftProblems, type TakenNames } from './draftProblems.ts';
import { knownAtDesk } from './knownAtDesk.ts';
import type { Library } from './library.ts';

/** A list as it enters a draft, from a version, a workbook or nothing. */
export interface DraftStart {
  readonly checklistId: string;
  readonly order: number;
  readonly head: DraftHead;
  readonly basedOn: string | null;
  readonly items: readonly DraftItem[];
}

/** The program's lists keep these numbers; a list of a desk's own begins after them. */
const lastBundledOrder = 20;

/** A number for a new list that none known here has. */
export function nextOrder(shelf: ChecklistShelf, session: Session): number {
  const orders = [
    ...shelf.versions().map(({ file }) => file.order),
    ...session.drafts.drafts().map(({ order }) => order),
  ];
  return Math.max(lastBundledOrder, ...orders) + 1;
}

/** An id that no other desk makes: `prefix` and 48 random bits. */
export function freshId(session: Session, prefix: 'cl-own' | 'it'): string {
  return `${prefix}-${session.newId().slice(-12)}`;
}

/** The next label of a list in the form of the program's own: `2026.11-v2`. */
export function nextVersionLabel(shelf: ChecklistShelf, checklistId: string, day: string): string {
  const taken = new Set(shelf.ofList(checklistId).map(({ file }) => file.version));
  const month = day.slice(0, 7).replace('-', '.');
  let number = 1;
  while (taken.has(`${month}-v${String(number)}`)) number += 1;
  return `${month}-v${String(number)}`;
}

/** Writes a new draft and returns its id. */
export function writeDraft(w: Writer, session: Session, start: DraftStart): string {
  const id = session.newId();
  w.set('checklistDraft', id, {
    checklistId: start.checklistId,
    order: start.order,
    ...start.head,
    basedOn: start.basedOn,
    itemIds: start.items.map((item) => item.id),
    by: session.person(),
    at: session.now(),
    deleted: false,
  });
  for (const item of start.items) writeNewItem(w, id, item);
  return id;
}

export function writeNewItem(w: Writer, draftId: string, item: DraftItem): void {
  const { id: itemId, ...content } = item;
  const fields = { draftId, itemId, ...itemFields(content), deleted: false };
  w.set('draftItem', draftItemId(draftId, itemId), fields);
}

export function draftItemId(draftId: string, itemId: string): string {
  return `${draftId}/${itemId}`;
}

/** A patch of an item in the form of the change log; fields it leaves out stay out. */
export function itemFields(patch: {
  readonly [K in Exclude<keyof DraftItem, 'id'>]?: DraftItem[K] | undefined;
}): FieldsOf<'draftItem'> {
  const entries = Object.entries(patch)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => [field, asFieldValue(value)] as const);
  return Object.fromEntries(entries);
}

/** As JSON: optional members that are absent stay absent. */
function asFieldValue(value: unknown): FieldValue {
  return FieldValue.parse(JSON.parse(JSON.stringify(value)));
}

/** Errors: `not-found`. */
export function requireDraft(session: Session, draftId: string): DraftRecord {
  const draft = session.drafts.draft(draftId);
  if (!draft) throw new AppError('not-found', { kind: 'checklistDraft', id: draftId });
  return draft;
}

export function describeDraft(
  library: Library,
  session: Session,
  shelf: ChecklistShelf,
  draft: DraftRecord,
): ChecklistDraft {
  const { id, checklistId, head, basedOn, by, at } = draft;
  const items = session.drafts.items(draft);
  const problems = problemsOf(library, session, shelf, draft, items);
  return { id, checklistId, head, basedOn, items, problems, by, at };
}

export function problemsOf(
  library: Library,
  session: Session,
  shelf: ChecklistShelf,
  { checklistId, head }: Pick<DraftRecord, 'checklistId' | 'head'>,
  items: readonly DraftItem[],
): ChecklistProblem[] {
  const taken = takenNames(shelf, checklistId);
  return draftProblems(library, head, items, taken, knownAtDesk(library, session));
}

/** Item ids are unique over all lists, so that every project can hold any of them side by side. */
export function takenNames(shelf: ChecklistShelf, checklistId: string): TakenNames {
  const items = new Map<string, string>();
  for (const { file } of shelf.versions()) {
    if (file.id === checklistId) continue;
    for (const item of file.items) items.set(item.id, file.titleZh);
  }
  return { versions: new Set(shelf.ofList(checklistId).map(({ file }) => file.version)), items };
}
