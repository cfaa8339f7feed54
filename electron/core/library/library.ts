import { parseWhen, traitsIn } from '#shared/domain/library/condition.ts';
import type {
  Checklist,
  ChecklistItem,
  DocTypeCode,
  Trait,
} from '#shared/domain/library/checklistItem.ts';
import type {
  ChecklistFile,
  Instrument,
  ItemEntry,
  ItemSignals,
  NationalLawFile,
  RenumberingFile,
  TraitCues,
  TraitEntry,
} from '#shared/domain/library/libraryFile.ts';
import { checklistOf, itemsOf } from './checklistFile.ts';
import { checkLibrary } from './checkLibrary.ts';
import { type LibraryFiles, readLibraryFiles } from './libraryFiles.ts';

/** The checked library: what is asked, when, on which basis. Content only; it never changes while the app runs. */
export interface Library {
  /** The bundled lists as their files hold them, in their order. */
  readonly files: readonly ChecklistFile[];
  /** In their order. */
  readonly checklists: readonly Checklist[];
  /** By id, in the order of their numbers. */
  readonly items: ReadonlyMap<string, ChecklistItem>;
  /** What the rule engine looks for, by item id. */
  readonly signals: ReadonlyMap<string, ItemSignals>;
  readonly traits: readonly Trait[];
  /** By trait id. */
  readonly cues: ReadonlyMap<string, TraitCues>;
  readonly docTypes: ReadonlyMap<
    DocTypeCode,
    { readonly labelZh: string; readonly labelEn: string }
  >;
  /** By code. */
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** Day (ISO) up to which amendments of the instruments were looked for. */
  readonly amendmentsCheckedThrough: string;
  readonly renumbering: Pick<RenumberingFile, 'laws' | 'partialMoves' | 'obsoleteReferences'>;
  /** National laws known by title alone. */
  readonly nationalLaws: NationalLawFile['laws'];
}

/**
 * Reads and checks checklists, traits, document types, catalogue and renumbering: schema, hashes, and everything that one
 * file says about another. Throws `library-invalid` with the file, the place in it and the reason.
 */
export function loadLibrary(resourcesDir: string): Library {
  const files = readLibraryFiles(resourcesDir);
  checkLibrary(files);
  return assemble(files);
}

function assemble(files: LibraryFiles): Library {
  const lists = files.checklists.map(({ file }) => file);
  const entries = lists.flatMap((list) => list.items);
  const use = usage(entries);
  return {
    checklists: lists.map(checklistOf),
    files: lists,
    items: new Map(lists.flatMap((list) => itemsOf(list)).map((item) => [item.id, item])),
    signals: new Map(entries.map((item) => [item.id, item.signals])),
    traits: files.traits.traits.map((trait) => traitOf(trait, use)),
    cues: new Map(files.traits.traits.map((trait) => [trait.id, trait.cues])),
    docTypes: new Map(
      files.docTypes.docTypes.map(({ code, labelZh, labelEn }) => [code, { labelZh, labelEn }]),
    ),
    instruments: new Map(files.catalogue.instruments.map((one) => [one.code, one])),
    amendmentsCheckedThrough: files.catalogue.amendmentsCheckedThrough,
    renumbering: {
      laws: files.renumbering.laws,
      partialMoves: files.renumbering.partialMoves,
      obsoleteReferences: files.renumbering.obsoleteReferences,
    },
    nationalLaws: files.nationalLaws.laws,
  };
}

function traitOf(entry: TraitEntry, use: ReadonlyMap<string, number>): Trait {
  const { cues: _cues, ...trait } = entry;
  return { ...trait, usedByItems: use.get(entry.id) ?? 0 };
}

/** How many items name each trait in their condition. */
function usage(entries: readonly ItemEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { when } of entries) {
    const parsed = parseWhen(when);
    if ('fault' in parsed) continue; // checkLibrary has refused it
    for (const id of traitsIn(parsed.condition)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
