import { AppError } from '#shared/contract/errors.ts';
import type { ConflictChoice } from '#shared/domain/handoff/handoffReport.ts';
import type { ExchangeSession } from './exchangeTables.ts';
import { resolveConflict } from './resolve.ts';

/**
 * Records what the lawyer chose in the preview, each choice as a command of its own, inside the import's transaction.
 * Errors: `handoff-choice` where one fits no disagreement that there is now; then nothing of the import is kept.
 */
export function applyChoices(
  session: ExchangeSession,
  choices: readonly ConflictChoice[],
  commandId: string,
): number {
  const { exchange: tables, changes } = session;
  for (const [index, { entity, entityId, field, choice }] of choices.entries()) {
    const kept = tables.conflicts.get(entity, entityId, field);
    if (!kept) throw new AppError('handoff-choice', { entity, field });
    const command = { id: `${commandId}/choice/${index + 1}`, actor: session.person() };
    resolveConflict(changes, tables, kept, choice, command);
  }
  return choices.length;
}
