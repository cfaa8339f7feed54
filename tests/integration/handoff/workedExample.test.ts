import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { chainInput, chainStart } from '#shared/domain/changes/change.ts';
import { ChangeLine, Manifest } from '#shared/domain/handoff/handoff.ts';
import { readContactFile, writeContactFile } from '../../../electron/core/handoff/contacts.ts';
import { schemaOf } from '../../../electron/core/handoff/fieldSchemas.ts';
import { fingerprint, signWith } from '../../../electron/core/handoff/identity.ts';
import { packMember, writeStrictZip } from '../../../electron/core/handoff/strictZip.ts';
import { entityKinds } from '../../../electron/core/changes/entities.ts';
import { json } from '../../helpers/packageForge.ts';
import { Replica } from '../../helpers/replica.ts';

const whole = readFileSync(path.resolve('docs/HANDOFF.md'), 'utf8');
const section = whole.slice(whole.indexOf('## 13.'));
const [changes = '', hashed = '', commands = '', manifest = ''] = [
  ...section.matchAll(/```(?:json|ndjson|text)\n([\s\S]*?)\n```/gu),
].map(([, text = '']) => text);
const said = (what: string): string =>
  new RegExp(`^\\| ${what}[^|]*\\| \`([^\`]+)\``, 'mu').exec(section)?.[1] ?? '';
const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
const bytesFrom = (first: number): Buffer =>
  Buffer.from(Uint8Array.from({ length: 32 }, (_, i) => first + i));

const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const privateKey = createPrivateKey({
  key: Buffer.concat([prefix, bytesFrom(1)]),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = createPublicKey(privateKey)
  .export({ format: 'der', type: 'spki' })
  .subarray(12)
  .toString('base64')
  .replace('=', '');
const { sender } = Manifest.parse(JSON.parse(manifest));
const identity = {
  signingKey: bytesFrom(1).toString('base64'),
  publicKey,
  ageIdentity: '',
  ageRecipient: sender.recipient,
};

function buildPackage(): Uint8Array {
  const members = [
    ['manifest.json', manifest],
    ['manifest.sig', said('`manifest.sig`')],
    ['changes.ndjson', `${changes}\n`],
    ['commands.ndjson', `${commands}\n`],
  ] as const;
  return writeStrictZip(
    members.map(([name, text]) =>
      packMember({ name, content: Buffer.from(text, 'utf8'), isStored: true }),
    ),
  );
}

test('every digest and signature of the worked example is what this program makes', () => {
  const lines = changes.split('\n').map((line) => ChangeLine.parse(JSON.parse(line)));
  expect(lines.map(json)).toEqual(changes.split('\n'));
  let prev = chainStart;
  for (const line of lines) {
    expect([line.prev, line.hash]).toEqual([prev, sha256(chainInput(prev, line))]);
    prev = line.hash;
  }
  expect(sha256(hashed)).toBe(lines[0]?.hash);
  expect(json(JSON.parse(manifest))).toBe(manifest);
  expect(sender.key).toBe(publicKey);
  expect(sha256(manifest)).toBe(said('SHA-256 of `manifest.json`'));
  expect(signWith(identity, Buffer.from(manifest, 'utf8'))).toBe(said('`manifest.sig`'));
  expect(sha256(buildPackage())).toBe(said('SHA-256 of the package'));
  const contact = readContactFile(writeContactFile(sender, identity), 'x');
  expect(contact).toEqual(sender);
  expect(Buffer.from(writeContactFile(sender, identity)).toString('utf8')).toContain(
    `"signature": "${said('signature in the sender’s contact file')}"`,
  );
  expect(fingerprint(sender).digits).toBe(said('fingerprint'));
});

test('the worked example goes in and shows what it says', async () => {
  const desk = await Replica.open('desk-2', Date.parse('2026-11-23T02:00:00Z'));
  desk.session.exchange.contacts.trust(sender, '2026-11-23T02:00:00.000Z');
  const { report } = desk.take(buildPackage());
  expect([report.total, report.new, report.unknown, report.gaps]).toEqual([6, 6, [], []]);
  expect(desk.session.projects.get('project-1')?.name).toBe('示例项目');
  const [verdict] = desk.session.records.prepare('SELECT verdict FROM assessment').pluck().all();
  expect(verdict).toBe('not-met');
  desk.close();
});

test('the table of fields names every field that is handed off, under its entity', () => {
  const table = whole.slice(whole.indexOf('## 12.'), whole.indexOf('## 13.'));
  const rows = table.split('\n').filter((row) => row.startsWith('| `'));
  for (const [entity, { fields }] of Object.entries(entityKinds)) {
    const handed = Object.keys(fields).filter((field) => schemaOf(entity, field) !== null);
    if (handed.length === 0) continue;
    const row = rows.find((one) => one.split('|')[1]?.includes(`\`${entity}\``)) ?? '';
    const missing = handed.filter((field) => !row.includes(`\`${field}\``));
    expect([entity, missing]).toEqual([entity, []]);
  }
});
