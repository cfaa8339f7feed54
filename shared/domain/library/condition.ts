import type { TraitAnswers } from './checklistItem.ts';

/** The condition under which an item applies, parsed from `when`. */
export type Condition =
  | { readonly op: 'always' }
  | { readonly op: 'trait'; readonly id: string }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'and' | 'or'; readonly of: readonly Condition[] };

/** Why a `when` cannot be read: what was found there, and at which character (from 0). */
export interface WhenFault {
  readonly detail: string;
  readonly at: number;
}

interface Token {
  readonly text: string;
  readonly at: number;
}

const RESERVED = new Set(['always', 'and', 'or', 'not']);
const TOKEN = /\s*(?:([()])|([A-Za-z][A-Za-z0-9]*))/y;

/** Carries a fault out of the recursive descent; never leaves this module. */
class FaultSignal extends Error {
  readonly fault: WhenFault;
  constructor(fault: WhenFault) {
    super(fault.detail);
    this.fault = fault;
  }
}

/**
 * Parses a `when`: `expr := term (or term)*; term := factor (and factor)*; factor := not factor | ( expr ) | always |
 * traitId`. Gives the fault as a value; does not know which traits exist.
 */
export function parseWhen(
  when: string,
): { readonly condition: Condition } | { readonly fault: WhenFault } {
  try {
    const tokens = tokensOf(when);
    const reader = { tokens, next: 0, end: when.length };
    const condition = readExpression(reader);
    const left = tokens[reader.next];
    if (left) throw new FaultSignal({ detail: `unexpected "${left.text}"`, at: left.at });
    return { condition };
  } catch (error) {
    if (error instanceof FaultSignal) return { fault: error.fault };
    throw error;
  }
}

interface Reader {
  readonly tokens: readonly Token[];
  next: number;
  readonly end: number;
}

function tokensOf(when: string): Token[] {
  const tokens: Token[] = [];
  const text = when.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      const at = from + text.slice(from).search(/\S/);
      throw new FaultSignal({ detail: `unexpected "${text.charAt(at)}"`, at });
    }
    const word = match[1] ?? match[2] ?? '';
    tokens.push({ text: word, at: TOKEN.lastIndex - word.length });
  }
  return tokens;
}

function readExpression(reader: Reader): Condition {
  return readChain(reader, 'or', () => readChain(reader, 'and', () => readFactor(reader)));
}

function readChain(reader: Reader, op: 'and' | 'or', readOne: () => Condition): Condition {
  const parts = [readOne()];
  while (reader.tokens[reader.next]?.text === op) {
    reader.next += 1;
    parts.push(readOne());
  }
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { op, of: parts };
}

function readFactor(reader: Reader): Condition {
  const token = reader.tokens[reader.next];
  if (!token) throw new FaultSignal({ detail: 'a trait is missing', at: reader.end });
  reader.next += 1;
  if (token.text === 'not') return { op: 'not', of: readFactor(reader) };
  if (token.text === 'always') return { op: 'always' };
  if (token.text !== '(') {
    if (token.text === ')' || RESERVED.has(token.text))
      throw new FaultSignal({ detail: `unexpected "${token.text}"`, at: token.at });
    return { op: 'trait', id: token.text };
  }
  const inner = readExpression(reader);
  const closing = reader.tokens[reader.next];
  if (closing?.text !== ')')
    throw new FaultSignal({ detail: 'a parenthesis is not closed', at: token.at });
  reader.next += 1;
  return inner;
}

/** The traits that a condition names, each once, in its order. */
export function traitsIn(condition: Condition): string[] {
  if (condition.op === 'always') return [];
  if (condition.op === 'trait') return [condition.id];
  if (condition.op === 'not') return traitsIn(condition.of);
  return [...new Set(condition.of.flatMap(traitsIn))];
}

/** Three-valued result (Kleene): null is unknown, which is not false. */
export function evaluate(condition: Condition, answers: TraitAnswers): boolean | null {
  if (condition.op === 'always') return true;
  if (condition.op === 'trait') return answerOf(answers, condition.id);
  if (condition.op === 'not') {
    const inner = evaluate(condition.of, answers);
    return inner === null ? null : !inner;
  }
  const decisive = condition.op === 'or';
  const results = condition.of.map((part) => evaluate(part, answers));
  if (results.includes(decisive)) return decisive;
  return results.includes(null) ? null : !decisive;
}

/** The answer to a trait; null while it is unknown. */
export function answerOf(answers: TraitAnswers, id: string): boolean | null {
  return Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
}
