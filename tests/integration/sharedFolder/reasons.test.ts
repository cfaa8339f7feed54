import path from 'node:path';
import { expect, test } from 'vitest';
import { FolderReplica } from '../../helpers/folderReplica.ts';
import { Replica } from '../../helpers/replica.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const start = Date.parse('2026-11-23T00:00:00Z');

async function twoDesks(): Promise<readonly [FolderReplica, FolderReplica]> {
  const root = path.join(temporaryFolder(), 'team');
  const [a, b] = [await Replica.open('device-a', start), await Replica.open('device-b', start)];
  a.trust([b]);
  b.trust([a]);
  return [new FolderReplica(a, root, [b], true), new FolderReplica(b, root, [a], true)];
}

const waitingOn = ({ context }: FolderReplica) =>
  context.tables.found
    .all()
    .filter((row) => row.outcome === 'waiting')
    .map((row) => row.detail.package?.reasons);

test('what this version does not know waits for a look even where import by itself is allowed', async () => {
  const [a, b] = await twoDesks();
  const { replica } = a;
  const command = { id: replica.id(), name: 'newer', isUndoable: true };
  replica.session.changes.write(command, replica.person, (w) => {
    w.set('project', 'project-1', { name: '项目' });
    w.setCell({ entity: 'project', entityId: 'project-1', field: 'colour' }, '红');
  });
  await a.look();
  expect([(await b.look()).taken, waitingOn(b)]).toEqual([[], [['unknown']]]);
});

test('what builds on something missing waits, and goes in with it however late that comes', async () => {
  const [a, b] = await twoDesks();
  const { replica, context } = a;
  const write = (name: string): void => {
    const command = { id: replica.id(), name: 'test.write', isUndoable: true };
    replica.session.changes.write(command, replica.person, (w) => {
      w.set('project', 'project-1', { name });
    });
  };
  write('一');
  await a.look();
  write('二');
  await a.look();
  const [first] = context.tables.sent.inState('lying');
  if (!first) throw new Error('two files lie there');
  const { bytes } = await context.files.read(a.root, first.file);
  await context.files.remove(a.root, first.file);
  expect([(await b.look()).taken, waitingOn(b)]).toEqual([[], [['gaps']]]);
  await context.files.write(a.root, 'device-a/zz late.counsel-handoff', bytes);
  expect([(await b.look()).taken.length, waitingOn(b)]).toEqual([2, []]);
  expect(b.replica.digest()).toBe(replica.digest());
});
