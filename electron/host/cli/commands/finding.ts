import type { Input } from '#shared/contract/contract.ts';
import { Severity } from '#shared/domain/review/verdict.ts';
import type { Arguments } from '../arguments.ts';
import type { CliCommand } from '../command.ts';
import { UsageError } from '../usageError.ts';
import { withDesk } from '../withDesk.ts';
import { requireArgument } from './project.ts';
import { locateAll } from './review.ts';

const addUsage =
  'finding add P --item I [--severity 重大|较大|一般] [--problem T] [--recommendation T] [--clause T] [--evidence VERSION:QUOTE]…';
export const findingAddCommand: CliCommand = {
  name: 'finding add',
  usage: addUsage,
  options: {
    item: { type: 'string' },
    severity: { type: 'string' },
    problem: { type: 'string' },
    recommendation: { type: 'string' },
    clause: { type: 'string' },
    evidence: { type: 'string', multiple: true },
  },
  run: (input) =>
    withDesk(input, async (desk) => {
      const { id } = await desk.project(requireArgument(input.args.positionals, 0, addUsage));
      const itemId = input.args.text('item');
      if (itemId === undefined) throw new UsageError('--item', addUsage);
      const anchors = await locateAll(desk, input.args.all('evidence'), addUsage);
      const fields = fieldsOf(input.args);
      const finding = await desk.call('finding.add', {
        commandId: desk.newId(),
        projectId: id,
        itemId,
        ...(Object.keys(fields).length > 0 ? { fields } : {}),
      });
      for (const { versionId, quote, start, end } of anchors) {
        await desk.call('evidence.add', {
          commandId: desk.newId(),
          projectId: id,
          itemId,
          findingId: finding.id,
          stance: 'contradicts',
          versionId,
          start,
          end,
          quote,
        });
      }
      const findings = await desk.call('finding.list', { projectId: id });
      const made = findings.find((one) => one.id === finding.id);
      return { json: { finding: made, findings }, lines: [`${finding.number}  ${finding.id}`] };
    }),
};

function fieldsOf(args: Arguments): NonNullable<Input<'finding.add'>['fields']> {
  const severity = args.text('severity');
  const parsed = severity === undefined ? null : Severity.safeParse(severity);
  if (parsed && !parsed.success) throw new UsageError('--severity', addUsage);
  const prose = (name: 'problem' | 'recommendation' | 'clause'): object => {
    const text = args.text(name);
    return text === undefined ? {} : { [name]: text };
  };
  return {
    ...(parsed ? { severity: parsed.data } : {}),
    ...prose('problem'),
    ...prose('recommendation'),
    ...prose('clause'),
  };
}

export const findingListCommand: CliCommand = {
  name: 'finding list',
  usage: 'finding list P',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const { id } = await desk.project(
        requireArgument(input.args.positionals, 0, 'finding list P'),
      );
      const findings = await desk.call('finding.list', { projectId: id });
      const lines = findings.map(
        (one) => `${one.number}  ${one.severity}  ${one.itemId}  ${one.problem}`,
      );
      return { json: { findings }, lines: lines.length > 0 ? lines : [input.words.cli.noFindings] };
    }),
};
