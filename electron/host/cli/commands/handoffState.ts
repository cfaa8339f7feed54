import { AppError } from '#shared/contract/errors.ts';
import type { HandoffLogEntry } from '#shared/domain/handoff/handoffReport.ts';
import type { SharedFolderLook } from '#shared/domain/handoff/sharedFolder.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import type { CliCommand } from '../command.ts';
import { withDesk } from '../withDesk.ts';
import { requireArgument } from './project.ts';

/** What passed between whom, what is only built, and who has what. */
export const handoffLogCommand: CliCommand = {
  name: 'handoff log',
  usage: 'handoff log',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const entries = await desk.call('handoff.log', {});
      const receipts = await desk.call('handoff.receipts', {});
      const folder = await desk.call('sharedFolder.log', {});
      const lines = [
        ...entries.map((one) => logLine(one, input.words)),
        ...folder.map((one) => lookLine(one, input.words)),
      ];
      return { json: { entries, receipts, folder }, lines };
    }),
};

function logLine(entry: HandoffLogEntry, { handoff }: Messages): string {
  const { number, at, direction, people, fileName } = entry;
  const parts = [number, at, handoff.direction[direction], people.join('、'), fileName];
  if (direction === 'sent') parts.push(stateOf(entry, handoff.logState));
  return parts.join('  ');
}

function lookLine(look: SharedFolderLook, { sharedFolder }: Messages): string {
  const { taken, written, receipts, removed, altered } = look;
  const { log: words } = sharedFolder;
  return [
    look.at,
    sharedFolder.title,
    ...taken.map((one) => `${words.columns.taken} ${words.taken(one.person, one.changes)}`),
    ...(receipts > 0 ? [words.receipts(receipts)] : []),
    ...written.map((one) => `${words.columns.written} ${words.written(one.project, one.changes)}`),
    ...(removed > 0 ? [words.removed(removed)] : []),
    ...(altered.length > 0 ? [words.altered(altered.length)] : []),
  ].join('  ');
}

function stateOf(
  { readBy, sentAt }: HandoffLogEntry,
  words: Messages['handoff']['logState'],
): string {
  if (readBy.length > 0) return words.read(readBy.join('、'));
  return sentAt === null ? words.built : words.sent(sentAt);
}

/** Up to where colleagues have read, what is open, which copies are read-only. */
export const handoffStatusCommand: CliCommand = {
  name: 'handoff status',
  usage: 'handoff status',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const receipts = await desk.call('handoff.receipts', {});
      const conflicts = await desk.call('handoff.conflicts', { projectId: null });
      const waiting = await desk.call('handoff.waiting', {});
      const projects = (await desk.call('project.list', {})).map(({ id, name, holding }) => ({
        id,
        name,
        ...holding,
      }));
      const unfinished = await desk.call('handoff.unfinished', {});
      const { handoff } = input.words;
      const lines = [
        ...unfinished.map((one) => handoff.unfinished(one.name, one.owner.person, one.since)),
        ...receipts.map((one) =>
          handoff.receipt(one.name, one.person, one.readUpTo, one.read, one.unseen),
        ),
        handoff.open(conflicts.length, waiting.length),
        ...projects
          .filter((one) => one.isReadOnly)
          .map((one) => `${one.name}  ${handoff.owner(one.owner?.person ?? '', one.since ?? '')}`),
      ];
      return {
        json: { receipts, conflicts: conflicts.length, waiting, projects, unfinished },
        lines,
      };
    }),
};

const takeBackUsage = 'handoff take-back P';

export const handoffTakeBackCommand: CliCommand = {
  name: 'handoff take-back',
  usage: takeBackUsage,
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const named = requireArgument(input.args.positionals, 0, takeBackUsage);
      const { id, name } = await desk.project(named);
      const ids = { commandId: desk.newId(), projectId: id };
      const holding = await desk.call('handoff.takeBack', ids);
      return { json: { id, name, ...holding }, lines: [input.words.handoff.takenBack(name)] };
    }),
};

const sentUsage = 'handoff sent NUMBER|PACKAGE';

/** Says that a package has been sent, by its number in the log or its own id. */
export const handoffSentCommand: CliCommand = {
  name: 'handoff sent',
  usage: sentUsage,
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const named = requireArgument(input.args.positionals, 0, sentUsage);
      const entries = await desk.call('handoff.log', {});
      const entry = entries.find(
        (one) =>
          one.direction === 'sent' && (String(one.number) === named || one.packageId === named),
      );
      if (!entry) throw new AppError('not-found', { kind: 'handoff', id: named });
      const ids = { commandId: desk.newId(), number: entry.number };
      const marked = await desk.call('handoff.markSent', ids);
      return { json: marked, lines: [input.words.handoff.markedSent(marked.fileName)] };
    }),
};
