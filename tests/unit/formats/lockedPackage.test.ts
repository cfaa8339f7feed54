import { describe, expect, it } from 'vitest';
import { readEncryptionInfo } from '../../../electron/workers/lockedPackage/encryptionInfo.ts';
import { openPackage } from '../../../electron/workers/lockedPackage/openPackage.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { lockAgile, lockPackage, lockStandard } from '../../fixtures/lockPackage.ts';
import { makeCompound } from '../../fixtures/makeDoc.ts';
import { makeDocx, paragraph } from '../../fixtures/makeDocx.ts';

const plain = makeDocx({ body: paragraph('涉密内容') });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function codeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** A hundred thousand rounds for every key, as the programs write: slow on purpose. */
describe('a package with a password', { timeout: 60_000 }, () => {
  it.each(['agile', 'standard'] as const)('opens to the bytes that were locked: %s', (scheme) => {
    const locked = lockPackage(plain, 'Aa-1 密', scheme);
    expect(Buffer.from(openPackage(locked, 'Aa-1 密'))).toEqual(Buffer.from(plain));
    expect(codeOf(() => openPackage(locked, 'aa-1 密'))).toBe('wrong-password');
    expect(codeOf(() => openPackage(locked, undefined))).toBe('file-encrypted');
  });

  it.each([192, 256] as const)(
    'opens with a key of %i bits as Word 2007 could be told to use',
    (bits) => {
      const locked = lockStandard(plain, 'Aa-1 密', bits);
      expect(Buffer.from(openPackage(locked, 'Aa-1 密'))).toEqual(Buffer.from(plain));
      expect(codeOf(() => openPackage(locked, 'x'))).toBe('wrong-password');
    },
  );

  it('opens with a key of 192 bits in the scheme of today', () => {
    const locked = lockAgile(plain, 'Aa-1 密', 192);
    expect(Buffer.from(openPackage(locked, 'Aa-1 密'))).toEqual(Buffer.from(plain));
    expect(codeOf(() => openPackage(locked, 'x'))).toBe('wrong-password');
  });

  it('asks for no password where none would open it', () => {
    const streams = (names: readonly string[]) =>
      makeCompound(names.map((name) => [name, Buffer.alloc(4096)]));
    const managed = streams(['EncryptedPackage', '\u0006DataSpaces']);
    expect(codeOf(() => openPackage(managed, undefined))).toBe('lock-unsupported');
    expect(codeOf(() => openPackage(streams(['EncryptedPackage']), undefined))).toBe(
      'file-damaged',
    );
  });

  it('is opened without asking where Office does not ask: one only protected against changes', () => {
    const locked = lockPackage(plain, 'VelvetSweatshop');
    expect(openPackage(locked, undefined)).toHaveLength(plain.length);
  });

  it('ends with a reason wherever it is cut', () => {
    const locked = lockPackage(plain, 'x', 'standard');
    for (const length of [8, 511, 512, 1024, locked.length >> 1]) {
      const code = codeOf(() => openPackage(locked.subarray(0, length), 'x'));
      expect(['file-damaged', 'wrong-password', 'lock-unsupported'], `${length}`).toContain(code);
    }
  });
});

const salt = Buffer.alloc(16, 1).toString('base64');
const secret = Buffer.alloc(32, 2).toString('base64');
const cipher = (change: Record<string, string> = {}): string =>
  Object.entries({
    saltSize: '16',
    blockSize: '16',
    keyBits: '256',
    hashSize: '64',
    cipherAlgorithm: 'AES',
    cipherChaining: 'ChainingModeCBC',
    hashAlgorithm: 'SHA512',
    saltValue: salt,
    ...change,
  })
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');

function agile(change: {
  readonly data?: Record<string, string>;
  readonly key?: Record<string, string>;
}): Uint8Array {
  const key = {
    spinCount: '100000',
    encryptedVerifierHashInput: salt,
    encryptedVerifierHashValue: secret,
    encryptedKeyValue: secret,
    ...change.key,
  };
  const xml =
    `<e:encryption xmlns:e="urn:e" xmlns:p="urn:p"><e:keyData ${cipher(change.data)}/>` +
    `<e:keyEncryptors><e:keyEncryptor><p:encryptedKey encryptedKeyValue="AA=="/></e:keyEncryptor>` +
    `<e:keyEncryptor><p:encryptedKey ${cipher(key)}/></e:keyEncryptor></e:keyEncryptors></e:encryption>`;
  return Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), utf8(xml)]);
}

describe('what a file says of its lock', () => {
  it('is read whatever prefixes it uses, past keys that are certificates', () => {
    expect(readEncryptionInfo(agile({}))).toMatchObject({
      scheme: 'agile',
      package: { keyBits: 256, hashAlgorithm: 'SHA512' },
      key: { spinCount: 100_000, blockSize: 16 },
    });
  });

  it.each<[string, Uint8Array]>([
    ['a hundred million rounds', agile({ key: { spinCount: '100000000' } })],
    ['a million and one rounds', agile({ key: { spinCount: '1000001' } })],
    ['another cipher', agile({ data: { cipherAlgorithm: 'RC4' } })],
    ['another chaining', agile({ key: { cipherChaining: 'ChainingModeCFB' } })],
    ['another hash', agile({ key: { hashAlgorithm: 'MD5' } })],
    ['blocks of 4096', agile({ data: { blockSize: '4096' } })],
    ['keys of a gigabit', agile({ key: { keyBits: '999999999' } })],
    ['the extensible scheme', Uint8Array.from([4, 0, 3, 0, 0, 0, 0, 0])],
    ['RC4 around a package', standard(0x6801, 128)],
    ['AES-256 with a key of 128 bits', standard(0x6610, 128)],
  ])('is refused as a lock that is not opened here: %s', (_, info) => {
    expect(codeOf(() => readEncryptionInfo(info))).toBe('lock-unsupported');
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a megabyte', new Uint8Array(1 << 20)],
    ['rounds that are no number', agile({ key: { spinCount: '1e9' } })],
    ['negative rounds', agile({ key: { spinCount: '-1' } })],
    ['a salt of kilobytes', agile({ data: { saltValue: 'AAAA'.repeat(2000) } })],
    ['a salt that is no block', agile({ key: { saltValue: 'AAAA' } })],
    ['half a block', agile({ key: { encryptedKeyValue: 'AAAA' } })],
    ['no key', agile({ key: { spinCount: '' } })],
    [
      'entities',
      Buffer.concat([agile({}).subarray(0, 8), utf8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')]),
    ],
    ['a header beyond its end', standard(0x660e, 128, 0xfffffff0)],
  ])('is damaged: %s', (_, info) => {
    expect(codeOf(() => readEncryptionInfo(info))).toBe('file-damaged');
  });
});

/** The scheme of 2007 with the given cipher and length of its header. */
function standard(algorithmId: number, keyBits: number, headerSize = 140): Uint8Array {
  const info = Buffer.alloc(224);
  info.writeUInt16LE(4, 0);
  info.writeUInt16LE(2, 2);
  info.writeUInt32LE(headerSize, 8);
  info.writeUInt32LE(algorithmId, 20);
  info.writeUInt32LE(0x8004, 24);
  info.writeUInt32LE(keyBits, 28);
  info.writeUInt32LE(16, 12 + 140);
  return info;
}
