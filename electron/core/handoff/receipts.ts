import { missingFrom } from '#shared/domain/changes/causality.ts';
import { decodeHlc } from '#shared/domain/changes/hlc.ts';
import type { HandoffLogEntry, Receipt } from '#shared/domain/handoff/handoffReport.ts';
import type { KeptContact } from '../repo/contactTable.ts';
import { ReceiptTable } from '../repo/receiptTable.ts';
import type { ExchangeSession } from './exchangeTables.ts';

/**
 * Up to where each colleague has read this desk's changes, per project, as their own packages said. Colleagues who have
 * neither said anything of a project nor been sent it are left out.
 */
export function receiptsOf(session: ExchangeSession): Receipt[] {
  const { contacts, handoffs } = session.exchange;
  const table = new ReceiptTable(session.records);
  const sent = handoffs.all().filter((entry) => entry.direction === 'sent');
  const wasSent = (device: string, projectId: string): boolean =>
    sent.some(
      (entry) =>
        entry.recipients.includes(device) && entry.projects.some(({ id }) => id === projectId),
    );
  const people = contacts.all().filter((one) => one.revokedAt === null);
  return session.projects.list().flatMap(({ id, name }) =>
    people.flatMap((one): Receipt[] => {
      const said = contacts.said(one.device, id);
      if (!said && !wasSent(one.device, id)) return [];
      const seen = said?.vector[session.deviceId] ?? 0;
      const { total, read, last } = table.count(id, session.deviceId, seen);
      const { device, person } = one;
      return [
        {
          projectId: id,
          name,
          device,
          person,
          saidAt: said?.at ?? null,
          readUpTo: last === null ? null : timeOf(last),
          read,
          unseen: total - read,
        },
      ];
    }),
  );
}

function timeOf(stamp: string): string | null {
  const millis = decodeHlc(stamp)?.millis;
  return millis === undefined ? null : new Date(millis).toISOString();
}

/** The log of packages with who is known to have each sent one: whose own packages say that they have all of it. */
export function logWithReaders({ exchange }: ExchangeSession): HandoffLogEntry[] {
  const people = exchange.contacts.all();
  const hasAll = (one: KeptContact, entry: HandoffLogEntry): boolean =>
    entry.projects.every(
      ({ id, to }) => missingFrom(exchange.contacts.vector(one.device, id), to).length === 0,
    );
  return exchange.handoffs.all().map((entry) => {
    if (entry.direction === 'received') return entry;
    const { recipients } = entry;
    // Without named recipients anybody may have got it.
    const asked = people.filter(
      (one) => recipients.length === 0 || recipients.includes(one.device),
    );
    return {
      ...entry,
      readBy: asked.filter((one) => hasAll(one, entry)).map((one) => one.person),
    };
  });
}
