import { AppError } from '#shared/contract/errors.ts';
import type { ReadText } from '#shared/domain/handoff/handoffReport.ts';
import type { DocumentVersion } from '#shared/domain/review/document.ts';
import type { Desk } from '../desk.ts';
import type { Job } from '../jobs/jobRegistry.ts';
import type { Session } from '../session.ts';
import { queueWaiting } from '../service/recognition.ts';
import { noteRefusal } from './refusedTexts.ts';

/**
 * Reads the text of received versions that this desk has not read yet. Text is derived: a version that cannot be read
 * stays in its project with the reason, and everything else of the import stands. Scanned pages are queued for recognition
 * as those of an intake are.
 */
export async function readTexts(
  desk: Desk,
  job: Job,
  versionIds: readonly string[],
): Promise<ReadText[]> {
  const texts: ReadText[] = [];
  for (const [index, versionId] of versionIds.entries()) {
    if (job.signal.aborted) break;
    const session = desk.session();
    const version = session.documents.version(versionId);
    if (!version) continue;
    job.report(index, versionIds.length, version.fileName);
    texts.push(await readOne(desk, session, job, version));
  }
  if (desk.hasSession()) queueScans(desk, texts);
  return texts;
}

function queueScans(desk: Desk, texts: readonly ReadText[]): void {
  const { documents } = desk.session();
  const projectIds = texts
    .filter(({ status }) => status === 'read')
    .map(
      ({ versionId }) => documents.get(documents.version(versionId)?.documentId ?? '')?.projectId,
    );
  for (const projectId of new Set(projectIds))
    if (projectId !== undefined) queueWaiting(desk, projectId);
}

async function readOne(
  desk: Desk,
  session: Session,
  job: Job,
  version: DocumentVersion,
): Promise<ReadText> {
  const { id: versionId, sha256, kind } = version;
  if (session.texts.has(sha256)) return { versionId, status: 'known', error: null };
  const bytes = session.contents.get(sha256);
  if (!bytes) return { versionId, status: 'missing', error: null };
  try {
    const password = session.passwords.get(sha256);
    const extraction = await desk.extractor.extract(bytes, kind, {
      signal: job.signal,
      ...(password !== null && { password }),
    });
    // The workspace may have been locked while the worker read.
    if (!job.signal.aborted) session.texts.put(sha256, extraction);
    return { versionId, status: 'read', error: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    noteRefusal(session, sha256, error.code);
    return { versionId, status: 'failed', error: error.code };
  }
}

/** Versions of these projects, all of them without any, whose text this desk has not read. */
export function unreadVersions(
  session: Session,
  projectIds: readonly string[] = session.projects.list().map((project) => project.id),
): string[] {
  return projectIds
    .flatMap((id) => session.documents.ofProject(id))
    .flatMap((document) => document.versions)
    .filter((version) => !session.texts.has(version.sha256))
    .map((version) => version.id);
}

/**
 * Reads in the background what an import that was cut short left unread: a passage that nobody can search would be missed
 * in silence. Where the bytes are not here there is nothing to read, and nothing is said.
 */
export async function readTextsLeft(desk: Desk): Promise<void> {
  if (!desk.hasSession()) return;
  const session = desk.session();
  const left = unreadVersions(session).filter((id) => {
    const version = session.documents.version(id);
    return version !== null && session.contents.has(version.sha256);
  });
  if (left.length === 0) return;
  await desk.jobs.run(session.newId(), (job) => readTexts(desk, job, left));
  desk.changed(['document', 'evidence', 'text'], []);
}

/** Evidence of these projects whose quote does not stand at its own place in the text as this desk read it: elsewhere, or nowhere. */
export function movedQuotes(session: Session, projectIds: readonly string[]): string[] {
  return projectIds
    .flatMap((id) => session.review.evidenceOfProject(id))
    .filter((one) => one.reading !== undefined || one.recognition === 'changed')
    .map((one) => one.id);
}
