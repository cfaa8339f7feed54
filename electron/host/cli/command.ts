import type { ParseArgsOptionsConfig } from 'node:util';
import type { Messages } from '#shared/i18n/catalogue.ts';
import type { Arguments, GlobalOptions } from './arguments.ts';
import type { ExitCode } from './exitCodes.ts';

/** What a command answers: JSON for scripts, lines for people, and the exit code. */
export interface Answer {
  readonly json: unknown;
  readonly lines: readonly string[];
  readonly exitCode?: ExitCode;
}

export interface CommandInput {
  readonly args: Arguments;
  readonly global: GlobalOptions;
  readonly words: Messages;
}

export interface CliCommand {
  /** Words that name it: `project add`. */
  readonly name: string;
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  run(input: CommandInput): Promise<Answer>;
}
