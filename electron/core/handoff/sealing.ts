import { setImmediate } from 'node:timers/promises';
import { Decrypter, Encrypter } from 'age-encryption';
import { AppError } from '#shared/contract/errors.ts';
import { Envelope } from '#shared/domain/handoff/handoff.ts';
import { MemberReader, packMember, readStrictZip, writeStrictZip } from './strictZip.ts';

/** Whom a package is encrypted to. */
export type Seal =
  | { readonly kind: 'none' }
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] }
  | { readonly kind: 'passphrase'; readonly passphrase: string; readonly scryptLogN: number };

const ageStart = Buffer.from('age-encryption.org/v1\n', 'latin1');
const isAge = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, ageStart.length)).equals(ageStart);
const envelopeLimits = {
  entries: 2,
  memberBytes: 2 ** 31,
  totalBytes: 2 ** 31,
  ratio: 1,
};
const envelopeName = 'envelope.json';
const sealedName = 'package.age';

/**
 * Encrypts a package as an age file; with a hint it lies in an archive beside the hint, which anybody can read. Large ones
 * are encrypted piece by piece, so that the desk goes on answering. Errors: `cancelled`.
 */
export async function sealPackage(
  bytes: Uint8Array,
  seal: Seal,
  hint: string | null,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (seal.kind === 'none') return bytes;
  const encrypter = new Encrypter();
  if (seal.kind === 'passphrase') {
    encrypter.setScryptWorkFactor(seal.scryptLogN);
    encrypter.setPassphrase(seal.passphrase);
  } else for (const recipient of seal.recipients) encrypter.addRecipient(recipient);
  const sealed = await readAll(await encrypter.encrypt(inPieces(bytes, signal)));
  if (hint === null) return sealed;
  const envelope: Envelope = { format: 'counsel-desk/handoff-envelope', version: 1, hint };
  const content = Buffer.from(JSON.stringify(envelope), 'utf8');
  return writeStrictZip([
    packMember({ name: envelopeName, content, isStored: true }),
    packMember({ name: sealedName, content: sealed, isStored: true }),
  ]);
}

const pieceBytes = 2 ** 20;

/** After each piece everything else gets its turn: a cancel that waits, the idle lock, the screen. */
function inPieces(bytes: Uint8Array, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await setImmediate();
        if (signal?.aborted === true) throw new AppError('cancelled');
        if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + pieceBytes));
        else controller.close();
        at += pieceBytes;
      },
    },
    { highWaterMark: 0 },
  );
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(Buffer.concat(pieces));
    pieces.push(value);
  }
}

export interface Unsealed {
  readonly bytes: Uint8Array;
  readonly isEncrypted: boolean;
  /** As it stands outside; the manifest must say the same. */
  readonly hint: string | null;
}

/** The package inside. Errors: `handoff-passphrase`, `handoff-not-for-us`, `handoff-damaged`. */
export async function unsealPackage(
  bytes: Uint8Array,
  ageIdentity: string | null,
  passphrase: string | null,
): Promise<Unsealed> {
  const { hint, sealed } = openEnvelope(bytes);
  if (!isAge(sealed)) return { bytes, isEncrypted: false, hint: null };
  return { bytes: await decrypt(sealed, ageIdentity, passphrase, hint), isEncrypted: true, hint };
}

function openEnvelope(bytes: Uint8Array): {
  readonly hint: string | null;
  readonly sealed: Uint8Array;
} {
  const isEnvelope = Buffer.from(bytes.subarray(30, 30 + envelopeName.length)).equals(
    Buffer.from(envelopeName, 'latin1'),
  );
  if (!isEnvelope) return { hint: null, sealed: bytes };
  const members = readStrictZip(bytes, envelopeLimits);
  const reader = new MemberReader(envelopeLimits);
  const [head, sealed] = [members.get(envelopeName), members.get(sealedName)];
  if (!head || !sealed || members.size !== 2 || head.size > 4096) {
    throw new AppError('handoff-damaged', { detail: envelopeName });
  }
  try {
    const envelope = Envelope.parse(JSON.parse(Buffer.from(reader.read(head)).toString('utf8')));
    const inner = reader.read(sealed);
    if (!isAge(inner)) throw new Error('no age file');
    return { hint: envelope.hint, sealed: inner };
  } catch (cause) {
    throw new AppError('handoff-damaged', { detail: envelopeName }, { cause });
  }
}

async function decrypt(
  sealed: Uint8Array,
  ageIdentity: string | null,
  passphrase: string | null,
  hint: string | null,
): Promise<Uint8Array> {
  const needsPassphrase = Buffer.from(sealed.subarray(0, 64)).includes('\n-> scrypt ');
  if (needsPassphrase && passphrase === null) {
    throw new AppError('handoff-passphrase', { hint: hint ?? '' });
  }
  const decrypter = new Decrypter();
  if (needsPassphrase && passphrase !== null) decrypter.addPassphrase(passphrase);
  else if (ageIdentity !== null) decrypter.addIdentity(ageIdentity);
  try {
    return await decrypter.decrypt(sealed);
  } catch (cause) {
    if (needsPassphrase) throw new AppError('handoff-passphrase', { hint: hint ?? '' }, { cause });
    throw new AppError('handoff-not-for-us', {}, { cause });
  }
}
