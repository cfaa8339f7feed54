import { AppError } from '#shared/contract/errors.ts';
import { canonical, type FieldValue } from '#shared/domain/changes/change.ts';
import { type Contact, ContactFile, contactFormat } from '#shared/domain/handoff/handoff.ts';
import type { ContactEntry, Sender } from '#shared/domain/handoff/handoffReport.ts';
import type { ContactTable, KeptContact, KeptIdentity } from '../repo/contactTable.ts';
import { fingerprint, isSignedBy, signWith } from './identity.ts';

function signedBytes(contact: Contact): Uint8Array {
  const body: FieldValue = { format: contactFormat, version: 1, contact };
  return Buffer.from(JSON.stringify(canonical(body)), 'utf8');
}

/** The contact file of this desk: JSON, signed by the key it makes known. */
export function writeContactFile(contact: Contact, identity: KeptIdentity): Uint8Array {
  const file: ContactFile = {
    format: contactFormat,
    version: 1,
    contact,
    signature: signWith(identity, signedBytes(contact)),
  };
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`, 'utf8');
}

/** Errors: `handoff-contact-damaged`. */
export function readContactFile(bytes: Uint8Array, file: string): Contact {
  const refusal = (cause?: unknown): AppError =>
    new AppError('handoff-contact-damaged', { file }, { cause });
  if (bytes.length > 16_384) throw refusal();
  let read: ContactFile;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    read = ContactFile.parse(JSON.parse(text));
  } catch (cause) {
    throw refusal(cause);
  }
  if (!isSignedBy(read.contact.key, signedBytes(read.contact), read.signature)) throw refusal();
  return read.contact;
}

/** Who a package's signing key belongs to, as this desk knows it. A known key on another device is no known sender. */
export function senderOf(contacts: ContactTable, contact: Contact, ownDevice: string): Sender {
  const known = contacts.byKey(contact.key);
  const isOwn = contacts.identity()?.publicKey === contact.key && contact.device === ownDevice;
  const status = statusOf(known, contact, isOwn);
  // The name that was confirmed with the key, whatever the package calls its sender.
  const person = status === 'unknown' || !known ? contact.person : known.person;
  return { status, device: contact.device, person, fingerprint: fingerprint(contact), contact };
}

function statusOf(known: KeptContact | null, contact: Contact, isOwn: boolean): Sender['status'] {
  if (isOwn) return 'own';
  if (!known || known.device !== contact.device || known.recipient !== contact.recipient) {
    return 'unknown';
  }
  return known.revokedAt === null ? 'trusted' : 'revoked';
}

export function toContactEntry(contact: KeptContact): ContactEntry {
  return { ...contact, fingerprint: fingerprint(contact) };
}

/** The trusted contact of a name, device or fingerprint. Errors: `handoff-recipient-unknown`. */
export function requireRecipient(contacts: ContactTable, name: string): KeptContact {
  const found = contacts
    .all()
    .filter((one) => one.revokedAt === null)
    .filter(
      (one) =>
        one.person === name ||
        one.device === name ||
        fingerprint(one).digits.replaceAll(' ', '') === name.replaceAll(' ', ''),
    );
  const [only] = found;
  if (!only || found.length > 1) throw new AppError('handoff-recipient-unknown', { name });
  return only;
}
