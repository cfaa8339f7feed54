import { expect, test } from 'vitest';
import { IdMaker, uuidV7 } from '#shared/domain/changes/ids.ts';

test('an id is a UUID of version 7 that holds its millisecond', () => {
  const id = uuidV7(Date.parse('2026-11-23T00:00:00Z'), 0xabc, new Uint8Array(8).fill(0xff));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7abc-bfff-f{12}$/);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(
    Date.parse('2026-11-23T00:00:00Z'),
  );
});

test('ids rise within a millisecond, past its counter, and when the clock goes back', () => {
  let now = 1_000;
  const ids = new IdMaker(
    () => now,
    (length) => crypto.getRandomValues(new Uint8Array(length)),
  );
  const made = Array.from({ length: 5_000 }, () => ids.next());
  now = 10;
  made.push(ids.next());
  now = 2_000;
  made.push(ids.next());
  expect(made).toEqual([...made].sort());
  expect(new Set(made).size).toBe(made.length);
});
