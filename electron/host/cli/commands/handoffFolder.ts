import { statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/contract.ts';
import type { SharedFolderStatus } from '#shared/domain/handoff/sharedFolder.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import type { CliCommand, CommandInput, Answer } from '../command.ts';
import type { DeskClient } from '../deskClient.ts';
import { exit } from '../exitCodes.ts';
import { UsageError } from '../usageError.ts';
import { withDesk } from '../withDesk.ts';
import { requireFile } from './handoffPeople.ts';

const usage =
  'handoff folder set DIR [--to NAME]… [--project P]… [--automatic|--ask] | status | sync [--whole] | off [--keep-files]';

/** The folder that a team shares; one command with four actions, because names of commands are two words. */
export const handoffFolderCommand: CliCommand = {
  name: 'handoff folder',
  usage,
  options: {
    to: { type: 'string', multiple: true },
    project: { type: 'string', multiple: true },
    automatic: { type: 'boolean' },
    ask: { type: 'boolean' },
    whole: { type: 'boolean' },
    'keep-files': { type: 'boolean' },
  },
  run: (input) => {
    const [action = '', ...rest] = input.args.positionals;
    const run = actions[action];
    const isRight = action === 'set' ? rest.length <= 1 : rest.length === 0;
    if (!run || !isRight) throw new UsageError(input.args.positionals.join(' '), usage);
    return withDesk(input, (desk) => run(input, desk, rest));
  },
};

type Action = (input: CommandInput, desk: DeskClient, rest: readonly string[]) => Promise<Answer>;

const actions: Readonly<Record<string, Action>> = {
  set: setFolder,
  status: async ({ words }, desk) => {
    const status = await desk.call('sharedFolder.status', {});
    return { json: status, lines: describe(status, words), exitCode: codeOf(status) };
  },
  sync: syncFolder,
  off: async ({ args, words }, desk) => {
    const removeFiles = !args.has('keep-files');
    const status = await desk.call('sharedFolder.stop', { commandId: desk.newId(), removeFiles });
    return { json: status, lines: [words.sharedFolder.cli.off] };
  },
};

/** What is not named stays as it is; the first time, colleagues must be named. */
async function setFolder(
  { args, words }: CommandInput,
  desk: DeskClient,
  [folder]: readonly string[],
): Promise<Answer> {
  const before = await desk.call('sharedFolder.status', {});
  const to = args.all('to');
  if (before.folder === null && (folder === undefined || to.length === 0)) {
    throw new UsageError(folder === undefined ? 'DIR' : '--to', usage);
  }
  if (args.has('automatic') && args.has('ask')) throw new UsageError('--automatic --ask', usage);
  const named = await Promise.all(args.all('project').map((name) => desk.project(name)));
  const [source = null] = folder === undefined ? [] : desk.tokensOf([requireFolder(folder)]);
  const trusted = before.members.filter((one) => one.isTrusted).map((one) => one.key);
  const status = await desk.call('sharedFolder.set', {
    commandId: desk.newId(),
    source,
    projects: named.length > 0 ? named.map((one) => one.id) : before.projects,
    members: to.length > 0 ? [...to] : trusted,
    isAutomatic: args.has('automatic') || (before.isAutomatic && !args.has('ask')),
  });
  return { json: status, lines: describe(status, words) };
}

/** Errors: `folder-unreachable`. */
function requireFolder(folder: string): string {
  const at = path.resolve(folder);
  try {
    if (statSync(at).isDirectory()) return at;
  } catch (cause) {
    throw new AppError('folder-unreachable', { folder: at }, { cause });
  }
  throw new AppError('folder-unreachable', { folder: at });
}

async function syncFolder({ args, words }: CommandInput, desk: DeskClient): Promise<Answer> {
  const input = { jobId: desk.newId(), isWhole: args.has('whole') };
  const done = await desk.call('sharedFolder.sync', input);
  const { cli } = words.sharedFolder;
  const lines = [
    ...done.taken.map((one) => cli.taken(one.file, one.person, one.changes)),
    ...done.written.map((one) => cli.written(one.file, one.project, one.changes)),
    ...done.altered.map((file) => cli.altered(file)),
    ...(done.removed > 0 ? [cli.removed(done.removed)] : []),
    ...describe(done.status, words),
  ];
  return { json: done, lines, exitCode: codeOf(done.status) };
}

/** 1 where the folder was not found as it should be, or nothing could be written. */
function codeOf({ state, writeFailure }: SharedFolderStatus): 0 | 1 {
  const isInOrder = state === 'reached' || state === 'new' || state === 'off';
  return isInOrder && writeFailure === null ? exit.done : exit.no;
}

function describe(status: SharedFolderStatus, { sharedFolder: words, errors }: Messages): string[] {
  if (status.folder === null) return [words.cli.state(words.state.off)];
  const { cli } = words;
  const people = status.members.map((one) => one.person).join('、');
  const failure = status.writeFailure;
  return [
    cli.set(status.folder, people),
    cli.projects(status.projects === null ? words.all : status.projects.join('、')),
    cli.automatic(status.isAutomatic),
    cli.state(words.state[status.state]),
    cli.moments(status.lookedAt ?? words.never, status.writtenAt ?? words.never),
    ...(failure ? [`${words.writeFailed}：${errors[failure.code](failure.params)}`] : []),
    ...status.members.map((one) =>
      cli.member(
        one.person,
        one.isTrusted ? words.unconfirmed(one.unconfirmed) : words.revokedMember,
      ),
    ),
    ...status.waiting.map((one) =>
      cli.waiting(
        one.file,
        one.sender.person,
        words.packageLine(one.total, one.new, one.changed, one.conflicts),
        one.reasons.map((reason) => words.reasons[reason]).join('、'),
      ),
    ),
    ...(status.waiting.length > 0 ? [cli.lookHint] : []),
    ...status.strangers.map(({ file, sender }) =>
      cli.stranger(file, sender.person, sender.fingerprint.digits),
    ),
    ...status.problems.map(({ file, failure: { code, params } }) =>
      cli.problem(file, errors[code](params)),
    ),
    ...status.duplicates.map((file) => cli.duplicate(file)),
    ...(status.arriving.length > 0 ? [words.arriving(status.arriving.length)] : []),
    ...status.clocks.map((one) => words.clocks[one.kind](one.person, one.createdAt)),
  ];
}

const deviceUsage = 'handoff new-device [--against PACKAGE] [--keep]';

/** For a workspace that was copied or restored: this copy becomes a device of its own, or, with `--keep`, stays the device. */
export const handoffNewDeviceCommand: CliCommand = {
  name: 'handoff new-device',
  usage: deviceUsage,
  options: { against: { type: 'string' }, keep: { type: 'boolean' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      const { cli } = input.words.sharedFolder;
      const commandId = desk.newId();
      if (input.args.has('keep')) {
        const status = await desk.call('sharedFolder.keepDevice', { commandId });
        return { json: status, lines: [cli.keptDevice] };
      }
      const file = input.args.text('against');
      const [source = null] = file === undefined ? [] : desk.tokensOf([requireFile(file)]);
      const made = await desk.call('sharedFolder.renewDevice', { commandId, source });
      return { json: made, lines: linesOf(made, cli) };
    }),
};

function linesOf(
  made: Output<'sharedFolder.renewDevice'>,
  cli: Messages['sharedFolder']['cli'],
): string[] {
  const lines = [cli.newDevice(made.device, made.formerDevice, made.sharedUpTo, made.moved)];
  if (made.builtOn > 0) lines.push(cli.builtOn(made.builtOn));
  lines.push(...made.unread.map(cli.unread));
  return [...lines, cli.newContact(made.fingerprint.digits)];
}
