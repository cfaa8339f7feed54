import { useEffect, useState } from 'react';
import type { SharedFolderStatus } from '#shared/domain/handoff/sharedFolder.ts';
import { attempt, errorText, failureText } from '../../app/errorText.ts';
import { formatBytes, formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { loadProjects, useProjects } from '../projects/projectsStore.ts';
import { CopiedWorkspace } from './CopiedWorkspace.tsx';
import type { Exchange } from './exchangeStore.ts';
import { Section } from './Section.tsx';
import { FolderFindings } from './FolderFindings.tsx';
import { FolderSetup } from './FolderSetup.tsx';
import {
  loadSharedFolder,
  stopFolder,
  stopLooking,
  syncNow,
  useSharedFolder,
} from './sharedFolderStore.ts';

/** Its moments move on without an event. */
const readEveryMs = 15_000;

/** The folder that the team shares: how it stands, what waits there, and what was chosen. */
export function SharedFolderRoom({ exchange }: { exchange: Exchange }) {
  const text = useText();
  const { value: status, failure } = useSharedFolder();
  const projects = useProjects((state) => state.list.value);
  useEffect(() => {
    void loadSharedFolder();
    void loadProjects();
    const timer = setInterval(() => void loadSharedFolder(), readEveryMs);
    return () => clearInterval(timer);
  }, []);
  if (!status && failure !== null) return <Banner tone="error">{errorText(failure, text)}</Banner>;
  if (!status || !projects) return <p className="p-2 text-ink-3">{text.common.loading}</p>;
  const setupKey = JSON.stringify([
    status.folder,
    status.projects,
    status.members,
    status.isAutomatic,
  ]);
  return (
    <>
      {status.state === 'copied' && <CopiedWorkspace />}
      {status.folder !== null && <Standing status={status} />}
      <FolderFindings status={status} />
      <FolderSetup
        key={setupKey}
        status={status}
        projects={projects}
        contacts={exchange.contacts.filter((one) => one.revokedAt === null)}
      />
    </>
  );
}

function Standing({ status }: { status: SharedFolderStatus }) {
  const text = useText();
  const words = text.sharedFolder;
  const language = useLanguage((state) => state.language);
  const job = useSharedFolder((state) => state.job);
  const [isAsking, setIsAsking] = useState(false);
  const moment = (at: string | null): string =>
    at === null ? words.never : formatMoment(language, at);
  const isLooking = job !== null || status.isLooking;
  return (
    <Section
      title={words.title}
      aside={
        <div className="flex gap-2">
          <Button size="small" onPress={() => setIsAsking(true)}>
            {words.stop}
          </Button>
          {job === null ? (
            <Button size="small" tone="primary" icon="redo" onPress={() => attempt(syncNow)}>
              {words.syncNow}
            </Button>
          ) : (
            <Button size="small" onPress={stopLooking}>
              {text.common.cancel}
            </Button>
          )}
        </div>
      }
    >
      <dl className="grid grid-cols-[9rem_minmax(0,1fr)] gap-y-1">
        <dt className="text-ink-3">{words.folder}</dt>
        <dd className="break-all select-text">{status.folder}</dd>
        <dt className="text-ink-3">{text.sharedFolder.standing}</dt>
        <dd role="status" className={standsWell(status) ? '' : 'text-amber'}>
          {isLooking ? words.syncing : words.state[status.state]}
        </dd>
        {status.state === 'away' && (
          <>
            <dt className="text-ink-3">{words.lastReached}</dt>
            <dd className="tabular-nums">{moment(status.reachedAt)}</dd>
          </>
        )}
        <dt className="text-ink-3">{words.lastLooked}</dt>
        <dd className="tabular-nums">{moment(status.lookedAt)}</dd>
        <dt className="text-ink-3">{words.lastWritten}</dt>
        <dd className="tabular-nums">
          {moment(status.writtenAt)}
          <span className="ml-3 text-ink-2">
            {words.ownFiles(status.ownFiles, formatBytes(language, status.ownBytes))}
          </span>
        </dd>
      </dl>
      {status.writeFailure && (
        <Banner tone="warning" title={words.writeFailed}>
          {failureText(status.writeFailure, text)}
        </Banner>
      )}
      <AlertDialog
        isOpen={isAsking}
        isDangerous
        title={words.stopTitle}
        confirmLabel={words.stop}
        cancelLabel={text.common.cancel}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          attempt(stopFolder);
        }}
      >
        {words.stopNote}
      </AlertDialog>
    </Section>
  );
}

const standsWell = ({ state }: SharedFolderStatus): boolean =>
  state === 'reached' || state === 'new';
