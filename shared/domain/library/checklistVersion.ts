import { z } from 'zod';
import { ChecklistItem } from './checklistItem.ts';
import { ChecklistFile, ItemEntry } from './libraryFile.ts';

/** Where a version of a checklist comes from: the program, this desk, a colleague's pack, or a project that was handed over. */
export const ChecklistOrigin = z.enum(['bundled', 'own', 'pack', 'handoff']);
export type ChecklistOrigin = z.infer<typeof ChecklistOrigin>;

/** The key that signed the pack a version came with, and whether this desk trusts it. */
export const ChecklistSigner = z.strictObject({
  person: z.string(),
  fingerprint: z.string(),
  isTrusted: z.boolean(),
});
export type ChecklistSigner = z.infer<typeof ChecklistSigner>;

/**
 * One published version of a checklist. `id` is the seal of its file (SHA-256, hex), so the same content is the same version
 * on every desk; `hash` covers the items' content alone and is what projects pin.
 */
export const ChecklistVersion = z.strictObject({
  id: z.string(),
  checklistId: z.string(),
  order: z.number().int().positive(),
  titleZh: z.string(),
  titleEn: z.string(),
  primaryLaw: z.string(),
  version: z.string(),
  effectiveDate: z.string(),
  reviewedOn: z.string(),
  hash: z.string(),
  items: z.number().int(),
  origin: ChecklistOrigin,
  /** Who published it and when (ISO); null for what the program brings. */
  by: z.string().nullable(),
  at: z.string().nullable(),
  signer: ChecklistSigner.nullable(),
  /** The version it was made from, by id; null for the first. */
  basedOn: z.string().nullable(),
  /** `current` is what new projects begin with; `retired` was taken out of use by hand. */
  state: z.enum(['current', 'superseded', 'retired']),
  /** Projects that pin it. */
  projects: z.number().int(),
});
export type ChecklistVersion = z.infer<typeof ChecklistVersion>;

/** An item while it is being written: nothing has to be complete yet. Hashes are made when the draft is published. */
export const DraftItem = ItemEntry.omit({ hash: true, signalsHash: true, signals: true }).extend({
  title: z.string(),
  question: z.string(),
  obligation: z.string(),
  bearer: z.string(),
  basis: z.array(ChecklistItem.shape.basis.element),
  lookFor: z.string(),
  typicalFinding: z.string(),
  recommendation: z.string(),
  clause: z.string(),
  penalty: z.strictObject({
    stateOrgan: z.string(),
    enterprise: z.string(),
    cites: z.array(z.string()),
  }),
  docTypes: z.array(ChecklistItem.shape.docTypes.element),
  /** Rules of text for suggestions, kept as they are; null for an item that has none. */
  signals: ItemEntry.shape.signals.nullable(),
});
export type DraftItem = z.infer<typeof DraftItem>;

/** What of a draft is not an item. */
export const DraftHead = ChecklistFile.pick({
  titleZh: true,
  titleEn: true,
  primaryLaw: true,
  version: true,
  effectiveDate: true,
  reviewedOn: true,
}).extend({
  titleZh: z.string(),
  /** Empty: the version takes the Chinese title. */
  titleEn: z.string(),
  /** Code of an instrument; empty: the version takes the one that its items cite most. */
  primaryLaw: z.string(),
  version: z.string(),
});
export type DraftHead = z.infer<typeof DraftHead>;

/**
 * Why a draft, a workbook or a YAML file cannot be published. `sheet`, `row` (from 1) and `column` are set for workbooks,
 * `line` (from 1) for YAML; `field` is a path into the list (`basis[1].article`). Words in shared/i18n by `code`.
 */
export const ChecklistProblem = z.strictObject({
  itemId: z.string().nullable(),
  field: z.string(),
  code: z.enum([
    'missing',
    'bad-value',
    'not-a-question',
    'unknown-trait',
    'unreadable-condition',
    'unknown-doc-type',
    'unknown-law',
    'no-such-article',
    'not-in-force',
    'cite-differs',
    'taken-id',
    'bad-id',
    'no-items',
    'nature-without-basis',
    'confirmation-without-note',
    'unverified-without-reason',
    'version-taken',
    'unknown-column',
    'missing-sheet',
    'unknown-base',
    'unreadable',
  ]),
  /** What was found, and what would do, where that can be said; plain text of the file. */
  found: z.string(),
  expected: z.string(),
  sheet: z.string().nullable(),
  row: z.number().int().positive().nullable(),
  column: z.string().nullable(),
  line: z.number().int().positive().nullable(),
});
export type ChecklistProblem = z.infer<typeof ChecklistProblem>;

/** A checklist in work. Publishing freezes it into a `ChecklistVersion`; until then no project sees it. */
export const ChecklistDraft = z.strictObject({
  id: z.string(),
  checklistId: z.string(),
  head: DraftHead,
  basedOn: z.string().nullable(),
  items: z.array(DraftItem),
  /** What stands in the way of publishing; empty means it may be published. */
  problems: z.array(ChecklistProblem),
  by: z.string(),
  at: z.string(),
});
export type ChecklistDraft = z.infer<typeof ChecklistDraft>;

/** What became of one item between two versions; `changed` compares content hashes, so rules of text do not count. */
export const ItemChange = z.strictObject({
  itemId: z.string(),
  kind: z.enum(['same', 'changed', 'added', 'removed']),
  /** Only its place in the list differs. */
  isMoved: z.boolean(),
  before: ChecklistItem.nullable(),
  after: ChecklistItem.nullable(),
  /** Fields that differ, in the order of the item; empty unless changed. */
  fields: z.array(z.string()),
});
export type ItemChange = z.infer<typeof ItemChange>;

export const ChecklistComparison = z.strictObject({
  from: ChecklistVersion,
  to: ChecklistVersion,
  counts: z.strictObject({
    same: z.number().int(),
    changed: z.number().int(),
    added: z.number().int(),
    removed: z.number().int(),
  }),
  changes: z.array(ItemChange),
});
export type ChecklistComparison = z.infer<typeof ChecklistComparison>;

/** What updating one checklist of a project would do to its answers. */
export const ChecklistUpdate = z.strictObject({
  checklistId: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  /** Null where the project has no version of this list yet; its content may also no longer be here (`isFromHeld` false). */
  from: z.strictObject({ version: z.string(), hash: z.string() }).nullable(),
  isFromHeld: z.boolean(),
  to: ChecklistVersion,
  /** Answered items whose content is unchanged or changed: carried, reopened; items that were worked on and are gone: archived. */
  carried: z.number().int(),
  reopened: z.array(ItemChange),
  archived: z.array(ItemChange),
  added: z.number().int(),
});
export type ChecklistUpdate = z.infer<typeof ChecklistUpdate>;

/** For which of the projects at this desk an item with this condition would apply. */
export const ApplicabilityPreview = z.strictObject({
  projects: z.array(
    z.strictObject({
      projectId: z.string(),
      name: z.string(),
      applies: z.enum(['yes', 'no', 'undetermined']),
      /** Documents of the types that the item is looked for in. */
      documents: z.number().int(),
    }),
  ),
  /** Why the condition cannot be read; null where it can. */
  problem: ChecklistProblem.nullable(),
});
export type ApplicabilityPreview = z.infer<typeof ApplicabilityPreview>;

/** What a file of checklists brought: drafts from workbooks and YAML, versions from packs; nothing where `problems` is not empty. */
export const ChecklistImport = z.strictObject({
  fileName: z.string(),
  kind: z.enum(['xlsx', 'yaml', 'json', 'pack']),
  /** What stands in the file; the id is null for a new list that names none. */
  lists: z.array(
    z.strictObject({
      checklistId: z.string().nullable(),
      titleZh: z.string(),
      version: z.string(),
      items: z.number().int(),
    }),
  ),
  drafts: z.array(z.string()),
  versions: z.array(z.string()),
  /** Lists that were here already with the same content. */
  identical: z.number().int(),
  counts: z.strictObject({
    same: z.number().int(),
    changed: z.number().int(),
    added: z.number().int(),
    removed: z.number().int(),
  }),
  signer: ChecklistSigner.nullable(),
  problems: z.array(ChecklistProblem),
});
export type ChecklistImport = z.infer<typeof ChecklistImport>;
