import type { ParsedInput } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { fileNamePart } from '#shared/domain/handoff/fileName.ts';
import type { HandoffExport } from '#shared/domain/handoff/handoffReport.ts';
import { checkPassphrase } from '../db/key.ts';
import type { Desk } from '../desk.ts';
import { requireRecipient } from '../handoff/contacts.ts';
import { buildPackage } from '../handoff/exporter.ts';
import { handedOverBy, handOver, takeBack } from '../handoff/handOver.ts';
import { holdsFinished, joinExport, keepFinished } from '../handoff/handoffDesk.ts';
import type { WrittenPackage } from '../handoff/packageWrite.ts';
import { type Seal, sealPackage } from '../handoff/sealing.ts';
import { unfinishedHandOvers } from '../handoff/unfinished.ts';
import type { Job } from '../jobs/jobRegistry.ts';
import type { ContactTable, KeptContact } from '../repo/contactTable.ts';
import { sha256Hex } from '../repo/contentStore.ts';
import type { Session } from '../session.ts';
import { identityOf } from './deskKeys.ts';
import { requireStillOpen } from './stillOpen.ts';

/** Opaque: no program but ours (and `age`) opens it by itself. */
const mediaType = 'application/octet-stream';

type Order = ParsedInput<'handoff.export'>;

export function exportHandler(desk: Desk): Pick<Handlers, 'handoff.export' | 'handoff.unfinished'> {
  return {
    'handoff.export': (input) => {
      const session = desk.session();
      return joinExport(session, input.commandId, () =>
        desk.jobs.run(
          input.jobId,
          async (job) => earlierAnswer(session, input.commandId) ?? build(desk, input, job),
        ),
      );
    },
    'handoff.unfinished': () => unfinishedHandOvers(desk.session()),
  };
}

/** What the command answered before, as long as its package can still be fetched. Errors: `handoff-gone`. */
function earlierAnswer(session: Session, commandId: string): HandoffExport | null {
  const { handoffs } = session.exchange;
  const entry = handoffs.ofCommand(commandId);
  if (!entry) return null;
  const built = handoffs.built(entry.number);
  if (built && holdsFinished(session, built.answer.fileId)) return built.answer;
  throw new AppError('handoff-gone', { file: entry.fileName, at: entry.at });
}

async function build(desk: Desk, input: Order, job: Job): Promise<HandoffExport> {
  const session = desk.session();
  const { contacts } = session.exchange;
  const named = input.to.map((name) => requireRecipient(contacts, name));
  const newOwner = newOwnerOf(contacts, input, named);
  const recipients = newOwner ? [newOwner] : named;
  const identity = await identityOf(desk, session);
  requireStillOpen(desk, session);
  const seal = sealOf(desk, input, recipients);
  job.report(0, 3, '');
  // The package tells of the change of hands, so both are made together or not at all.
  const written = session.changes.transaction(() => {
    if (newOwner) handOver(session, input.projects ?? [], newOwner, input.commandId);
    return buildPackage(session, identity, {
      packageId: session.newId(),
      projectIds: input.projects,
      recipients,
      isSince: input.since === 'auto',
      hint: seal.kind === 'none' ? null : input.hint,
    });
  });
  if (newOwner) desk.changed(['project'], input.projects ?? []);
  job.report(1, 3, '');
  try {
    const { bytes: plain, manifest } = written;
    const bytes = await sealPackage(plain, seal, manifest.hint, job.signal);
    // Sealing waits: the workspace may have been locked, or the job cancelled, meanwhile.
    requireStillOpen(desk, session);
    if (job.signal.aborted) throw new AppError('cancelled');
    const isEncrypted = seal.kind !== 'none';
    const order = { commandId: input.commandId, recipients, newOwner, isEncrypted };
    const result = finish(session, order, written, bytes);
    job.report(3, 3, '');
    return result;
  } catch (error) {
    if (newOwner) keepHere(desk, session, input, newOwner.device);
    throw error;
  }
}

/** A package that was never finished hands nothing over. Where the workspace was locked meanwhile, the button does it. */
function keepHere(
  desk: Desk,
  session: Session,
  { projects, commandId }: Order,
  newOwner: string,
): void {
  if (!desk.hasSession() || desk.session() !== session) return;
  for (const id of handedOverBy(session, projects ?? [], commandId)) {
    // One may have been taken back by hand meanwhile.
    const { owner } = session.changes.ownership.holding(id);
    if (owner?.device === newOwner) takeBack(session, id, `${commandId}/kept/${id}`);
  }
  desk.changed(['project'], projects ?? []);
}

/** Errors: `handoff-new-owner` where it is not one trusted contact, alone, for chosen projects. */
function newOwnerOf(
  contacts: ContactTable,
  { handOver: name, projects, passphrase }: Order,
  named: readonly KeptContact[],
): KeptContact | null {
  if (name === null) return null;
  const owner = requireRecipient(contacts, name);
  const isAlone = named.every((one) => one.key === owner.key);
  if (projects === null || passphrase !== null || !isAlone) throw new AppError('handoff-new-owner');
  return owner;
}

function sealOf(desk: Desk, input: Order, recipients: readonly KeptContact[]): Seal {
  const { passphrase } = input;
  if (recipients.length > 0 && passphrase !== null) {
    throw new AppError('bad-input', { channel: 'handoff.export', detail: 'to, passphrase' });
  }
  if (recipients.length > 0) {
    // The sender is one of the readers, so that a sent file can be looked into again.
    const own = desk.session().exchange.contacts.identity();
    const keys = [...recipients.map((one) => one.recipient), ...(own ? [own.ageRecipient] : [])];
    return { kind: 'recipients', recipients: [...new Set(keys)] };
  }
  if (passphrase === null) return { kind: 'none' };
  checkPassphrase(passphrase);
  return { kind: 'passphrase', passphrase, scryptLogN: desk.ports.scryptLogN };
}

interface FinishedOrder {
  readonly commandId: string;
  readonly recipients: readonly KeptContact[];
  readonly newOwner: KeptContact | null;
  readonly isEncrypted: boolean;
}

function finish(
  session: Session,
  { commandId, recipients, newOwner, isEncrypted }: FinishedOrder,
  { manifest, missing, contentBytes }: WrittenPackage,
  bytes: Uint8Array,
): HandoffExport {
  const fileName = fileNameOf(
    manifest.projects.map((one) => one.name),
    manifest.createdAt,
  );
  const projects = manifest.projects.map(({ id, name, from, to }) => ({ id, name, from, to }));
  const { handoffs } = session.exchange;
  const number = handoffs.add({
    direction: 'sent',
    at: manifest.createdAt,
    packageId: manifest.id,
    fileName,
    people: recipients.map((one) => one.person),
    projects: projects.map(({ id, name, to }) => ({ id, name, to })),
    changes: manifest.counts.changes,
    commandId,
    recipients: recipients.map((one) => one.device),
    newOwner: newOwner?.person ?? null,
  });
  keepFinished(session, manifest.id, { bytes, mediaType, fileName });
  const answer: HandoffExport = {
    fileId: manifest.id,
    fileName,
    sizeBytes: bytes.length,
    sha256: sha256Hex(bytes),
    packageId: manifest.id,
    counts: { ...manifest.counts, contentBytes },
    projects,
    missingContents: missing.length,
    isEncrypted,
    newOwner: newOwner?.person ?? null,
  };
  handoffs.setBuilt(number, { answer, fetchedAt: null });
  return answer;
}

function fileNameOf(names: readonly string[], createdAt: string): string {
  const [first = ''] = names;
  const stamp = createdAt.slice(0, 16).replaceAll(/[-:]/gu, '').replace('T', '-');
  const more = names.length > 1 ? `等${names.length}个项目` : '';
  return `${fileNamePart(first)}${more} 交接包 ${stamp}.counsel-handoff`;
}
