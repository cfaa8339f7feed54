import { AppError } from '#shared/contract/errors.ts';
import { parseWhen } from '#shared/domain/library/condition.ts';
import type { Checklist, ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import type { DraftHead, DraftItem } from '#shared/domain/library/checklistVersion.ts';
import {
  ChecklistFile,
  type ItemEntry,
  type ItemSignals,
} from '#shared/domain/library/libraryFile.ts';
import { libraryFault } from './libraryFault.ts';
import { parseLibraryFile } from './readLibraryFile.ts';
import { asJson, canonicalJson, resealed } from './seal.ts';

/** What a list is frozen from; `order` is the first part of its items' numbers. */
export interface ChecklistSource {
  readonly id: string;
  readonly order: number;
  readonly head: DraftHead;
  readonly items: readonly DraftItem[];
}

const noSignals: ItemSignals = {
  evidence: [],
  redFlags: [],
  absence: { suggest: false, expectedIn: [] },
  headings: [],
};

/** Freezes a list into its file: hashes and seal are computed, nothing else is added. Throws where a schema is not met. */
export function sealChecklist({ id, order, head, items }: ChecklistSource): ChecklistFile {
  const codes = items.flatMap((item) => item.basis.map(({ code }) => code));
  const primaryLaw = head.primaryLaw === '' ? mostFrequent(codes) : head.primaryLaw;
  const file = {
    schema: 'counsel-desk/checklist@1',
    id,
    order,
    ...head,
    titleEn: head.titleEn === '' ? head.titleZh : head.titleEn,
    primaryLaw,
    lawCodes: [...new Set([primaryLaw, ...codes])],
    items: items.map((item) => ({ ...item, signals: signalsOf(item) })),
  };
  return ChecklistFile.parse(resealed(asJson(file)));
}

/** Rules of text as the item had them, without document types that it no longer looks at. */
function signalsOf({ signals, docTypes }: DraftItem): ItemSignals {
  if (signals === null) return noSignals;
  const expectedIn = signals.absence.expectedIn.filter((code) => docTypes.includes(code));
  return { ...signals, absence: { ...signals.absence, expectedIn } };
}

function mostFrequent(codes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? '';
}

/** An item of a version as a draft begins with it. */
export function draftItemOf(entry: ItemEntry): DraftItem {
  const { hash: _hash, signalsHash: _signalsHash, signals, ...content } = entry;
  const hasRules = canonicalJson(asJson(signals)) !== canonicalJson(asJson(noSignals));
  return { ...content, signals: hasRules ? signals : null };
}

/** The bytes by which a version is kept and handed on: canonical JSON, UTF-8. */
export function checklistBytes(file: ChecklistFile): Uint8Array {
  return Buffer.from(canonicalJson(asJson(file)), 'utf8');
}

/**
 * A version from its bytes: schema, hashes, seal, conditions that can be read and ids that are not taken twice. What the
 * catalogue knows of its citations is not asked: the list may come from a newer program. Throws `library-invalid`.
 */
export function readChecklistBytes(bytes: Uint8Array, name: string): ChecklistFile {
  const file = parseLibraryFile(name, Buffer.from(bytes).toString('utf8'), ChecklistFile);
  const ids = new Set<string>();
  for (const [index, { id, when }] of file.items.entries()) {
    const place = `items[${String(index)}] ${id}`;
    if (ids.has(id)) throw libraryFault(name, `${place}.id`, 'the id is taken');
    ids.add(id);
    const parsed = parseWhen(when);
    if ('fault' in parsed) throw libraryFault(name, `${place}.when`, parsed.fault.detail);
  }
  return file;
}

/** The same, null for what is no list that can be read. */
export function tryReadChecklist(bytes: Uint8Array, name: string): ChecklistFile | null {
  try {
    return readChecklistBytes(bytes, name);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The list as screens know it. */
export function checklistOf(list: ChecklistFile): Checklist {
  const { id, order, titleZh, titleEn, primaryLaw, version, effectiveDate, reviewedOn, hash } =
    list;
  const items = list.items.map((item) => item.id);
  return {
    id,
    order,
    titleZh,
    titleEn,
    primaryLaw,
    version,
    effectiveDate,
    reviewedOn,
    items,
    hash,
  };
}

/** Items of a list with their numbers; `prefix` is the first part, the list's order unless another is given. */
export function itemsOf(list: ChecklistFile, prefix = String(list.order)): ChecklistItem[] {
  return list.items.map((entry, index) => {
    const { signals: _signals, signalsHash: _signalsHash, ...content } = entry;
    const number = `${prefix}.${String(index + 1).padStart(2, '0')}`;
    return { ...content, number, checklist: list.id };
  });
}
