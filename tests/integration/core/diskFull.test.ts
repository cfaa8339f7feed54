import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { writeDurably } from '../../../electron/core/db/key.ts';
import { addProject, failureOf, openDesk } from '../../helpers/deskCore.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

let mounted: string | null = null;
afterEach(() => {
  if (mounted !== null) execFileSync('umount', ['-l', mounted]);
  mounted = null;
});

/** A disk of a few MiB; false where this machine does not let us make one. */
function mountSmallDisk(folder: string, megabytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
    mounted = folder;
    return true;
  } catch {
    return false;
  }
}

test('a full disk is named, what was saved stays, and the write works once there is room', async ({
  skip,
}) => {
  const disk = temporaryFolder();
  if (!mountSmallDisk(disk, 6)) skip('this machine lets nobody mount a small disk');
  const desk = openDesk(path.join(disk, 'workspace'));
  try {
    await desk.call('workspace.create', { name: '库', person: '甲', passphrase: null });
    const projectId = await addProject(desk);
    const ballast = path.join(disk, 'ballast');
    fillDisk(ballast);
    const notes: string[] = [];
    const write = (note: string) =>
      desk.call('review.assess', {
        commandId: desk.id(),
        projectId,
        itemId: 'csl-log-6months',
        patch: { note },
      });
    const fill = async () => {
      for (let step = 0; step < 2_000; step += 1) {
        const note = `${step}${'记'.repeat(4_000)}`;
        await write(note);
        notes.push(note);
      }
    };
    expect((await failureOf(fill())).code).toBe('disk-full');
    const kept = async () =>
      (await desk.call('review.item', { projectId, itemId: 'csl-log-6months' })).assessment.note;
    expect(await kept()).toBe(notes.at(-1) ?? '');
    rmSync(ballast);
    await write('有空间了');
    expect(await kept()).toBe('有空间了');
    expect(await desk.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
  } finally {
    await desk.core.close();
  }
});

function fillDisk(file: string): void {
  for (let size = 4_000_000; size > 1_000; size = Math.floor(size / 2)) {
    try {
      writeFileSync(file, Buffer.alloc(size, 7), { flag: 'a' });
    } catch {
      // Full at this size: the next try is half of it.
    }
  }
}

test('a key file that does not fit leaves the one before it', ({ skip }) => {
  const disk = temporaryFolder();
  if (!mountSmallDisk(disk, 1)) skip('this machine lets nobody mount a small disk');
  const file = path.join(disk, 'key.passphrase.age');
  writeDurably(file, Buffer.from('the old key'));
  expect(() => {
    writeDurably(file, new Uint8Array(3 * 1024 * 1024));
  }).toThrow('ENOSPC');
  expect(readFileSync(file, 'utf8')).toBe('the old key');
});
