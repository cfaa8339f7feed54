import { expect, test } from 'vitest';
import { listId, publishEdition } from '../../helpers/checklistEditions.ts';
import { addProject, openWorkspace } from '../../helpers/deskCore.ts';
import { partsOf, textOf } from '../memo/readBack.ts';

test('the memo names the versions it was reviewed by, and keeps findings against items that are gone', async () => {
  const desk = await openWorkspace();
  const projectId = await addProject(desk);
  const rows = (await desk.call('review.rows', { projectId })).filter(
    (row) => row.checklist === listId,
  );
  const [changed, removed] = rows;
  for (const row of [changed, removed])
    await desk.call('review.assess', {
      commandId: desk.id(),
      projectId,
      itemId: row?.itemId ?? '',
      patch: { verdict: 'not-met' },
    });
  await desk.call('finding.add', {
    commandId: desk.id(),
    projectId,
    itemId: removed?.itemId ?? '',
    fields: { problem: '合同没有约定。' },
  });
  const edition = await publishEdition(desk, {
    recommend: { [changed?.itemId ?? '']: '建议改写。' },
    remove: [removed?.itemId ?? ''],
  });
  await desk.call('checklist.pin', { commandId: desk.id(), projectId, versionId: edition.id });

  const { model, checks } = await desk.call('memo.preview', { projectId });
  expect(model.checklists.find(({ hash }) => hash === edition.hash)?.version).toBe(edition.version);
  expect(checks.find(({ code }) => code === 'reopened-items')).toMatchObject({
    level: 'warning',
    itemIds: [changed?.itemId],
  });
  expect(model.findings).toMatchObject([
    {
      itemNumber: removed?.number,
      itemTitle: removed?.title,
      itemStanding: 'archived',
      problem: '合同没有约定。',
    },
  ]);
  const memo = await desk.call('memo.write', {
    commandId: desk.id(),
    projectId,
    isDraft: true,
    acknowledged: [],
  });
  const parts = partsOf(desk.core.memoBytes(memo.id).bytes);
  const text = textOf(parts.get('word/document.xml') ?? '');
  expect(text).toContain(removed?.title);
  expect(text).toContain(edition.version);
  expect(text).toContain('已不在本项目现用清单中');

  // Confirming the old verdict on the new wording is told in the history of the item.
  await desk.call('review.assess', {
    commandId: desk.id(),
    projectId,
    itemId: changed?.itemId ?? '',
    patch: { verdict: 'not-met' },
  });
  const history = await desk.call('history.of', { projectId, itemId: changed?.itemId ?? '' });
  expect(
    history.map(({ changes }) => changes.map(({ field, from, to }) => [field, from, to])),
  ).toEqual([[['verdict', 'unreviewed', 'not-met']], [['verdict', null, 'not-met']]]);
  await desk.core.close();
});
