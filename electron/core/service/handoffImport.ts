import type { ParsedInput } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { HandoffImport, type OpenedHandoff } from '#shared/domain/handoff/handoffReport.ts';
import type { Desk } from '../desk.ts';
import {
  dropOpen,
  joinImport,
  keepSealed,
  type OpenPackage,
  requireOpen,
  takeSealed,
} from '../handoff/handoffDesk.ts';
import { importPackage } from '../handoff/importer.ts';
import { readPackage } from '../handoff/packageRead.ts';
import { movedQuotes, readTexts, unreadVersions } from '../handoff/readTexts.ts';
import { unsealPackage } from '../handoff/sealing.ts';
import type { Job } from '../jobs/jobRegistry.ts';
import { identityOf } from './deskKeys.ts';
import { checklistVersions, openedPreview } from './openedPreview.ts';
import { readSourceFile } from './sourceFile.ts';
import { requireStillOpen } from './stillOpen.ts';

export function importHandlers(
  desk: Desk,
): Pick<Handlers, 'handoff.preview' | 'handoff.import' | 'handoff.readTexts'> {
  return {
    'handoff.preview': ({ source, passphrase }) => preview(desk, source, passphrase),
    'handoff.import': (input) =>
      joinImport(desk.session(), input.commandId, () =>
        desk.jobs.run(input.jobId, (job) => takeIn(desk, input, job)),
      ),
    'handoff.readTexts': ({ jobId }) =>
      desk.jobs.run(jobId, (job) => readTexts(desk, job, unreadVersions(desk.session()))),
  };
}

async function preview(
  desk: Desk,
  token: string,
  passphrase: string | null,
): Promise<OpenedHandoff> {
  const session = desk.session();
  const file = takeSealed(session, token) ?? (await readSourceFile(desk, token));
  requireStillOpen(desk, session);
  const { ageIdentity } = await identityOf(desk, session);
  let opened: OpenPackage;
  try {
    const { bytes, isEncrypted, hint } = await unsealPackage(file.bytes, ageIdentity, passphrase);
    requireStillOpen(desk, session);
    const pack = readPackage(bytes, isEncrypted ? hint : null);
    opened = { pack, isEncrypted, fileName: file.name };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'handoff-passphrase') keepSealed(session, token, file);
    if (error.code !== 'handoff-damaged') throw error;
    // What read the bytes did not know their name.
    throw new AppError(error.code, { ...error.params, file: file.name }, { cause: error });
  }
  return openedPreview(desk, session, opened);
}

async function takeIn(
  desk: Desk,
  input: ParsedInput<'handoff.import'>,
  job: Job,
): Promise<HandoffImport> {
  const session = desk.session();
  const done = session.exchange.handoffs.ofCommand(input.commandId);
  const earlier = done
    ? HandoffImport.safeParse(session.exchange.handoffs.report(done.number))
    : null;
  if (earlier?.success) return earlier.data;
  const opened = requireOpen(session, input.openId);
  const { report, entities, ...outcome } = importPackage(session, opened, {
    commandId: input.commandId,
    rule: input.rule,
    choices: input.choices,
    nowMs: desk.ports.nowMs(),
    backupFolder: desk.folder.backups,
    checklists: checklistVersions(desk),
  });
  dropOpen(session, input.openId);
  desk.nameOlderPins(session);
  const projectIds = report.projects.map((project) => project.id);
  desk.changed(entities, projectIds);
  const texts = await readTexts(desk, job, unreadVersions(session, projectIds));
  const imported: HandoffImport = {
    ...report,
    ...outcome,
    texts,
    movedQuotes: job.signal.aborted ? [] : movedQuotes(session, projectIds),
  };
  if (outcome.importNumber !== null && !job.signal.aborted) {
    session.exchange.handoffs.setReport(outcome.importNumber, imported);
  }
  desk.changed(['document', 'evidence'], projectIds);
  return imported;
}
