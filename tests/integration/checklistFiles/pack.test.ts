import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ChecklistFile } from '#shared/domain/library/libraryFile.ts';
import { AppError } from '#shared/contract/errors.ts';
import { sealChecklist } from '../../../electron/core/library/checklistFile.ts';
import {
  type ChecklistPack,
  readPack,
} from '../../../electron/core/library/interchange/packRead.ts';
import { writePack } from '../../../electron/core/library/interchange/packWrite.ts';
import { exchangedList } from '../../../electron/core/library/interchange/readList.ts';
import { openPerson, trustEachOther } from '../../helpers/twoDesks.ts';
import { type DeskCore, failureOf } from '../../helpers/deskCore.ts';
import { bundled } from '../../helpers/checklistWorkbook.ts';
import { Seeded } from '../../helpers/seeded.ts';

const name = '审查清单.counsel-checklists';

/** A version of a list of its own that a desk published, as a file. */
async function publishOwn(desk: DeskCore, titleZh: string): Promise<string> {
  const [source] = await desk.call('checklist.versions', {});
  const draft = await desk.call('checklist.begin', {
    commandId: desk.id(),
    kind: 'copy',
    versionId: source?.id ?? '',
    titleZh,
  });
  const version = await desk.call('checklist.publish', {
    commandId: desk.id(),
    draftId: draft.id,
  });
  return version.id;
}

async function packFrom(desk: DeskCore, versionIds: string[]): Promise<Uint8Array> {
  const made = await desk.call('checklist.export', {
    commandId: desk.id(),
    versionIds,
    format: 'pack',
  });
  const { bytes, fileName } = desk.core.handoffBytes(made.fileId);
  expect(fileName).toBe(made.fileName);
  return bytes;
}

function takeIn(desk: DeskCore, bytes: Uint8Array, isSignerAccepted = false) {
  return desk.call('checklist.import', {
    commandId: desk.id(),
    jobId: desk.id(),
    sources: [desk.token({ kind: 'bytes', name, bytes })],
    isSignerAccepted,
  });
}

describe('a pack between two desks', () => {
  test('is a question until the signer is accepted, and is here already the second time', async () => {
    const author = await openPerson('林若川');
    const reader = await openPerson('沈知微');
    const id = await publishOwn(author, '智慧停车专项清单');
    const bytes = await packFrom(author, [id]);
    const { fingerprint } = await author.call('handoff.identity', {});

    const source = reader.token({ kind: 'bytes', name, bytes });
    const seen = await reader.call('checklist.validate', { source });
    expect(seen).toMatchObject({
      kind: 'pack',
      lists: [{ titleZh: '智慧停车专项清单', items: 19 }],
      identical: 0,
      counts: { same: 0, changed: 0, added: 19, removed: 0 },
      signer: { person: '林若川', fingerprint: fingerprint.digits, isTrusted: false },
      problems: [],
    });

    const before = await reader.call('checklist.versions', {});
    const refused = await failureOf(takeIn(reader, bytes));
    expect(refused).toEqual({
      code: 'checklist-signer-unknown',
      params: { file: name, person: '林若川', fingerprint: fingerprint.digits },
    });
    expect(await reader.call('checklist.versions', {})).toEqual(before);

    const { files } = await takeIn(reader, bytes, true);
    expect(files).toMatchObject([{ versions: [id], identical: 0, problems: [] }]);
    const { version } = await reader.call('checklist.version', { versionId: id });
    expect(version).toMatchObject({
      origin: 'pack',
      by: '林若川',
      state: 'current',
      signer: { person: '林若川', isTrusted: false },
    });

    const again = await takeIn(reader, bytes, true);
    expect(again.files).toMatchObject([{ versions: [], identical: 1 }]);
    await author.core.close();
    await reader.core.close();
  });

  test('of a trusted contact goes in without a question, and can be taken back', async () => {
    const author = await openPerson('林若川');
    const reader = await openPerson('沈知微');
    await trustEachOther(author, reader);
    const id = await publishOwn(author, '专项清单');
    const bytes = await packFrom(author, [id]);
    const { files } = await takeIn(reader, bytes);
    expect(files).toMatchObject([{ versions: [id], signer: { isTrusted: true } }]);
    await reader.call('history.undo', { commandId: reader.id() });
    const versions = await reader.call('checklist.versions', {});
    expect(versions.map((one) => one.id)).not.toContain(id);
    await author.core.close();
    await reader.core.close();
  });

  test('of a key that is no longer trusted is refused, whatever is accepted', async () => {
    const author = await openPerson('林若川');
    const reader = await openPerson('沈知微');
    await trustEachOther(author, reader);
    const bytes = await packFrom(author, [await publishOwn(author, '专项清单')]);
    const [contact] = await reader.call('handoff.contacts', {});
    await reader.call('handoff.revoke', { commandId: reader.id(), key: contact?.key ?? '' });
    expect((await failureOf(takeIn(reader, bytes, true))).code).toBe('checklist-signer-revoked');
    await author.core.close();
    await reader.core.close();
  });
});

describe('what was changed on the way', () => {
  test('is refused: no byte can be another, added or missing', async () => {
    const author = await openPerson('林若川');
    const bytes = await packFrom(author, [bundled('cl-project-secrecy').seal]);
    await author.core.close();
    expect(readPack(bytes, name).versions.map(({ file }) => file.id)).toEqual([
      'cl-project-secrecy',
    ]);
    const random = new Seeded(404);
    let accepted = 0;
    for (let turn = 0; turn < 3_000; turn += 1)
      if (isAccepted(mutatedBytes(bytes, random))) accepted += 1;
    // Every byte of the first kilobytes, where the manifest stands, and of the directory at the end.
    const edges = [...Array(1_500).keys()].flatMap((at) => [at, bytes.length - 1 - at]);
    for (const at of edges) {
      const copy = new Uint8Array(bytes);
      copy[at] = (copy[at] ?? 0) ^ (1 << random.int(8));
      if (isAccepted(copy)) accepted += 1;
    }
    expect(accepted).toBe(0);
  });

  function isAccepted(bytes: Uint8Array): boolean {
    try {
      readPack(bytes, name);
      return true;
    } catch (error) {
      // Anything else would be a bug of ours and fails the test.
      expect(error).toBeInstanceOf(AppError);
      return false;
    }
  }

  function mutatedBytes(bytes: Uint8Array, random: Seeded): Uint8Array {
    const at = random.int(bytes.length);
    const kind = random.int(5);
    if (kind === 0) return bytes.slice(0, at);
    if (kind === 1)
      return Buffer.concat([bytes.slice(0, at), Buffer.from([random.int(256)]), bytes.slice(at)]);
    if (kind === 2)
      return Buffer.concat([bytes.slice(0, at), bytes.slice(at + 1 + random.int(40))]);
    const copy = new Uint8Array(bytes);
    if (kind === 3) copy[at] = (copy[at] ?? 0) ^ (1 << random.int(8));
    else {
      const from = random.int(bytes.length - 20);
      const piece = bytes.slice(from, from + 20);
      const to = Math.min(at, bytes.length - 20);
      if (Buffer.compare(piece, bytes.slice(to, to + 20)) === 0) return bytes.slice(1);
      copy.set(piece, to);
    }
    return copy;
  }
});

/** A pack of a signer that only this test knows. */
function signedBy(person: string, file: ChecklistFile): Uint8Array {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const unpadded = (der: Buffer): string => der.subarray(-32).toString('base64').replace(/=+$/, '');
  const key = unpadded(publicKey.export({ format: 'der', type: 'spki' }));
  const signingKey = unpadded(privateKey.export({ format: 'der', type: 'pkcs8' }));
  const recipient = `age1${'q'.repeat(58)}`;
  return writePack({
    versions: [{ file, by: person, at: '2026-11-20T02:00:00.000Z' }],
    author: { device: 'a-device', person, key, recipient },
    identity: { signingKey, publicKey: key, ageIdentity: '', ageRecipient: recipient },
    createdAt: '2026-11-23T02:00:00.000Z',
  });
}

test('a pack whose lists cannot work here is named, and nothing of it goes in', async () => {
  const reader = await openPerson('沈知微');
  const { head, items } = exchangedList(bundled('cl-csl'));
  const [first, second] = items;
  if (!first || !second) throw new Error('no items');
  // What another program could publish: an id that an item here has, and a trait nobody knows.
  const strange = { ...second, id: 'elsewhere-1', when: 'somethingNew' };
  const file = sealChecklist({ id: 'cl-elsewhere', order: 40, head, items: [first, strange] });
  const { files } = await takeIn(reader, signedBy('某人', file), true);
  expect(files).toMatchObject([
    {
      versions: [],
      problems: [
        { code: 'taken-id', itemId: first.id, found: first.id },
        { code: 'unknown-trait', itemId: 'elsewhere-1', found: 'somethingNew' },
      ],
    },
  ]);
  const versions = await reader.call('checklist.versions', {});
  expect(versions.map(({ checklistId }) => checklistId)).not.toContain('cl-elsewhere');
  await reader.core.close();
});

test('a pack says who made it, when, and what of', async () => {
  const author = await openPerson('林若川');
  const id = await publishOwn(author, '专项清单');
  const pack: ChecklistPack = readPack(await packFrom(author, [id, bundled('cl-pi').seal]), name);
  expect(pack.manifest).toMatchObject({
    format: 'counsel-desk/checklists',
    version: 1,
    createdAt: '2026-11-23T02:00:00.000Z',
    author: { person: '林若川' },
    lists: [
      { seal: id, titleZh: '专项清单', by: '林若川' },
      { seal: bundled('cl-pi').seal, by: null, at: null },
    ],
  });
  await author.core.close();
});
