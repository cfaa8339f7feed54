import rc4 from 'officecrypto-tool/src/crypto/rc4.js';
import rc4CryptoApi from 'officecrypto-tool/src/crypto/rc4_cryptoapi.js';
import { AppError } from '#shared/contract/errors.ts';
import type { WordStreams } from '../doc/fileInformation.ts';

/** Where the main stream is locked from: the head of its information block says that it is ([MS-DOC] 2.2.6). */
const openHeadBytes = 68;
const rc4AlgorithmId = 0x6801;
const sha1 = 0x8004;
const mostKeyBits = 128;

const unsupported = (what: string): AppError => new AppError('lock-unsupported', { kind: what });

/**
 * The streams of a Word 97–2003 file that has a password, locked with RC4 as Word 97 and 2000 did, or with RC4 of the CryptoAPI
 * as Word 2002 to 2007 do. Throws AppError wrong-password, lock-unsupported `{kind}` (another way of locking), file-damaged.
 */
export function unlockWord({ main, table }: WordStreams, password: string): WordStreams {
  const info = Buffer.from(table);
  if (info.length < 4) throw new AppError('file-damaged');
  const version = `${info.readUInt16LE(0)}.${info.readUInt16LE(2)}`;
  const decrypt =
    version === '1.1'
      ? openRc4(info, password)
      : /^[234]\.2$/.test(version)
        ? openCryptoApi(info, password)
        : null;
  if (decrypt === null) throw unsupported(version);
  const opened = decrypt(Buffer.from(main));
  const head = Buffer.from(main.subarray(0, openHeadBytes));
  return {
    main: Buffer.concat([head, opened.subarray(openHeadBytes)]),
    table: decrypt(info),
  };
}

type Decrypt = (stream: Buffer) => Buffer;

/** [MS-OFFCRYPTO] 2.3.6.1: salt, verifier and its hash, 16 bytes each. */
function openRc4(info: Buffer, password: string): Decrypt {
  if (info.length < 52) throw new AppError('file-damaged');
  const salt = info.subarray(4, 20);
  if (!rc4.verifyPassword(password, salt, info.subarray(20, 36), info.subarray(36, 52)))
    throw new AppError('wrong-password');
  return (stream) => rc4.decrypt(password, salt, stream);
}

/** [MS-OFFCRYPTO] 2.3.5.1: a header that names the algorithm, then salt, verifier and its hash. */
function openCryptoApi(info: Buffer, password: string): Decrypt {
  const header = 12;
  if (info.length < header + 20) throw new AppError('file-damaged');
  const verifier = header + info.readUInt32LE(8);
  if (verifier < header + 32 || verifier + 60 > info.length) throw new AppError('file-damaged');
  const algorithmId = info.readUInt32LE(header + 8);
  const hashId = info.readUInt32LE(header + 12);
  // Not stated means 40 bits.
  const keyBits = info.readUInt32LE(header + 16) || 40;
  const isKnown =
    (algorithmId === rc4AlgorithmId || algorithmId === 0) && (hashId === sha1 || hashId === 0);
  if (!isKnown || keyBits < 40 || keyBits > mostKeyBits || keyBits % 8 !== 0)
    throw unsupported(`0x${algorithmId.toString(16)}, ${keyBits}`);
  if (info.readUInt32LE(verifier) !== 16) throw new AppError('file-damaged');
  const from = verifier + 4;
  const salt = info.subarray(from, from + 16);
  const locked = info.subarray(from + 16, from + 32);
  const hash = info.subarray(from + 36, from + 56);
  if (!rc4CryptoApi.verifyPassword(password, salt, keyBits, locked, hash))
    throw new AppError('wrong-password');
  return (stream) => rc4CryptoApi.decrypt(password, salt, keyBits, stream);
}
