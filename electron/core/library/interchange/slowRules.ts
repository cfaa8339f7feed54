import { createContext, Script } from 'node:vm';
import type { ChecklistProblem, DraftItem } from '#shared/domain/library/checklistVersion.ts';
import type { ItemSignals } from '#shared/domain/library/libraryFile.ts';
import { problem } from './problem.ts';

/** Milliseconds; patterns that are in order need less than one. The second is for a machine that was busy elsewhere. */
const patienceMs = [100, 1_000] as const;
/** A file with more was made to cost time. */
const mostSlow = 3;
const pumped = 1_500;
const commonCharacters = ['a', '1', ' ', '一', '，', '第'];

// Expressions cannot be stopped but in a context of their own; it holds two strings and nothing else.
const trial = new Script('texts.some((text) => new RegExp(source, "giu").test(text + "\\u0001"))');

/**
 * Regular expressions of an item's rules that take time without bound on texts made to provoke it (repeated characters and pieces of
 * the pattern). Screening would stand still on them, so lists from elsewhere are refused with them. No proof that others are fast.
 */
export function slowRules(
  items: readonly Pick<DraftItem, 'id' | 'signals'>[],
  isKnown: (itemId: string, signals: ItemSignals) => boolean,
): ChecklistProblem[] {
  const found: ChecklistProblem[] = [];
  for (const { id, signals } of items) {
    if (signals === null || isKnown(id, signals)) continue;
    for (const [field, source] of patternsOf(signals)) {
      if (!isSlow(source)) continue;
      found.push(problem('bad-value', { itemId: id, field, found: source }));
      if (found.length >= mostSlow) return found;
    }
  }
  return found;
}

function patternsOf({ evidence, redFlags }: ItemSignals): [field: string, source: string][] {
  const rules = evidence.flatMap(({ all = [], any = [], none = [], re }, index) => {
    const terms = [...all.flat(), ...any, ...none].filter((term) => term.startsWith('re:'));
    const sources = [...terms.map((term) => term.slice(3)), ...(re === undefined ? [] : [re])];
    return sources.map((one): [string, string] => [`signals.evidence[${String(index)}]`, one]);
  });
  const flags = redFlags.map(({ re }, index): [string, string] => [
    `signals.redFlags[${String(index)}]`,
    re,
  ]);
  return [...rules, ...flags];
}

function isSlow(source: string): boolean {
  try {
    void new RegExp(source, 'giu');
  } catch {
    return false; // does not compile, which is a problem of its own
  }
  const context = createContext({ source, texts: provokingTexts(source) });
  return patienceMs.every((timeout) => {
    try {
      trial.runInContext(context, { timeout });
      return false;
    } catch {
      return true;
    }
  });
}

function provokingTexts(source: string): string[] {
  const plain = source.replace(/\\[a-z]|[\\^$.*+?()[\]{}|]/giu, '');
  const characters = new Set([...commonCharacters, ...[...plain].slice(0, 40)]);
  const pieces = [...characters, plain.slice(0, 40), [...new Set(plain)].join('').slice(0, 40)];
  const repeated = pieces
    .filter((piece) => piece !== '')
    .map((piece) => piece.repeat(Math.ceil(pumped / piece.length)));
  // Engines give up at once where a character of the pattern is nowhere in the text, so there is a text with all of them.
  return [...repeated, ...repeated.map((text) => text + plain)];
}
