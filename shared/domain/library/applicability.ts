import type { TraitAnswers } from './checklistItem.ts';
import { answerOf, type Condition, evaluate, parseWhen, traitsIn } from './condition.ts';

/** One trait that bears on whether an item applies; `answer` is null while unknown. */
export interface DecidingTrait {
  readonly id: string;
  readonly answer: boolean | null;
  /** Decides the result as it stands (yes, no), or would have to be answered to decide it (undetermined). */
  readonly needed: boolean;
}

export interface ItemApplicability {
  readonly applies: 'yes' | 'no' | 'undetermined';
  /** In the order of the condition; empty for an item that always applies. */
  readonly traits: readonly DecidingTrait[];
}

/**
 * Whether an item applies, and the answers that decide it. Yes and no: only the traits that make it so. Undetermined: the
 * unknown traits it hangs on are `needed`; answers that already speak for it are given beside them.
 * Takes a `when` that the library has checked; throws an Error for one that cannot be read.
 */
export function applicabilityOf(when: string, answers: TraitAnswers): ItemApplicability {
  const condition = conditionOf(when);
  const result = evaluate(condition, answers);
  const deciding = new Map<string, boolean>();
  if (result === null) collectOpen(condition, answers, deciding);
  else for (const id of supportOf(condition, answers)) deciding.set(id, true);
  const traits = traitsIn(condition)
    .filter((id) => deciding.has(id))
    .map((id) => ({ id, answer: answerOf(answers, id), needed: deciding.get(id) === true }));
  return { applies: doesApply(when, answers), traits };
}

/** Conditions by their text: a project list asks for the same few a hundred thousand times. */
const conditions = new Map<string, Condition>();

function conditionOf(when: string): Condition {
  const known = conditions.get(when);
  if (known) return known;
  const parsed = parseWhen(when);
  if ('fault' in parsed)
    throw new Error(`unreadable condition "${when}" at ${parsed.fault.at}: ${parsed.fault.detail}`);
  conditions.set(when, parsed.condition);
  return parsed.condition;
}

/** Whether an item applies, without the reasons. */
export function doesApply(when: string, answers: TraitAnswers): ItemApplicability['applies'] {
  const result = evaluate(conditionOf(when), answers);
  return result === null ? 'undetermined' : result ? 'yes' : 'no';
}

/** The traits whose answers make a decided condition what it is. */
function supportOf(condition: Condition, answers: TraitAnswers): string[] {
  if (condition.op === 'always') return [];
  if (condition.op === 'trait') return [condition.id];
  if (condition.op === 'not') return supportOf(condition.of, answers);
  const result = evaluate(condition, answers);
  const speaking = condition.of.filter((part) => evaluate(part, answers) === result);
  return speaking.flatMap((part) => supportOf(part, answers));
}

/** Traits of an undecided condition: true for the unknown ones it hangs on, false for answers that already hold it up. */
function collectOpen(
  condition: Condition,
  answers: TraitAnswers,
  into: Map<string, boolean>,
): void {
  if (condition.op === 'always') return;
  if (condition.op === 'trait') {
    into.set(condition.id, true);
    return;
  }
  if (condition.op === 'not') {
    collectOpen(condition.of, answers, into);
    return;
  }
  for (const part of condition.of) {
    if (evaluate(part, answers) === null) collectOpen(part, answers, into);
    else if (condition.op === 'and')
      for (const id of supportOf(part, answers)) if (!into.has(id)) into.set(id, false);
  }
}

/** What `withImplied` and `contradictionsIn` need to know of a trait. */
export interface ImplyingTrait {
  readonly id: string;
  readonly implies: readonly string[];
}

/**
 * Adds what true answers imply (minorsUnder14 → minors → processesPersonalInfo), where the lawyer has not answered.
 * Never overwrites an answer; nothing follows from false or unknown.
 */
export function withImplied(answers: TraitAnswers, traits: readonly ImplyingTrait[]): TraitAnswers {
  const implies = new Map(traits.map((trait) => [trait.id, trait.implies]));
  const complete: Record<string, boolean> = { ...answers };
  const open = Object.keys(answers).filter((id) => answers[id] === true);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const implied of implies.get(id) ?? []) {
      if (Object.hasOwn(complete, implied)) continue;
      complete[implied] = true;
      open.push(implied);
    }
  }
  return complete;
}

/** A true answer, and a false one that cannot stand beside it. */
export interface Contradiction {
  readonly traitId: string;
  readonly impliedId: string;
}

/** True answers that imply, directly or through others, what was answered false; in the order of `traits`. */
export function contradictionsIn(
  answers: TraitAnswers,
  traits: readonly ImplyingTrait[],
): Contradiction[] {
  const implies = new Map(traits.map((trait) => [trait.id, trait.implies]));
  const found: Contradiction[] = [];
  for (const { id } of traits) {
    if (answerOf(answers, id) !== true) continue;
    const reached = new Set(implies.get(id));
    for (const implied of reached)
      for (const further of implies.get(implied) ?? []) reached.add(further);
    for (const implied of reached)
      if (answerOf(answers, implied) === false) found.push({ traitId: id, impliedId: implied });
  }
  return found;
}
