import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/core/db/database.ts';
import { documentsKind } from '../../../electron/core/db/migrations/documents.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import {
  checklistBytes,
  draftItemOf,
  sealChecklist,
} from '../../../electron/core/library/checklistFile.ts';
import { loadLibrary } from '../../../electron/core/library/library.ts';
import { ContentStore } from '../../../electron/core/repo/contentStore.ts';
import { listId } from '../../helpers/checklistEditions.ts';
import { addProject, failureOf, openDesk } from '../../helpers/deskCore.ts';
import { resourcesDir } from '../library/resources.ts';

/** A list of somebody else's with the items of a bundled one, as no desk of ours would publish it. */
function foreignList() {
  const base = loadLibrary(resourcesDir).files.find(({ id }) => id === listId);
  if (!base) throw new Error('the bundled list is gone');
  const { titleEn, primaryLaw, effectiveDate, reviewedOn } = base;
  const head = { titleZh: '他处清单', titleEn, primaryLaw, effectiveDate, reviewedOn };
  return sealChecklist({
    id: 'cl-foreign',
    order: 30,
    head: { ...head, version: '1' },
    items: base.items.map(draftItemOf),
  });
}

test('lists with one item are not used side by side, however they came together', async () => {
  const desk = openDesk();
  await desk.call('workspace.create', { name: '库', person: '林若川', passphrase: null });
  const projectId = await addProject(desk);
  const rows = await desk.call('review.rows', { projectId });
  await desk.core.close();
  const file = foreignList();
  const documents = openDatabase(path.join(desk.dir, 'documents.db'), documentsKind, null);
  const sha256 = new ContentStore(documents).put(checklistBytes(file));
  documents.close();
  const write = (sql: string, ...values: string[]): void => {
    const records = openDatabase(path.join(desk.dir, 'records.db'), recordsKind, null);
    records.prepare<string[]>(sql).run(...values);
    records.close();
  };
  write(
    `INSERT INTO checklist_version (id, checklist_id, sha256, origin, published_by, published_at)
     VALUES (?, ?, ?, 'pack', '甲', '2026-11-23T02:00:00Z')`,
    file.seal,
    file.id,
    sha256,
  );

  const again = openDesk(desk.dir);
  const versions = await again.call('checklist.versions', {});
  expect(versions.find(({ id }) => id === file.seal)).toMatchObject({
    origin: 'pack',
    state: 'current',
  });
  const pin = again.call('checklist.pin', {
    commandId: again.id(),
    projectId,
    versionId: file.seal,
  });
  expect(await failureOf(pin)).toMatchObject({
    code: 'checklist-clash',
    params: { title: '他处清单', item: file.items[0]?.id },
  });
  const begun = await again.call('project.show', { projectId: await addProject(again) });
  expect(Object.keys(begun.checklists)).not.toContain(file.id);
  await again.core.close();

  // As a merge may leave it: two desks each pinned one of them.
  write(
    'INSERT INTO checklist_pin (id, project_id, checklist_id, pin) VALUES (?, ?, ?, ?)',
    `${projectId}/${file.id}`,
    projectId,
    file.id,
    JSON.stringify({ version: file.version, hash: file.hash }),
  );
  const merged = openDesk(desk.dir);
  expect(await merged.call('review.rows', { projectId })).toEqual(rows);
  const lists = await merged.call('review.lists', { projectId });
  expect(lists.filter(({ fault }) => fault !== null)).toEqual([
    {
      checklistId: file.id,
      version: file.version,
      hash: file.hash,
      checklist: null,
      fault: 'item-taken',
    },
  ]);
  await merged.core.close();
});
