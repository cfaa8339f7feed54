import { AppError } from '#shared/contract/errors.ts';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import { type GlobalOptions, parseCommand, splitGlobal } from './arguments.ts';
import type { Answer, CliCommand } from './command.ts';
import {
  checklistDiffCommand,
  checklistListCommand,
  checklistPublishCommand,
  checklistUpdateCommand,
} from './commands/checklist.ts';
import {
  checklistExportCommand,
  checklistImportCommand,
  checklistValidateCommand,
} from './commands/checklistFiles.ts';
import { demoCommand } from './commands/demo.ts';
import {
  documentAddCommand,
  documentListCommand,
  documentTextCommand,
} from './commands/document.ts';
import { extractCommand } from './commands/extract.ts';
import { findingAddCommand, findingListCommand } from './commands/finding.ts';
import {
  handoffConflictsCommand,
  handoffImportCommand,
  handoffPreviewCommand,
  handoffUndoCommand,
} from './commands/handoffImport.ts';
import { handoffFolderCommand, handoffNewDeviceCommand } from './commands/handoffFolder.ts';
import { handoffExportCommand } from './commands/handoffExport.ts';
import {
  handoffLogCommand,
  handoffSentCommand,
  handoffStatusCommand,
  handoffTakeBackCommand,
} from './commands/handoffState.ts';
import {
  handoffContactsCommand,
  handoffKeysCommand,
  handoffRevokeCommand,
  handoffTrustCommand,
} from './commands/handoffPeople.ts';
import { ocrModelCommand, ocrRunCommand, ocrStatusCommand } from './commands/ocr.ts';
import { memoCommand } from './commands/memo.ts';
import { documentUnlockCommand } from './commands/documentUnlock.ts';
import { documentRereadCommand } from './commands/reread.ts';
import {
  projectAddCommand,
  projectListCommand,
  projectShowCommand,
  projectTraitsCommand,
} from './commands/project.ts';
import { assessCommand, itemsCommand } from './commands/review.ts';
import { serveCommand } from './commands/serve.ts';
import {
  statutesImpactCommand,
  statutesImportCommand,
  statutesListCommand,
  statutesShowCommand,
} from './commands/statutes.ts';
import { statutesCheckCommand } from './commands/statutesCheck.ts';
import { infoCommand, initCommand, verifyCommand } from './commands/workspace.ts';
import { exit, type ExitCode, exitCodeOf } from './exitCodes.ts';
import { UsageError } from './usageError.ts';

const commands: readonly CliCommand[] = [
  initCommand,
  infoCommand,
  verifyCommand,
  projectAddCommand,
  projectListCommand,
  projectShowCommand,
  projectTraitsCommand,
  documentAddCommand,
  documentListCommand,
  documentTextCommand,
  documentUnlockCommand,
  documentRereadCommand,
  ocrModelCommand,
  ocrRunCommand,
  ocrStatusCommand,
  extractCommand,
  checklistListCommand,
  checklistUpdateCommand,
  checklistPublishCommand,
  checklistDiffCommand,
  checklistValidateCommand,
  checklistImportCommand,
  checklistExportCommand,
  itemsCommand,
  assessCommand,
  findingAddCommand,
  findingListCommand,
  memoCommand,
  statutesImportCommand,
  statutesListCommand,
  statutesShowCommand,
  statutesImpactCommand,
  statutesCheckCommand,
  handoffKeysCommand,
  handoffTrustCommand,
  handoffContactsCommand,
  handoffRevokeCommand,
  handoffExportCommand,
  handoffPreviewCommand,
  handoffImportCommand,
  handoffConflictsCommand,
  handoffUndoCommand,
  handoffLogCommand,
  handoffStatusCommand,
  handoffSentCommand,
  handoffTakeBackCommand,
  handoffFolderCommand,
  handoffNewDeviceCommand,
  demoCommand,
  serveCommand,
];

/** Runs one command: its answer on stdout, everything else on stderr, and the exit code. */
export async function runCli(argv: readonly string[]): Promise<ExitCode> {
  let global: GlobalOptions = {
    workspace: undefined,
    json: argv.includes('--json'),
    language: 'zh-CN',
  };
  try {
    const split = splitGlobal(argv);
    global = split.global;
    const words = messagesFor(global.language);
    const found = findCommand(split.rest);
    if (!found) return printUsage(split.rest, words.cli.commands);
    const args = parseCommand(found.rest, found.command.options, found.command.usage);
    const answer = await found.command.run({ args, global, words });
    print(answer, global);
    return answer.exitCode ?? exit.done;
  } catch (error) {
    return printFailure(error, global);
  }
}

function findCommand(
  rest: readonly string[],
): { readonly command: CliCommand; readonly rest: readonly string[] } | null {
  for (const length of [2, 1]) {
    const name = rest.slice(0, length).join(' ');
    const command = commands.find((one) => one.name === name);
    if (command) return { command, rest: rest.slice(length) };
  }
  return null;
}

function print(answer: Answer, global: GlobalOptions): void {
  if (answer.json === null && answer.lines.length === 0) return;
  const text = global.json ? JSON.stringify(answer.json) : answer.lines.join('\n');
  process.stdout.write(`${text}\n`);
}

function printUsage(rest: readonly string[], heading: string): ExitCode {
  const lines = [heading, ...commands.map((command) => `  ${command.usage}`)];
  if (rest.length === 0 || rest[0] === 'help' || rest[0] === '--help') {
    process.stdout.write(`${lines.join('\n')}\n`);
    return exit.done;
  }
  throw new UsageError(rest.slice(0, 2).join(' '), lines.join('\n'));
}

function printFailure(error: unknown, global: GlobalOptions): ExitCode {
  const words = messagesFor(global.language);
  const { code, message, details, exitCode } = describe(error, words);
  if (global.json)
    process.stdout.write(`${JSON.stringify({ error: { code, message, details } })}\n`);
  else process.stderr.write(`${message}\n`);
  if (exitCode === exit.fault && error instanceof Error)
    process.stderr.write(`${error.stack ?? ''}\n`);
  return exitCode;
}

function describe(
  error: unknown,
  words: ReturnType<typeof messagesFor>,
): { code: string; message: string; details: object; exitCode: ExitCode } {
  if (error instanceof UsageError) {
    const message = words.cli.usage(error.message, error.usage);
    return { code: 'usage', message, details: { usage: error.usage }, exitCode: exit.usage };
  }
  const known = error instanceof AppError ? error : new AppError('internal');
  const message = words.errors[known.code](known.params);
  return { code: known.code, message, details: known.params, exitCode: exitCodeOf(known.code) };
}
