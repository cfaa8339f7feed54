import type { Input } from '#shared/contract/contract.ts';
import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ProjectDocument } from '#shared/domain/review/document.ts';
import type { FieldsOf } from '../changes/entities.ts';
import type { Desk } from '../desk.ts';
import { Intake } from '../intake/intake.ts';
import type { Source } from '../ports.ts';
import type { Session } from '../session.ts';
import { requireProject } from './projects.ts';
import { asReadHere, olderTexts, previewReread, reread } from './reread.ts';
import { queueWaiting, withRecognisedPages } from './recognition.ts';
import { requireVersion, versionText } from './versionText.ts';

type DocumentChannel = Extract<keyof Handlers, `document.${string}`>;

/** Documents of a project: taking them in, naming them, reading their text. */
export function documentHandlers(desk: Desk): Pick<Handlers, DocumentChannel> {
  return {
    'document.list': ({ projectId }) => {
      const session = desk.session();
      return session.documents
        .ofProject(projectId)
        .map((document) => withRecognisedPages(session, asReadHere(session, document)));
    },
    'document.older': ({ projectId }) => {
      const session = desk.session();
      requireProject(session, projectId);
      return olderTexts(session, projectId);
    },
    'document.rereadPreview': (input) => previewReread(desk, input),
    'document.reread': (input) => reread(desk, input),
    'document.intake': (input) => takeIn(desk, input),
    'document.retry': (input) => retry(desk, input),
    'document.password': ({ versionId }) => {
      const session = desk.session();
      const { sha256 } = requireVersion(session, versionId);
      return { password: session.passwords.get(sha256) };
    },
    'document.setType': ({ commandId, documentId, type }) =>
      writeDocument(desk, commandId, 'document.setType', documentId, { type }),
    'document.rename': ({ commandId, documentId, title }) =>
      writeDocument(desk, commandId, 'document.rename', documentId, { title }),
    'document.remove': ({ commandId, documentId }) => {
      const session = desk.session();
      const { projectId } = requireDocument(session, documentId);
      const command = { id: commandId, name: 'document.remove', isUndoable: true };
      session.changes.write(command, session.person(), (w) => {
        w.set('document', documentId, { deleted: true });
      });
      desk.changed(['document', 'evidence'], [projectId]);
      return {};
    },
    'document.text': ({ versionId }) => versionText(desk.session(), versionId),
  };
}

/** Errors: `not-found`. */
export function requireDocument(session: Session, documentId: string): ProjectDocument {
  const document = session.documents.get(documentId);
  if (!document) throw new AppError('not-found', { kind: 'document', id: documentId });
  return document;
}

async function takeIn(
  desk: Desk,
  input: Input<'document.intake'>,
): Promise<{ files: IntakeLine[] }> {
  const session = desk.session();
  requireProject(session, input.projectId);
  // Said before the files are read, not once for each of them.
  session.changes.ownership.requireWritable(input.projectId);
  const supersedes = input.supersedes === null ? null : requireDocument(session, input.supersedes);
  const sources = input.sources.map((token): Source => {
    const source = desk.ports.takeSource(token);
    if (!source) throw new AppError('source-unknown');
    return source;
  });
  const { commandId, jobId, projectId, type } = input;
  const passwords = input.passwords ?? [];
  const order = { commandId, projectId, sources, type, supersedes, passwords };
  const files = await desk.jobs.run(jobId, (job) => new Intake(desk, order, job).run());
  if (files.some((line) => line.status === 'added') && desk.hasSession())
    queueWaiting(desk, projectId);
  return { files };
}

/** Takes in a file that waits for its password; it waits on where the password is wrong or the reading was cut short. */
async function retry(
  desk: Desk,
  { commandId, jobId, token, password }: Input<'document.retry'>,
): Promise<{ files: IntakeLine[] }> {
  const session = desk.session();
  const waiting = desk.waitingFiles.get(token);
  if (!waiting) throw new AppError('source-unknown');
  const { entry, projectId, type } = waiting;
  requireProject(session, projectId);
  session.changes.ownership.requireWritable(projectId);
  const supersedes =
    waiting.supersedes === null ? null : requireDocument(session, waiting.supersedes);
  const order = { commandId, projectId, sources: [], type, supersedes, passwords: [password] };
  const files = await desk.jobs.run(jobId, (job) => new Intake(desk, order, job).runEntry(entry));
  if (!files.every(isCutShort)) desk.waitingFiles.remove(token);
  if (desk.hasSession()) queueWaiting(desk, projectId);
  // Where the workspace was locked meanwhile, nothing waits any more.
  const waitsOn = desk.waitingFiles.get(token) !== null;
  return { files: waitsOn ? files.map((line) => ({ ...line, retry: token })) : files };
}

/** Whether the reading ended for a reason that says nothing about the password. */
function isCutShort({ error }: IntakeLine): boolean {
  const reasons: readonly string[] = [
    'cancelled',
    'worker-timeout',
    'worker-memory',
    'worker-crashed',
  ];
  return error !== null && reasons.includes(error.code);
}

function writeDocument(
  desk: Desk,
  commandId: string,
  name: string,
  documentId: string,
  fields: FieldsOf<'document'>,
): ProjectDocument {
  const session = desk.session();
  const { projectId } = requireDocument(session, documentId);
  session.changes.write({ id: commandId, name, isUndoable: true }, session.person(), (w) => {
    w.set('document', documentId, fields);
  });
  desk.changed(['document'], [projectId]);
  return requireDocument(session, documentId);
}
