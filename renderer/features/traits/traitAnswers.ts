import type { Trait, TraitAnswers } from '#shared/domain/library/checklistItem.ts';

export const traitGroups = [
  'data',
  'system',
  'supplier',
  'tech',
  'procurement',
  'secrecy',
  'project',
] as const satisfies readonly Trait['group'][];

/** Traits answered "yes" that imply this one. */
export function impliedBy(
  trait: Trait,
  traits: readonly Trait[],
  answers: TraitAnswers,
): readonly Trait[] {
  return traits.filter((other) => answers[other.id] === true && other.implies.includes(trait.id));
}

/** Traits whose "yes" contradicts the "no" given here. */
export function conflictsWith(
  trait: Trait,
  traits: readonly Trait[],
  answers: TraitAnswers,
): readonly Trait[] {
  return answers[trait.id] === false ? impliedBy(trait, traits, answers) : [];
}

/** Answers as they will be once what is being saved is saved; null takes an answer back. */
export function withPending(
  answers: TraitAnswers,
  pending: Readonly<Record<string, boolean | null>>,
): TraitAnswers {
  const next: Record<string, boolean> = { ...answers };
  for (const [id, answer] of Object.entries(pending)) {
    if (answer === null) delete next[id];
    else next[id] = answer;
  }
  return next;
}
