import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
} from 'yaml';
import type { ChecklistProblem } from '#shared/domain/library/checklistVersion.ts';
import { problem } from './problem.ts';

/** Plain values of one document and the line that each of them stands on, by path (`items[3].basis[1].article`). */
export interface YamlTree {
  readonly value: unknown;
  readonly lines: ReadonlyMap<string, number>;
}

export interface YamlStream {
  readonly trees: readonly YamlTree[];
  readonly problems: readonly ChecklistProblem[];
}

/** Far beyond any list; deeper or larger is an attack or a mistake. */
const maxDepth = 24;
const maxCharacters = 4 * 1024 * 1024;
const maxNodes = 1_000_000;
const maxReported = 200;

/** Keys whose values are numbers or truth values; everything else is text, even where it looks like a number. */
const numbers = new Set([
  'article',
  'paragraph',
  'item',
  'near',
  'noneWindow',
  'weight',
  'value',
  'order',
]);
const truths = new Set(['verified', 'needsConfirmation', 'suggest']);

/**
 * Parses a stream of YAML 1.2 documents (JSON is one) into plain values. Aliases are refused, so that nothing can multiply;
 * repeated keys, tags of types and anything that cannot be parsed are problems with their line.
 */
export function readYamlTrees(text: string): YamlStream {
  const counter = new LineCounter();
  const problems: ChecklistProblem[] = [];
  if (text.length > maxCharacters || isTooDeep(text))
    return { trees: [], problems: [problem('unreadable', { field: '', line: 1 })] };
  try {
    const documents = parseAllDocuments(text, {
      lineCounter: counter,
      prettyErrors: false,
      uniqueKeys: true,
      version: '1.2',
      schema: 'core',
      logLevel: 'silent',
    });
    if ('empty' in documents) return { trees: [], problems };
    const walk = new Walk(text, counter, problems);
    for (const { errors, warnings } of documents)
      for (const { pos } of [...errors, ...warnings]) walk.report('unreadable', pos[0]);
    const trees = problems.length > 0 ? [] : documents.map((one) => walk.tree(one.contents));
    return { trees, problems: problems.slice(0, maxReported) };
  } catch (error) {
    // Nesting without end exhausts the stack of the parser; that is the file's fault, not ours.
    if (!(error instanceof RangeError)) throw error;
    return { trees: [], problems: [problem('unreadable', { field: '', line: 1 })] };
  }
}

/** Nesting is counted before the parser builds it: the time it needs grows with the square of it. */
function isTooDeep(text: string): boolean {
  let flow = 0;
  let inLine = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow -= 1;
    else if (token === '-' || token === '?' || token === ':') inLine += 1;
    else if (token.includes('\n')) inLine = 0;
    if (flow > maxDepth || (flow === 0 && inLine > maxDepth)) return true;
  }
  return false;
}

class Walk {
  readonly #text: string;
  readonly #counter: LineCounter;
  readonly #problems: ChecklistProblem[];
  #lines = new Map<string, number>();
  #nodes = 0;

  constructor(text: string, counter: LineCounter, problems: ChecklistProblem[]) {
    this.#text = text;
    this.#counter = counter;
    this.#problems = problems;
  }

  tree(contents: Node | null): YamlTree {
    this.#lines = new Map();
    const value = this.#value(contents, '', '', 0);
    return { value, lines: this.#lines };
  }

  report(code: ChecklistProblem['code'], at: number, field = ''): void {
    if (this.#problems.length > maxReported) return;
    const { line } = this.#counter.linePos(at);
    const start = this.#counter.lineStarts[line - 1] ?? 0;
    const [found = ''] = this.#text.slice(start, start + 300).split(/\r?\n/u);
    this.#problems.push(problem(code, { field, found: found.trim(), line: Math.max(1, line) }));
  }

  #value(node: unknown, path: string, key: string, depth: number): unknown {
    if (node === null || node === undefined) return null;
    const at = startOf(node);
    if (path !== '') this.#note(path, at);
    this.#nodes += 1;
    if (depth > maxDepth || this.#nodes > maxNodes || isAlias(node)) {
      this.report(isAlias(node) ? 'bad-value' : 'unreadable', at, path);
      return null;
    }
    if (isScalar(node)) return plainScalar(node.value, node.source, key);
    if (isSeq(node))
      return node.items.map((one, i) => this.#value(one, `${path}[${String(i)}]`, key, depth + 1));
    if (isMap(node)) return this.#record(node.items, path, depth);
    this.report('unreadable', at, path);
    return null;
  }

  #record(pairs: readonly Pair[], path: string, depth: number): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    for (const { key, value } of pairs) {
      const at = startOf(key);
      const name = isScalar(key) && typeof key.value === 'string' ? key.value : null;
      // A name of this kind would change the object itself.
      if (name === null || name in Object.prototype) {
        this.report('unknown-column', at, path);
        continue;
      }
      const inner = path === '' ? name : `${path}.${name}`;
      record[name] = this.#value(value, inner, name, depth + 1);
      this.#note(inner, at);
    }
    return record;
  }

  #note(path: string, at: number): void {
    this.#lines.set(path, Math.max(1, this.#counter.linePos(at).line));
  }
}

function startOf(node: unknown): number {
  const range = (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && node.range;
  return range ? range[0] : 0;
}

/** A version `2026.10` is text, though YAML takes it for a number and would drop its last digit. */
function plainScalar(value: unknown, source: string | undefined, key: string): unknown {
  if (value === null || typeof value === 'string') return value;
  const isExpected = typeof value === 'number' ? numbers.has(key) : truths.has(key);
  return isExpected ? value : (source ?? JSON.stringify(value));
}
