import { expect, test } from 'vitest';
import { createSources } from '../../../electron/host/sources.ts';

const bytes = (size: number) => ({
  kind: 'bytes' as const,
  name: 'a',
  bytes: new Uint8Array(size),
});
const setUp = () => {
  const clock = { nowMs: 1000 };
  let count = 0;
  const sources = createSources({
    nowMs: () => clock.nowMs,
    newToken: () => `token-${++count}`,
    maxHeldBytes: 100,
    lifetimeMs: 500,
  });
  return { clock, sources };
};

test('a token hands its source out once', () => {
  const { sources } = setUp();
  const token = sources.register({ kind: 'path', path: '/bundle' });
  expect(token).toBe('token-1');
  expect(sources.take('token-1')).toEqual({ kind: 'path', path: '/bundle' });
  expect(sources.take('token-1')).toBeNull();
  expect(sources.take('token-2')).toBeNull();
});

test('an old token is worth nothing', () => {
  const { clock, sources } = setUp();
  sources.register({ kind: 'path', path: '/bundle' });
  clock.nowMs = 1500;
  expect(sources.take('token-1')).toBeNull();
});

test('uploads are refused past the memory set aside, and fit again when one is taken or has expired', () => {
  const { clock, sources } = setUp();
  expect(sources.register(bytes(60))).toBe('token-1');
  expect(sources.register(bytes(60))).toBeNull();
  sources.take('token-1');
  expect(sources.register(bytes(60))).toBe('token-2');
  expect(sources.heldBytes()).toBe(60);
  clock.nowMs = 2000;
  expect(sources.register(bytes(90))).toBe('token-3');
  expect(sources.heldBytes()).toBe(90);
});
