import type { ParsedInput } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { missingFrom } from '#shared/domain/changes/causality.ts';
import { fileNamePart } from '#shared/domain/handoff/fileName.ts';
import type { HandoffIdentity, Sender, WaitingPart } from '#shared/domain/handoff/handoffReport.ts';
import type { Desk } from '../desk.ts';
import {
  readContactFile,
  senderOf,
  toContactEntry,
  writeContactFile,
} from '../handoff/contacts.ts';
import { ownContact } from '../handoff/exporter.ts';
import { takeBack } from '../handoff/handOver.ts';
import { fingerprint } from '../handoff/identity.ts';
import { knownOf } from '../handoff/importPlan.ts';
import { undoImport } from '../handoff/importUndo.ts';
import { readSignedManifest } from '../handoff/packageRead.ts';
import { logWithReaders, receiptsOf } from '../handoff/receipts.ts';
import { describeConflict, resolveConflict } from '../handoff/resolve.ts';
import { unsealPackage } from '../handoff/sealing.ts';
import type { Session } from '../session.ts';
import { identityOf } from './deskKeys.ts';
import { exportHandler } from './handoffExport.ts';
import { importHandlers } from './handoffImport.ts';
import { lockedTextHandlers } from './lockedTexts.ts';
import { requireProject } from './projects.ts';
import { RecordNames } from './recordNames.ts';
import { readSourceFile } from './sourceFile.ts';
import { requireStillOpen } from './stillOpen.ts';

type HandoffChannel = Extract<keyof Handlers, `handoff.${string}`>;

/** Handing work to a colleague and taking it from one: people and keys, packages, disagreements. */
export function handoffHandlers(desk: Desk): Pick<Handlers, HandoffChannel> {
  return {
    ...peopleHandlers(desk),
    ...exportHandler(desk),
    ...importHandlers(desk),
    ...lockedTextHandlers(desk),
    'handoff.conflicts': ({ projectId }) => {
      const session = desk.session();
      const { exchange, deviceId } = session;
      const names = new RecordNames(desk, session);
      return exchange.conflicts
        .all()
        .filter((kept) => projectId === null || kept.projectId === projectId)
        .map((kept) => ({
          ...describeConflict(exchange, kept, deviceId),
          name: names.nameOf(kept.entity, kept.entityId),
        }));
    },
    'handoff.resolve': (input) => resolve(desk, input),
    'handoff.undo': ({ commandId }) => {
      const session = desk.session();
      const { changes, exchange } = session;
      const actor = session.person();
      const undone = undoImport(changes, exchange, { id: commandId, actor, at: session.now() });
      const rows = changes.table.ofCommand(commandId);
      desk.changed([...new Set(rows.map((row) => row.entity))], []);
      return undone;
    },
    'handoff.waiting': () => waitingParts(desk.session()),
    'handoff.log': () => logWithReaders(desk.session()),
    'handoff.receipts': () => receiptsOf(desk.session()),
    'handoff.markSent': ({ number }) => {
      const session = desk.session();
      const isThere = session.exchange.handoffs.setSent(number, session.now());
      const entry = logWithReaders(session).find((one) => one.number === number);
      if (!isThere || !entry) throw new AppError('not-found', { kind: 'handoff', id: number });
      return entry;
    },
    'handoff.takeBack': ({ commandId, projectId }) => {
      const session = desk.session();
      requireProject(session, projectId);
      const holding = takeBack(session, projectId, commandId);
      desk.changed(['project'], [projectId]);
      return holding;
    },
  };
}

type PeopleChannel = `handoff.${'identity' | 'contacts' | 'readContact' | 'trust' | 'revoke'}`;

function peopleHandlers(desk: Desk): Pick<Handlers, PeopleChannel> {
  return {
    'handoff.identity': () => identity(desk),
    'handoff.contacts': () => desk.session().exchange.contacts.all().map(toContactEntry),
    'handoff.readContact': ({ source }) => readContact(desk, source),
    'handoff.trust': ({ contact, fingerprint: compared }) => {
      const session = desk.session();
      const { contacts } = session.exchange;
      const own = fingerprint(contact).digits;
      if (own.replaceAll(' ', '') !== compared.replaceAll(' ', '')) {
        throw new AppError('handoff-fingerprint', { fingerprint: own });
      }
      const known = contacts.byKey(contact.key);
      // A key stays with the device it was trusted for; another device makes keys of its own.
      if (known && known.device !== contact.device) {
        throw new AppError('handoff-contact-damaged', { file: contact.person });
      }
      contacts.trust(contact, session.now());
      const kept = contacts.byKey(contact.key);
      if (!kept) throw new Error('a contact just kept is not there');
      return toContactEntry(kept);
    },
    'handoff.revoke': ({ key }) => {
      const session = desk.session();
      const { contacts } = session.exchange;
      if (!contacts.byKey(key)) throw new AppError('not-found', { kind: 'contact', id: key });
      contacts.revoke(key, session.now());
      return contacts.all().map(toContactEntry);
    },
  };
}

async function identity(desk: Desk): Promise<HandoffIdentity> {
  const session = desk.session();
  const keys = await identityOf(desk, session);
  requireStillOpen(desk, session);
  const contact = ownContact(session, keys);
  return {
    contact,
    fingerprint: fingerprint(contact),
    contactFile: Buffer.from(writeContactFile(contact, keys)).toString('utf8'),
    fileName: `${fileNamePart(contact.person)}.counsel-contact`,
  };
}

/** A contact file, or the sender of a package that anybody can open. */
async function readContact(desk: Desk, token: string): Promise<Sender> {
  const session = desk.session();
  const file = await readSourceFile(desk, token);
  requireStillOpen(desk, session);
  await identityOf(desk, session);
  requireStillOpen(desk, session);
  const isJson = file.bytes[0] === 0x7b;
  const { contacts } = session.exchange;
  if (isJson) return senderOf(contacts, readContactFile(file.bytes, file.name), session.deviceId);
  const ageIdentity = contacts.identity()?.ageIdentity ?? null;
  const { bytes } = await unsealPackage(file.bytes, ageIdentity, null);
  requireStillOpen(desk, session);
  return senderOf(contacts, readSignedManifest(bytes).sender, session.deviceId);
}

function resolve(desk: Desk, input: ParsedInput<'handoff.resolve'>): Record<string, never> {
  const session = desk.session();
  const { exchange, changes } = session;
  if (changes.table.command(input.commandId)) return {};
  const { entity, entityId, field, choice } = input;
  const kept = exchange.conflicts.get(entity, entityId, field);
  if (!kept) throw new AppError('not-found', { kind: 'conflict', id: entityId });
  const command = { id: input.commandId, actor: session.person() };
  resolveConflict(changes, exchange, kept, choice, command);
  desk.changed([entity], [kept.projectId]);
  return {};
}

function waitingParts(session: Session): WaitingPart[] {
  const tables = session.exchange;
  const own = { id: session.deviceId, seq: session.changes.ownSeq };
  return tables.parked.all().map(({ number, projectId, name, from, devices }) => ({
    projectId,
    name,
    changes: tables.parked.count(number),
    gaps: missingFrom(knownOf(tables, own, projectId), from).map((gap) => ({
      ...gap,
      projectId,
      person: devices[gap.device] ?? '',
    })),
  }));
}
