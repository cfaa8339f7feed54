import type { ProjectHolding } from '#shared/domain/review/project.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import type { CliCommand } from '../command.ts';
import { parseTraitList } from '../arguments.ts';
import { UsageError } from '../usageError.ts';
import { withDesk } from '../withDesk.ts';

const addUsage =
  'project add --name N [--client C] [--type T] [--due YYYY-MM-DD] [--traits a,b,-c]';
export const projectAddCommand: CliCommand = {
  name: 'project add',
  usage: addUsage,
  options: {
    name: { type: 'string' },
    client: { type: 'string' },
    type: { type: 'string' },
    due: { type: 'string' },
    traits: { type: 'string' },
  },
  run: (input) =>
    withDesk(input, async (desk) => {
      const name = input.args.text('name');
      if (name === undefined) throw new UsageError('--name', addUsage);
      const answers = Object.entries(parseTraitList(input.args.text('traits') ?? ''));
      const project = await desk.call('project.create', {
        commandId: desk.newId(),
        fields: {
          name,
          client: input.args.text('client') ?? '',
          type: input.args.text('type') ?? '',
          due: input.args.text('due') ?? null,
        },
        traits: Object.fromEntries(
          answers.filter((entry): entry is [string, boolean] => entry[1] !== null),
        ),
      });
      const shown = await desk.call('project.show', { projectId: project.id });
      return { json: shown, lines: [`${shown.id}  ${shown.name}`] };
    }),
};

export const projectListCommand: CliCommand = {
  name: 'project list',
  usage: 'project list',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const projects = await desk.call('project.list', {});
      const lines = projects.map(
        ({ id, name, progress }) => `${id}  ${name}  ${progress.reviewed}/${progress.applicable}`,
      );
      return { json: { projects }, lines: lines.length > 0 ? lines : [input.words.cli.noProjects] };
    }),
};

export const projectShowCommand: CliCommand = {
  name: 'project show',
  usage: 'project show P',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const { id } = await desk.project(
        requireArgument(input.args.positionals, 0, 'project show P'),
      );
      const project = await desk.call('project.show', { projectId: id });
      const documents = await desk.call('document.list', { projectId: id });
      const traits = Object.entries(project.traits).map(
        ([trait, answer]) => `${answer ? '+' : '-'}${trait}`,
      );
      return {
        json: { ...project, documents },
        lines: [
          `${project.id}  ${project.name}`,
          ...holdingLines(project.holding, input.words),
          traits.join(' '),
        ],
      };
    }),
};

function holdingLines(holding: ProjectHolding, { handoff }: Messages): string[] {
  const lines: string[] = [];
  if (holding.owner) lines.push(handoff.owner(holding.owner.person, holding.since ?? ''));
  if (holding.isReadOnly) lines.push(handoff.readOnly);
  if (holding.isDisputed) lines.push(handoff.disputedOwner);
  return lines;
}

const traitsUsage = 'project traits P --set a,b,-c | --suggest';
export const projectTraitsCommand: CliCommand = {
  name: 'project traits',
  usage: traitsUsage,
  options: { set: { type: 'string' }, suggest: { type: 'boolean' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      const { id } = await desk.project(requireArgument(input.args.positionals, 0, traitsUsage));
      const set = input.args.text('set');
      if (set !== undefined) {
        await desk.call('project.answerTraits', {
          commandId: desk.newId(),
          projectId: id,
          answers: parseTraitList(set),
        });
      }
      if (!input.args.has('suggest')) {
        const { traits } = await desk.call('project.show', { projectId: id });
        const lines = Object.entries(traits).map(
          ([trait, answer]) => `${answer ? '+' : '-'}${trait}`,
        );
        return { json: { traits, suggestions: [] }, lines };
      }
      const report = await desk.call('project.suggestTraits', { projectId: id });
      const { documents } = input.words;
      const lines = report.suggestions.map(
        ({ traitId, terms }) => `${traitId}  ${terms.join('、')}`,
      );
      // What was not searched is said beside the result.
      const unread = report.searched.unsearchable.map(({ documentTitle, where, warnings }) => {
        const said = warnings.map(({ code, count }) => documents.warnings[code](count));
        return `? ${documentTitle}: ${[...where, ...said].join('、')}`;
      });
      return { json: report, lines: [...lines, ...unread] };
    }),
};

/** A positional argument. Errors: `UsageError`. */
export function requireArgument(
  positionals: readonly string[],
  index: number,
  usage: string,
): string {
  const value = positionals[index];
  if (value === undefined || value === '') throw new UsageError(`argument ${index + 1}`, usage);
  return value;
}
