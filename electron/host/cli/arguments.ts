import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Language } from '#shared/i18n/catalogue.ts';
import { UsageError } from './usageError.ts';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly workspace: string | undefined;
  readonly json: boolean;
  readonly language: Language;
}

export interface Arguments {
  readonly positionals: readonly string[];
  /** The option's last value; undefined where it was not given. */
  text(name: string): string | undefined;
  has(name: string): boolean;
  /** Every value of an option that may be given several times. */
  all(name: string): readonly string[];
}

const globalOptions = {
  workspace: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** Takes the global options out, wherever they stand, and leaves the rest in order. */
export function splitGlobal(argv: readonly string[]): {
  readonly global: GlobalOptions;
  readonly rest: string[];
} {
  const rest: string[] = [];
  let workspace: string | undefined;
  let lang: string | undefined;
  let json = false;
  for (let i = 0; i < argv.length; i += 1) {
    const [name, inline] = splitInline(argv[i] ?? '');
    if (name === '--json') json = true;
    else if (name === '--workspace') workspace = inline ?? argv[(i += 1)];
    else if (name === '--lang') lang = inline ?? argv[(i += 1)];
    else rest.push(argv[i] ?? '');
  }
  if (lang !== undefined && lang !== 'zh-CN' && lang !== 'en') {
    throw new UsageError(`--lang ${lang}`, '--lang zh-CN|en');
  }
  return { global: { workspace, json, language: lang ?? 'zh-CN' }, rest };
}

/** Parses what follows a command's name. Errors: `UsageError` with the command's usage. */
export function parseCommand(
  rest: readonly string[],
  options: ParseArgsOptionsConfig,
  usage: string,
): Arguments {
  const joined = joinDashValues(rest, options);
  try {
    const { values, positionals } = parseArgs({
      args: joined,
      options: { ...options, ...globalOptions },
      allowPositionals: true,
      strict: true,
    });
    const given: Readonly<Record<string, unknown>> = values;
    const valueOf = (name: string): unknown => given[name];
    const all = (name: string): string[] => {
      const value = valueOf(name);
      return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    };
    return {
      positionals,
      text: (name) => all(name).at(-1),
      has: (name) => valueOf(name) === true,
      all,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), usage);
  }
}

/** `--set -c` means the value `-c`: a trait that is answered no. */
function joinDashValues(rest: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const joined: string[] = [];
  for (let i = 0; i < rest.length; i += 1) {
    const argument = rest[i] ?? '';
    const next = rest[i + 1];
    const takesValue = argument.startsWith('--') && options[argument.slice(2)]?.type === 'string';
    if (takesValue && next !== undefined && /^-[^-]/.test(next)) {
      joined.push(`${argument}=${next}`);
      i += 1;
    } else joined.push(argument);
  }
  return joined;
}

function splitInline(argument: string): readonly [string, string | undefined] {
  const at = argument.indexOf('=');
  return argument.startsWith('--') && at > 0
    ? [argument.slice(0, at), argument.slice(at + 1)]
    : [argument, undefined];
}

/** Reads `a,b,-c,?d`: yes, yes, no, unknown again. */
export function parseTraitList(text: string): Record<string, boolean | null> {
  const answers: Record<string, boolean | null> = {};
  for (const raw of text.split(',')) {
    const part = raw.trim();
    if (part === '') continue;
    if (part.startsWith('-')) answers[part.slice(1)] = false;
    else if (part.startsWith('?')) answers[part.slice(1)] = null;
    else answers[part] = true;
  }
  return answers;
}
