import type { Input, Output } from '#shared/contract/contract.ts';
import type { OlderText, RereadLine } from '#shared/contract/rooms/document.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { DocumentVersion, ProjectDocument } from '#shared/domain/review/document.ts';
import type { Desk } from '../desk.ts';
import { Rereading } from '../intake/rereading.ts';
import type { Session } from '../session.ts';
import { requireProject } from './projects.ts';
import { queueWaiting } from './recognition.ts';

interface Named {
  readonly named: OlderText;
  readonly version: DocumentVersion;
}

/** Versions of a project whose text an older reader gave. */
export function olderTexts(session: Session, projectId: string): OlderText[] {
  return versionsOf(session, projectId)
    .filter(({ version }) => session.texts.isOlder(version.sha256))
    .map(({ named }) => named);
}

/** Reads again and compares; nothing is replaced. Errors: `not-found`, `cancelled`. */
export async function previewReread(
  desk: Desk,
  { jobId, projectId, versionIds }: Input<'document.rereadPreview'>,
): Promise<Output<'document.rereadPreview'>> {
  const session = desk.session();
  requireProject(session, projectId);
  const all = versionsOf(session, projectId);
  const asked =
    versionIds === null ? olderOf(session, all) : versionIds.map((id) => requireOf(all, id));
  return desk.jobs.run(jobId, async (job) => {
    const rereading = new Rereading(desk, job.signal);
    const texts: RereadLine[] = [];
    for (const [index, { named, version }] of asked.entries()) {
      job.report(index, asked.length, named.title);
      texts.push(await rereading.compare(named, version));
    }
    job.report(asked.length, asked.length, '');
    return { texts };
  });
}

/** Replaces texts by what was shown of them; those done before a cancel stay done. Errors: `not-found`. */
export async function reread(
  desk: Desk,
  { jobId, projectId, texts: chosen }: Input<'document.reread'>,
): Promise<Output<'document.reread'>> {
  const session = desk.session();
  requireProject(session, projectId);
  const all = versionsOf(session, projectId);
  const asked = chosen.map(({ versionId, seal }) => ({ ...requireOf(all, versionId), seal }));
  const texts: RereadLine[] = [];
  await desk.jobs.run(jobId, async (job) => {
    const rereading = new Rereading(desk, job.signal);
    try {
      for (const [index, { named, version, seal }] of asked.entries()) {
        if (job.signal.aborted) return;
        job.report(index, asked.length, named.title);
        const line = await rereading.replace(named, version, seal);
        texts.push(line);
        // Other projects may hold the same bytes.
        if (line.state === 'replaced') desk.changed(['document', 'text', 'evidence'], []);
      }
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) throw error;
    }
    job.report(asked.length, asked.length, '');
  });
  // A better reader may tell pages as scanned that an older one took for empty.
  if (texts.some((line) => line.state === 'replaced') && desk.hasSession())
    queueWaiting(desk, projectId);
  return { texts };
}

function versionsOf(session: Session, projectId: string): Named[] {
  return session.documents.ofProject(projectId).flatMap((document) =>
    document.versions.map((version) => {
      const { id: documentId, title } = document;
      const named = { documentId, versionId: version.id, versionNumber: version.number, title };
      return { named, version };
    }),
  );
}

/** Those with a text of an older reader; content that stands twice only once. */
function olderOf(session: Session, all: readonly Named[]): Named[] {
  const bySha = new Map(all.map((one) => [one.version.sha256, one]));
  return [...bySha.values()].filter(({ version }) => session.texts.isOlder(version.sha256));
}

function requireOf(all: readonly Named[], versionId: string): Named {
  const found = all.find(({ version }) => version.id === versionId);
  if (!found) throw new AppError('not-found', { kind: 'version', id: versionId });
  return found;
}

/** A document with the figures of its texts as this desk read them; records say what was read when it was handed in. */
export function asReadHere(session: Session, document: ProjectDocument): ProjectDocument {
  const versions = document.versions.map((version) => {
    const here = session.texts.figures(version.sha256);
    if (here === null) return version;
    // What the file's name and its content say of each other is told by the intake, not by the reader.
    const ofIntake = version.warnings.filter((warning) => warning.code === 'other-format-inside');
    const warnings = [
      ...ofIntake,
      ...here.warnings.filter((warning) => warning.code !== 'other-format-inside'),
    ];
    return { ...version, characters: here.characters, warnings };
  });
  return { ...document, versions };
}
