import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  type FolderFiles,
  nodeFolderFiles,
} from '../../../electron/core/handoff/sharedFolderFiles.ts';
import { addProject, type DeskCore } from '../../helpers/deskCore.ts';
import { look, openSealed, packagesIn, share, trustAll } from '../../helpers/folderDesks.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const open: DeskCore[] = [];
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.core.close();
});

test('a stick that is pulled out in the middle of a look is not made anew on the own disk, and is written when it is back', async () => {
  const folder = path.join(temporaryFolder(), 'stick');
  mkdirSync(folder);
  let isPulled = true;
  const files = nodeFolderFiles();
  const pulled: FolderFiles = {
    ...files,
    write: (root, file, bytes) => {
      if (isPulled) rmSync(root, { recursive: true, force: true });
      return files.write(root, file, bytes);
    },
  };
  const a = await openSealed('林若川', { folderFiles: pulled });
  const b = await openSealed('周以宁');
  open.push(a, b);
  await trustAll([a, b]);
  await addProject(a);
  await share(a, folder, ['周以宁']);
  const gone = await look(a);
  expect(gone.written).toEqual([]);
  expect(gone.status.writeFailure?.code).toBe('folder-unreachable');
  expect(existsSync(folder)).toBe(false);
  expect((await look(a)).status.state).toBe('away');
  isPulled = false;
  mkdirSync(folder);
  expect((await look(a)).written).toHaveLength(1);
  expect(packagesIn(folder)).toHaveLength(1);
});
