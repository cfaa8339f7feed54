import { create } from 'zustand';
import type { Evidence } from '#shared/domain/review/assessment.ts';
import type { Anchor } from '#shared/domain/text/anchor.ts';
import { isAbout, whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { inTurn } from '../../client/resource.ts';
import { showToast } from '../../ui/toasts.ts';
import type { ReaderHandle } from '../../viewer/reader.ts';
import { typedTexts } from '../typedText/typedTexts.ts';
import { beginState, type Filter, type ReviewState } from './reviewState.ts';
import { currentVersion, groupRows, neighbour, versionById } from './selectors.ts';

export const useReview = create<ReviewState>()(() => beginState);

const { getState: get, setState: set } = useReview;

/**
 * Opens a project on the review screen, at an item where one is asked for; what another project left behind is forgotten,
 * unsaved text is not.
 */
export async function openReview(projectId: string, askedItem: string | null): Promise<void> {
  if (get().projectId !== projectId) {
    await typedTexts.flushAll();
    set({ ...beginState, projectId, filter: get().filter });
  }
  if (askedItem !== null) set({ itemId: askedItem });
  await Promise.all([readTraits(), readProject()]);
}

/** Turns to what an address names; what it leaves out stays as it is. */
export async function followAddress(asked: {
  readonly item: string | null;
  readonly version: string | null;
  readonly evidence: string | null;
}): Promise<void> {
  if (asked.item !== null && asked.item !== get().itemId) await openItem(asked.item);
  if (asked.version !== null && asked.version !== get().versionId) await openVersion(asked.version);
  if (asked.evidence !== null) await showEvidence(asked.evidence);
}

async function readTraits(): Promise<void> {
  if (get().traits.length > 0) return;
  set({ traits: await client('library.traits', {}) });
}

/** Reads again what the screen shows, one reading after the other. Answers for a project that was left are dropped. */
const readProject = inTurn(async () => {
  const { projectId } = get();
  if (projectId === null) return;
  try {
    const [rows, documents, lists, archived] = await Promise.all([
      client('review.rows', { projectId }),
      client('document.list', { projectId }),
      client('review.lists', { projectId }),
      client('review.archived', { projectId }),
    ]);
    if (get().projectId !== projectId) return;
    const checklists = lists.flatMap(({ checklist }) => checklist ?? []);
    set({ rows, documents, lists, checklists, archived, failure: null });
    settle();
    await Promise.all([readItem(), readMarks()]);
  } catch (failure) {
    if (get().projectId === projectId) set({ failure });
  }
});

/** Chooses an item and a version where none is chosen, or where the chosen one is gone. */
function settle(): void {
  const { rows, documents, itemId, versionId, checklists, filter } = get();
  if (rows !== null && !rows.some((row) => row.itemId === itemId)) {
    set({ itemId: neighbour(groupRows(rows, checklists, filter, null), null, 1) });
  }
  if (documents !== null && versionById(documents, versionId) === null) {
    const first = documents[0];
    set({ versionId: first === undefined ? null : (currentVersion(first)?.id ?? null) });
  }
}

async function readItem(): Promise<void> {
  const { projectId, itemId } = get();
  if (projectId === null || itemId === null) return;
  const item = await client('review.item', { projectId, itemId });
  if (get().projectId === projectId) set(({ items }) => ({ items: { ...items, [itemId]: item } }));
}

async function readMarks(): Promise<void> {
  const { projectId, versionId } = get();
  if (projectId === null || versionId === null) return;
  const marks = await client('review.marks', { projectId, versionId });
  if (get().projectId === projectId) {
    set(({ marks: known }) => ({ marks: { ...known, [versionId]: marks } }));
  }
}

/** The text of a version; kept, as it changes only where scanned pages are recognised, of which the core tells. */
export async function readText(versionId: string): Promise<void> {
  if (get().texts[versionId] !== undefined) return;
  const text = await client('document.text', { versionId });
  set(({ texts }) => ({ texts: { ...texts, [versionId]: text } }));
}

/** Turns to an item; what was being typed about the last one is saved first. */
export async function openItem(itemId: string): Promise<void> {
  void typedTexts.flushAll();
  set({ itemId, freshFindingId: null });
  await readItem();
}

/** Turns to the next or previous item as the list shows them; false at either end. */
export async function stepItem(step: 1 | -1): Promise<boolean> {
  const { rows, checklists, filter, itemId } = get();
  const next = neighbour(groupRows(rows ?? [], checklists, filter, itemId), itemId, step);
  if (next === null) return false;
  await openItem(next);
  return true;
}

export function setFilter(filter: Filter): void {
  set({ filter });
}

export async function openVersion(versionId: string): Promise<void> {
  set({ versionId, reader: null });
  preferRecognition();
  await readMarks();
}

/** Scanned pages of the document on the screen are recognised before others. */
function preferRecognition(): void {
  const { projectId, versionId } = get();
  if (projectId === null || versionId === null) return;
  // Only the order of the queue hangs on it; without an answer the order stays.
  client('ocr.control', { projectId, versionId, action: 'first' }).catch(() => undefined);
}

/** Shows a quote where it stands, in its own version of its own document. */
export async function showQuote(anchor: Anchor): Promise<void> {
  const { versionId } = get();
  set({ jump: { anchor } });
  if (versionId !== anchor.versionId) await openVersion(anchor.versionId);
}

/** Shows a quote as evidence has it. One that is not found any more has no place in flowing text: its document is opened, and it is said. */
export async function showEvidenceQuote({ anchor, reading }: Evidence): Promise<void> {
  if (reading !== 'lost' || anchor.rects.length > 0) {
    await showQuote(anchor);
    return;
  }
  if (get().versionId !== anchor.versionId) await openVersion(anchor.versionId);
  showToast({ tone: 'warning', message: ({ documents }) => documents.reread.lostJump });
}

/** Shows a piece of evidence of the item at hand by its id; nothing when it is no longer there. */
async function showEvidence(evidenceId: string): Promise<void> {
  await readItem();
  const { itemId, items } = get();
  const evidence = itemId === null ? [] : (items[itemId]?.evidence ?? []);
  const asked = evidence.find((each) => each.id === evidenceId);
  if (asked !== undefined && !asked.isDocumentRemoved) await showEvidenceQuote(asked);
}

/** The reader that is on the screen, or null when it leaves; an older one's leaving does not take a newer one away. */
export function setReader(versionId: string, handle: ReaderHandle | null): void {
  const { reader } = get();
  if (handle !== null) set({ reader: { versionId, handle } });
  else if (reader?.versionId === versionId) set({ reader: null });
}

/** The reader has shown the quote; it is not shown again when the reader is drawn anew. */
export function clearJump(): void {
  set({ jump: null });
}

export function setHistoryOpen(isHistoryOpen: boolean): void {
  set({ isHistoryOpen });
}

/** Reads the text on the screen anew, where pages of it may have been recognised; other texts are read when they are opened. */
const readTextAgain = inTurn(async () => {
  const { versionId } = get();
  if (versionId === null || get().texts[versionId] === undefined) return;
  const text = await client('document.text', { versionId });
  set({ texts: { [versionId]: text } });
});

whenDataChanges((event) => {
  if (event.entities.every((entity) => entity === 'recognition')) return;
  if (event.entities.includes('text')) void readTextAgain();
  const { projectId } = get();
  if (projectId === null || !isAbout(event, projectId)) return;
  set(({ items, itemId }) => ({
    // Cards of other items are read again when they are opened.
    items: Object.fromEntries(Object.entries(items).filter(([id]) => id === itemId)),
  }));
  void readProject();
});

whenWorkspaceCloses(() => {
  set(beginState);
});
