import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import {
  answeredProject,
  currentOf,
  laterResources,
  listId,
  publishEdition,
  rowsOf,
} from '../../helpers/checklistEditions.ts';
import { addProject, openDesk, openWorkspace, passphrase } from '../../helpers/deskCore.ts';

test('the sample project is reviewed by the program’s lists, whatever this desk made of them', async () => {
  const desk = await openWorkspace();
  const first = await currentOf(desk);
  const { items } = await desk.call('checklist.version', { versionId: first.id });
  await publishEdition(desk, { remove: items.slice(0, 3).map(({ id }) => id) });
  const { projectId } = await desk.call('project.openSample', {
    commandId: desk.id(),
    jobId: desk.id(),
  });
  const { checklists } = await desk.call('project.show', { projectId });
  expect(checklists[listId]).toEqual({ version: first.version, hash: first.hash });
  await desk.core.close();
}, 60_000);

describe('an upgrade of the program with other lists', () => {
  test('leaves a project its wording and offers the new one', async () => {
    const desk = await openWorkspace();
    const { projectId, ids } = await answeredProject(desk);
    const [changed = ''] = ids;
    const before = await desk.call('review.rows', { projectId });
    const { item } = await desk.call('review.item', { projectId, itemId: changed });
    await desk.core.close();

    const later = openDesk(desk.dir, { resourcesDir: laterResources(changed, '新版措辞。') });
    await later.call('workspace.unlock', { kind: 'passphrase', secret: passphrase });
    expect(await later.call('review.rows', { projectId })).toEqual(before);
    expect((await later.call('review.item', { projectId, itemId: changed })).item).toEqual(item);
    const [update, ...others] = await later.call('checklist.updates', { projectId });
    expect(others).toEqual([]);
    expect(update).toMatchObject({ carried: ids.length - 1, to: { origin: 'bundled' } });
    expect(update?.reopened[0]?.before).toEqual(item);
    const fresh = await addProject(later);
    const shown = await later.call('review.item', { projectId: fresh, itemId: changed });
    expect(shown.item.recommendation).toBe('新版措辞。');
    await later.call('checklist.pin', {
      commandId: later.id(),
      projectId,
      versionId: update?.to.id ?? '',
    });
    const card = await later.call('review.item', { projectId, itemId: changed });
    expect([card.item.recommendation, card.reopened?.before]).toEqual(['新版措辞。', item]);
    const versions = await later.call('checklist.versions', {});
    expect(
      versions
        .filter((one) => one.checklistId === listId)
        .map((one) => [one.version, one.origin, one.state, one.projects]),
    ).toEqual([
      ['2027.01-v1', 'bundled', 'current', 2],
      [item.checklist === listId ? update?.from?.version : '', 'bundled', 'superseded', 0],
    ]);
    await later.core.close();
  });

  test('shows nothing in place of a wording that nobody has here, and says so', async () => {
    const desk = openDesk();
    await desk.call('workspace.create', { name: '库', person: '林若川', passphrase: null });
    const { projectId, ids } = await answeredProject(desk);
    const { checklists } = await desk.call('project.show', { projectId });
    await desk.core.close();
    // As an older program left it: it pinned the content of its lists without keeping it.
    const records = openDatabase(path.join(desk.dir, 'records.db'), recordsKind, null);
    records.exec('DELETE FROM checklist_use');
    records.close();

    const [changed = ''] = ids;
    const later = openDesk(desk.dir, { resourcesDir: laterResources(changed, '新版措辞。') });
    const rows = await later.call('review.rows', { projectId });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.checklist === listId)).toEqual([]);
    const lists = await later.call('review.lists', { projectId });
    expect(lists.filter((list) => list.fault !== null)).toEqual([
      { checklistId: listId, ...checklists[listId], checklist: null, fault: 'not-here' },
    ]);
    const { checks } = await later.call('memo.preview', { projectId });
    expect(checks.find(({ code }) => code === 'checklist-not-here')).toMatchObject({
      level: 'error',
      count: 1,
    });
    const archived = await later.call('review.archived', { projectId });
    expect(archived.map((one) => [one.itemId, one.reason])).toEqual(
      ids.map((id) => [id, 'list-not-here']),
    );
    const [update] = await later.call('checklist.updates', { projectId });
    // Hashes were recorded with the verdicts, so unchanged items are known even without the old list.
    expect(update).toMatchObject({ isFromHeld: false, carried: ids.length - 1, archived: [] });
    expect(update?.reopened.map(({ itemId, before }) => [itemId, before])).toEqual([
      [changed, null],
    ]);
    await later.call('checklist.pin', {
      commandId: later.id(),
      projectId,
      versionId: update?.to.id ?? '',
    });
    const after = await rowsOf(later, projectId);
    expect(after.filter(({ reopened }) => reopened !== null)).toMatchObject([
      { itemId: changed, reopened: { verdict: 'met', version: null, before: null } },
    ]);
    await later.core.close();
  });
});
