import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/core/db/database.ts';
import { documentsKind } from '../../../electron/core/db/migrations/documents.ts';
import {
  currentOf,
  laterResources,
  listId,
  publishEdition,
} from '../../helpers/checklistEditions.ts';
import { addProject, type DeskCore, openDesk } from '../../helpers/deskCore.ts';
import {
  exportFrom,
  importOn,
  openPerson,
  previewOn,
  trustEachOther,
} from '../../helpers/twoDesks.ts';

/** Two desks with one project, in which both have the same answers. */
async function sharedProject() {
  const a = await openPerson('林若川');
  const b = await openPerson('周砚');
  await trustEachOther(a, b);
  const projectId = await addProject(a);
  const rows = await a.call('review.rows', { projectId });
  const [changed = '', other = ''] = rows
    .filter((row) => row.checklist === listId)
    .map((row) => row.itemId);
  for (const itemId of [changed, other]) await assess(a, projectId, itemId, 'met');
  await importOn(b, (await exportFrom(a)).bytes);
  return { a, b, projectId, changed, other };
}

async function assess(
  desk: DeskCore,
  projectId: string,
  itemId: string,
  verdict: 'met' | 'partial' | 'not-met',
) {
  await desk.call('review.assess', { commandId: desk.id(), projectId, itemId, patch: { verdict } });
}

async function pinEdition(desk: DeskCore, projectId: string, changed: string) {
  const { id } = await publishEdition(desk, { recommend: { [changed]: '建议改写。' } });
  await desk.call('checklist.pin', { commandId: desk.id(), projectId, versionId: id });
}

/** Everything that a screen of the project shows of its items. */
async function stateOf(desk: DeskCore, projectId: string) {
  return {
    rows: await desk.call('review.rows', { projectId }),
    lists: await desk.call('review.lists', { projectId }),
    archived: await desk.call('review.archived', { projectId }),
    conflicts: await desk.call('handoff.conflicts', { projectId }),
  };
}

async function rowOf(desk: DeskCore, projectId: string, itemId: string) {
  const rows = await desk.call('review.rows', { projectId });
  const row = rows.find((one) => one.itemId === itemId);
  return { verdict: row?.verdict, reopened: row?.reopened?.verdict ?? null };
}

/** Takes a content out of a closed workspace, as if its bytes had never come. */
function loseContent(dir: string, words: string): void {
  const db = openDatabase(path.join(dir, 'documents.db'), documentsKind, null);
  const guards = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
    )
    .all();
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  const lost = db
    .prepare<[], { sha256: string; bytes: Buffer }>('SELECT sha256, bytes FROM chunk')
    .all()
    .find(({ bytes }) => bytes.toString('utf8').includes(words));
  db.prepare<[string]>('DELETE FROM chunk WHERE sha256 = ?').run(lost?.sha256 ?? '');
  db.prepare<[string]>('DELETE FROM content WHERE sha256 = ?').run(lost?.sha256 ?? '');
  for (const { sql } of guards) db.exec(sql);
  db.close();
}

describe('one desk updates a list, the other answers', () => {
  for (const order of ['update first', 'answer first'] as const) {
    test(`${order}: both come to the same, and the answer is reopened`, async () => {
      const { a, b, projectId, changed, other } = await sharedProject();
      const update = () => pinEdition(a, projectId, changed);
      const answer = async () => {
        await assess(b, projectId, changed, 'partial');
        await assess(b, projectId, other, 'not-met');
      };
      if (order === 'update first') {
        await update();
        await answer();
      } else {
        b.clock.advance(1);
        await answer();
        a.clock.advance(60_000);
        await update();
      }
      const [fromA, fromB] = [await exportFrom(a), await exportFrom(b)];
      await importOn(a, fromB.bytes);
      await importOn(b, fromA.bytes);
      expect(await stateOf(a, projectId)).toEqual(await stateOf(b, projectId));
      expect(await rowOf(b, projectId, changed)).toEqual({
        verdict: 'unreviewed',
        reopened: 'partial',
      });
      expect(await rowOf(b, projectId, other)).toEqual({ verdict: 'not-met', reopened: null });
      expect((await stateOf(b, projectId)).conflicts).toEqual([]);
      for (const desk of [a, b]) await desk.core.close();
    });
  }

  test('a confirmation of the new wording does not lend itself to a verdict on the old one', async () => {
    const { a, b, projectId, changed } = await sharedProject();
    await pinEdition(a, projectId, changed);
    await assess(a, projectId, changed, 'met'); // the same verdict, on the new wording
    b.clock.advance(60_000);
    await assess(b, projectId, changed, 'partial'); // another verdict, on the old wording
    const [fromA, fromB] = [await exportFrom(a), await exportFrom(b)];
    await importOn(a, fromB.bytes);
    await importOn(b, fromA.bytes);
    expect(await stateOf(a, projectId)).toEqual(await stateOf(b, projectId));
    expect(await rowOf(a, projectId, changed)).toEqual({
      verdict: 'unreviewed',
      reopened: 'partial',
    });
    for (const desk of [a, b]) await desk.core.close();
  });

  test('updates of two lists at two desks stand side by side', async () => {
    const { a, b, projectId, changed } = await sharedProject();
    const second = 'cl-govdata';
    await pinEdition(a, projectId, changed);
    const { id } = await publishEdition(b, { reverse: true }, second);
    await b.call('checklist.pin', { commandId: b.id(), projectId, versionId: id });
    const [fromA, fromB] = [await exportFrom(a), await exportFrom(b)];
    await importOn(a, fromB.bytes);
    await importOn(b, fromA.bytes);
    const state = await stateOf(a, projectId);
    expect(state).toEqual(await stateOf(b, projectId));
    expect(state.conflicts).toEqual([]);
    expect(state.lists.every((list) => list.fault === null)).toBe(true);
    for (const desk of [a, b]) await desk.core.close();
  });
});

describe('a list of its own that goes with a project', () => {
  test('is read at an empty desk, does not become what new projects begin with, and may', async () => {
    const a = await openPerson('林若川');
    const b = await openPerson('周砚');
    await trustEachOther(a, b);
    const { id: versionId } = await currentOf(a);
    const copy = await a.call('checklist.begin', {
      commandId: a.id(),
      kind: 'copy',
      versionId,
      titleZh: '本所清单',
    });
    const own = await a.call('checklist.publish', { commandId: a.id(), draftId: copy.id });
    const projectId = await addProject(a);
    const { checklists } = await a.call('project.show', { projectId });
    expect(checklists[own.checklistId]).toEqual({ version: own.version, hash: own.hash });

    const pack = await exportFrom(a, { projects: [projectId] });
    expect(pack.report.missingContents).toBe(0);
    const preview = await previewOn(b, pack.bytes);
    expect(preview.notices).toEqual([]);
    expect(preview.contents.missing).toBe(0);
    await importOn(b, pack.bytes);
    expect(await stateOf(b, projectId)).toEqual(await stateOf(a, projectId));
    const received = (await b.call('checklist.versions', {})).find(({ id }) => id === own.id);
    expect(received).toMatchObject({
      origin: 'handoff',
      by: '林若川',
      at: own.at,
      state: 'retired',
      projects: 1,
    });
    const begun = await addProject(b);
    const fresh = await b.call('project.show', { projectId: begun });
    expect(Object.keys(fresh.checklists)).not.toContain(own.checklistId);
    const taken = await b.call('checklist.retire', {
      commandId: b.id(),
      versionId: own.id,
      isRetired: false,
    });
    expect(taken.state).toBe('current');
    for (const desk of [a, b]) await desk.core.close();
  });

  test('two lists with one number are told apart in a project', async () => {
    const a = await openPerson('林若川');
    const b = await openPerson('周砚');
    await trustEachOther(a, b);
    const projectId = await addProject(a);
    await importOn(b, (await exportFrom(a)).bytes);
    for (const desk of [a, b]) {
      const { id: versionId } = await currentOf(desk);
      const copy = await desk.call('checklist.begin', {
        commandId: desk.id(),
        kind: 'copy',
        versionId,
        titleZh: '自有清单',
      });
      const own = await desk.call('checklist.publish', {
        commandId: desk.id(),
        draftId: copy.id,
      });
      expect(own.order).toBe(21);
      await desk.call('checklist.pin', { commandId: desk.id(), projectId, versionId: own.id });
    }
    await importOn(a, (await exportFrom(b)).bytes);
    const numbers = (await a.call('review.rows', { projectId })).map((row) => row.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toContain('21.01');
    expect(numbers).toContain('21b.01');
    for (const desk of [a, b]) await desk.core.close();
  });

  test('a project from a newer program is read there in its own wording', async () => {
    const b = await openPerson('周砚');
    const probe = await addProject(b);
    const [row] = (await b.call('review.rows', { projectId: probe })).filter(
      (one) => one.checklist === listId,
    );
    const changed = row?.itemId ?? '';
    const a = openDesk(undefined, { resourcesDir: laterResources(changed, '新版措辞。') });
    await a.call('workspace.create', { name: '新', person: '林若川', passphrase: null });
    await trustEachOther(a, b);
    const projectId = await addProject(a);
    const pack = await exportFrom(a, { projects: [projectId] });
    await importOn(b, pack.bytes);
    expect(await stateOf(b, projectId)).toEqual(await stateOf(a, projectId));
    const { item } = await b.call('review.item', { projectId, itemId: changed });
    expect(item.recommendation).toBe('新版措辞。');
    // What is here is older: it is not offered as an update.
    expect(await b.call('checklist.updates', { projectId })).toEqual([]);
    for (const desk of [a, b]) await desk.core.close();
  });

  test('a package whose bytes of a list are missing shows no other wording', async () => {
    const a = await openPerson('林若川');
    const b = await openPerson('周砚');
    await trustEachOther(a, b);
    const projectId = await addProject(a);
    const [row] = await a.call('review.rows', { projectId });
    const first = await exportFrom(a, { projects: [projectId] });
    await importOn(b, first.bytes);
    const versions = await a.call('checklist.versions', {});
    const list = versions.find(({ checklistId }) => checklistId === row?.checklist);
    const edition = await publishEdition(
      a,
      { recommend: { [row?.itemId ?? '']: '改。' } },
      list?.checklistId,
    );
    await a.call('checklist.pin', { commandId: a.id(), projectId, versionId: edition.id });
    const pack = await exportFrom(a, { projects: [projectId] });
    await importOn(b, pack.bytes);
    // The bytes are gone here, as after a restored backup of the records alone.
    await b.core.close();
    loseContent(b.dir, `"version":"${edition.version}"`);
    const again = openDesk(b.dir);
    const faults = (await again.call('review.lists', { projectId })).filter(
      ({ fault }) => fault !== null,
    );
    expect(faults.map(({ checklistId, fault }) => [checklistId, fault])).toEqual([
      [list?.checklistId, 'not-here'],
    ]);
    const rows = await again.call('review.rows', { projectId });
    expect(rows.some(({ checklist }) => checklist === list?.checklistId)).toBe(false);
    // The same package brings it back.
    expect((await importOn(again, pack.bytes)).new).toBe(0);
    expect(await stateOf(again, projectId)).toEqual(await stateOf(a, projectId));
    for (const desk of [a, again]) await desk.core.close();
  });
});
