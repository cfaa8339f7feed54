import type { Handlers } from '#shared/contract/dispatch.ts';
import type { HistoryEntry } from '#shared/domain/review/assessment.ts';
import { hashFields } from '#shared/domain/review/standing.ts';
import { cellOf, type ChangeRow, valueOf } from '../changes/logTable.ts';
import type { Desk } from '../desk.ts';
import type { Session } from '../session.ts';

type HistoryChannel = Extract<keyof Handlers, `history.${string}`>;

/** Undo, redo, and what happened to an item: all read from the change log. */
export function historyHandlers(desk: Desk): Pick<Handlers, HistoryChannel> {
  return {
    'history.of': ({ projectId, itemId }) => historyOf(desk.session(), projectId, itemId),
    'history.state': () => desk.session().undo.state(),
    'history.undo': ({ commandId }) => {
      const session = desk.session();
      const state = session.undo.undo(commandId, session.person());
      changedBy(desk, session, commandId);
      return state;
    },
    'history.redo': ({ commandId }) => {
      const session = desk.session();
      const state = session.undo.redo(commandId, session.person());
      changedBy(desk, session, commandId);
      return state;
    },
  };
}

function changedBy(desk: Desk, session: Session, commandId: string): void {
  const rows = session.changes.table.ofCommand(commandId);
  // Which projects they belong to is not in the rows; naming none tells every screen to read again.
  desk.changed([...new Set(rows.map((row) => row.entity))], []);
}

/** Newest first; the changes of one command stand together. Fields that only say who and when are left out. */
function historyOf(session: Session, projectId: string, itemId: string): HistoryEntry[] {
  const { table } = session.changes;
  const rows = session.review
    .everOfItem(projectId, itemId)
    .flatMap((record) => table.ofEntity(record.entity, record.id));
  const byCommand = new Map<string, ChangeRow[]>();
  for (const row of rows.sort((a, b) => (a.hlc < b.hlc ? -1 : 1))) {
    byCommand.set(row.command_id, [...(byCommand.get(row.command_id) ?? []), row]);
  }
  const bookkeeping = new Set(['by', 'at', 'projectId', 'itemId', 'round']);
  return [...byCommand]
    .map(([commandId, changes]) => ({
      commandId,
      command: changes[0]?.command ?? '',
      by: changes[0]?.actor ?? '',
      at: table.command(commandId)?.at ?? '',
      changes: changesOf(
        session,
        changes.filter((row) => !bookkeeping.has(row.field)),
      ),
    }))
    .filter((entry) => entry.changes.length > 0)
    .reverse();
}

const verdictOfField = new Map<string, string>(
  Object.entries(hashFields).flatMap(([verdict, field]) =>
    field === null ? [] : [[field, verdict]],
  ),
);

/**
 * On which wording a verdict was given is no line of its own. Alone it says that a reopened verdict was given again, or that
 * this was taken back.
 */
function changesOf(session: Session, rows: readonly ChangeRow[]): HistoryEntry['changes'] {
  const others = rows.filter((row) => !verdictOfField.has(row.field));
  if (others.length > 0) {
    return others.map((row) => ({
      entity: row.entity,
      entityId: row.entity_id,
      field: row.field,
      from: previousValue(session, row),
      to: valueOf(row),
    }));
  }
  return rows.map((row) => {
    const verdict = verdictOfField.get(row.field) ?? null;
    const isTakenBack = row.command === 'history.undo';
    const [from, to] = isTakenBack ? [verdict, 'unreviewed'] : ['unreviewed', verdict];
    return { entity: row.entity, entityId: row.entity_id, field: 'verdict', from, to };
  });
}

function previousValue(session: Session, row: ChangeRow): unknown {
  const before = session.changes.table.beforeInCell(cellOf(row), row.hlc);
  return before ? valueOf(before) : null;
}
