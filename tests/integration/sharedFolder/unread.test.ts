import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  type FolderFiles,
  nodeFolderFiles,
} from '../../../electron/core/handoff/sharedFolderFiles.ts';
import { CopiedDesks, renew } from '../../helpers/copiedDesks.ts';
import { addProject, failureOf } from '../../helpers/deskCore.ts';
import { deviceOf, settle, teamOf } from '../../helpers/folderDesks.ts';
import { exportFrom } from '../../helpers/twoDesks.ts';

/** Files that another program holds: what they are called, and a file system that does not read them. */
function lockedFiles(isLocked: (file: string) => boolean): FolderFiles {
  const files = nodeFolderFiles();
  return {
    ...files,
    read: (root, file) =>
      isLocked(file)
        ? Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' }))
        : files.read(root, file),
  };
}

const desks = new CopiedDesks();
afterEach(() => desks.close());

/** Two copies of a workspace that shares a folder; both have gone on, the second cannot read some of the files. */
async function twoCopies(isLocked: (file: string) => boolean) {
  const { folder, colleague, first } = await desks.team(addProject);
  const { desk, copy } = await desks.copyOf(first, { folderFiles: lockedFiles(isLocked) });
  await addProject(desk);
  await addProject(copy);
  await settle([desk, colleague]);
  return { folder, desk, copy, colleague };
}

test('a copy does not become a new device while its mark in the folder cannot be read, and says which', async () => {
  const { copy } = await twoCopies((file) => file.endsWith('/desk.mark'));
  const device = await deviceOf(copy);
  expect(await failureOf(renew(copy))).toMatchObject({
    code: 'file-unreadable',
    params: { file: `${device}/desk.mark` },
  });
  expect(await deviceOf(copy)).toBe(device);
});

test('with the other copy’s package in hand it does, and names what was not compared', async () => {
  const { copy, desk } = await twoCopies((file) => file.endsWith('/desk.mark'));
  const device = await deviceOf(desk);
  const { bytes } = await exportFrom(desk);
  const source = copy.token({ kind: 'bytes', name: 'x.counsel-handoff', bytes });
  const done = await renew(copy, source);
  expect(done.unread).toEqual([`${device}/desk.mark`]);
  expect(done.moved).toBeGreaterThan(0);
});

test('a colleague’s file that cannot be read is named too', async () => {
  let isHeld = false;
  const { folder, copy, colleague } = await twoCopies(
    (file) => isHeld && file.endsWith('.counsel-handoff') && !file.startsWith(own),
  );
  const own = await deviceOf(copy);
  isHeld = true;
  const other = await deviceOf(colleague);
  const held = readdirSync(path.join(teamOf(folder), other)).filter((name) =>
    name.endsWith('.counsel-handoff'),
  );
  expect(held).not.toEqual([]);
  const done = await renew(copy);
  expect(done.unread).toEqual(held.map((name) => `${other}/${name}`));
});

test('nor does a copy keep the device while a mark that may be the other one’s cannot be read', async () => {
  const { copy } = await twoCopies((file) => file.endsWith('/desk.mark'));
  const device = await deviceOf(copy);
  const keep = copy.call('sharedFolder.keepDevice', { commandId: copy.id() });
  expect(await failureOf(keep)).toMatchObject({
    code: 'file-unreadable',
    params: { file: `${device}/desk.mark` },
  });
});
