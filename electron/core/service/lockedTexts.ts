import type { Input, Output } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import type { Desk } from '../desk.ts';
import { movedQuotes, unreadVersions } from '../handoff/readTexts.ts';
import { refusedFor } from '../handoff/refusedTexts.ts';
import { queueWaiting } from './recognition.ts';
import type { Session } from '../session.ts';
import { requireProject } from './projects.ts';
import { requireStillOpen } from './stillOpen.ts';
import { requireVersion } from './versionText.ts';

type UnreadText = Output<'handoff.unreadTexts'>[number];

/** Received documents whose text is not here: which they are and why, and opening one with its password. */
export function lockedTextHandlers(
  desk: Desk,
): Pick<Handlers, 'handoff.unreadTexts' | 'handoff.openText'> {
  return {
    'handoff.unreadTexts': ({ projectId }) => {
      const session = desk.session();
      requireProject(session, projectId);
      return unreadVersions(session, [projectId]).flatMap((versionId) => {
        const version = session.documents.version(versionId);
        const document = version && session.documents.get(version.documentId);
        if (!version || !document) return [];
        const { number: versionNumber, fileName, sha256 } = version;
        const reason = reasonOf(session, sha256);
        return [{ versionId, title: document.title, versionNumber, fileName, reason }];
      });
    },
    'handoff.openText': (input) => openText(desk, input),
  };
}

function reasonOf(session: Session, sha256: string): UnreadText['reason'] {
  if (!session.contents.has(sha256)) return 'missing';
  const code = refusedFor(session, sha256);
  if (code === null) return 'waiting';
  return code === 'file-encrypted' || code === 'wrong-password' ? 'password' : 'failed';
}

/** The reader did not know the name of the file that it could not open. */
function named(error: unknown, file: string): unknown {
  if (!(error instanceof AppError)) return error;
  return new AppError(error.code, { ...error.params, file }, { cause: error });
}

/**
 * Reads the text of a version with the password somebody was told. The text is derived and the password this desk's own:
 * nothing is written that is handed off, so that a copy which is only read can be read whole.
 */
async function openText(
  desk: Desk,
  { jobId, versionId, password }: Input<'handoff.openText'>,
): Promise<Output<'handoff.openText'>> {
  const session = desk.session();
  const { sha256, kind, fileName, documentId } = requireVersion(session, versionId);
  const projectId = session.documents.get(documentId)?.projectId;
  if (projectId === undefined) throw new AppError('not-found', { kind: 'version', id: versionId });
  const bytes = session.contents.get(sha256);
  if (!bytes) throw new AppError('not-found', { kind: 'text', id: versionId });
  if (!session.texts.has(sha256)) {
    await desk.jobs.run(jobId, async (job) => {
      const { signal } = job;
      job.report(0, 1, fileName);
      const extraction = await desk.extractor
        .extract(bytes, kind, { signal, password })
        .catch((error: unknown) => {
          throw named(error, fileName);
        });
      requireStillOpen(desk, session);
      if (signal.aborted) throw new AppError('cancelled');
      session.passwords.put(sha256, password);
      session.texts.put(sha256, extraction);
      job.report(1, 1, fileName);
    });
    desk.changed(['document', 'text', 'evidence'], [projectId]);
    queueWaiting(desk, projectId);
  }
  return { versionId, movedQuotes: movedQuotes(session, [projectId]) };
}
