import type { Desk } from '../desk.ts';
import { ownIdentity } from '../handoff/identity.ts';
import type { KeptIdentity } from '../repo/contactTable.ts';
import type { Session } from '../session.ts';
import { requireStillOpen } from './stillOpen.ts';

/** This desk's keys. Errors: `workspace-locked` where it was closed while they were made. */
export function identityOf(desk: Desk, session: Session): Promise<KeptIdentity> {
  return ownIdentity(session.exchange.contacts, desk.ports.randomBytes, session.now(), () => {
    requireStillOpen(desk, session);
  });
}
