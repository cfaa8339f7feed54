import type { Input } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { DocumentVersion, ProjectDocument } from '#shared/domain/review/document.ts';
import {
  type DocumentRecognition,
  keptInWorkspace,
  type RecognitionModel,
  type RecognitionStatus,
  withRecognised,
} from '#shared/domain/recognition/recognitionStatus.ts';
import type { Desk } from '../desk.ts';
import { givenModel, readModel } from '../ocr/modelFolder.ts';
import type { Source } from '../ports.ts';
import type { Session } from '../session.ts';
import { requireProject } from './projects.ts';
import { latestVersion, requireVersion } from './versionText.ts';

type RecognitionChannel = Extract<keyof Handlers, `ocr.${string}`>;

/** Scanned pages: the model, what waits, and what the lawyer asks of the queue. */
export function recognitionHandlers(desk: Desk): Pick<Handlers, RecognitionChannel> {
  return {
    'ocr.status': ({ projectId }) => recognitionStatus(desk, projectId),
    'ocr.setModel': ({ source }) => {
      setModel(desk, source);
      return { model: desk.session().recognition.model() };
    },
    'ocr.control': (input) => control(desk, input),
  };
}

function recognitionStatus(desk: Desk, projectId: string | null): RecognitionStatus {
  const session = desk.session();
  if (projectId !== null) requireProject(session, projectId);
  const documents = projectId === null ? [] : session.documents.ofProject(projectId);
  const { current, problem } = desk.recognition;
  const version = current === null ? null : session.documents.withSha256(current.sha256);
  return {
    model: session.recognition.model(),
    problem,
    current: current && version ? { versionId: version.id, page: current.page } : null,
    documents: documents
      .map((document) => statusOf(session, document))
      .filter((one) => one.waiting + one.done + one.failures.length > 0),
  };
}

function statusOf(session: Session, document: ProjectDocument): DocumentRecognition {
  const version = latestVersion(document);
  const { waiting, done, failures, confidence, state } = session.recognition.counts(version.sha256);
  return {
    documentId: document.id,
    versionId: version.id,
    title: document.title,
    waiting,
    done,
    failures: [...failures],
    confidence,
    state,
  };
}

function setModel(desk: Desk, token: string | null): void {
  const session = desk.session();
  if (token === null) session.recognition.setModel(null, session.now());
  else {
    const source = desk.ports.takeSource(token);
    if (!source) throw new AppError('source-unknown');
    session.recognition.setModel(modelSetting(session, source), session.now());
    for (const project of session.projects.list()) queueNew(session, project.id);
  }
  desk.changed(['recognition'], []);
  desk.wakeRecognition();
}

/** A folder is read anew for every run; a browser hands over bytes and no place, so those are kept in the workspace. */
function modelSetting(session: Session, source: Source): RecognitionModel {
  if (source.kind === 'path') {
    const { name, sha256 } = readModel(source.path);
    return { folder: source.path, name, sha256 };
  }
  const { name, bytes } = givenModel(source.name, source.bytes);
  return { folder: keptInWorkspace, name, sha256: session.contents.put(bytes) };
}

/** Queues what waits and was never decided on; called after an intake and when a model is chosen. */
export function queueWaiting(desk: Desk, projectId: string): void {
  const session = desk.session();
  if (session.recognition.model() === null) return;
  queueNew(session, projectId);
  desk.wakeRecognition();
}

function queueNew(session: Session, projectId: string): void {
  for (const { sha256 } of newestVersions(session, projectId)) {
    const { waiting, state } = session.recognition.counts(sha256);
    if (waiting > 0 && state === null)
      session.recognition.setState(sha256, 'queued', Date.parse(session.now()));
  }
}

function newestVersions(session: Session, projectId: string): DocumentVersion[] {
  return session.documents.ofProject(projectId).map(latestVersion);
}

function control(desk: Desk, input: Input<'ocr.control'>): RecognitionStatus {
  const session = desk.session();
  const { projectId, versionId, action } = input;
  requireProject(session, projectId);
  const versions =
    versionId === null ? newestVersions(session, projectId) : [requireVersion(session, versionId)];
  const { recognition } = session;
  const nowMs = Date.parse(session.now());
  if (action === 'first') desk.recognition.prefer(versions[0]?.sha256 ?? null);
  else if (action === 'run' || action === 'again') {
    if (recognition.model() === null) throw new AppError('ocr-model-none');
    for (const { sha256 } of versions) {
      recognition.retryFailures(sha256);
      if (action === 'again') recognition.again(sha256);
      if (recognition.waiting(sha256).length > 0) recognition.setState(sha256, 'queued', nowMs);
    }
    desk.recognition.wake();
  } else {
    const state = action === 'pause' ? 'paused' : 'cancelled';
    for (const { sha256 } of versions) {
      if (recognition.waiting(sha256).length > 0) recognition.setState(sha256, state, nowMs);
    }
  }
  if (action !== 'first') desk.changed(['recognition'], [projectId]);
  return recognitionStatus(desk, projectId);
}

/** Documents as they are listed: remarks on pages that were recognised since are brought up to date. */
export function withRecognisedPages(session: Session, document: ProjectDocument): ProjectDocument {
  const versions = document.versions.map((version) => {
    const recognised = session.recognition.recognised(version.sha256);
    if (recognised.length === 0) return version;
    const characters = session.recognition.characters(version.sha256) ?? version.characters;
    return { ...version, characters, warnings: withRecognised(version.warnings, recognised) };
  });
  return { ...document, versions };
}
