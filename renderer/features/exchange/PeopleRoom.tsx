import { useState } from 'react';
import type { ContactEntry, HandoffIdentity } from '#shared/domain/handoff/handoffReport.ts';
import { attempt } from '../../app/errorText.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { type Exchange } from './exchangeStore.ts';
import { FingerprintLines } from './FingerprintLines.tsx';
import { copyFingerprint, pickContact, revokeContact, saveContactFile } from './peopleStore.ts';
import { Section } from './Section.tsx';

/** Who one is to others, and whom one trusts. */
export function PeopleRoom({ exchange }: { exchange: Exchange }) {
  return (
    <>
      <OwnIdentity identity={exchange.identity} />
      <Contacts contacts={exchange.contacts} />
    </>
  );
}

function OwnIdentity({ identity }: { identity: HandoffIdentity }) {
  const text = useText();
  const words = text.exchange.people;
  const { person, device } = identity.contact;
  const { digits } = identity.fingerprint;
  return (
    <Section title={words.own}>
      <p className="text-ink-2">{words.ownLead}</p>
      <div className="flex items-start justify-between gap-6">
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <dl className="grid grid-cols-[9rem_minmax(0,1fr)] gap-y-1">
            <dt className="text-ink-3">{words.name}</dt>
            <dd className="font-semibold">{text.exchange.person(person)}</dd>
            <dt className="text-ink-3">{words.device}</dt>
            <dd className="font-mono text-xs leading-5 break-all select-text">{device}</dd>
          </dl>
          <FingerprintLines fingerprint={identity.fingerprint} />
          <p className="pt-1 text-ink-3">{words.qrNote}</p>
        </div>
        <QrCode text={`${person}\n${digits}`} label={words.qr(digits)} />
      </div>
      <div className="flex gap-2">
        <Button tone="primary" icon="save" onPress={saveContactFile}>
          {words.exportContact}
        </Button>
        <Button icon="copy" onPress={copyFingerprint}>
          {words.copyFingerprint}
        </Button>
      </div>
    </Section>
  );
}

function Contacts({ contacts }: { contacts: readonly ContactEntry[] }) {
  const text = useText();
  const words = text.exchange.people;
  const [revoking, setRevoking] = useState<ContactEntry | null>(null);
  const importButton = (
    <Button icon="add" onPress={pickContact}>
      {words.importContact}
    </Button>
  );
  return (
    <Section title={words.contacts} aside={contacts.length > 0 && importButton}>
      {contacts.length === 0 ? (
        <EmptyState icon="key" title={words.emptyTitle} actions={importButton}>
          {words.emptyLead}
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {contacts.map((contact) => (
            <ContactLine
              key={contact.key}
              contact={contact}
              onRevoke={() => setRevoking(contact)}
            />
          ))}
        </ul>
      )}
      {revoking && (
        <AlertDialog
          isOpen
          isDangerous
          title={words.revokeTitle(text.exchange.person(revoking.person))}
          confirmLabel={words.revoke}
          cancelLabel={text.common.cancel}
          onCancel={() => setRevoking(null)}
          onConfirm={() => {
            attempt(() => revokeContact(revoking));
            setRevoking(null);
          }}
        >
          {words.revokeNote}
        </AlertDialog>
      )}
    </Section>
  );
}

function ContactLine({ contact, onRevoke }: { contact: ContactEntry; onRevoke: () => void }) {
  const text = useText();
  const words = text.exchange.people;
  const language = useLanguage((state) => state.language);
  const name = text.exchange.person(contact.person);
  return (
    <li className="flex items-start gap-4 py-3 first:pt-0 last:pb-0">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-baseline gap-3">
          <span className="font-semibold">{name}</span>
          <span
            className={contact.revokedAt === null ? 'text-xs text-ink-2' : 'text-xs text-amber'}
          >
            {contact.revokedAt === null
              ? words.trustedAt(formatMoment(language, contact.trustedAt))
              : words.revokedAt(formatMoment(language, contact.revokedAt))}
          </span>
        </div>
        <FingerprintLines fingerprint={contact.fingerprint} />
      </div>
      {contact.revokedAt === null && (
        <Button size="small" tone="danger" aria-label={words.revokeOf(name)} onPress={onRevoke}>
          {words.revoke}
        </Button>
      )}
    </li>
  );
}
