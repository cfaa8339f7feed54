import { z } from 'zod';
import {
  Checklist,
  ChecklistItem,
  DocTypeCode,
  Trait,
} from '../../domain/library/checklistItem.ts';
import { Id, Nothing, query } from '../kinds.ts';

/** The library: the program's lists and, with a workspace, those of this desk. */
export const libraryChannels = {
  /** Every list once, in its current version. */
  'library.checklists': query(
    Nothing,
    z.strictObject({ checklists: z.array(Checklist), docTypes: z.record(DocTypeCode, z.string()) }),
  ),
  'library.traits': query(Nothing, z.array(Trait)),
  /** The newest wording of an item of any list; a project may read another: `review.item`. */
  'library.item': query(z.strictObject({ itemId: Id }), ChecklistItem),
} as const;
