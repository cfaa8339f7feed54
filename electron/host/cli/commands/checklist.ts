import { AppError } from '#shared/contract/errors.ts';
import type {
  ChecklistUpdate,
  ChecklistVersion,
  ItemChange,
} from '#shared/domain/library/checklistVersion.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import type { CliCommand } from '../command.ts';
import { DeskClient } from '../deskClient.ts';
import { withDesk } from '../withDesk.ts';
import { requireArgument } from './project.ts';
import { openWhereThereIsOne } from './statutesCheck.ts';

/** Every list with its current version; those of the workspace too where there is one that opens. */
export const checklistListCommand: CliCommand = {
  name: 'checklist list',
  usage: 'checklist list',
  options: {},
  run: async (input) => {
    const desk = new DeskClient(input.global.workspace);
    try {
      await openWhereThereIsOne(desk, input);
      const { checklists } = await desk.call('library.checklists', {});
      const all = await desk.call('checklist.versions', {});
      const versionsOf = (id: string): ChecklistVersion[] =>
        all.filter(({ checklistId }) => checklistId === id);
      return {
        json: {
          checklists: checklists.map((one) => ({
            ...one,
            itemIds: one.items,
            items: one.items.length,
            versions: versionsOf(one.id).map(versionJson),
          })),
        },
        lines: checklists.flatMap((one) => [
          `${one.id}  ${one.version}  ${one.items.length}  ${one.titleZh}`,
          ...olderLines(versionsOf(one.id), one.hash, input.words),
        ]),
      };
    } finally {
      await desk.close();
    }
  },
};

function versionJson(version: ChecklistVersion): unknown {
  const { id, items, origin, state, by, at, projects, hash } = version;
  return { id, version: version.version, items, origin, state, by, at, projects, hash };
}

/** Versions beside the one that stands in the list's own line. */
function olderLines(
  versions: readonly ChecklistVersion[],
  hash: string,
  { checklistCli }: Messages,
): string[] {
  return versions
    .filter((one) => one.hash !== hash)
    .map(
      (one) =>
        `  ${one.id.slice(0, 12)}  ${one.version}  ${checklistCli.count(one.items)}  ${checklistCli.states[one.state]}`,
    );
}

const updateUsage = 'checklist update P [--checklist ID] [--dry-run]';

/** Takes up the newest version of each list of a project; a list that it does not have yet only where it is named. */
export const checklistUpdateCommand: CliCommand = {
  name: 'checklist update',
  usage: updateUsage,
  options: { checklist: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      const { id } = await desk.project(requireArgument(input.args.positionals, 0, updateUsage));
      const wanted = input.args.text('checklist');
      const isDryRun = input.args.has('dry-run');
      await requireKnownList(desk, wanted);
      const offered = await desk.call('checklist.updates', { projectId: id });
      const updates = offered.filter(({ checklistId, from }) =>
        wanted === undefined ? from !== null : checklistId === wanted,
      );
      for (const { to } of isDryRun ? [] : updates)
        await desk.call('checklist.pin', {
          commandId: desk.newId(),
          projectId: id,
          versionId: to.id,
        });
      const words = input.words.checklistCli;
      const lines = updates.flatMap((update) => updateLines(update, input.words));
      return {
        json: { project: id, isDryRun, updates: updates.map(updateJson) },
        lines: lines.length === 0 ? [words.upToDate] : isDryRun ? [...lines, words.dryRun] : lines,
      };
    }),
};

/** Errors: `not-found`. */
async function requireKnownList(desk: DeskClient, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const versions = await desk.call('checklist.versions', {});
  if (versions.some(({ checklistId }) => checklistId === id)) return;
  throw new AppError('not-found', { kind: 'checklist', id });
}

function updateJson({ checklistId, from, to, isFromHeld, ...update }: ChecklistUpdate): unknown {
  return {
    id: checklistId,
    from: from?.version ?? null,
    isFromHeld,
    to: { id: to.id, version: to.version, hash: to.hash },
    carried: update.carried,
    reopened: update.reopened.map(changeJson),
    archived: update.archived.map(changeJson),
    added: update.added,
  };
}

function changeJson({ itemId, kind, isMoved, before, after, fields }: ItemChange): unknown {
  const { number, title } = after ?? before ?? { number: '', title: itemId };
  return { id: itemId, number, title, kind, isMoved, fields };
}

function updateLines(update: ChecklistUpdate, { checklistCli: words }: Messages): string[] {
  const { titleZh, from, to, carried, reopened, archived, added } = update;
  return [
    words.update(titleZh, from?.version ?? words.notInProject, to.version),
    words.fate(carried, reopened.length, archived.length, added),
    ...reopened.map((one) => words.reopened(one.after?.number ?? '', one.after?.title ?? '')),
    ...archived.map((one) => words.archived(one.before?.number ?? '', one.before?.title ?? '')),
  ];
}

const publishUsage = 'checklist publish DRAFT';

/** Freezes a draft, named by its id or its title, into a version. */
export const checklistPublishCommand: CliCommand = {
  name: 'checklist publish',
  usage: publishUsage,
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const name = requireArgument(input.args.positionals, 0, publishUsage);
      const draftId = await draftNamed(desk, name);
      const version = await desk.call('checklist.publish', { commandId: desk.newId(), draftId });
      return {
        json: {
          checklist: version.checklistId,
          titleZh: version.titleZh,
          ...publishedJson(version),
        },
        lines: [input.words.checklistCli.published(version.titleZh, version.version), version.id],
      };
    }),
};

function publishedJson({ id, version, hash, items }: ChecklistVersion): object {
  return { id, version, hash, items };
}

/** Errors: `not-found`, `ambiguous-name`. */
async function draftNamed(desk: DeskClient, name: string): Promise<string> {
  const drafts = await desk.call('checklist.drafts', {});
  const byId = drafts.find(({ id }) => id === name);
  if (byId) return byId.id;
  const named = drafts.filter(({ head }) => head.titleZh === name);
  const ids = named.map(({ id }) => id);
  if (ids.length > 1) throw new AppError('ambiguous-name', { name, ids: ids.join(', ') });
  const [only] = ids;
  if (only === undefined) throw new AppError('not-found', { kind: 'checklistDraft', id: name });
  return only;
}

const diffUsage =
  'checklist diff V1 V2   (V: LIST@VERSION, or the id of a version or its beginning)';

/** What became of each item between two versions. */
export const checklistDiffCommand: CliCommand = {
  name: 'checklist diff',
  usage: diffUsage,
  options: {},
  run: async (input) => {
    const desk = new DeskClient(input.global.workspace);
    try {
      await openWhereThereIsOne(desk, input);
      const all = await desk.call('checklist.versions', {});
      const from = versionNamed(all, requireArgument(input.args.positionals, 0, diffUsage));
      const to = versionNamed(all, requireArgument(input.args.positionals, 1, diffUsage));
      const { counts, changes } = await desk.call('checklist.compare', {
        fromId: from.id,
        toId: to.id,
      });
      const words = input.words.checklistCli;
      const shown = changes.filter(({ kind, isMoved }) => kind !== 'same' || isMoved);
      return {
        json: {
          from: versionJson(from),
          to: versionJson(to),
          counts,
          changes: shown.map(changeJson),
        },
        lines: [
          words.update(to.titleZh, from.version, to.version),
          words.counts(counts.same, counts.changed, counts.added, counts.removed),
          ...shown.map((one) => {
            const { number, title } = one.after ?? one.before ?? { number: '', title: '' };
            return `  ${words.kinds[one.kind]}  ${number}  ${title}  ${one.fields.join(' ')}`.trimEnd();
          }),
        ],
      };
    } finally {
      await desk.close();
    }
  },
};

/** Errors: `not-found`, `ambiguous-name`. */
function versionNamed(all: readonly ChecklistVersion[], name: string): ChecklistVersion {
  const found = all.filter(
    (one) => `${one.checklistId}@${one.version}` === name || one.id === name,
  );
  const byStart = name.length >= 6 ? all.filter(({ id }) => id.startsWith(name)) : [];
  const matches = found.length > 0 ? found : byStart;
  if (matches.length > 1)
    throw new AppError('ambiguous-name', { name, ids: matches.map(({ id }) => id).join(', ') });
  const [only] = matches;
  if (!only) throw new AppError('not-found', { kind: 'checklistVersion', id: name });
  return only;
}
