import { z } from 'zod';
import {
  Checklist,
  ChecklistItem,
  DocTypeCode,
  Trait,
} from '../../domain/library/checklistItem.ts';
import { Id, Nothing, query } from '../kinds.ts';

/** The bundled library. */
export const libraryChannels = {
  'library.checklists': query(
    Nothing,
    z.strictObject({ checklists: z.array(Checklist), docTypes: z.record(DocTypeCode, z.string()) }),
  ),
  'library.traits': query(Nothing, z.array(Trait)),
  'library.item': query(z.strictObject({ itemId: Id }), ChecklistItem),
} as const;
