import { createDecipheriv, createHash } from 'node:crypto';
import agile from 'officecrypto-tool/src/crypto/ecma376_agile.js';
import standard from 'officecrypto-tool/src/crypto/ecma376_standard.js';
import { AppError } from '#shared/contract/errors.ts';
import { CompoundFile } from '../doc/compoundFile.ts';
import { type AgileInfo, readEncryptionInfo, type StandardInfo } from './encryptionInfo.ts';

const zipHeader = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** Block keys of the verifier, its hash, and the package's own key ([MS-OFFCRYPTO] 2.3.4.11 to 2.3.4.13). */
const verifierBlock = Buffer.from([0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79]);
const verifierHashBlock = Buffer.from([0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e]);
const verifierBytes = 16;
const packageKeyBlock = Buffer.from([0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6]);
/** Office locks files that it only protects against changes with this, and asks nobody when it opens them. */
const officesOwn = 'VelvetSweatshop';

/**
 * The package inside a DOCX or XLSX that has a password. Throws AppError file-encrypted (no password given), wrong-password,
 * lock-unsupported `{kind}` (locked in a way that is not opened here) and file-damaged.
 */
export function openPackage(bytes: Uint8Array, password: string | undefined): Uint8Array {
  if (password !== undefined) return unlock(bytes, password);
  try {
    return unlock(bytes, officesOwn);
  } catch (cause) {
    // Where no password would open it none is asked for.
    if (!(cause instanceof AppError) || cause.code !== 'wrong-password') throw cause;
    throw new AppError('file-encrypted', {}, { cause });
  }
}

function unlock(bytes: Uint8Array, password: string): Uint8Array {
  const file = new CompoundFile(bytes);
  const info = file.stream('EncryptionInfo');
  const locked = file.stream('EncryptedPackage');
  // Rights management keeps the key on a server of who sent the file.
  if (info === null && file.names.includes('\u0006DataSpaces'))
    throw new AppError('lock-unsupported', { kind: 'IRM' });
  if (info === null || locked === null || locked.length < 8) throw new AppError('file-damaged');
  const parameters = readEncryptionInfo(info);
  const input = Buffer.from(locked);
  const opened =
    parameters.scheme === 'agile'
      ? openAgile(parameters, input, password)
      : openStandard(parameters, input, password);
  if (!opened.subarray(0, 4).equals(zipHeader)) throw new AppError('file-damaged');
  return opened;
}

function openAgile(info: AgileInfo, locked: Buffer, password: string): Buffer {
  const { key } = info;
  const spun = spunHash(password, key);
  const open = (block: Buffer, value: Buffer): Buffer =>
    agile.crypt(
      false,
      key.cipherAlgorithm,
      key.cipherChaining,
      keyFor(spun, key, block),
      key.saltValue,
      value,
    );
  const verifier = open(verifierBlock, key.encryptedVerifierHashInput).subarray(0, verifierBytes);
  const expected = createHash(key.hashAlgorithm).update(verifier).digest();
  const found = open(verifierHashBlock, key.encryptedVerifierHashValue);
  if (!found.subarray(0, expected.length).equals(expected)) throw new AppError('wrong-password');
  return agile.cryptPackage(
    false,
    info.package.cipherAlgorithm,
    info.package.cipherChaining,
    info.package.hashAlgorithm,
    info.package.blockSize,
    info.package.saltValue,
    // Locked in whole blocks: a key of 192 bits has something after it.
    open(packageKeyBlock, key.encryptedKeyValue).subarray(0, info.package.keyBits / 8),
    locked,
  );
}

/** The password in so many rounds of hashing ([MS-OFFCRYPTO] 2.3.4.11); the library goes through them anew for every key. */
function spunHash(
  password: string,
  { hashAlgorithm, saltValue, spinCount }: AgileInfo['key'],
): Buffer {
  let hash = createHash(hashAlgorithm).update(saltValue).update(password, 'utf16le').digest();
  const round = Buffer.alloc(4 + hash.length);
  for (let i = 0; i < spinCount; i += 1) {
    round.writeUInt32LE(i, 0);
    hash.copy(round, 4);
    hash = createHash(hashAlgorithm).update(round).digest();
  }
  return hash;
}

/** The key of one purpose: cut to its length, or filled up to it. */
function keyFor(spun: Buffer, { hashAlgorithm, keyBits }: AgileInfo['key'], block: Buffer): Buffer {
  const hash = createHash(hashAlgorithm).update(spun).update(block).digest();
  const key = Buffer.alloc(keyBits / 8, 0x36);
  hash.copy(key);
  return key;
}

function openStandard(info: StandardInfo, locked: Buffer, password: string): Buffer {
  const { algorithmId, hashId, keyBits, providerType, salt, verifier, verifierHash } = info;
  const key = standard.convertPasswordToKey(
    password,
    algorithmId,
    hashId,
    providerType,
    keyBits,
    salt.length,
    salt,
  );
  const open = (input: Uint8Array): Buffer => decryptBlocks(input, key, keyBits);
  const expected = createHash('sha1').update(open(verifier)).digest();
  // The library opens and checks with keys of 128 bits only.
  if (!open(verifierHash).subarray(0, expected.length).equals(expected))
    throw new AppError('wrong-password');
  const size = locked.readUInt32LE(0);
  return open(locked.subarray(8)).subarray(0, size);
}

/** AES in blocks by themselves, as this scheme locks; what is left over of a block is dropped. */
function decryptBlocks(input: Uint8Array, key: Buffer, keyBits: number): Buffer {
  const whole = input.subarray(0, input.length - (input.length % 16));
  const cipher = createDecipheriv(`aes-${keyBits}-ecb`, key, null);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(whole), cipher.final()]);
}
