import { assert, integer, property, record, uuid } from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, chainInput, chainStart } from '#shared/domain/changes/change.ts';
import { decodeHlc, encodeHlc, tick } from '#shared/domain/changes/hlc.ts';

const stamp = record({
  millis: integer({ min: 0, max: 36 ** 9 - 2 }),
  counter: integer({ min: 0, max: 0xfffff }),
  device: uuid(),
});

test('a stamp reads back, and its text sorts as time does', () => {
  assert(
    property(stamp, stamp, (a, b) => {
      expect(decodeHlc(encodeHlc(a))).toEqual(a);
      const byTime = a.millis - b.millis || a.counter - b.counter;
      if (byTime !== 0) expect(encodeHlc(a) < encodeHlc(b)).toBe(byTime < 0);
    }),
  );
});

test('the next stamp is always later', () => {
  assert(
    property(stamp, integer({ min: 0, max: 36 ** 9 - 1 }), (last, now) => {
      expect(encodeHlc(tick(last, now)) > encodeHlc(last)).toBe(true);
    }),
  );
});

test('what is no stamp is null', () => {
  expect(['', 'x', '000000001-0000-d', '00000000-00000-d'].map(decodeHlc)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('the chain covers every field, whatever the order of keys', () => {
  const change = {
    device: 'd',
    seq: 1,
    hlc: 'h',
    seen: { b: 1, a: 2 },
    actor: 'x',
    commandId: 'c',
    command: 'project.update',
    entity: 'project',
    entityId: 'p',
    field: 'name',
    value: { b: [1, { d: 1, c: 2 }], a: null },
  };
  const turned = { ...change, seen: { a: 2, b: 1 }, value: { a: null, b: [1, { c: 2, d: 1 }] } };
  expect(chainInput(chainStart, turned)).toBe(chainInput(chainStart, change));
  expect(JSON.stringify(canonical(turned.value))).toBe('{"a":null,"b":[1,{"c":2,"d":1}]}');
  for (const key of [
    'device',
    'hlc',
    'actor',
    'commandId',
    'command',
    'entity',
    'entityId',
    'field',
  ] as const) {
    expect(chainInput(chainStart, { ...change, [key]: 'other' })).not.toBe(
      chainInput(chainStart, change),
    );
  }
  expect(chainInput('1', change)).not.toBe(chainInput(chainStart, change));
});
