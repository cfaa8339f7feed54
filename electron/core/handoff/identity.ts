import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { fingerprintOf } from '#shared/domain/handoff/fingerprint.ts';
import type { Contact } from '#shared/domain/handoff/handoff.ts';
import type { Fingerprint } from '#shared/domain/handoff/handoffReport.ts';
import type { ContactTable, KeptIdentity } from '../repo/contactTable.ts';

/** DER before the 32 bytes of an Ed25519 key (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

const unpadded = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/**
 * The keys of this desk, made at first need. The private ones are kept in the encrypted records file. Making them waits;
 * `requireOpen` is asked before they are kept.
 */
export async function ownIdentity(
  contacts: ContactTable,
  randomBytes: (length: number) => Uint8Array,
  now: string,
  requireOpen: () => void = () => undefined,
): Promise<KeptIdentity> {
  const known = contacts.identity();
  if (known) return known;
  const seed = randomBytes(32);
  const privateKey = privateKeyOf(unpadded(seed));
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const ageIdentity = await generateX25519Identity();
  const ageRecipient = await identityToRecipient(ageIdentity);
  requireOpen();
  contacts.keepIdentity(
    {
      signingKey: unpadded(seed),
      publicKey: unpadded(der.subarray(publicPrefix.length)),
      ageIdentity,
      ageRecipient,
    },
    now,
  );
  const kept = contacts.identity();
  if (!kept) throw new Error('an identity just kept is not there');
  return kept;
}

function privateKeyOf(seed: string): ReturnType<typeof createPrivateKey> {
  const key = Buffer.concat([privatePrefix, Buffer.from(seed, 'base64')]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** Ed25519 signature over the bytes, base64 without padding. */
export function signWith(identity: KeptIdentity, bytes: Uint8Array): string {
  return unpadded(sign(null, bytes, privateKeyOf(identity.signingKey)));
}

/** Whether the signature over the bytes was made with the key; a malformed key or signature was not. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  const raw = Buffer.from(publicKey, 'base64');
  const made = Buffer.from(signature, 'base64');
  // Texts that decode to the same bytes by another spelling are not taken.
  if (unpadded(raw) !== publicKey || unpadded(made) !== signature) return false;
  try {
    const key = createPublicKey({
      key: Buffer.concat([publicPrefix, raw]),
      format: 'der',
      type: 'spki',
    });
    return verify(null, bytes, key, made);
  } catch {
    return false; // no point of the curve
  }
}

/** What two people compare: over both keys, so that neither can be exchanged alone. */
export function fingerprint({ key, recipient }: Pick<Contact, 'key' | 'recipient'>): Fingerprint {
  const hash = createHash('sha256').update(`counsel-desk/keys\n${key}\n${recipient}\n`).digest();
  return fingerprintOf(hash);
}
