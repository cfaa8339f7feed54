import { z } from 'zod';
import { Contact } from '../../domain/handoff/handoff.ts';
import {
  Conflict,
  ConflictChoice,
  ContactEntry,
  HandoffExport,
  HandoffIdentity,
  HandoffImport,
  HandoffLogEntry,
  HandoffUndo,
  OpenedHandoff,
  ReadText,
  Receipt,
  Sender,
  UnfinishedHandOver,
  WaitingPart,
} from '../../domain/handoff/handoffReport.ts';
import { ProjectHolding } from '../../domain/review/project.ts';
import { Id, Nothing, command, commandId, job, query } from '../kinds.ts';

/** Exchange between desks. */
export const handoffChannels = {
  /** This desk's keys, made at first need, and the contact file to give to colleagues. */
  'handoff.identity': query(Nothing, HandoffIdentity),
  'handoff.contacts': query(Nothing, z.array(ContactEntry)),
  /** Whose contact file or package it is, and whether this desk trusts them; trusts nobody. */
  'handoff.readContact': query(z.strictObject({ source: z.string() }), Sender),
  /** `fingerprint` is what the two people compared: the digits of the contact's own. */
  'handoff.trust': command(
    z.strictObject({ commandId, contact: Contact, fingerprint: z.string().max(100) }),
    ContactEntry,
  ),
  'handoff.revoke': command(z.strictObject({ commandId, key: z.string() }), z.array(ContactEntry)),
  /**
   * Builds the package in memory; its bytes are fetched once by `fileId`. Neither recipients nor passphrase: not encrypted.
   * Asked again with the same `commandId` it answers as it did, and goes on with a hand-over that ended before its package
   * was there. Errors: `handoff-gone` where those bytes are held no more, `cancelled` where it was cancelled.
   */
  'handoff.export': job(
    z.strictObject({
      commandId,
      jobId: Id,
      /** Null hands over every project. */
      projects: z.array(Id).min(1).max(5000).nullable(),
      /** Names, devices or fingerprints of trusted contacts. */
      to: z.array(z.string().min(1).max(200)).max(100),
      passphrase: z.string().max(1000).nullable(),
      hint: z.string().trim().min(1).max(200).nullable(),
      /** `auto`: only what the recipients have not said they have. */
      since: z.literal('auto').nullable(),
      /** The trusted contact who holds the projects from now on; must be the one recipient. */
      handOver: z.string().min(1).max(200).nullable().default(null),
    }),
    HandoffExport,
  ),
  /** Hand-overs whose package was never there or was lost before it was fetched: to be sealed again or taken back. */
  'handoff.unfinished': query(Nothing, z.array(UnfinishedHandOver)),
  /** Makes this desk the owner: after handing a project over, or in place of a colleague. */
  'handoff.takeBack': command(z.strictObject({ commandId, projectId: Id }), ProjectHolding),
  /** Says that a package that was built has been sent. */
  'handoff.markSent': command(
    z.strictObject({ commandId, number: z.number().int().positive() }),
    HandoffLogEntry,
  ),
  /** Opens a package and says what it would do; nothing is changed. */
  'handoff.preview': query(
    z.strictObject({ source: z.string(), passphrase: z.string().max(1000).nullable() }),
    OpenedHandoff,
  ),
  'handoff.import': job(
    z.strictObject({
      commandId,
      jobId: Id,
      openId: Id,
      /** For what nobody chose; `ask` leaves it open. */
      rule: z.enum(['ask', 'mine', 'theirs', 'newer']),
      /** What was chosen in the preview, applied with the import or not at all. */
      choices: z.array(ConflictChoice).max(10_000).default([]),
    }),
    HandoffImport,
  ),
  /** Reads the texts of documents that are here without one, after an import that was cut short. */
  'handoff.readTexts': job(z.strictObject({ jobId: Id }), z.array(ReadText)),
  /** Documents of a project whose text is not here, and why: nothing in them can be read or searched. */
  'handoff.unreadTexts': query(
    z.strictObject({ projectId: Id }),
    z.array(
      z.strictObject({
        versionId: z.string(),
        title: z.string(),
        versionNumber: z.number().int(),
        fileName: z.string(),
        /** `password`: somebody has to give it · `missing`: the bytes are not here · `waiting`: not tried yet. */
        reason: z.enum(['password', 'missing', 'failed', 'waiting']),
      }),
    ),
  ),
  /** Reads the text of such a one. Errors: `wrong-password`, `not-found` where its bytes are not here, those of reading. */
  'handoff.openText': job(
    z.strictObject({ jobId: Id, versionId: Id, password: z.string().min(1).max(500) }),
    z.strictObject({
      versionId: z.string(),
      /** Evidence of the project whose quote does not stand at its place in the text as read here. */
      movedQuotes: z.array(z.string()),
    }),
  ),
  /** `projectId` null: of every project. */
  'handoff.conflicts': query(z.strictObject({ projectId: Id.nullable() }), z.array(Conflict)),
  'handoff.resolve': command(ConflictChoice.extend({ commandId }), Nothing),
  /** Takes the last import back. */
  'handoff.undo': command(z.strictObject({ commandId }), HandoffUndo),
  'handoff.waiting': query(Nothing, z.array(WaitingPart)),
  'handoff.log': query(Nothing, z.array(HandoffLogEntry)),
  /** Up to where each colleague has read each project. */
  'handoff.receipts': query(Nothing, z.array(Receipt)),
} as const;
