import { expect, test } from 'vitest';
import { chainStart } from '#shared/domain/changes/change.ts';
import { decodeHlc, encodeHlc, isStampOf } from '#shared/domain/changes/hlc.ts';
import { ChangeLine } from '#shared/domain/handoff/handoff.ts';
import { hasLineForm } from '../../../electron/core/handoff/lineForm.ts';
import { Seeded } from '../../helpers/seeded.ts';

const line = {
  project: 'project-1',
  device: 'device-a',
  seq: 12,
  hlc: '0mwsi1hc0-30d40-device-a',
  seen: { 'device-b': 3 },
  actor: '林若川',
  commandId: 'c-1',
  command: 'assessment.update',
  entity: 'assessment',
  entityId: 'project-1/1/item-1',
  field: 'note',
  value: '引用合同第 9 条' as unknown,
  prev: '1'.repeat(64),
  hash: 'a'.repeat(64),
};

/** Values at and beyond the borders of every form, and some that no field has. */
const words = [
  '',
  'x',
  'a-b',
  'a-',
  '-a',
  'a--b',
  'ä-b',
  'a-b\n',
  'device-a ',
  '__proto__',
  'valueOf',
];
const lengths = [60, 61, 64, 65, 100, 101, 120, 121, 200, 201, 300, 301];
const hashes = ['0'.repeat(63), 'A'.repeat(64), 'g'.repeat(64), `${'0'.repeat(63)}\n`];
const numbers = [0, -0, 1, -1, 1.5, 2 ** 53, 2 ** 53 - 1, Infinity, -Infinity, Number.NaN];
const vectors = [{ 'a-b': 1, 'c-d': 2 }, { 'a-b': 0 }, { a: 1 }, { 'a-b': '1' }, { 'a-b': 1.5 }];
const odd: readonly unknown[] = [
  words,
  lengths.map((length) => 'a'.repeat(length)),
  [62, 63].map((length) => `a-${'b'.repeat(length)}`),
  hashes,
  numbers,
  vectors,
  [null, undefined, true, false, [], ['a'], {}, JSON.parse('{"__proto__":1}')],
].flat();

/** A line with one or two fields changed, left out or put in. */
function changed(random: Seeded): Record<string, unknown> {
  const made: Record<string, unknown> = { ...line };
  for (let i = 0; i <= random.int(2); i += 1) {
    const key = random.pick(Object.keys(line));
    const kind = random.int(12);
    if (kind === 0) delete made[key];
    else if (kind === 1) made[random.pick(['extra', 'values', 'toString'])] = 1;
    else made[key] = odd[random.int(odd.length)];
  }
  return made;
}

test('what is taken for a line of the usual form, the schema accepts and leaves as it is', () => {
  let taken = 0;
  for (let seed = 1; seed <= 30_000; seed += 1) {
    const raw = changed(new Seeded(seed));
    if (!hasLineForm(raw, chainStart)) continue;
    taken += 1;
    expect(ChangeLine.parse(raw), `seed ${seed}`).toEqual(raw);
  }
  expect(taken).toBeGreaterThan(500);
});

test('every single odd value in every field: never taken where the schema refuses', () => {
  for (const key of Object.keys(line)) {
    for (const value of odd) {
      const raw = { ...line, [key]: value };
      if (hasLineForm(raw, chainStart)) expect(ChangeLine.safeParse(raw).success, key).toBe(true);
    }
  }
});

test('the usual lines are taken without the schema', () => {
  for (const value of ['text', '', 3, -1.5, true, false, null]) {
    expect(hasLineForm({ ...line, value }, chainStart)).toBe(true);
  }
  expect(hasLineForm({ ...line, seen: {} }, chainStart)).toBe(true);
  expect(hasLineForm(line, line.prev)).toBe(true);
});

test('lists and objects as values are left to the schema', () => {
  for (const value of [[], {}, { quote: 'x' }]) {
    expect(hasLineForm({ ...line, value }, chainStart)).toBe(false);
  }
});

test('a stamp is told as reading it out would tell', () => {
  const device = 'device-a';
  const limit = Date.UTC(5000, 0, 1);
  const stamps = [0, 1, limit - 1, limit, limit + 1, 36 ** 9 - 1].map((millis) =>
    encodeHlc({ millis, counter: 0xfffff, device }),
  );
  const others = [
    '',
    device,
    '000000001-00000-device-b',
    '000000001-0000G-device-a',
    'x000000001-00000-device-a',
    '000000001-00000-device-a\n',
    '00000000A-00000-device-a',
    '000000001-00000--device-a',
  ];
  const texts = [...stamps, ...others];
  for (const text of texts) {
    const stamp = decodeHlc(text);
    const told = stamp !== null && stamp.device === device && stamp.millis < limit;
    expect(isStampOf(device, text, limit), text).toBe(told);
  }
});
