import type {
  ChecklistProblem,
  DraftHead,
  DraftItem,
} from '#shared/domain/library/checklistVersion.ts';
import type { ChecklistFile } from '#shared/domain/library/libraryFile.ts';
import { draftItemOf } from '../checklistFile.ts';

/** A list as files of exchange carry it: everything that is written, nothing that is computed. */
export interface ExchangedList {
  /** Null for a list that has no id yet. */
  readonly id: string | null;
  /** Seal of the version it was exported from; null where none is named. */
  readonly basedOn: string | null;
  readonly head: DraftHead;
  readonly items: readonly DraftItem[];
}

/** Where something stands in its file: sheet, row and column letters of a workbook, or a line of text. */
export type FilePlace = Pick<ChecklistProblem, 'sheet' | 'row' | 'column' | 'line'>;

export const nowhere: FilePlace = { sheet: null, row: null, column: null, line: null };

export interface ReadList extends ExchangedList {
  /** Where a field stands; `itemId` null for the list itself. The nearest place known where the field has none of its own. */
  placeOf(itemId: string | null, field: string): FilePlace;
}

/** What a file holds, and what is wrong with its form. Where `problems` is not empty the lists are for further checks only. */
export interface ReadLists {
  readonly lists: readonly ReadList[];
  readonly problems: readonly ChecklistProblem[];
}

/** What readers must know of the library beside the file. */
export interface ReadingContext {
  /** The version of a seal that is held here. */
  versionOf(seal: string): ChecklistFile | null;
  /** The version that an edition of a list would be made from, by the list's id. */
  currentOf(checklistId: string): ChecklistFile | null;
}

/** A published version in the form that files carry. */
export function exchangedList(file: ChecklistFile): ExchangedList {
  const { id, seal, titleZh, titleEn, primaryLaw, version, effectiveDate, reviewedOn } = file;
  return {
    id,
    basedOn: seal,
    head: { titleZh, titleEn, primaryLaw, version, effectiveDate, reviewedOn },
    items: file.items.map(draftItemOf),
  };
}

/** The version a list that was read is held against: the one it names, else the current one of its id. */
export function baseOf(
  list: Pick<ExchangedList, 'id' | 'basedOn'>,
  context: ReadingContext,
): ChecklistFile | null {
  const named = list.basedOn === null ? null : context.versionOf(list.basedOn);
  return named ?? (list.id === null ? null : context.currentOf(list.id));
}

/** What is known of the nearest place of a field: of `basis[1].article`, else of `basis[1]`, of `basis`, of the whole. */
export function nearestPlace<T>(places: ReadonlyMap<string, T>, field: string): T | null {
  let path = field;
  for (;;) {
    const found = places.get(path);
    if (found !== undefined) return found;
    if (path === '') return null;
    path = path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('[')));
  }
}
