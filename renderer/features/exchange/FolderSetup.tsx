import { type FormEvent, useState } from 'react';
import type { ContactEntry } from '#shared/domain/handoff/handoffReport.ts';
import type { SharedFolderStatus } from '#shared/domain/handoff/sharedFolder.ts';
import type { ProjectSummary } from '#shared/domain/review/project.ts';
import { attempt } from '../../app/errorText.ts';
import { exchangeHref } from '../../app/exchangeRoutes.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { RenewButton } from './CopiedWorkspace.tsx';
import { ProjectPick } from './ProjectPick.tsx';
import { Section } from './Section.tsx';
import { withEntry } from './sendDraft.ts';
import { chooseFolder, type FolderDraft, saveFolder } from './sharedFolderStore.ts';

interface FolderSetupProps {
  status: SharedFolderStatus;
  projects: readonly ProjectSummary[];
  contacts: readonly ContactEntry[];
}

/** Which folder, which projects, with whom, and whether what is in order goes in by itself. */
export function FolderSetup({ status, projects, contacts }: FolderSetupProps) {
  const text = useText();
  const words = text.sharedFolder;
  const [draft, setDraft] = useState<FolderDraft>(() => draftOf(status));
  const change = (part: Partial<FolderDraft>): void => setDraft({ ...draft, ...part });
  const isEmpty = draft.projectIds?.length === 0;
  const isSet = status.folder !== null;
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isEmpty && isSet) attempt(() => saveFolder(draft));
  };
  return (
    <Section title={isSet ? words.settings : words.title}>
      <form className="flex flex-col gap-4" onSubmit={handleSubmit} noValidate>
        {!isSet && <p className="max-w-160 text-ink-2">{words.lead}</p>}
        <Members status={status} contacts={contacts} draft={draft} onChange={change} />
        <Projects projects={projects} draft={draft} onChange={change} />
        <div className="flex max-w-160 flex-col">
          <Switch
            isSelected={draft.isAutomatic}
            onChange={(isAutomatic) => change({ isAutomatic })}
          >
            {words.automatic}
          </Switch>
          <p className="text-xs text-ink-3">{words.automaticNote}</p>
        </div>
        <FolderButtons draft={draft} isSet={isSet} isEmpty={isEmpty} />
      </form>
    </Section>
  );
}

function draftOf({ projects, members, isAutomatic }: SharedFolderStatus): FolderDraft {
  const memberKeys = members.filter((one) => one.isTrusted).map((one) => one.key);
  return { source: null, projectIds: projects, memberKeys, isAutomatic };
}

interface PartProps {
  draft: FolderDraft;
  onChange: (part: Partial<FolderDraft>) => void;
}

function Members({
  status,
  contacts,
  draft,
  onChange,
}: PartProps & Pick<FolderSetupProps, 'status' | 'contacts'>) {
  const text = useText();
  const words = text.sharedFolder;
  const revoked = status.members.filter((one) => !one.isTrusted);
  const standing = new Map(status.members.map((one) => [one.key, one.unconfirmed]));
  return (
    <div role="group" aria-label={words.members} className="flex flex-col">
      <p className="text-xs text-ink-3">{words.members}</p>
      {contacts.length === 0 && (
        <p className="text-ink-2">
          {words.noContacts}{' '}
          <a
            className="text-indigo"
            href={exchangeHref({ page: 'exchange', room: 'people', projectId: null })}
          >
            {text.exchange.send.toContacts}
          </a>
        </p>
      )}
      {contacts.map(({ key, person, fingerprint }) => (
        <Checkbox
          key={key}
          isSelected={draft.memberKeys.includes(key)}
          onChange={(isIn) => onChange({ memberKeys: withEntry(draft.memberKeys, key, isIn) })}
        >
          {text.exchange.person(person)}
          <span className="ml-2 font-mono text-xs text-ink-3">{fingerprint.digits}</span>
          {standing.has(key) && status.state === 'reached' && (
            <span className="ml-3 text-xs text-ink-2">
              {words.unconfirmed(standing.get(key) ?? 0)}
            </span>
          )}
        </Checkbox>
      ))}
      {revoked.map(({ key, person }) => (
        <p key={key} className="text-amber">
          {text.exchange.person(person)} · {words.revokedMember}
        </p>
      ))}
      {contacts.length > 0 && draft.memberKeys.length === 0 && (
        <p className="text-ink-2">{words.noMembers}</p>
      )}
    </div>
  );
}

function Projects({
  projects,
  draft,
  onChange,
}: PartProps & { projects: readonly ProjectSummary[] }) {
  const words = useText().sharedFolder;
  const { projectIds } = draft;
  return (
    <div className="flex flex-col gap-1">
      <p className="text-xs text-ink-3">{words.projects}</p>
      <ProjectPick
        words={words}
        projects={projects}
        projectIds={projectIds}
        onChange={(ids) => onChange({ projectIds: ids })}
      />
      {projectIds?.length === 0 && (
        <p role="alert" className="text-cinnabar">
          {words.noneChosen}
        </p>
      )}
    </div>
  );
}

/** Without a bridge to the desktop a folder cannot be named: files would be uploaded instead. */
function FolderButtons({
  draft,
  isSet,
  isEmpty,
}: {
  draft: FolderDraft;
  isSet: boolean;
  isEmpty: boolean;
}) {
  const words = useText().sharedFolder;
  const canChoose = window.desk !== undefined;
  return (
    <>
      {!canChoose && !isSet && <Banner>{words.browserOnly}</Banner>}
      <div className="flex flex-wrap gap-2">
        {isSet && (
          <Button type="submit" tone="primary" isDisabled={isEmpty}>
            {words.save}
          </Button>
        )}
        {canChoose && (
          <Button
            {...(!isSet && { tone: 'primary' as const })}
            icon="folder"
            isDisabled={isEmpty}
            onPress={() => chooseFolder(draft)}
          >
            {isSet ? words.change : words.choose}
          </Button>
        )}
        {isSet && <RenewButton />}
      </div>
    </>
  );
}
