import { beforeAll, expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import type { ChangeLine } from '#shared/domain/handoff/handoff.ts';
import { packMember, writeStrictZip } from '../../../electron/core/handoff/strictZip.ts';
import { type Loose, putTogether, rechain, takeApart } from '../../helpers/packageForge.ts';
import { Replica } from '../../helpers/replica.ts';
import { Seeded } from '../../helpers/seeded.ts';

/** 600 by default, for time; COUNSEL_DESK_MUTATIONS=10000 runs what is reported. */
const mutations = Number(process.env['COUNSEL_DESK_MUTATIONS'] ?? 600);
const start = Date.parse('2026-11-23T00:00:00Z');

let sender: Replica;
let receiver: Replica;
let stranger: Replica;
/** What the receiver has, what it is about to get, and a package about another project. */
let first: Uint8Array;
let second: Uint8Array;
let other: Uint8Array;

function write(desk: Replica, project: string, count: number): void {
  desk.session.changes.write(
    { id: desk.id(), name: 'test.write', isUndoable: true },
    desk.person,
    (w) => {
      const sha256 = desk.session.contents.put(Buffer.from(`document of ${project} ${count}`));
      w.set('project', project, { name: `name ${count}` });
      w.set('document', `${project}/d`, { projectId: project, title: `title ${count}` });
      w.set('documentVersion', `${project}/v${count}`, { documentId: `${project}/d`, sha256 });
      for (let i = 0; i < 8; i += 1) {
        w.set('finding', `${project}/f${i}`, {
          projectId: project,
          problem: `problem ${i} ${count}`,
        });
      }
      w.set('memo', `${project}/m`, { projectId: project, fileName: 'memo', number: '1' });
    },
  );
}

beforeAll(async () => {
  [sender, receiver, stranger] = await Promise.all([
    Replica.open('device-a', start),
    Replica.open('device-b', start + 1000),
    Replica.open('device-x', start + 2000),
  ]);
  receiver.trust([sender]);
  write(sender, 'project-1', 1);
  first = sender.pack([{ id: 'project-1' }]);
  const upTo = { 'device-a': sender.session.changes.ownSeq };
  write(sender, 'project-1', 2);
  second = sender.pack([{ id: 'project-1', from: upTo }]);
  write(sender, 'project-3', 1);
  other = sender.pack([{ id: 'project-3' }]);
  receiver.take(first);
  write(receiver, 'project-2', 1);
});

/** Changes a package as damage on the way, a synchroniser or an enemy without keys would. */
const blind: Readonly<Record<string, (random: Seeded) => Uint8Array>> = {
  'bit flipped': (random) => {
    const bytes = Uint8Array.from(second);
    const at = random.int(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(8));
    return bytes;
  },
  'cut short': (random) => second.slice(0, random.int(second.length)),
  'bytes put in': (random) => {
    const at = random.int(second.length + 1);
    const put = Uint8Array.from({ length: 1 + random.int(40) }, () => random.int(256));
    return Buffer.concat([second.subarray(0, at), put, second.subarray(at)]);
  },
  'bytes taken out': (random) => {
    const at = random.int(second.length - 1);
    return Buffer.concat([second.subarray(0, at), second.subarray(at + 1 + random.int(40))]);
  },
  'members in another order': (random) => {
    const { members } = takeApart(second);
    const shuffled = random.shuffle(members);
    return writeStrictZip(
      shuffled.every((one, i) => one === members[i]) ? [...members].reverse() : shuffled,
    );
  },
  'member of another package': (random) => {
    const { members } = takeApart(second);
    const foreign = takeApart(random.pick([first, other])).members;
    const at = random.int(Math.min(members.length, foreign.length));
    return writeStrictZip(members.map((one, i) => (i === at ? (foreign[at] ?? one) : one)));
  },
  'name that leads elsewhere': (random) => {
    const { members } = takeApart(second);
    const name = random.pick([
      '../x',
      '/etc/x',
      'contents/../x',
      'C:\\x',
      'a/b/c',
      '',
      'contents/',
    ]);
    return writeStrictZip(
      members.map((one, i) => (i === members.length - 1 ? { ...one, name } : one)),
    );
  },
  'size inflated': (random) => {
    const { members } = takeApart(second);
    const at = random.int(members.length);
    const size = 2 ** (20 + random.int(12)) - 1;
    return writeStrictZip(members.map((one, i) => (i === at ? { ...one, size } : one)));
  },
  'bomb in place of a part': (random) => {
    const { members } = takeApart(second);
    const content = new Uint8Array(4 * 1024 * 1024 * (1 + random.int(3)));
    const bomb = packMember({ name: 'changes.ndjson', content, isStored: false });
    return writeStrictZip(members.map((one) => (one.name === bomb.name ? bomb : one)));
  },
  'signed by a stranger': (random) => {
    const loose = takeApart(second);
    const { identity, person } = stranger;
    const isPretending = random.int(2) === 0;
    loose.manifest.sender = {
      device: isPretending ? 'device-a' : 'device-x',
      person: isPretending ? sender.person : person,
      key: identity.publicKey,
      recipient: isPretending ? sender.identity.ageRecipient : identity.ageRecipient,
    };
    return putTogether(loose, identity);
  },
  'stranger’s signature under the sender’s name': () =>
    putTogether(takeApart(second), stranger.identity),
};

const edit =
  (change: (line: ChangeLine, random: Seeded) => Partial<ChangeLine>, isRechained = true) =>
  (random: Seeded): Uint8Array => {
    const loose = takeApart(second);
    const at = random.int(loose.lines.length);
    const lines = loose.lines.map((line, i) =>
      i === at ? { ...line, ...change(line, random) } : line,
    );
    loose.lines = isRechained ? rechain(lines) : lines;
    return putTogether(loose, sender.identity);
  };
const remake =
  (change: (loose: Loose, random: Seeded) => void) =>
  (random: Seeded): Uint8Array => {
    const loose = takeApart(second);
    change(loose, random);
    return putTogether(loose, sender.identity);
  };

/** A change of a third device with a stamp of 1970, which a trusted sender hands on. */
const relayed = (fields: Partial<ChangeLine>) =>
  remake((loose) => {
    const [line] = loose.lines;
    const [head] = loose.manifest.projects;
    if (!line || !head) throw new Error('the package has a line and a project');
    const device = 'device-c';
    const place = {
      device,
      seq: 1,
      commandId: 'forged',
      hlc: `000000001-00000-${device}`,
      prev: '0'.repeat(64),
    };
    loose.lines = rechain([...loose.lines, { ...line, seen: {}, ...fields, ...place }]);
    loose.manifest.devices = { ...loose.manifest.devices, [device]: '第三人' };
    head.to = { ...head.to, [device]: 1 };
    head.changes += 1;
    loose.manifest.counts.changes += 1;
  });

/** What a trusted sender’s broken or hostile program could sign. */
const signed: Readonly<Record<string, (random: Seeded) => Uint8Array>> = {
  'value changed under its hash': edit(() => ({ value: 'other' }), false),
  'hash of nothing': edit(() => ({ hash: 'f'.repeat(64) }), false),
  'line of a project the package does not name': edit(() => ({ project: 'project-2' })),
  'entity of another project': edit(() => ({
    entity: 'finding',
    entityId: 'project-2/f1',
    field: 'problem',
    value: 'x',
  })),
  'entity said to be of another project': edit((line) => ({
    entity: 'finding',
    entityId: `${line.project}/f1`,
    field: 'projectId',
    value: 'project-2',
  })),
  'version of another project’s document': edit(() => ({
    entity: 'documentVersion',
    entityId: 'project-1/v9',
    field: 'documentId',
    value: 'project-2/d',
  })),
  'desk of the receiver': edit(() => ({
    entity: 'desk',
    entityId: 'device-b',
    field: 'person',
    value: '冒名',
  })),
  'verdict that is none': edit(() => ({
    entity: 'assessment',
    field: 'verdict',
    value: 'excellent',
  })),
  'anchor that is none': edit(() => ({
    entity: 'evidence',
    field: 'anchor',
    value: { quote: '' },
  })),
  'evidence without a place': edit(() => ({
    entity: 'evidence',
    entityId: 'project-1/e9',
    field: 'projectId',
    value: 'project-1',
  })),
  'memo with an earlier stamp': relayed({
    entity: 'memo',
    entityId: 'project-1/m',
    field: 'fileName',
    value: 'forged',
  }),
  'edit that claims to know a later one': relayed({
    entity: 'finding',
    entityId: 'project-1/f1',
    field: 'problem',
    value: 'forged',
    seen: { 'device-a': 32 },
  }),
  'edit that claims to know what nobody wrote': edit(() => ({ seen: { 'device-c': 1 } })),
  'change of the receiver’s own device': edit(() => ({ device: 'device-b', seq: 1 })),
  'name with half a sign': edit(() => ({ actor: '王\ud800' })),
  'command with half a sign': edit(() => ({ commandId: 'c-\udc00', command: 'note' })),
  'id with half a sign': edit(() => ({
    entity: 'annotation',
    entityId: 'a-\ud800',
    field: 'text',
    value: 'x',
  })),
  'stamp of another device': edit((line) => ({ hlc: line.hlc.replace('device-a', 'device-c') })),
  'stamp beyond every clock': edit(() => ({ hlc: 'zzzzzzzzz-fffff-device-a' })),
  'stamps that fall': edit(() => ({ hlc: '000000001-00000-device-a' })),
  'number outside its vector': edit((line) => ({ seq: line.seq + 1000 })),
  'number the receiver has with another content': remake((loose) => {
    const [head] = loose.manifest.projects;
    if (head) head.from = {};
    const [line] = loose.lines;
    const early = { seq: 2, hlc: '000000001-00000-device-a' };
    if (line) loose.lines = rechain([{ ...line, ...early }, ...loose.lines]);
    loose.manifest.counts.changes += 1;
    if (head) head.changes += 1;
  }),
  'lines in another order': remake((loose) => {
    loose.lines.reverse();
  }),
  'line left out': remake((loose, random) => {
    loose.lines.splice(random.int(loose.lines.length), 1);
  }),
  'line twice': remake((loose) => {
    const [line] = loose.lines;
    if (line) loose.lines.unshift(line);
  }),
  'line of another package': remake((loose, random) => {
    loose.lines.splice(random.int(loose.lines.length), 1, random.pick(takeApart(other).lines));
  }),
  'more of the receiver’s device than it wrote': remake((loose) => {
    const [head] = loose.manifest.projects;
    if (head) head.to = { ...head.to, 'device-b': 9999 };
  }),
};

function refusalOf(bytes: Uint8Array): string {
  try {
    receiver.take(bytes);
    return 'accepted';
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.params['detail'] ?? ''}`.trim();
    throw error;
  }
}

const rowsChanged = (): number =>
  receiver.session.records.prepare('SELECT total_changes()').pluck().get() as number;

function expectRefused(name: string, make: (random: Seeded) => Uint8Array, seed: number): number {
  const bytes = make(new Seeded(seed));
  const before = rowsChanged();
  const startedMs = performance.now();
  const code = refusalOf(bytes);
  expect(code, `${name}, seed ${seed}`).not.toBe('accepted');
  expect(rowsChanged() - before, `${name}, seed ${seed}`).toBe(0);
  return performance.now() - startedMs;
}

test(`${mutations} damaged or forged packages: none goes in, no row changes`, () => {
  const kinds = [...Object.entries(blind), ...Object.entries(signed)];
  const digest = receiver.digest();
  let slowestMs = 0;
  for (let seed = 0; seed < mutations; seed += 1) {
    // Damage of the bytes makes half of them, whatever the number of other kinds.
    const [name, make] = kinds[seed % 2 === 0 ? (seed / 2) % 4 : seed % kinds.length] ?? [];
    if (name === undefined || make === undefined) throw new Error('a kind for every seed');
    slowestMs = Math.max(slowestMs, expectRefused(name, make, seed + 1));
  }
  expect(receiver.digest()).toBe(digest);
  if (mutations >= 10_000) console.log(`slowest: ${slowestMs.toFixed(1)} ms`);
}, 1_800_000);

test.each(Object.entries({ ...blind, ...signed }))('%s is refused', (name, make) => {
  for (let seed = 1; seed <= 3; seed += 1) expectRefused(name, make, seed);
});

test.each([
  ['memo with an earlier stamp', 'handoff-memo-frozen'],
  ['edit that claims to know a later one', 'handoff-invalid hlc'],
  ['number the receiver has with another content', 'handoff-forked'],
  ['more of the receiver’s device than it wrote', 'handoff-forked'],
] as const)('%s is called %s', (name, code) => {
  expect(refusalOf(signed[name]?.(new Seeded(1)) ?? new Uint8Array())).toBe(code);
});

test('the package itself goes in; again, or the one before it again, it changes nothing', () => {
  const done = receiver.take(second);
  expect(done.report.new + done.report.changed).toBe(done.report.total);
  const digest = receiver.digest();
  for (const bytes of [second, first]) {
    const again = receiver.take(bytes);
    expect([again.report.identical, again.importNumber]).toEqual([again.report.total, null]);
  }
  expect(receiver.digest()).toBe(digest);
});
