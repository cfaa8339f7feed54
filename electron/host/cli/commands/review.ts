import { AppError } from '#shared/contract/errors.ts';
import { stanceForVerdict, Verdict } from '#shared/domain/review/verdict.ts';
import type { CliCommand } from '../command.ts';
import type { DeskClient } from '../deskClient.ts';
import { UsageError } from '../usageError.ts';
import { withDesk } from '../withDesk.ts';
import { requireArgument } from './project.ts';

export const itemsCommand: CliCommand = {
  name: 'items',
  usage: 'items P',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const { id } = await desk.project(requireArgument(input.args.positionals, 0, 'items P'));
      const rows = await desk.call('review.rows', { projectId: id });
      const items = rows.map(({ itemId, ...row }) => ({ id: itemId, ...row }));
      const lines = rows.map(
        (row) =>
          `${row.number}  ${row.itemId}  ${input.words.words.verdicts[row.verdict]}  ${row.title}`,
      );
      const lists = await desk.call('review.lists', { projectId: id });
      const unavailable = lists.flatMap(({ checklistId: list, version, fault }) =>
        fault === null ? [] : [{ id: list, version, fault }],
      );
      const faults = unavailable.map((one) =>
        input.words.checklistCli.faults[one.fault](`${one.id} ${one.version}`),
      );
      return { json: { items, unavailable }, lines: [...lines, ...faults] };
    }),
};

const assessUsage =
  'assess P ITEM --verdict met|partial|not-met|not-applicable|needs-material [--note T] [--evidence VERSION:QUOTE]…';
export const assessCommand: CliCommand = {
  name: 'assess',
  usage: assessUsage,
  options: {
    verdict: { type: 'string' },
    note: { type: 'string' },
    evidence: { type: 'string', multiple: true },
  },
  run: (input) =>
    withDesk(input, async (desk) => {
      const { id } = await desk.project(requireArgument(input.args.positionals, 0, assessUsage));
      const itemId = requireArgument(input.args.positionals, 1, assessUsage);
      const verdict = Verdict.safeParse(input.args.text('verdict'));
      if (!verdict.success) throw new UsageError('--verdict', assessUsage);
      // Quotes are found before anything is written: a quote that is not there changes nothing.
      const anchors = await locateAll(desk, input.args.all('evidence'), assessUsage);
      const note = input.args.text('note');
      const assessment = await desk.call('review.assess', {
        commandId: desk.newId(),
        projectId: id,
        itemId,
        patch: { verdict: verdict.data, ...(note === undefined ? {} : { note }) },
      });
      const evidence = [];
      for (const { versionId, quote, start, end } of anchors) {
        const stance = stanceForVerdict(verdict.data);
        const link = {
          projectId: id,
          itemId,
          findingId: null,
          stance,
          versionId,
          start,
          end,
          quote,
        };
        evidence.push(await desk.call('evidence.add', { commandId: desk.newId(), ...link }));
      }
      return {
        json: { assessment: { ...assessment, evidence } },
        lines: [`${itemId}  ${input.words.words.verdicts[assessment.verdict]}`],
      };
    }),
};

/** Reads `VERSION:QUOTE` pairs and finds each quote. Errors: `UsageError`, `quote-not-found`, `quote-ambiguous`. */
export async function locateAll(desk: DeskClient, pairs: readonly string[], usage: string) {
  const anchors = [];
  for (const pair of pairs) {
    const at = pair.indexOf(':');
    if (at <= 0) throw new UsageError('--evidence', usage);
    const quote = pair.slice(at + 1);
    if (quote === '') throw new AppError('quote-not-found', { quote });
    anchors.push(await desk.call('evidence.locate', { versionId: pair.slice(0, at), quote }));
  }
  return anchors;
}
