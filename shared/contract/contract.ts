import { z } from 'zod';
import { Anchor, TextPoint } from '../domain/anchor.ts';
import {
  Assessment,
  Evidence,
  Finding,
  HistoryEntry,
  PinnedCitation,
} from '../domain/assessment.ts';
import {
  Checklist,
  ChecklistItem,
  DocTypeCode,
  Trait,
  TraitAnswers,
} from '../domain/checklistItem.ts';
import { ProjectDocument } from '../domain/document.ts';
import { Contact } from '../domain/handoff.ts';
import {
  Conflict,
  ContactEntry,
  HandoffExport,
  HandoffIdentity,
  HandoffImport,
  HandoffLogEntry,
  HandoffUndo,
  OpenedHandoff,
  ReadText,
  Sender,
  WaitingPart,
} from '../domain/handoffReport.ts';
import { Memo, MemoCheck, MemoModel } from '../domain/memo.ts';
import { Project, ProjectFields, ProjectSummary } from '../domain/project.ts';
import {
  RecognitionAction,
  RecognitionModel,
  RecognitionStatus,
} from '../domain/recognitionStatus.ts';
import { BlockText, DocumentKind, ExtractWarning, PageText } from '../domain/text.ts';
import {
  CatalogueEntry,
  CitationReport,
  ParsedCitation,
  ShownArticle,
  StatuteComparison,
  StatuteEntry,
  StatuteImpact,
  StatuteLine,
  StatuteReading,
} from '../domain/statuteReport.ts';
import { FindingStatus, Severity, Stance, Verdict } from '../domain/verdict.ts';
import { Failure } from './errors.ts';

const Id = z.string().min(1).max(200);
/** Chosen by the client: a retry with the same id changes nothing and returns the first answer. */
const commandId = Id;
const Nothing = z.strictObject({});
const LongText = z.string().max(20_000);

export const WorkspaceStatus = z.strictObject({
  state: z.enum(['none', 'locked', 'open']),
  name: z.string(),
  isEncrypted: z.boolean(),
  /** The person at this desk; empty until the workspace is open. */
  person: z.string(),
  /** The law firm that signs memos; empty while not given. */
  firm: z.string(),
  /** Folder of the workspace, so that the lawyer knows where the data lives. */
  folder: z.string(),
  idleLockMinutes: z.number().int(),
});
export type WorkspaceStatus = z.infer<typeof WorkspaceStatus>;

export const WorkspaceInfo = WorkspaceStatus.extend({
  deviceId: z.string(),
  schemaVersion: z.number().int(),
  counts: z.strictObject({
    projects: z.number().int(),
    documents: z.number().int(),
    versions: z.number().int(),
    assessments: z.number().int(),
    evidence: z.number().int(),
    findings: z.number().int(),
    memos: z.number().int(),
    changes: z.number().int(),
  }),
  sizeBytes: z.number().int(),
});
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>;

export const VerifyReport = z.strictObject({
  ok: z.boolean(),
  problems: z.array(
    z.strictObject({ part: z.enum(['records', 'documents', 'history']), detail: z.string() }),
  ),
});
export type VerifyReport = z.infer<typeof VerifyReport>;

/** Password of a file; PDF allows 127 bytes. */
const Password = z.string().min(1).max(500);

/** One file of an intake; `path` is as the lawyer handed it in (folder and zip members with their inner path). */
export const IntakeLine = z.strictObject({
  path: z.string(),
  status: z.enum(['added', 'duplicate', 'refused']),
  documentId: z.string().nullable(),
  versionId: z.string().nullable(),
  pages: z.number().int().nullable(),
  characters: z.number().int(),
  warnings: z.array(ExtractWarning),
  error: Failure.nullable(),
  /** Stands for a refused file that a password would open, for `document.retry`; valid until the workspace is locked. */
  retry: z.string().optional(),
});
export type IntakeLine = z.infer<typeof IntakeLine>;

/** Whether an item applies: `yes`, or `undetermined` while a trait it hangs on is unknown. */
export const Applicability = z.enum(['yes', 'undetermined']);
export type Applicability = z.infer<typeof Applicability>;

/** Why an item applies: the traits whose answers decide it, in the order of its condition; empty means always. */
export const Why = z.strictObject({
  applies: Applicability,
  traits: z.array(
    z.strictObject({ id: z.string(), answer: z.boolean().nullable(), needed: z.boolean() }),
  ),
});
export type Why = z.infer<typeof Why>;

/** A row of the review screen's left column. */
export const ReviewRow = z.strictObject({
  itemId: z.string(),
  number: z.string(),
  checklist: z.string(),
  title: z.string(),
  question: z.string(),
  severity: Severity,
  needsConfirmation: z.boolean(),
  why: Why,
  verdict: Verdict,
  hasNote: z.boolean(),
  evidence: z.number().int(),
  findings: z.number().int(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

/** Everything the item card shows. */
export const ReviewItem = z.strictObject({
  item: ChecklistItem,
  why: Why,
  assessment: Assessment,
  evidence: z.array(Evidence),
  findings: z.array(Finding),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

/** A highlight in a document version: the evidence of any item of the project that points there. */
export const DocumentMark = z.strictObject({
  evidenceId: z.string(),
  itemId: z.string(),
  itemNumber: z.string(),
  stance: Stance,
  anchor: Anchor,
});
export type DocumentMark = z.infer<typeof DocumentMark>;

export const TraitSuggestion = z.strictObject({
  traitId: z.string(),
  strength: z.enum(['strong', 'weak']),
  terms: z.array(z.string()),
  passages: z.array(
    z.strictObject({
      versionId: z.string(),
      documentTitle: z.string(),
      page: z.number().int().nullable(),
      blockPath: z.string().nullable(),
      quote: z.string(),
      term: z.string(),
    }),
  ),
});
export type TraitSuggestion = z.infer<typeof TraitSuggestion>;

export const TraitReport = z.strictObject({
  traits: TraitAnswers,
  suggestions: z.array(TraitSuggestion),
  searched: z.strictObject({
    documents: z.number().int(),
    parts: z.number().int(),
    /** Places that could not be searched, by document. */
    unsearchable: z.array(
      z.strictObject({ documentTitle: z.string(), where: z.array(z.string()) }),
    ),
  }),
});
export type TraitReport = z.infer<typeof TraitReport>;

export const VersionText = z.strictObject({
  versionId: z.string(),
  kind: DocumentKind,
  pages: z.array(PageText),
  blocks: z.array(BlockText),
  warnings: z.array(ExtractWarning),
});
export type VersionText = z.infer<typeof VersionText>;

export const UndoState = z.strictObject({
  undo: z.strictObject({ command: z.string(), at: z.string() }).nullable(),
  redo: z.strictObject({ command: z.string(), at: z.string() }).nullable(),
});
export type UndoState = z.infer<typeof UndoState>;

const AssessmentPatch = z
  .strictObject({ verdict: Verdict, note: LongText })
  .partial()
  .refine((p) => Object.keys(p).length > 0);
const FindingPatch = z
  .strictObject({
    severity: Severity,
    problem: LongText,
    citations: z.array(PinnedCitation),
    recommendation: LongText,
    clause: LongText,
    status: FindingStatus,
  })
  .partial()
  .refine((p) => Object.keys(p).length > 0);

type Kind = 'query' | 'command' | 'job';
const channel = <K extends Kind, I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  input: I,
  output: O,
) => ({
  kind,
  input,
  output,
});
const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  channel('query', input, output);
const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  channel('command', input, output);
const job = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  channel('job', input, output);

/**
 * The one contract between core and everything that uses it. A query is safe to repeat; a command writes once for each
 * `commandId`; a job reports progress under its `jobId` and can be cancelled.
 */
export const contract = {
  'workspace.status': query(Nothing, WorkspaceStatus),
  'workspace.create': command(
    z.strictObject({
      name: z.string().trim().min(1).max(100),
      person: z.string().trim().min(1).max(100),
      /** Null makes a workspace without encryption. */
      passphrase: z.string().max(1000).nullable(),
    }),
    z.strictObject({
      status: WorkspaceStatus,
      deviceId: z.string(),
      recoveryKey: z.string().nullable(),
    }),
  ),
  'workspace.unlock': command(
    z.strictObject({ kind: z.enum(['passphrase', 'recovery']), secret: z.string().max(1000) }),
    WorkspaceStatus,
  ),
  'workspace.lock': command(Nothing, WorkspaceStatus),
  'workspace.touch': query(Nothing, Nothing),
  /** `current` is the passphrase, or the recovery key when the passphrase was forgotten. */
  'workspace.changePassphrase': command(
    z.strictObject({
      kind: z.enum(['passphrase', 'recovery']),
      current: z.string().max(1000),
      next: z.string().max(1000),
    }),
    Nothing,
  ),
  'workspace.setIdleLock': command(
    z.strictObject({ commandId, minutes: z.number().int().min(1).max(480) }),
    WorkspaceStatus,
  ),
  'workspace.setPerson': command(
    z.strictObject({
      commandId,
      person: z.string().trim().min(1).max(100),
      firm: z.string().trim().max(100).optional(),
    }),
    WorkspaceStatus,
  ),
  'workspace.info': query(Nothing, WorkspaceInfo),
  'workspace.verify': query(Nothing, VerifyReport),

  'project.list': query(Nothing, z.array(ProjectSummary)),
  'project.show': query(
    z.strictObject({ projectId: Id }),
    ProjectSummary.extend({ traits: TraitAnswers }),
  ),
  'project.create': command(
    z.strictObject({ commandId, fields: ProjectFields, traits: TraitAnswers }),
    Project,
  ),
  'project.update': command(
    z.strictObject({ commandId, projectId: Id, patch: ProjectFields.partial() }),
    Project,
  ),
  'project.remove': command(z.strictObject({ commandId, projectId: Id }), Nothing),
  /** `null` takes an answer back to unknown. Answering a trait true also answers what it implies, where unknown. */
  'project.answerTraits': command(
    z.strictObject({
      commandId,
      projectId: Id,
      answers: z.record(z.string(), z.boolean().nullable()),
    }),
    TraitAnswers,
  ),
  'project.suggestTraits': query(z.strictObject({ projectId: Id }), TraitReport),
  'project.openSample': job(
    z.strictObject({ commandId, jobId: Id }),
    z.strictObject({ projectId: z.string(), files: z.array(IntakeLine) }),
  ),

  'document.list': query(z.strictObject({ projectId: Id }), z.array(ProjectDocument)),
  /** `sources` are one-time tokens that the host handed out for files, folders or uploads; never paths. */
  'document.intake': job(
    z.strictObject({
      commandId,
      jobId: Id,
      projectId: Id,
      sources: z.array(z.string()).min(1).max(5000),
      type: DocTypeCode.nullable(),
      supersedes: Id.nullable(),
      /** Tried in turn on every encrypted PDF. */
      passwords: z.array(Password).max(20).optional(),
    }),
    z.strictObject({ files: z.array(IntakeLine) }),
  ),
  /** Takes in a file that was refused for its password. Errors: `source-unknown`. */
  'document.retry': job(
    z.strictObject({ commandId, jobId: Id, token: z.string(), password: Password }),
    z.strictObject({ files: z.array(IntakeLine) }),
  ),
  /** The password that opened an encrypted PDF, for the reader on screen; null for all others. */
  'document.password': query(
    z.strictObject({ versionId: Id }),
    z.strictObject({ password: z.string().nullable() }),
  ),
  'document.setType': command(
    z.strictObject({ commandId, documentId: Id, type: DocTypeCode.nullable() }),
    ProjectDocument,
  ),
  'document.rename': command(
    z.strictObject({ commandId, documentId: Id, title: z.string().trim().min(1).max(200) }),
    ProjectDocument,
  ),
  'document.remove': command(z.strictObject({ commandId, documentId: Id }), Nothing),
  'document.text': query(z.strictObject({ versionId: Id }), VersionText),

  /** `projectId` null: the model and the queue alone, no documents. */
  'ocr.status': query(z.strictObject({ projectId: Id.nullable() }), RecognitionStatus),
  /** `source` is the token of a folder that holds the model; null forgets it. The folder stays where it is. */
  'ocr.setModel': command(
    z.strictObject({ source: z.string().nullable() }),
    z.strictObject({ model: RecognitionModel.nullable() }),
  ),
  /** `versionId` null means every document of the project. `first` takes a document before others and queues nothing. */
  'ocr.control': command(
    z.strictObject({ projectId: Id, versionId: Id.nullable(), action: RecognitionAction }),
    RecognitionStatus,
  ),

  'library.checklists': query(
    Nothing,
    z.strictObject({ checklists: z.array(Checklist), docTypes: z.record(DocTypeCode, z.string()) }),
  ),
  'library.traits': query(Nothing, z.array(Trait)),
  'library.item': query(z.strictObject({ itemId: Id }), ChecklistItem),

  'review.rows': query(z.strictObject({ projectId: Id }), z.array(ReviewRow)),
  'review.item': query(z.strictObject({ projectId: Id, itemId: Id }), ReviewItem),
  'review.marks': query(z.strictObject({ projectId: Id, versionId: Id }), z.array(DocumentMark)),
  'review.assess': command(
    z.strictObject({ commandId, projectId: Id, itemId: Id, patch: AssessmentPatch }),
    Assessment,
  ),

  /** `quote` must be what stands between `start` and `end`: `quote-moved` otherwise, so that no screen can attach another text. */
  'evidence.add': command(
    z.strictObject({
      commandId,
      projectId: Id,
      itemId: Id,
      findingId: Id.nullable(),
      stance: Stance,
      versionId: Id,
      start: TextPoint,
      end: TextPoint,
      quote: z.string().min(1).max(5000),
    }),
    Evidence,
  ),
  /** Finds `quote` in the folded text of a version; refused when it stands nowhere or in several places. */
  'evidence.locate': query(
    z.strictObject({ versionId: Id, quote: z.string().min(1).max(5000) }),
    Anchor,
  ),
  'evidence.update': command(
    z.strictObject({
      commandId,
      evidenceId: Id,
      patch: z.strictObject({ stance: Stance, findingId: Id.nullable() }).partial(),
    }),
    Evidence,
  ),
  'evidence.remove': command(z.strictObject({ commandId, evidenceId: Id }), Nothing),

  'finding.list': query(
    z.strictObject({ projectId: Id }),
    z.array(Finding.extend({ evidence: z.array(Evidence) })),
  ),
  /** Problem, severity, citations, recommendation and clause come from the item where the input leaves them out. */
  'finding.add': command(
    z.strictObject({ commandId, projectId: Id, itemId: Id, fields: FindingPatch.optional() }),
    Finding,
  ),
  'finding.update': command(
    z.strictObject({ commandId, findingId: Id, patch: FindingPatch }),
    Finding,
  ),
  'finding.remove': command(z.strictObject({ commandId, findingId: Id }), Nothing),

  'memo.preview': query(
    z.strictObject({ projectId: Id }),
    z.strictObject({ model: MemoModel, checks: z.array(MemoCheck) }),
  ),
  'memo.list': query(z.strictObject({ projectId: Id }), z.array(Memo)),
  /** The lawyer's own overall conclusion; no rule ever writes it. */
  'memo.conclude': command(
    z.strictObject({ commandId, projectId: Id, conclusion: LongText }),
    Project,
  ),
  /** Writes and keeps the .docx. An issued memo takes a number; `acknowledged` are the warnings the lawyer has read. */
  'memo.write': command(
    z.strictObject({
      commandId,
      projectId: Id,
      isDraft: z.boolean(),
      acknowledged: z.array(MemoCheck.shape.code),
      /** Why it is issued in spite of a check, by the check's code; checks of citations need one. */
      reasons: z.partialRecord(MemoCheck.shape.code, z.string().trim().min(1).max(2000)).optional(),
    }),
    Memo,
  ),

  'catalogue.list': query(Nothing, z.array(CatalogueEntry)),
  /** Official texts; `sources` are one-time tokens for files, folders or archives. Each file goes in whole or not at all. */
  'statute.import': job(
    z.strictObject({ commandId, jobId: Id, sources: z.array(z.string()).min(1).max(5000) }),
    z.strictObject({ files: z.array(StatuteLine) }),
  ),
  'statute.list': query(Nothing, z.array(StatuteEntry)),
  'statute.articles': query(z.strictObject({ versionId: Id }), StatuteReading),
  /** `law` is a code or any name; `version` its date or id, the one in force today where left out. */
  'statute.show': query(
    z.strictObject({
      law: z.string().trim().min(1).max(200),
      article: z.number().int().positive(),
      branch: z.number().int().nonnegative().optional(),
      version: Id.optional(),
    }),
    ShownArticle,
  ),
  'statute.compare': query(z.strictObject({ fromId: Id, toId: Id }), StatuteComparison),
  /** What a newer version of a law touches; every law with a known or held older version where `law` is left out. */
  'statute.impact': query(
    z.strictObject({ law: z.string().trim().min(1).max(200).optional() }),
    z.array(StatuteImpact),
  ),
  'statute.remove': command(z.strictObject({ commandId, versionId: Id }), Nothing),
  /** `home` says that the text is a law's own (本法, 前款 and 本条 then mean it). Needs no workspace. */
  'citation.parse': query(
    z.strictObject({
      text: z.string().max(20_000),
      home: z
        .strictObject({
          law: z.string().min(1).max(200),
          article: z.number().int().positive(),
          paragraph: z.number().int().positive().nullable(),
        })
        .optional(),
    }),
    z.array(ParsedCitation),
  ),
  /** Citations of a project's document, each with its place. */
  'citation.check': query(z.strictObject({ versionId: Id }), CitationReport),
  /** The same for any text, by its parts; needs no workspace. `titles` is what the document calls itself. */
  'citation.checkText': query(
    z.strictObject({
      parts: z.array(z.string()).max(200_000),
      titles: z.array(z.string().max(500)).max(20),
    }),
    CitationReport,
  ),

  'history.of': query(z.strictObject({ projectId: Id, itemId: Id }), z.array(HistoryEntry)),
  'history.state': query(Nothing, UndoState),
  'history.undo': command(z.strictObject({ commandId }), UndoState),
  'history.redo': command(z.strictObject({ commandId }), UndoState),

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
  /** Builds the package in memory; its bytes are fetched once by `fileId`. Neither recipients nor passphrase: not encrypted. */
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
    }),
    HandoffExport,
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
      rule: z.enum(['ask', 'mine', 'theirs', 'newer']),
    }),
    HandoffImport,
  ),
  /** Reads the texts of documents that are here without one, after an import that was cut short. */
  'handoff.readTexts': job(z.strictObject({ jobId: Id }), z.array(ReadText)),
  /** `projectId` null: of every project. */
  'handoff.conflicts': query(z.strictObject({ projectId: Id.nullable() }), z.array(Conflict)),
  'handoff.resolve': command(
    z.strictObject({
      commandId,
      entity: Id,
      entityId: z.string().min(1).max(300),
      field: Id,
      choice: z.strictObject({ device: Id, seq: z.number().int().positive() }),
    }),
    Nothing,
  ),
  /** Takes the last import back. */
  'handoff.undo': command(z.strictObject({ commandId }), HandoffUndo),
  'handoff.waiting': query(Nothing, z.array(WaitingPart)),
  'handoff.log': query(Nothing, z.array(HandoffLogEntry)),

  'job.cancel': query(z.strictObject({ jobId: Id }), z.strictObject({ cancelled: z.boolean() })),
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type Input<C extends Channel> = z.input<Contract[C]['input']>;
export type Output<C extends Channel> = z.output<Contract[C]['output']>;
export type ParsedInput<C extends Channel> = z.output<Contract[C]['input']>;

/** What the core tells its hosts unasked. */
export const CoreEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('data.changed'),
    entities: z.array(z.string()),
    projectIds: z.array(z.string()),
  }),
  z.strictObject({
    type: z.literal('job.progress'),
    jobId: z.string(),
    done: z.number(),
    total: z.number(),
    label: z.string(),
  }),
  z.strictObject({ type: z.literal('workspace.changed'), status: WorkspaceStatus }),
]);
export type CoreEvent = z.infer<typeof CoreEvent>;
