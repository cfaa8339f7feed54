import { create } from 'zustand';
import type { ContactEntry, Sender } from '#shared/domain/handoff/handoffReport.ts';
import { attempt } from '../../app/errorText.ts';
import { whenWorkspaceCloses } from '../../client/changes.ts';
import { client, pickSources } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { saveFile } from '../../client/saveFile.ts';
import { showToast } from '../../ui/toasts.ts';
import { loadExchange, useExchange } from './exchangeStore.ts';

/** Whose fingerprint is being compared; null while nobody's is. */
export const usePeople = create<{ readonly asking: Sender | null }>()(() => ({ asking: null }));

whenWorkspaceCloses(closeTrust);

/** Asks for a contact file and shows whose it is. */
export function pickContact(): void {
  attempt(async () => {
    const [source] = await pickSources('files');
    if (source !== undefined) await openContact(source);
  });
}

/** Shows whose contact file it is, and asks whether to trust them where they are not known. */
export async function openContact(source: string): Promise<void> {
  const sender = await client('handoff.readContact', { source });
  if (sender.status === 'own') showToast({ message: (text) => text.exchange.trust.own });
  else if (sender.status === 'trusted')
    showToast({
      message: ({ exchange: { person, trust } }) => trust.already(person(sender.person)),
    });
  else askTrust(sender);
}

export function askTrust(sender: Sender): void {
  usePeople.setState({ asking: sender });
}

export function closeTrust(): void {
  usePeople.setState({ asking: null });
}

/** Trusts whoever was compared; the fingerprint is the one that stood on the screen. */
export async function trustSender({ contact, fingerprint, person }: Sender): Promise<void> {
  await client('handoff.trust', {
    commandId: newCommandId(),
    contact,
    fingerprint: fingerprint.digits,
  });
  closeTrust();
  showToast({
    tone: 'success',
    message: ({ exchange }) => exchange.trust.trusted(exchange.person(person)),
  });
  await loadExchange();
}

export async function revokeContact({ key, person }: ContactEntry): Promise<void> {
  await client('handoff.revoke', { commandId: newCommandId(), key });
  showToast({ message: ({ exchange }) => exchange.people.revoked(exchange.person(person)) });
  await loadExchange();
}

export function saveContactFile(): void {
  const identity = useExchange.getState().value?.identity;
  if (!identity) return;
  saveFile(new TextEncoder().encode(identity.contactFile), identity.fileName, 'application/json');
}

export function copyFingerprint(): void {
  const identity = useExchange.getState().value?.identity;
  if (!identity) return;
  const { digits, chinese } = identity.fingerprint;
  attempt(async () => {
    await navigator.clipboard.writeText(`${identity.contact.person}\n${digits}\n${chinese}\n`);
    showToast({ tone: 'success', message: (text) => text.exchange.people.copied });
  });
}
