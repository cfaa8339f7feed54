import { AppError } from '#shared/contract/errors.ts';
import type { Conflict, ConflictChoice } from '#shared/domain/handoff/handoffReport.ts';
import type { KeptConflict } from '../repo/conflictTable.ts';
import type { ExchangeSession } from './exchangeTables.ts';
import { resolveConflict } from './resolve.ts';

/**
 * Records what the lawyer chose in the preview, each choice as a command of its own, inside the import's transaction.
 * Errors: `handoff-choice` where one fits no disagreement that there is now, or one with other versions than were shown: a
 * choice covers them all, and nobody chose against what was written since. Then nothing of the import is kept.
 */
export function applyChoices(
  session: ExchangeSession,
  shown: readonly Omit<Conflict, 'name'>[],
  choices: readonly ConflictChoice[],
  commandId: string,
): number {
  const { exchange: tables, changes } = session;
  for (const [index, { entity, entityId, field, choice }] of choices.entries()) {
    const kept = tables.conflicts.get(entity, entityId, field);
    if (!kept || !shown.some((one) => isSame(one, kept)))
      throw new AppError('handoff-choice', { entity, field });
    const command = { id: `${commandId}/choice/${index + 1}`, actor: session.person() };
    resolveConflict(changes, tables, kept, choice, command);
  }
  return choices.length;
}

function isSame(shown: Omit<Conflict, 'name'>, kept: KeptConflict): boolean {
  return (
    shown.entity === kept.entity &&
    shown.entityId === kept.entityId &&
    shown.field === kept.field &&
    shown.sides.length === kept.changes.length &&
    shown.sides.every((side) =>
      kept.changes.some(([device, seq]) => device === side.device && seq === side.seq),
    )
  );
}
