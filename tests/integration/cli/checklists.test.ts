import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentOf, listId, publishEdition } from '../../helpers/checklistEditions.ts';
import { jsonOf, runCli } from '../../helpers/cli.ts';
import { addProject, openDesk } from '../../helpers/deskCore.ts';

interface ListedVersion {
  readonly id: string;
  readonly version: string;
  readonly origin: string;
  readonly state: string;
}

describe('checklists on the command line', () => {
  const desk = openDesk();
  const { dir: workspace } = desk;
  let first = '';
  let edition = '';
  let changed = '';
  let removed = '';
  let projectId = '';

  beforeAll(async () => {
    await desk.call('workspace.create', { name: '库', person: '林若川', passphrase: null });
    projectId = await addProject(desk);
    const rows = await desk.call('review.rows', { projectId });
    [changed = '', removed = ''] = rows
      .filter((row) => row.checklist === listId)
      .map((row) => row.itemId);
    for (const itemId of [changed, removed])
      await desk.call('review.assess', {
        commandId: desk.id(),
        projectId,
        itemId,
        patch: { verdict: 'met' },
      });
    first = (await currentOf(desk)).version;
    const published = await publishEdition(desk, {
      recommend: { [changed]: '建议改写。' },
      remove: [removed],
    });
    edition = published.version;
    const { id } = await currentOf(desk);
    await desk.call('checklist.begin', { commandId: desk.id(), kind: 'edition', versionId: id });
    await desk.core.close();
  });
  afterAll(() => desk.core.close());

  it('list names each list once, with all its versions', async () => {
    const { checklists } = jsonOf<{
      checklists: { id: string; version: string; items: number; versions: ListedVersion[] }[];
    }>(await runCli(['checklist', 'list', '--json'], { workspace }));
    const list = checklists.find(({ id }) => id === listId);
    expect(list).toMatchObject({ version: edition });
    expect(list?.versions.map(({ version, origin, state }) => [version, origin, state])).toEqual([
      [edition, 'own', 'current'],
      [first, 'bundled', 'superseded'],
    ]);
    const bare = jsonOf<{ checklists: { id: string; items: number }[] }>(
      await runCli(['checklist', 'list', '--json'], { workspace: `${workspace}-none` }),
    );
    expect(bare.checklists).toHaveLength(8);
    expect(bare.checklists.reduce((sum, one) => sum + one.items, 0)).toBe(154);
  });

  it('diff says what became of each item', async () => {
    const names = [`${listId}@${first}`, `${listId}@${edition}`];
    const run = await runCli(['checklist', 'diff', ...names, '--json'], { workspace });
    expect(jsonOf(run)).toMatchObject({
      counts: { changed: 1, added: 0, removed: 1 },
      changes: [
        { id: changed, kind: 'changed', fields: ['recommendation'] },
        { id: removed, kind: 'removed' },
      ],
    });
    const unknown = await runCli(['checklist', 'diff', names[0] ?? '', 'x@y', '--json'], {
      workspace,
    });
    expect(unknown.exitCode).toBe(3);
    expect(jsonOf(unknown)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('update previews, then carries, reopens and archives', async () => {
    const dry = await runCli(['checklist', 'update', projectId, '--dry-run', '--json'], {
      workspace,
    });
    const expected = {
      updates: [
        {
          id: listId,
          from: first,
          to: { version: edition },
          carried: 0,
          reopened: [{ id: changed, fields: ['recommendation'] }],
          archived: [{ id: removed }],
        },
      ],
    };
    expect(jsonOf(dry)).toMatchObject({ ...expected, isDryRun: true });
    const done = await runCli(['checklist', 'update', projectId, '--json'], { workspace });
    expect(jsonOf(done)).toMatchObject({ ...expected, isDryRun: false });
    const again = await runCli(['checklist', 'update', projectId], { workspace });
    expect([again.exitCode, again.stdout]).toEqual([0, '项目所用清单均为最新版本。\n']);
    const { items } = jsonOf<{ items: { id: string; verdict: string; reopened: unknown }[] }>(
      await runCli(['items', projectId, '--json'], { workspace }),
    );
    expect(items.find(({ id }) => id === changed)).toMatchObject({
      verdict: 'unreviewed',
      reopened: { verdict: 'met', version: first },
    });
    expect(items.some(({ id }) => id === removed)).toBe(false);
    const wrong = await runCli(['checklist', 'update', projectId, '--checklist', 'x', '--json'], {
      workspace,
    });
    expect(wrong.exitCode).toBe(3);
  });

  it('publish freezes a draft by its title', async () => {
    const { checklists } = jsonOf<{ checklists: { id: string; titleZh: string }[] }>(
      await runCli(['checklist', 'list', '--json'], { workspace }),
    );
    const title = checklists.find(({ id }) => id === listId)?.titleZh ?? '';
    const run = await runCli(['checklist', 'publish', title, '--json'], { workspace });
    expect(jsonOf(run)).toMatchObject({ checklist: listId, titleZh: title });
    const gone = await runCli(['checklist', 'publish', title, '--json'], { workspace });
    expect([gone.exitCode, jsonOf<{ error: { code: string } }>(gone).error.code]).toEqual([
      3,
      'not-found',
    ]);
  });
});
