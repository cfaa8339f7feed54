import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { type Conflict, ConflictChoice } from '#shared/domain/handoff/handoffReport.ts';
import { canKeepBoth, sideFor } from '#shared/domain/handoff/takeSide.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';

/** `{"choices":[{"entity","entityId","field","take"}]}`; `take` is a word or one version, as `handoff preview --json` gives it. */
const ChoicesFile = z.strictObject({
  choices: z
    .array(
      ConflictChoice.omit({ choice: true }).extend({
        take: z.union([
          z.enum(['mine', 'theirs', 'newer', 'both']),
          z.strictObject({ device: z.string().min(1), seq: z.number().int().positive() }),
        ]),
      }),
    )
    .max(10_000),
});

/**
 * What a file of choices chooses among these disagreements. Errors: `file-not-found`, `bad-input` where it is no such file,
 * `handoff-choice` where a choice fits none of them.
 */
export function readChoices(file: string, disputes: readonly Conflict[]): ConflictChoice[] {
  const { choices } = parse(file);
  return choices.map(({ take, ...place }) => {
    const dispute = disputes.find(
      (one) =>
        one.entity === place.entity && one.entityId === place.entityId && one.field === place.field,
    );
    const choice = dispute ? choiceOf(dispute, take) : null;
    if (!choice) throw new AppError('handoff-choice', { entity: place.entity, field: place.field });
    return { ...place, choice };
  });
}

function parse(file: string): z.infer<typeof ChoicesFile> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('file-not-found', { file }, { cause });
  }
  try {
    return ChoicesFile.parse(JSON.parse(text));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause).slice(0, 300) : '';
    throw new AppError(
      'bad-input',
      { channel: '--choices', detail: `${file} ${detail}` },
      { cause },
    );
  }
}

function choiceOf(
  dispute: Conflict,
  take: z.infer<typeof ChoicesFile>['choices'][number]['take'],
): ConflictChoice['choice'] | null {
  if (take === 'both') return canKeepBoth(dispute) ? 'both' : null;
  const side =
    typeof take === 'string'
      ? sideFor(dispute, take)
      : dispute.sides.find((one) => one.device === take.device && one.seq === take.seq);
  return side ? { device: side.device, seq: side.seq } : null;
}

/** Whether there is somebody to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/** Asks for each disagreement which version stands; what is left unanswered stays open. */
export async function askChoices(
  disputes: readonly Conflict[],
  { handoff }: Messages,
  ask = askOnTerminal,
): Promise<ConflictChoice[]> {
  const choices: ConflictChoice[] = [];
  for (const dispute of disputes) {
    const answer = (await ask(questionOf(dispute, handoff))).trim().toLowerCase();
    const side = dispute.sides[Number(answer) - 1];
    const { entity, entityId, field } = dispute;
    if (side) {
      const choice = { device: side.device, seq: side.seq };
      choices.push({ entity, entityId, field, choice });
    } else if (answer === 'b' && canKeepBoth(dispute)) {
      choices.push({ entity, entityId, field, choice: 'both' });
    }
  }
  return choices;
}

function questionOf(dispute: Conflict, words: Messages['handoff']): string {
  const lines = dispute.sides.map(
    (side, index) =>
      `  ${index + 1}  ${side.by}  ${side.at}  ${side.field} = ${JSON.stringify(side.value)}`,
  );
  const head = words.conflict(dispute.entity, conflictName(dispute), dispute.field);
  return [head, ...lines, words.askChoice(dispute.sides.length, canKeepBoth(dispute))].join('\n');
}

/** What the record is called, with its id. */
export function conflictName({ name, entityId }: Pick<Conflict, 'name' | 'entityId'>): string {
  const item = name.item && `${name.item.number} ${name.item.title}`.trim();
  const parts = [name.number, name.title, name.quote, item, entityId];
  return parts.filter((part) => part !== null).join('  ');
}

async function askOnTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(`${question} `);
  } finally {
    terminal.close();
  }
}
