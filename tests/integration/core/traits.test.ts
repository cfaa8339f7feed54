import { afterAll, beforeAll, expect, test } from 'vitest';
import { designPdf } from '../../fixtures/projectFiles.ts';
import { addProject, type DeskCore, failureOf, openWorkspace } from '../../helpers/deskCore.ts';
import { bytesSource, takeIn } from '../../helpers/takeIn.ts';

let desk: DeskCore;
let projectId: string;

beforeAll(async () => {
  desk = await openWorkspace();
  projectId = await addProject(desk);
  await takeIn(desk, projectId, [bytesSource('建设方案.pdf', designPdf())]);
});
afterAll(async () => {
  await desk.core.close();
});

test('traits decide the items; an unknown trait leaves an item undetermined, not out', async () => {
  const rows = await desk.call('review.rows', { projectId });
  const applies = (itemId: string) => rows.find((row) => row.itemId === itemId)?.why ?? null;
  expect(applies('csl-log-6months')?.applies).toBe('yes');
  expect(applies('csl-cloud-level')).toEqual({
    applies: 'undetermined',
    traits: [{ id: 'cloudHosted', answer: null, needed: true }],
  });
  await desk.call('project.answerTraits', {
    commandId: desk.id(),
    projectId,
    answers: { cloudHosted: false },
  });
  const after = await desk.call('review.rows', { projectId });
  expect(after.some((row) => row.itemId === 'csl-cloud-level')).toBe(false);
  const call = desk.call('review.item', { projectId, itemId: 'csl-cloud-level' });
  expect((await failureOf(call)).code).toBe('item-not-applicable');
});

test('answering one trait also answers what it implies, and undo takes both back', async () => {
  const answer = { commandId: desk.id(), projectId, answers: { minorsUnder14: true } };
  const traits = await desk.call('project.answerTraits', answer);
  expect(traits).toMatchObject({ minorsUnder14: true, minors: true, sensitivePI: true });
  await desk.call('history.undo', { commandId: desk.id() });
  const shown = await desk.call('project.show', { projectId });
  expect(Object.keys(shown.traits).sort()).toEqual([
    'cloudHosted',
    'outsourcedOps',
    'processesPersonalInfo',
    'stateSecrets',
  ]);
});

test('trait suggestions show passages, what was searched and what could not be', async () => {
  const report = await desk.call('project.suggestTraits', { projectId });
  const cloud = report.suggestions.find((one) => one.traitId === 'cloudHosted');
  expect(cloud?.passages[0]).toMatchObject({ documentTitle: '建设方案', page: 2 });
  expect(report.searched.unsearchable).toEqual([
    { documentTitle: '建设方案', where: ['3'], warnings: [] },
  ]);
  expect(report.traits['cloudHosted']).toBe(false);
});
