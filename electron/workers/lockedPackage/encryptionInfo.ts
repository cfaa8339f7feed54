import { AppError } from '#shared/contract/errors.ts';
import { XmlReader, type Attributes } from '../docx/xmlReader.ts';
import { localName } from '../localXml.ts';

/** One salted cipher of the agile scheme ([MS-OFFCRYPTO] 2.3.4.11), checked. */
export interface AgileCipher {
  readonly cipherAlgorithm: string;
  readonly cipherChaining: string;
  readonly hashAlgorithm: string;
  readonly saltValue: Buffer;
  readonly blockSize: number;
  readonly keyBits: number;
}

export interface AgileInfo {
  readonly scheme: 'agile';
  readonly package: AgileCipher;
  readonly key: AgileCipher & {
    readonly spinCount: number;
    readonly encryptedKeyValue: Buffer;
    readonly encryptedVerifierHashInput: Buffer;
    readonly encryptedVerifierHashValue: Buffer;
  };
}

/** AES with SHA-1 in a fixed number of rounds ([MS-OFFCRYPTO] 2.3.4.5). */
export interface StandardInfo {
  readonly scheme: 'standard';
  readonly keyBits: number;
  readonly algorithmId: number;
  readonly hashId: number;
  readonly providerType: number;
  readonly salt: Buffer;
  readonly verifier: Buffer;
  readonly verifierHash: Buffer;
}

const mostInfoBytes = 64 * 1024;
const mostNesting = 20;
/** Programs write 100,000; the time of an attempt grows with it. */
const mostRounds = 1_000_000;
const longestSalt = 64;
const longestSecret = 128;
const blockSize = 16;
/** Bits of the key by the algorithm's number. */
const aesBits: Readonly<Record<number, number>> = { 0x660e: 128, 0x660f: 192, 0x6610: 256 };
const sha1 = 0x8004;
const hashes: ReadonlySet<string> = new Set(['SHA1', 'SHA256', 'SHA384', 'SHA512']);

/** A way of locking that is not opened here, or parameters that no program writes; named for who asks the sender. */
const unsupported = (what: string): AppError => new AppError('lock-unsupported', { kind: what });
const damaged = (): AppError => new AppError('file-damaged');

/**
 * How a package is locked, every value within the bounds of what is computed with it. Throws AppError lock-unsupported
 * `{kind}` and file-damaged.
 */
export function readEncryptionInfo(stream: Uint8Array): AgileInfo | StandardInfo {
  if (stream.length < 8 || stream.length > mostInfoBytes) throw damaged();
  const info = Buffer.from(stream);
  const major = info.readUInt16LE(0);
  const minor = info.readUInt16LE(2);
  if (major === 4 && minor === 4) return readAgile(info.subarray(8));
  if (minor === 2 && major >= 2 && major <= 4) return readStandard(info);
  throw unsupported(`${major}.${minor}`);
}

function readStandard(info: Buffer): StandardInfo {
  const header = 12;
  const verifier = header + info.readUInt32LE(8);
  if (verifier < header + 32 || verifier + 4 + 16 + 16 + 4 + 32 > info.length) throw damaged();
  const algorithmId = info.readUInt32LE(header + 8);
  const hashId = info.readUInt32LE(header + 12);
  const keyBits = info.readUInt32LE(header + 16);
  if (aesBits[algorithmId] !== keyBits || hashId !== sha1)
    throw unsupported(`0x${algorithmId.toString(16)}, ${keyBits}`);
  if (info.readUInt32LE(verifier) !== blockSize) throw damaged();
  const from = verifier + 4;
  return {
    scheme: 'standard',
    keyBits,
    algorithmId,
    hashId,
    providerType: info.readUInt32LE(header + 20),
    salt: info.subarray(from, from + 16),
    verifier: info.subarray(from + 16, from + 32),
    verifierHash: info.subarray(from + 36, from + 68),
  };
}

/** The elements that say how the package and the key to it are locked; the first password of several counts. */
function readAgile(xml: Uint8Array): AgileInfo {
  let keyData: Attributes | null = null;
  let encryptedKey: Attributes | null = null;
  const reader = new XmlReader(
    {
      open(name, attributes) {
        if (localName(name) === 'keyData') keyData ??= attributes;
        // Certificates lock keys too, in elements without rounds.
        if (localName(name) === 'encryptedKey' && attributes['spinCount'] !== undefined)
          encryptedKey ??= attributes;
      },
      text: () => undefined,
      close: () => undefined,
    },
    mostNesting,
  );
  reader.write(xml);
  reader.end();
  if (keyData === null || encryptedKey === null) throw damaged();
  return { scheme: 'agile', package: cipherOf(keyData), key: keyOf(encryptedKey) };
}

function cipherOf(attributes: Attributes): AgileCipher {
  const cipher = {
    cipherAlgorithm: attributes['cipherAlgorithm'] ?? '',
    cipherChaining: attributes['cipherChaining'] ?? '',
    hashAlgorithm: (attributes['hashAlgorithm'] ?? '').replace('-', ''),
    saltValue: secret(attributes, 'saltValue', longestSalt),
    blockSize: count(attributes, 'blockSize'),
    keyBits: count(attributes, 'keyBits'),
  };
  const isKnown =
    cipher.cipherAlgorithm === 'AES' &&
    cipher.cipherChaining === 'ChainingModeCBC' &&
    hashes.has(cipher.hashAlgorithm) &&
    cipher.blockSize === blockSize &&
    Object.values(aesBits).includes(cipher.keyBits);
  if (!isKnown) throw unsupported(nameOf(cipher));
  return cipher;
}

/** Of a file that may hold anything, so much as names a way of locking. */
const nameOf = (cipher: Omit<AgileCipher, 'saltValue'>): string =>
  [cipher.cipherAlgorithm, cipher.keyBits, cipher.cipherChaining, cipher.hashAlgorithm]
    .map((part) =>
      String(part)
        .replace(/[^\w-]/g, '')
        .slice(0, 20),
    )
    .join(' ');

function keyOf(attributes: Attributes): AgileInfo['key'] {
  const spinCount = count(attributes, 'spinCount');
  if (spinCount > mostRounds) throw unsupported(`spinCount ${spinCount}`);
  const cipher = cipherOf(attributes);
  // The salt is the first block's initialisation vector here.
  if (cipher.saltValue.length !== blockSize) throw damaged();
  return {
    ...cipher,
    spinCount,
    encryptedKeyValue: blocks(attributes, 'encryptedKeyValue'),
    encryptedVerifierHashInput: blocks(attributes, 'encryptedVerifierHashInput'),
    encryptedVerifierHashValue: blocks(attributes, 'encryptedVerifierHashValue'),
  };
}

function count(attributes: Attributes, name: string): number {
  const value = attributes[name] ?? '';
  if (!/^\d{1,9}$/.test(value)) throw damaged();
  return Number(value);
}

function secret(attributes: Attributes, name: string, longest: number): Buffer {
  const value = Buffer.from(attributes[name] ?? '', 'base64');
  if (value.length === 0 || value.length > longest) throw damaged();
  return value;
}

function blocks(attributes: Attributes, name: string): Buffer {
  const value = secret(attributes, name, longestSecret);
  if (value.length % blockSize !== 0) throw damaged();
  return value;
}
