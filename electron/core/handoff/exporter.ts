import { AppError } from '#shared/contract/errors.ts';
import { meetVectors, type Vector } from '#shared/domain/changes/causality.ts';
import type { Contact } from '#shared/domain/handoff/handoff.ts';
import type { KeptContact, KeptIdentity } from '../repo/contactTable.ts';
import type { ExchangeSession } from './exchangeTables.ts';
import { readPackage } from './packageRead.ts';
import { type WrittenPackage, writePackage } from './packageWrite.ts';

export interface PackageOrder {
  readonly packageId: string;
  /** Null hands over every project. */
  readonly projectIds: readonly string[] | null;
  readonly recipients: readonly KeptContact[];
  /** Only what the recipients have not said they have. */
  readonly isSince: boolean;
  readonly hint: string | null;
}

export function ownContact(session: ExchangeSession, identity: KeptIdentity): Contact {
  return {
    device: session.deviceId,
    person: session.person().slice(0, 200),
    key: identity.publicKey,
    recipient: identity.ageRecipient,
  };
}

/** Builds a package and reads it back before anybody sees it. Errors: `handoff-empty`, `not-found`. */
export function buildPackage(
  session: ExchangeSession,
  identity: KeptIdentity,
  order: PackageOrder,
): WrittenPackage {
  const known = new Set(session.exchange.scopes.projects());
  const ids = order.projectIds ?? session.projects.list().map((project) => project.id);
  if (ids.length === 0) throw new AppError('handoff-empty');
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw new AppError('not-found', { kind: 'project', id: unknown });
  const written = writePackage(session.exchange, session.contents, {
    id: order.packageId,
    createdAt: session.now(),
    sender: ownContact(session, identity),
    identity,
    ownSeq: session.changes.ownSeq,
    hint: order.hint,
    projects: [...new Set(ids)].map((id) => {
      const project = session.projects.get(id);
      const from = order.isSince ? knownToAll(session, order.recipients, id) : {};
      return { id, name: project?.name ?? '', checklists: project?.checklists ?? {}, from };
    }),
  });
  readPackage(written.bytes, order.hint);
  return written;
}

/** What every recipient (without any: every trusted colleague) said to have of a project. */
function knownToAll(
  session: ExchangeSession,
  recipients: readonly KeptContact[],
  projectId: string,
): Vector {
  const { contacts } = session.exchange;
  const readers =
    recipients.length > 0 ? recipients : contacts.all().filter((one) => one.revokedAt === null);
  const [first, ...rest] = readers.map((one) => contacts.vector(one.device, projectId));
  return rest.reduce((all, one) => meetVectors(all, one), first ?? {});
}
