import { describe, expect, test } from 'vitest';
import {
  type CellChange,
  disagreements,
  joinVectors,
  maximal,
  meetVectors,
  missingFrom,
  type Vector,
  winnerOf,
} from '#shared/domain/changes/causality.ts';

function change(
  id: string,
  value: unknown,
  options: { hlc?: string; seen?: Vector; field?: string } = {},
): CellChange {
  const [device = '', seq = '0'] = id.split('/');
  const { hlc = `${seq.padStart(3, '0')}-${device}`, seen = {}, field = 'note' } = options;
  return { device, seq: Number(seq), hlc, seen, field, value: JSON.stringify(value) };
}

const cells = (...changes: CellChange[]): Map<string, CellChange[]> => {
  const map = new Map<string, CellChange[]>();
  for (const one of changes) map.set(one.field, [...(map.get(one.field) ?? []), one]);
  return map;
};
const told = (...changes: CellChange[]): unknown[] =>
  disagreements('finding', cells(...changes)).map((one) => [
    one.field,
    one.kind,
    one.changes.map(({ device, seq }) => `${device}/${seq}`),
  ]);

describe('what stands', () => {
  test('is the change with the largest stamp', () => {
    const later = change('a/1', 'x', { hlc: '9' });
    expect(winnerOf('finding', [change('b/5', 'y', { hlc: '8' }), later])).toBe(later);
  });
  test('is the first one in a written memo', () => {
    const first = change('a/1', 'x', { hlc: '1', field: 'number' });
    const second = change('b/1', 'y', { hlc: '2', field: 'number' });
    expect(winnerOf('memo', [second, first])).toBe(first);
  });
});

describe('a disagreement', () => {
  const a = change('a/1', 'x');
  const b = change('b/1', 'y');
  test('is two versions that did not know of each other', () => {
    expect(told(a, b)).toEqual([['note', 'values', ['a/1', 'b/1']]]);
  });
  test('is none where both wrote the same', () => {
    expect(told(a, change('b/1', 'x'))).toEqual([]);
  });
  test('is none where one had seen the other', () => {
    expect(told(a, change('b/1', 'y', { seen: { a: 1 } }))).toEqual([]);
  });
  test('ends with a change that had seen both, whatever it says', () => {
    expect(told(a, b, change('c/1', 'x', { seen: { a: 1, b: 1 } }))).toEqual([]);
  });
  test('stays while one of three is not known', () => {
    const c = change('c/1', 'z', { seen: { a: 1 } });
    expect(told(a, b, c)).toEqual([['note', 'values', ['b/1', 'c/1']]]);
  });
  test('is none about who and when, nor about a written memo', () => {
    expect(told(change('a/1', 'x', { field: 'by' }), change('b/1', 'y', { field: 'by' }))).toEqual(
      [],
    );
    const memo = cells(
      change('a/1', 'x', { field: 'number' }),
      change('b/1', 'y', { field: 'number' }),
    );
    expect(disagreements('memo', memo)).toEqual([]);
  });
  test('is a removal against an edit, kept under the removal', () => {
    const removal = change('a/2', true, { field: 'deleted' });
    expect(told(a, removal, b)).toContainEqual(['deleted', 'removal', ['b/1', 'a/2']]);
  });
  test('is none where the remover knew the edit, or the editor the removal', () => {
    const knowing = change('a/2', true, { field: 'deleted', seen: { b: 1 } });
    expect(told(knowing, b)).toEqual([]);
    const removal = change('a/2', true, { field: 'deleted' });
    expect(told(removal, change('b/1', 'y', { seen: { a: 2 } }))).toEqual([]);
  });
});

test('only the newest change of a device can be uncovered', () => {
  const changes = [change('a/1', 1), change('a/2', 2), change('b/1', 3, { seen: { a: 1 } })];
  expect(maximal(changes).map((one) => one.value)).toEqual(['3', '2']);
});

test('vectors join, meet and tell what is missing', () => {
  const a = { x: 3, y: 1 };
  const b = { y: 4, z: 2 };
  expect(joinVectors(a, b)).toEqual({ x: 3, y: 4, z: 2 });
  expect(meetVectors(a, b)).toEqual({ y: 1 });
  expect(missingFrom(a, b)).toEqual([
    { device: 'y', after: 1, upTo: 4 },
    { device: 'z', after: 0, upTo: 2 },
  ]);
});
