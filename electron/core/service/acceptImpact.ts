import type { ParsedInput } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import {
  articleExists,
  formatCitation,
  parseCitation,
  versionOf,
} from '#shared/domain/law/citation.ts';
import type { Basis } from '#shared/domain/library/checklistItem.ts';
import type { ChecklistDraft, DraftItem } from '#shared/domain/library/checklistVersion.ts';
import type { Instrument } from '#shared/domain/library/libraryFile.ts';
import type { Desk } from '../desk.ts';
import {
  type DraftStart,
  draftItemId,
  itemFields,
  requireDraft,
  writeDraft,
} from '../library/drafts.ts';
import { instrumentsAt } from '../library/knownAtDesk.ts';
import type { DraftRecord } from '../repo/draftTable.ts';
import { draftEntry, editionStart } from './checklistDrafts.ts';
import { shelfOf } from './checklists.ts';

/** Takes what a new version of a law made of a citation over into the next edition of a list. */
export function impactHandlers(desk: Desk): Pick<Handlers, 'checklist.acceptImpact'> {
  return { 'checklist.acceptImpact': (input) => accept(desk, input) };
}

/** Errors: `item-unknown`, `not-found`, `bad-input` where the item does not cite so, or the new citation stands nowhere. */
function accept(desk: Desk, input: ParsedInput<'checklist.acceptImpact'>): ChecklistDraft {
  const session = desk.session();
  const draft = draftFor(desk, input);
  const start = draft ? null : startFor(desk, input.itemId);
  const items = draft ? session.drafts.items(draft) : (start?.items ?? []);
  const item = items.find(({ id }) => id === input.itemId);
  if (!item) throw new AppError('item-unknown', { item: input.itemId });
  const patch = patchOf(item, input.cite, targetsOf(desk, input.current));
  const command = { id: input.commandId, name: 'checklist.acceptImpact', isUndoable: true };
  const draftId = session.changes.write(command, session.person(), (w) => {
    const id = draft?.id ?? writeDraft(w, session, start ?? startFor(desk, input.itemId));
    w.set('draftItem', draftItemId(id, item.id), itemFields(patch));
    w.set('checklistDraft', id, { by: session.person(), at: session.now() });
    return id;
  });
  desk.changed(['checklistDraft'], []);
  return draftEntry(desk, draftId);
}

/** The draft that is named, else the newest edition in work that has the item. */
function draftFor(desk: Desk, input: ParsedInput<'checklist.acceptImpact'>): DraftRecord | null {
  const { drafts } = desk.session();
  if (input.draftId !== null) return requireDraft(desk.session(), input.draftId);
  const known = shelfOf(desk).item(input.itemId);
  const editions = drafts
    .drafts()
    .filter(({ checklistId }) => checklistId === known?.version.file.id);
  return editions.findLast(({ itemIds }) => itemIds.includes(input.itemId)) ?? null;
}

/** Errors: `item-unknown`. */
function startFor(desk: Desk, itemId: string): DraftStart {
  const known = shelfOf(desk).item(itemId);
  if (!known) throw new AppError('item-unknown', { item: itemId });
  return editionStart(desk, known.version.file.seal);
}

interface Target {
  readonly cite: string;
  readonly instrument: Instrument;
  readonly article: number;
}

/** The articles that `current` names, as `statute.impact` writes them: 《…》第…条、《…》第…条. */
function targetsOf(desk: Desk, current: string): Target[] {
  const instruments = instrumentsAt(desk.library, desk.session());
  return current.split('、').map((cite) => {
    const parsed = parseCitation(cite.trim());
    const article = parsed?.article ?? null;
    const instrument = instruments.find(
      (one) =>
        one.citeTitle === parsed?.title && article !== null && articleExists(one, article) !== 'no',
    );
    if (!instrument || article === null) throw notSo('current');
    return { cite: cite.trim(), instrument, article };
  });
}

function notSo(detail: string): AppError {
  return new AppError('bad-input', { channel: 'checklist.acceptImpact', detail });
}

function patchOf(
  item: DraftItem,
  cite: string,
  targets: readonly Target[],
): Pick<DraftItem, 'basis' | 'penalty'> {
  const cites = item.penalty.cites;
  if (!cites.includes(cite) && !item.basis.some((one) => one.cite === cite)) throw notSo('cite');
  const basis = item.basis.flatMap((one) =>
    one.cite === cite ? targets.map((target) => moved(one, target, targets.length === 1)) : [one],
  );
  const renamed = cites.flatMap((one) => (one === cite ? renamedCites(cite, targets) : [one]));
  return { basis, penalty: { ...item.penalty, cites: [...new Set(renamed)] } };
}

/** As `moved`: within one article the place stays. */
function renamedCites(cite: string, targets: readonly Target[]): string[] {
  const place = parseCitation(cite);
  const [only] = targets;
  if (!place || !only || targets.length > 1) return targets.map((to) => to.cite);
  return [formatCitation(only.instrument, { ...place, article: only.article })];
}

/** Paragraph and item are kept where the article became one article; where it was split, which of them holds it is not known. */
function moved(basis: Basis, { instrument, article }: Target, isWhole: boolean): Basis {
  const place = {
    article,
    paragraph: isWhole ? basis.paragraph : null,
    item: isWhole ? basis.item : null,
  };
  return {
    ...basis,
    ...place,
    code: instrument.code,
    law: instrument.title,
    cite: formatCitation(instrument, place),
    lawVersion: basis.verified ? versionOf(instrument) : null,
  };
}
