import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { CoreEvent } from '../../../shared/contract/contract.ts';
import { linkCore } from '../../../electron/host/coreLink.ts';
import type { CoreRequest, CoreResponse } from '../../../electron/host/coreMessages.ts';

class Child extends EventEmitter {
  readonly asked: CoreRequest[] = [];
  isKilled = false;
  postMessage(message: CoreRequest): void {
    this.asked.push(message);
  }
  kill(): boolean {
    this.isKilled = true;
    return true;
  }
  says(message: CoreResponse): void {
    this.emit('message', message);
  }
}

const setUp = () => {
  const child = new Child();
  const events: CoreEvent[] = [];
  const exits: string[] = [];
  const link = linkCore(child, {
    onEvent: (event) => events.push(event),
    onExit: () => exits.push('exit'),
  });
  return { child, events, exits, link };
};

test('answers find their question whatever their order', async () => {
  const { child, link } = setUp();
  const list = link.call('project.list', {});
  const show = link.call('project.show', { projectId: 'p' });
  expect(child.asked).toEqual([
    { id: 1, kind: 'call', channel: 'project.list', input: {} },
    { id: 2, kind: 'call', channel: 'project.show', input: { projectId: 'p' } },
  ]);
  child.says({ kind: 'answer', id: 2, reply: { ok: true, value: 'show' } });
  child.says({ kind: 'answer', id: 1, reply: { ok: true, value: 'list' } });
  expect([await list, await show]).toEqual([
    { ok: true, value: 'list' },
    { ok: true, value: 'show' },
  ]);
});

test('events are passed on', () => {
  const { child, events } = setUp();
  const event = { type: 'data.changed' as const, entities: ['finding'], projectIds: ['p'] };
  child.says({ kind: 'event', event });
  expect(events).toEqual([event]);
});

test('a core that dies answers open and later questions with internal, and is heard once', async () => {
  const { child, exits, link } = setUp();
  const open = link.call('project.list', {});
  const file = link.document('v');
  child.emit('exit', 9);
  expect(await open).toEqual({
    ok: false,
    error: { code: 'internal', params: { channel: 'project.list' } },
  });
  expect(await file).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(await link.call('memo.list', {})).toMatchObject({ ok: false });
  expect(exits).toEqual(['exit']);
});

test('closing waits for the core, ends its process and is not heard as a death', async () => {
  const { child, exits, link } = setUp();
  const closed = link.close();
  expect(child.asked).toEqual([{ id: 1, kind: 'close' }]);
  expect(child.isKilled).toBe(false);
  child.says({ kind: 'answer', id: 1, reply: { ok: true, value: null } });
  await closed;
  child.emit('exit', 0);
  expect({ isKilled: child.isKilled, exits }).toEqual({ isKilled: true, exits: [] });
});
