import { describe, expect, test } from 'vitest';
import {
  answeredProject,
  assess,
  currentOf,
  listId,
  publishEdition,
  rowsOf,
} from '../../helpers/checklistEditions.ts';
import { addProject, failureOf, openWorkspace } from '../../helpers/deskCore.ts';

describe('updating the list of a project', () => {
  test('carries unchanged answers, reopens changed ones, archives removed ones; undo restores', async () => {
    const desk = await openWorkspace();
    const { projectId, ids } = await answeredProject(desk);
    const [changed = '', removed = ''] = ids;
    await desk.call('finding.add', { commandId: desk.id(), projectId, itemId: removed });
    const before = await desk.call('review.rows', { projectId });
    expect(await desk.call('checklist.updates', { projectId })).toEqual([]);
    const edition = await publishEdition(desk, {
      recommend: { [changed]: '建议改写。' },
      remove: [removed],
    });

    // Publishing alone changes nothing in a project.
    expect(await desk.call('review.rows', { projectId })).toEqual(before);
    const [update] = await desk.call('checklist.updates', { projectId });
    expect(update).toMatchObject({
      checklistId: listId,
      isFromHeld: true,
      to: { id: edition.id },
      carried: ids.length - 2,
      added: 0,
    });
    expect(update?.reopened.map((one) => [one.itemId, one.fields])).toEqual([
      [changed, ['recommendation']],
    ]);
    expect(update?.archived.map((one) => one.itemId)).toEqual([removed]);

    const project = await desk.call('checklist.pin', {
      commandId: desk.id(),
      projectId,
      versionId: edition.id,
    });
    expect(project.checklists[listId]).toEqual({ version: edition.version, hash: edition.hash });
    expect(await desk.call('checklist.updates', { projectId })).toEqual([]);
    const after = await rowsOf(desk, projectId);
    expect(after.map((row) => [row.itemId, row.verdict, row.reopened?.verdict ?? null])).toEqual(
      ids
        .filter((id) => id !== removed)
        .map((id) => (id === changed ? [id, 'unreviewed', 'met'] : [id, 'met', null])),
    );
    const card = await desk.call('review.item', { projectId, itemId: changed });
    expect(card.item.recommendation).toBe('建议改写。');
    expect(card.assessment).toMatchObject({ verdict: 'unreviewed', note: '已核对' });
    expect(card.reopened?.before?.recommendation).not.toBe('建议改写。');
    expect(card.reopened?.version).toBe(update?.from?.version);

    const [archived, ...others] = await desk.call('review.archived', { projectId });
    expect(others).toEqual([]);
    expect(archived).toMatchObject({
      itemId: removed,
      reason: 'removed',
      assessment: { verdict: 'met', note: '已核对' },
    });
    expect(archived?.item?.id).toBe(removed);
    expect(archived?.findings).toHaveLength(1);
    expect((await failureOf(assess(desk, projectId, removed))).code).toBe('item-archived');
    const [finding] = await desk.call('finding.list', { projectId });
    expect(finding?.item).toEqual({
      number: archived?.item?.number,
      title: archived?.item?.title,
      standing: 'archived',
    });
    const applying = after.filter((row) => row.why.applies === 'yes' && row.verdict === 'met');
    const { progress } = await desk.call('project.show', { projectId });
    expect(progress.reviewed).toBe(applying.length);

    await desk.call('history.undo', { commandId: desk.id() });
    expect(await desk.call('review.rows', { projectId })).toEqual(before);
    expect(await desk.call('review.archived', { projectId })).toEqual([]);
    await desk.call('history.redo', { commandId: desk.id() });
    expect(await rowsOf(desk, projectId)).toEqual(after);
    await desk.core.close();
  });

  test('says beforehand that work without a verdict will be archived too', async () => {
    const desk = await openWorkspace();
    const projectId = await addProject(desk);
    const [noted = '', found = '', untouched = ''] = (await rowsOf(desk, projectId)).map(
      (row) => row.itemId,
    );
    await desk.call('review.assess', {
      commandId: desk.id(),
      projectId,
      itemId: noted,
      patch: { note: '待补材料' },
    });
    await desk.call('finding.add', { commandId: desk.id(), projectId, itemId: found });
    const edition = await publishEdition(desk, { remove: [noted, found, untouched] });
    const [update] = await desk.call('checklist.updates', { projectId });
    const announced = update?.archived.map((one) => one.itemId) ?? [];
    expect(announced.toSorted()).toEqual([noted, found].toSorted());
    await desk.call('checklist.pin', {
      commandId: desk.id(),
      projectId,
      versionId: edition.id,
    });
    const archived = await desk.call('review.archived', { projectId });
    expect(archived.map((one) => one.itemId).toSorted()).toEqual(announced.toSorted());
    await desk.core.close();
  });

  test('deciding again settles a reopened item, with the same verdict too; undo reopens it', async () => {
    const desk = await openWorkspace();
    const { projectId, ids } = await answeredProject(desk);
    const [changed = ''] = ids;
    const edition = await publishEdition(desk, { recommend: { [changed]: '建议改写。' } });
    const versionId = edition.id;
    await desk.call('checklist.pin', { commandId: desk.id(), projectId, versionId });
    // A note alone is no decision on the new wording.
    await desk.call('review.assess', {
      commandId: desk.id(),
      projectId,
      itemId: changed,
      patch: { note: '措辞已变' },
    });
    const stateOf = async () => {
      const { assessment, reopened } = await desk.call('review.item', {
        projectId,
        itemId: changed,
      });
      return [assessment.verdict, reopened?.verdict ?? null];
    };
    expect(await stateOf()).toEqual(['unreviewed', 'met']);
    const settled = await assess(desk, projectId, changed, '措辞已变');
    expect(settled.verdict).toBe('met');
    expect(await stateOf()).toEqual(['met', null]);
    await desk.call('history.undo', { commandId: desk.id() });
    expect(await stateOf()).toEqual(['unreviewed', 'met']);
    await desk.core.close();
  });

  test('going back to an earlier version brings its answers back', async () => {
    const desk = await openWorkspace();
    const { projectId, ids } = await answeredProject(desk);
    const first = await currentOf(desk);
    const before = await desk.call('review.rows', { projectId });
    const edition = await publishEdition(desk, {
      recommend: { [ids[0] ?? '']: '建议改写。' },
      remove: [ids[1] ?? ''],
      reverse: true,
    });
    for (const versionId of [edition.id, first.id])
      await desk.call('checklist.pin', { commandId: desk.id(), projectId, versionId });
    expect(await desk.call('review.rows', { projectId })).toEqual(before);
    await desk.core.close();
  });

  test('a list that is taken out is archived with all answers, and comes back by pinning', async () => {
    const desk = await openWorkspace();
    const { projectId, ids } = await answeredProject(desk);
    const before = await desk.call('review.rows', { projectId });
    const { id: versionId } = await currentOf(desk);
    await desk.call('checklist.unpin', { commandId: desk.id(), projectId, checklistId: listId });
    expect(await rowsOf(desk, projectId)).toEqual([]);
    const archived = await desk.call('review.archived', { projectId });
    expect(archived.map((one) => [one.itemId, one.reason])).toEqual(
      ids.map((id) => [id, 'list-removed']),
    );
    expect(await desk.call('checklist.updates', { projectId })).toEqual([]);
    await desk.call('history.undo', { commandId: desk.id() });
    expect(await desk.call('review.rows', { projectId })).toEqual(before);
    await desk.call('history.redo', { commandId: desk.id() });
    await desk.call('checklist.pin', { commandId: desk.id(), projectId, versionId });
    expect(await desk.call('review.rows', { projectId })).toEqual(before);
    await desk.core.close();
  });

  test('a list published since is offered to projects, and pinned where it fits', async () => {
    const desk = await openWorkspace();
    const projectId = await addProject(desk);
    const { id } = await currentOf(desk);
    const copy = await desk.call('checklist.begin', {
      commandId: desk.id(),
      kind: 'copy',
      versionId: id,
      titleZh: '本所清单',
    });
    const own = await desk.call('checklist.publish', { commandId: desk.id(), draftId: copy.id });
    const [update] = await desk.call('checklist.updates', { projectId });
    expect(update).toMatchObject({ from: null, isFromHeld: true, carried: 0, added: own.items });
    await desk.call('checklist.pin', { commandId: desk.id(), projectId, versionId: own.id });
    const rows = await desk.call('review.rows', { projectId });
    expect(new Set(rows.map((row) => row.number)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.itemId)).size).toBe(rows.length);
    expect(rows.filter((row) => row.checklist === own.checklistId).length).toBe(
      rows.filter((row) => row.checklist === listId).length,
    );
    const lists = await desk.call('review.lists', { projectId });
    expect(lists.at(-1)).toMatchObject({ checklistId: own.checklistId, fault: null });
    await desk.core.close();
  });
});
