import { DraftHead, DraftItem } from '#shared/domain/library/checklistVersion.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** A draft without its items. */
export interface DraftRecord {
  readonly id: string;
  readonly checklistId: string;
  readonly order: number;
  readonly head: DraftHead;
  readonly basedOn: string | null;
  /** In their order. */
  readonly itemIds: readonly string[];
  readonly by: string;
  readonly at: string;
}

interface DraftRow {
  readonly id: string;
  readonly checklist_id: string;
  readonly list_order: number;
  readonly title_zh: string;
  readonly title_en: string;
  readonly primary_law: string;
  readonly version: string;
  readonly effective_date: string;
  readonly reviewed_on: string;
  readonly based_on: string | null;
  readonly item_ids: string;
  readonly made_by: string;
  readonly made_at: string;
}

interface ItemRow {
  readonly item_id: string;
  readonly title: string;
  readonly question: string;
  readonly obligation: string;
  readonly bearer: string;
  readonly nature: string;
  readonly basis: string;
  readonly needs_confirmation: number;
  readonly confirmation_note: string | null;
  readonly look_for: string;
  readonly typical_finding: string;
  readonly recommendation: string;
  readonly clause: string;
  readonly severity: string;
  readonly penalty: string;
  readonly doc_types: string;
  readonly applies_when: string;
  readonly note: string | null;
  readonly signals: string;
}

/** Checklists in work as projected. */
export class DraftTable {
  readonly #drafts;
  readonly #draft;
  readonly #items;

  constructor(db: Db) {
    this.#drafts = db.prepare<[], DraftRow>(sql`
      SELECT * FROM checklist_draft WHERE deleted = 0 ORDER BY id`);
    this.#draft = db.prepare<[string], DraftRow>(sql`
      SELECT * FROM checklist_draft WHERE id = ? AND deleted = 0`);
    this.#items = db.prepare<[string], ItemRow>(sql`
      SELECT * FROM draft_item WHERE draft_id = ? AND deleted = 0 ORDER BY id`);
  }

  drafts(): DraftRecord[] {
    return this.#drafts.all().map(toDraft);
  }
  draft(id: string): DraftRecord | null {
    const row = this.#draft.get(id);
    return row ? toDraft(row) : null;
  }
  /** In the order of the draft; one that the order does not name comes last. */
  items({ id, itemIds }: Pick<DraftRecord, 'id' | 'itemIds'>): DraftItem[] {
    const place = new Map(itemIds.map((itemId, index) => [itemId, index]));
    const rank = (item: DraftItem): number => place.get(item.id) ?? itemIds.length;
    return this.#items
      .all(id)
      .map(toItem)
      .sort((a, b) => rank(a) - rank(b));
  }
}

function toDraft(row: DraftRow): DraftRecord {
  const itemIds: unknown = JSON.parse(row.item_ids);
  return {
    id: row.id,
    checklistId: row.checklist_id,
    order: row.list_order,
    head: DraftHead.parse({
      titleZh: row.title_zh,
      titleEn: row.title_en,
      primaryLaw: row.primary_law,
      version: row.version,
      effectiveDate: row.effective_date,
      reviewedOn: row.reviewed_on,
    }),
    basedOn: row.based_on,
    itemIds: Array.isArray(itemIds) ? itemIds.map(String) : [],
    by: row.made_by,
    at: row.made_at,
  };
}

function toItem(row: ItemRow): DraftItem {
  return DraftItem.parse({
    id: row.item_id,
    title: row.title,
    question: row.question,
    obligation: row.obligation,
    bearer: row.bearer,
    nature: row.nature,
    basis: JSON.parse(row.basis),
    needsConfirmation: row.needs_confirmation === 1,
    confirmationNote: row.confirmation_note,
    lookFor: row.look_for,
    typicalFinding: row.typical_finding,
    recommendation: row.recommendation,
    clause: row.clause,
    severity: row.severity,
    penalty: JSON.parse(row.penalty),
    docTypes: JSON.parse(row.doc_types),
    when: row.applies_when,
    note: row.note,
    signals: JSON.parse(row.signals),
  });
}
