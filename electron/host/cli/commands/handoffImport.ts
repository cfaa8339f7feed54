import type {
  Conflict,
  ConflictChoice,
  HandoffImport,
  HandoffPreview,
  OpenedHandoff,
} from '#shared/domain/handoff/handoffReport.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import type { CliCommand, CommandInput } from '../command.ts';
import { askChoices, canAsk, conflictName, readChoices } from '../conflictChoices.ts';
import type { DeskClient } from '../deskClient.ts';
import { exit } from '../exitCodes.ts';
import { UsageError } from '../usageError.ts';
import { withDesk } from '../withDesk.ts';
import { packagePassphrase } from './handoffExport.ts';
import { requireFile } from './handoffPeople.ts';
import { requireArgument } from './project.ts';

const previewUsage = 'handoff preview F [--passphrase]';
const importUsage =
  'handoff import F [--resolve theirs|mine|newer|ask] [--choices FILE] [--passphrase]';
const passphraseOption = { passphrase: { type: 'boolean' } } as const;

async function open(input: CommandInput, desk: DeskClient, usage: string): Promise<OpenedHandoff> {
  const file = requireFile(requireArgument(input.args.positionals, 0, usage));
  const [source = ''] = desk.tokensOf([file]);
  return desk.call('handoff.preview', { source, passphrase: await packagePassphrase(input) });
}

/** What an import would do. Exit code 1 where the sender is not trusted, so that the answer to "may it go in" is no. */
export const handoffPreviewCommand: CliCommand = {
  name: 'handoff preview',
  usage: previewUsage,
  options: passphraseOption,
  run: (input) =>
    withDesk(input, async (desk) => {
      const { openId: _kept, ...report } = await open(input, desk, previewUsage);
      const isKnown = report.sender.status === 'trusted' || report.sender.status === 'own';
      return {
        json: report,
        lines: describe(report, input.words),
        exitCode: isKnown ? exit.done : exit.no,
      };
    }),
};

export const handoffImportCommand: CliCommand = {
  name: 'handoff import',
  usage: importUsage,
  options: { ...passphraseOption, resolve: { type: 'string' }, choices: { type: 'string' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      const rule = ruleOf(input.args.text('resolve') ?? 'ask');
      const { openId, disputes } = await open(input, desk, importUsage);
      const choices = await choicesOf(input, rule, disputes);
      const ids = { commandId: desk.newId(), jobId: desk.newId() };
      const done = await desk.call('handoff.import', { ...ids, openId, rule, choices });
      return { json: done, lines: [...describe(done, input.words), ...outcome(done, input.words)] };
    }),
};

/** From a file, else asked on a terminal where the rule is to ask; a script without either leaves them open. */
async function choicesOf(
  input: CommandInput,
  rule: 'ask' | 'mine' | 'theirs' | 'newer',
  disputes: readonly Conflict[],
): Promise<ConflictChoice[]> {
  const file = input.args.text('choices');
  if (file !== undefined) return readChoices(file, disputes);
  return rule === 'ask' && canAsk() ? askChoices(disputes, input.words) : [];
}

function ruleOf(text: string): 'ask' | 'mine' | 'theirs' | 'newer' {
  if (text === 'ask' || text === 'mine' || text === 'theirs' || text === 'newer') return text;
  throw new UsageError(`--resolve ${text}`, importUsage);
}

function describe(report: HandoffPreview, { handoff }: Messages): string[] {
  const { sender, conflicts } = report;
  return [
    handoff.sender(sender.person, sender.fingerprint.digits, handoff.senderStatus[sender.status]),
    handoff.counts(report.total, report.new, report.changed, report.identical, conflicts.length),
    ...conflicts.map((one) => handoff.conflict(one.entity, one.entityId, one.theirs.field)),
    ...report.unknown.map((one) => handoff.unknownFields(one.entity, one.field, one.changes)),
    ...report.gaps.map((gap) => handoff.gap(gap.person || gap.device, gap.after, gap.upTo)),
    ...report.notices.map((one) => `${handoff.notices[one.code]}：${one.detail}`),
  ];
}

function outcome(done: HandoffImport, { handoff }: Messages): string[] {
  const lines: string[] = [];
  if (done.resolved > 0) lines.push(handoff.resolved(done.resolved));
  if (done.released > 0) lines.push(handoff.released(done.released));
  if (done.backup !== null) lines.push(handoff.backup(done.backup));
  for (const text of done.texts) {
    if (text.status === 'failed' || text.status === 'missing') {
      lines.push(`${text.versionId}  ${handoff.texts[text.status]}  ${text.error ?? ''}`);
    }
  }
  if (done.movedQuotes.length > 0) lines.push(handoff.movedQuotes(done.movedQuotes.length));
  return lines;
}

export const handoffConflictsCommand: CliCommand = {
  name: 'handoff conflicts',
  usage: 'handoff conflicts',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const conflicts = await desk.call('handoff.conflicts', { projectId: null });
      const { handoff } = input.words;
      const lines = conflicts.map((one) =>
        handoff.conflict(one.entity, conflictName(one), one.field),
      );
      return { json: { conflicts }, lines: lines.length > 0 ? lines : [handoff.noConflicts] };
    }),
};

export const handoffUndoCommand: CliCommand = {
  name: 'handoff undo',
  usage: 'handoff undo',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const undone = await desk.call('handoff.undo', { commandId: desk.newId() });
      const { restored, kept, memos } = undone;
      return { json: undone, lines: [input.words.handoff.undone(restored, kept, memos)] };
    }),
};
