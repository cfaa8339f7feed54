import type { FieldValue } from '#shared/domain/changes/change.ts';

/** How a field of the change log is kept in its column. */
export type Codec = 'text' | 'integer' | 'boolean' | 'json';

export interface EntityKind {
  readonly table: string;
  /** field → [column, codec] */
  readonly fields: Readonly<Record<string, readonly [string, Codec]>>;
}

/** Every entity the change log knows, and the table it is projected to. */
export const entityKinds = {
  desk: {
    table: 'desk',
    fields: {
      name: ['name', 'text'],
      person: ['person', 'text'],
      firm: ['firm', 'text'],
      idleLockMinutes: ['idle_lock_minutes', 'integer'],
    },
  },
  project: {
    table: 'project',
    fields: {
      name: ['name', 'text'],
      client: ['client', 'text'],
      type: ['type', 'text'],
      due: ['due', 'text'],
      round: ['round', 'integer'],
      checklists: ['checklists', 'json'],
      conclusion: ['conclusion', 'text'],
      owner: ['owner', 'json'],
      createdAt: ['created_at', 'text'],
      deleted: ['deleted', 'boolean'],
    },
  },
  traitAnswer: {
    table: 'trait_answer',
    fields: {
      projectId: ['project_id', 'text'],
      traitId: ['trait_id', 'text'],
      answer: ['answer', 'boolean'],
    },
  },
  document: {
    table: 'document',
    fields: {
      projectId: ['project_id', 'text'],
      title: ['title', 'text'],
      type: ['type', 'text'],
      createdAt: ['created_at', 'text'],
      deleted: ['deleted', 'boolean'],
    },
  },
  documentVersion: {
    table: 'document_version',
    fields: {
      documentId: ['document_id', 'text'],
      number: ['number', 'integer'],
      sha256: ['sha256', 'text'],
      fileName: ['file_name', 'text'],
      sizeBytes: ['size_bytes', 'integer'],
      kind: ['kind', 'text'],
      pages: ['pages', 'integer'],
      characters: ['characters', 'integer'],
      warnings: ['warnings', 'json'],
      addedAt: ['added_at', 'text'],
      deleted: ['deleted', 'boolean'],
    },
  },
  assessment: {
    table: 'assessment',
    fields: {
      projectId: ['project_id', 'text'],
      round: ['round', 'integer'],
      itemId: ['item_id', 'text'],
      verdict: ['verdict', 'text'],
      note: ['note', 'text'],
      // Content hash of the item when it was given this verdict: one field a verdict, so that the two merge as a pair.
      metOn: ['met_on', 'text'],
      partialOn: ['partial_on', 'text'],
      notMetOn: ['not_met_on', 'text'],
      notApplicableOn: ['not_applicable_on', 'text'],
      needsMaterialOn: ['needs_material_on', 'text'],
      by: ['changed_by', 'text'],
      at: ['changed_at', 'text'],
    },
  },
  evidence: {
    table: 'evidence',
    fields: {
      projectId: ['project_id', 'text'],
      itemId: ['item_id', 'text'],
      findingId: ['finding_id', 'text'],
      versionId: ['version_id', 'text'],
      stance: ['stance', 'text'],
      anchor: ['anchor', 'json'],
      by: ['made_by', 'text'],
      at: ['made_at', 'text'],
      deleted: ['deleted', 'boolean'],
    },
  },
  finding: {
    table: 'finding',
    fields: {
      projectId: ['project_id', 'text'],
      round: ['round', 'integer'],
      number: ['number', 'text'],
      itemId: ['item_id', 'text'],
      severity: ['severity', 'text'],
      problem: ['problem', 'text'],
      citations: ['citations', 'json'],
      recommendation: ['recommendation', 'text'],
      clause: ['clause', 'text'],
      status: ['status', 'text'],
      by: ['made_by', 'text'],
      at: ['made_at', 'text'],
      deleted: ['deleted', 'boolean'],
    },
  },
  memo: {
    table: 'memo',
    fields: {
      projectId: ['project_id', 'text'],
      number: ['number', 'text'],
      isDraft: ['is_draft', 'boolean'],
      fileName: ['file_name', 'text'],
      sha256: ['sha256', 'text'],
      model: ['model', 'json'],
      acknowledged: ['acknowledged', 'json'],
      reasons: ['reasons', 'json'],
      by: ['made_by', 'text'],
      at: ['made_at', 'text'],
    },
  },
  statuteVersion: {
    table: 'statute_version',
    fields: {
      lawCode: ['law_code', 'text'],
      title: ['title', 'text'],
      versionDate: ['version_date', 'text'],
      effectiveFrom: ['effective_from', 'text'],
      effectiveTo: ['effective_to', 'text'],
      sha256: ['sha256', 'text'],
      fileName: ['file_name', 'text'],
      articleCount: ['article_count', 'integer'],
      remarks: ['remarks', 'json'],
      importedBy: ['imported_by', 'text'],
      importedAt: ['imported_at', 'text'],
      deleted: ['deleted', 'boolean'],
    },
  },
  checklistVersion: {
    table: 'checklist_version',
    fields: {
      checklistId: ['checklist_id', 'text'],
      sha256: ['sha256', 'text'],
      origin: ['origin', 'text'],
      basedOn: ['based_on', 'text'],
      signer: ['signer', 'json'],
      by: ['published_by', 'text'],
      at: ['published_at', 'text'],
      retired: ['retired', 'boolean'],
      deleted: ['deleted', 'boolean'],
    },
  },
  checklistDraft: {
    table: 'checklist_draft',
    fields: {
      checklistId: ['checklist_id', 'text'],
      order: ['list_order', 'integer'],
      titleZh: ['title_zh', 'text'],
      titleEn: ['title_en', 'text'],
      primaryLaw: ['primary_law', 'text'],
      version: ['version', 'text'],
      effectiveDate: ['effective_date', 'text'],
      reviewedOn: ['reviewed_on', 'text'],
      basedOn: ['based_on', 'text'],
      itemIds: ['item_ids', 'json'],
      by: ['made_by', 'text'],
      at: ['made_at', 'text'],
      deleted: ['deleted', 'boolean'],
    },
  },
  draftItem: {
    table: 'draft_item',
    fields: {
      draftId: ['draft_id', 'text'],
      itemId: ['item_id', 'text'],
      title: ['title', 'text'],
      question: ['question', 'text'],
      obligation: ['obligation', 'text'],
      bearer: ['bearer', 'text'],
      nature: ['nature', 'text'],
      basis: ['basis', 'json'],
      needsConfirmation: ['needs_confirmation', 'boolean'],
      confirmationNote: ['confirmation_note', 'text'],
      lookFor: ['look_for', 'text'],
      typicalFinding: ['typical_finding', 'text'],
      recommendation: ['recommendation', 'text'],
      clause: ['clause', 'text'],
      severity: ['severity', 'text'],
      penalty: ['penalty', 'json'],
      docTypes: ['doc_types', 'json'],
      when: ['applies_when', 'text'],
      note: ['note', 'text'],
      signals: ['signals', 'json'],
      deleted: ['deleted', 'boolean'],
    },
  },
  checklistPin: {
    table: 'checklist_pin',
    fields: {
      projectId: ['project_id', 'text'],
      checklistId: ['checklist_id', 'text'],
      // {version, hash}; false: taken out of the project; null: as the project was begun.
      pin: ['pin', 'json'],
    },
  },
  checklistUse: {
    table: 'checklist_use',
    fields: {
      projectId: ['project_id', 'text'],
      sha256: ['sha256', 'text'],
      by: ['published_by', 'text'],
      at: ['published_at', 'text'],
    },
  },
} as const satisfies Record<string, EntityKind>;

export type EntityName = keyof typeof entityKinds;
export type FieldsOf<E extends EntityName> = Partial<
  Record<keyof (typeof entityKinds)[E]['fields'], FieldValue>
>;

/** What SQLite can bind. */
export type ColumnValue = string | number | null;

export function toColumn(codec: Codec, value: FieldValue): ColumnValue {
  if (codec === 'json') return JSON.stringify(value);
  if (value === null) return null;
  if (codec === 'boolean') return value === true ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`a ${codec} field cannot hold ${typeof value}`);
}
