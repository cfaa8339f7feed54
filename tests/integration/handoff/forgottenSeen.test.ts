import { expect, test } from 'vitest';
import { putTogether, rechain, takeApart } from '../../helpers/packageForge.ts';
import { Replica } from '../../helpers/replica.ts';

const start = Date.parse('2026-11-23T00:00:00Z');
const project = 'project-1';

function name(desk: Replica, text: string): void {
  const command = { id: desk.id(), name: 'test.write', isUndoable: true };
  desk.session.changes.write(command, desk.person, (w) =>
    w.set('project', project, { name: text }),
  );
}
const conflictsOn = ({ session }: Replica) =>
  session.exchange.conflicts.all().map(({ entity, field, changes }) => [entity, field, changes]);

test('a device that forgets in a later change what it had seen gives every desk the same disagreement', async () => {
  const a = await Replica.open('device-a', start);
  const b = await Replica.open('device-b', start);
  const c = await Replica.open('device-c', start);
  for (const one of [a, b, c]) one.trust([a, b, c].filter((other) => other !== one));
  name(a, '甲的名称');
  b.take(a.pack([{ id: project }]));
  name(b, '乙的名称');
  name(b, '乙的新名称');
  const loose = takeApart(b.pack([{ id: project }]));
  const last = loose.lines.at(-1);
  if (!last) throw new Error('the package has lines');
  loose.lines = rechain([...loose.lines.slice(0, -1), { ...last, seen: {} }]);
  const forged = putTogether(loose, b.identity);
  a.take(forged);
  c.take(forged);
  expect(conflictsOn(a)).toEqual(conflictsOn(c));
  expect(conflictsOn(a)).toHaveLength(1);
  expect(a.digest()).toBe(c.digest());
});
