import type { ParsedInput } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import type {
  ChecklistDraft,
  ChecklistVersion,
  DraftItem,
} from '#shared/domain/library/checklistVersion.ts';
import type { Writer } from '../changes/changeLog.ts';
import type { Desk } from '../desk.ts';
import { checklistBytes, draftItemOf, sealChecklist } from '../library/checklistFile.ts';
import {
  describeDraft,
  draftItemId,
  type DraftStart,
  freshId,
  itemFields,
  nextOrder,
  nextVersionLabel,
  problemsOf,
  requireDraft,
  writeDraft,
  writeNewItem,
} from '../library/drafts.ts';
import type { DraftRecord } from '../repo/draftTable.ts';
import type { Session } from '../session.ts';
import { requireVersionEntry, shelfOf } from './checklists.ts';
import { localDay } from './localDay.ts';
import { definedOf } from './projects.ts';

type DraftChannel =
  | 'checklist.drafts'
  | 'checklist.draft'
  | 'checklist.begin'
  | 'checklist.setHead'
  | 'checklist.addItem'
  | 'checklist.setItem'
  | 'checklist.removeItem'
  | 'checklist.reorder'
  | 'checklist.publish'
  | 'checklist.discard';

/** Checklists in work: begun, written, and frozen into versions. */
export function draftHandlers(desk: Desk): Pick<Handlers, DraftChannel> {
  return {
    'checklist.drafts': () => {
      const session = desk.session();
      return session.drafts.drafts().map((draft) => {
        const described = describeDraft(desk.library, session, shelfOf(desk), draft);
        const { items, problems, ...summary } = described;
        return { ...summary, items: items.length, problems: problems.length };
      });
    },
    'checklist.draft': ({ draftId }) => draftEntry(desk, draftId),
    'checklist.begin': (input) => begin(desk, input),
    'checklist.setHead': ({ commandId, draftId, patch }) => {
      const fields = definedOf(patch);
      return edit(desk, draftId, typing(commandId, 'checklist.setHead', draftId, fields), (w) => {
        w.set('checklistDraft', draftId, fields);
      });
    },
    'checklist.addItem': (input) => addItem(desk, input),
    'checklist.setItem': (input) => setItem(desk, input),
    'checklist.removeItem': ({ commandId, draftId, itemId }) => {
      const { itemIds } = requireItemOf(desk.session(), draftId, itemId);
      return edit(desk, draftId, command(commandId, 'checklist.removeItem'), (w) => {
        w.set('draftItem', draftItemId(draftId, itemId), { deleted: true });
        w.set('checklistDraft', draftId, { itemIds: itemIds.filter((id) => id !== itemId) });
      });
    },
    'checklist.reorder': ({ commandId, draftId, itemIds }) => {
      requireSameItems(desk.session(), draftId, itemIds);
      return edit(desk, draftId, command(commandId, 'checklist.reorder'), (w) => {
        w.set('checklistDraft', draftId, { itemIds });
      });
    },
    'checklist.publish': (input) => publish(desk, input),
    'checklist.discard': ({ commandId, draftId }) => {
      const session = desk.session();
      requireDraft(session, draftId);
      session.changes.write(command(commandId, 'checklist.discard'), session.person(), (w) => {
        w.set('checklistDraft', draftId, { deleted: true });
      });
      desk.changed(['checklistDraft'], []);
      return {};
    },
  };
}

interface UndoableCommand {
  readonly id: string;
  readonly name: string;
  readonly isUndoable: true;
  readonly mergeKey?: string;
}

function command(id: string, name: string): UndoableCommand {
  return { id, name, isUndoable: true };
}

/** One text that is typed is one step of undo, however often it is saved. */
function typing(id: string, name: string, of: string, patch: object): UndoableCommand {
  const [field, ...others] = Object.entries(patch);
  if (!field || others.length > 0 || typeof field[1] !== 'string') return command(id, name);
  return { ...command(id, name), mergeKey: `${field[0]}:${of}` };
}

export function draftEntry(desk: Desk, draftId: string): ChecklistDraft {
  const session = desk.session();
  return describeDraft(desk.library, session, shelfOf(desk), requireDraft(session, draftId));
}

/** Writes into a draft that is there, with who and when. */
export function edit(
  desk: Desk,
  draftId: string,
  by: UndoableCommand,
  write: (w: Writer) => void,
): ChecklistDraft {
  const session = desk.session();
  requireDraft(session, draftId);
  session.changes.write(by, session.person(), (w) => {
    write(w);
    w.set('checklistDraft', draftId, { by: session.person(), at: session.now() });
  });
  desk.changed(['checklistDraft'], []);
  return draftEntry(desk, draftId);
}

function begin(desk: Desk, input: ParsedInput<'checklist.begin'>): ChecklistDraft {
  const session = desk.session();
  const start = startOf(desk, session, input);
  const name = 'checklist.begin';
  const draftId = session.changes.write(command(input.commandId, name), session.person(), (w) =>
    writeDraft(w, session, start),
  );
  desk.changed(['checklistDraft'], []);
  return draftEntry(desk, draftId);
}

function startOf(desk: Desk, session: Session, input: ParsedInput<'checklist.begin'>): DraftStart {
  const shelf = shelfOf(desk);
  const day = localDay(desk.ports.nowMs());
  if (input.kind === 'edition') return editionStart(desk, input.versionId);
  const checklistId = freshId(session, 'cl-own');
  const own = { checklistId, order: nextOrder(shelf, session) };
  const { titleZh } = input;
  const version = nextVersionLabel(shelf, checklistId, day);
  if (input.kind === 'empty') {
    const head = { titleZh, titleEn: '', primaryLaw: '', version, effectiveDate: day };
    return { ...own, head: { ...head, reviewedOn: day }, basedOn: null, items: [] };
  }
  const { file } = shelf.require(input.versionId);
  const { primaryLaw, effectiveDate, reviewedOn } = file;
  const items = file.items.map((entry) => ({ ...draftItemOf(entry), id: freshId(session, 'it') }));
  const head = { titleZh, titleEn: '', primaryLaw, version, effectiveDate, reviewedOn };
  return { ...own, head, basedOn: file.seal, items };
}

/** The next version of a list: the same items under the same ids. Errors: `not-found`. */
export function editionStart(desk: Desk, versionId: string): DraftStart {
  const shelf = shelfOf(desk);
  const { file } = shelf.require(versionId);
  const { id: checklistId, order, titleZh, titleEn, primaryLaw, effectiveDate, reviewedOn } = file;
  const version = nextVersionLabel(shelf, checklistId, localDay(desk.ports.nowMs()));
  return {
    checklistId,
    order,
    head: { titleZh, titleEn, primaryLaw, version, effectiveDate, reviewedOn },
    basedOn: file.seal,
    items: file.items.map(draftItemOf),
  };
}

const emptyItem: Omit<DraftItem, 'id'> = {
  title: '',
  question: '',
  obligation: '',
  bearer: '',
  nature: 'contractual',
  basis: [],
  needsConfirmation: false,
  confirmationNote: null,
  lookFor: '',
  typicalFinding: '',
  recommendation: '',
  clause: '',
  severity: '一般',
  penalty: { stateOrgan: '', enterprise: '', cites: [] },
  docTypes: [],
  when: 'always',
  note: null,
  signals: null,
};

function addItem(
  desk: Desk,
  { commandId, draftId, like, after }: ParsedInput<'checklist.addItem'>,
): ChecklistDraft {
  const session = desk.session();
  const draft = requireDraft(session, draftId);
  if (after !== null) requireItemOf(session, draftId, after);
  const content = like === null ? emptyItem : contentOf(desk, draft, like);
  return edit(desk, draftId, command(commandId, 'checklist.addItem'), (w) => {
    const id = freshId(session, 'it');
    const at = after === null ? 0 : draft.itemIds.indexOf(after) + 1;
    const itemIds = [...draft.itemIds.slice(0, at), id, ...draft.itemIds.slice(at)];
    writeNewItem(w, draftId, { ...content, id });
    w.set('checklistDraft', draftId, { itemIds });
  });
}

/** Content of an item of this draft or of any version. Errors: `item-unknown`. */
function contentOf(desk: Desk, draft: DraftRecord, itemId: string): Omit<DraftItem, 'id'> {
  const inDraft = desk
    .session()
    .drafts.items(draft)
    .find((item) => item.id === itemId);
  if (inDraft) return inDraft;
  const found = shelfOf(desk).item(itemId);
  const entry = found?.version.file.items.find((item) => item.id === itemId);
  if (!entry) throw new AppError('item-unknown', { item: itemId });
  return draftItemOf(entry);
}

function setItem(
  desk: Desk,
  { commandId, draftId, itemId, patch }: ParsedInput<'checklist.setItem'>,
): ChecklistDraft {
  requireItemOf(desk.session(), draftId, itemId);
  const id = draftItemId(draftId, itemId);
  return edit(desk, draftId, typing(commandId, 'checklist.setItem', id, patch), (w) => {
    w.set('draftItem', id, itemFields(patch));
  });
}

/** The draft, given that it has the item. Errors: `not-found`, `item-unknown`. */
function requireItemOf(session: Session, draftId: string, itemId: string): DraftRecord {
  const draft = requireDraft(session, draftId);
  const isThere = session.drafts.items(draft).some((item) => item.id === itemId);
  if (!isThere) throw new AppError('item-unknown', { item: itemId });
  return draft;
}

/** Errors: `bad-input` where the ids are not exactly those of the draft. */
function requireSameItems(session: Session, draftId: string, itemIds: readonly string[]): void {
  const own = session.drafts.items(requireDraft(session, draftId)).map((item) => item.id);
  const given = new Set(itemIds);
  if (
    given.size === itemIds.length &&
    own.length === given.size &&
    own.every((id) => given.has(id))
  )
    return;
  throw new AppError('bad-input', { channel: 'checklist.reorder', detail: 'itemIds' });
}

/** Errors: `checklist-incomplete` with how much is missing and where it begins. */
function publish(
  desk: Desk,
  { commandId, draftId }: ParsedInput<'checklist.publish'>,
): ChecklistVersion {
  const session = desk.session();
  const known = session.changes.table.command(commandId);
  if (known) return requireVersionEntry(desk, JSON.parse(known.result) as string); // written below: the version's id
  const draft = requireDraft(session, draftId);
  const items = session.drafts.items(draft);
  const problems = problemsOf(desk.library, session, shelfOf(desk), draft, items);
  const [first] = problems;
  if (first) {
    const place = [first.itemId, first.field].filter((one) => one !== null).join(' ');
    const title = draft.head.titleZh;
    throw new AppError('checklist-incomplete', { title, count: problems.length, place });
  }
  const { checklistId, order, head, basedOn } = draft;
  const file = sealChecklist({ id: checklistId, order, head, items });
  const sha256 = session.contents.put(checklistBytes(file));
  const by = session.person();
  session.changes.write(command(commandId, 'checklist.publish'), by, (w) => {
    const fields = { checklistId, sha256, origin: 'own', basedOn, signer: null, by };
    w.set('checklistVersion', file.seal, { ...fields, at: session.now(), deleted: false });
    w.set('checklistDraft', draftId, { deleted: true });
    return file.seal;
  });
  desk.changed(['checklistVersion', 'checklistDraft'], []);
  return requireVersionEntry(desk, file.seal);
}
