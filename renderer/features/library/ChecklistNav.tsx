import { useState } from 'react';
import type { ChecklistVersion } from '#shared/domain/library/checklistVersion.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { hrefOf } from '../../app/routes.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { pickAndImport } from './checklistImportStore.ts';
import { NamingDialog } from './NamingDialog.tsx';
import { type DraftSummary, useVersions } from './versionsStore.ts';

interface ChecklistNavProps {
  versions: readonly ChecklistVersion[];
  chosen: ChecklistVersion | null;
}

/** The lists in use, what is being written, and what was taken out of use. */
export function ChecklistNav({ versions, chosen }: ChecklistNavProps) {
  const text = useText();
  const words = text.checklists.nav;
  const drafts = useVersions((state) => state.shelf.value?.drafts) ?? noDrafts;
  const [isNaming, setIsNaming] = useState(false);
  const inState = (state: ChecklistVersion['state']) =>
    versions.filter((version) => version.state === state).sort((a, b) => a.order - b.order);
  const retired = inState('retired');
  return (
    <nav
      aria-label={text.projects.library.title}
      className="flex min-h-0 w-68 flex-none flex-col border-r border-line bg-panel"
    >
      <div className="min-h-0 flex-1 overflow-auto">
        <Heading>{words.current}</Heading>
        {inState('current').map((version) => (
          <VersionLink
            key={version.id}
            version={version}
            isChosen={version.checklistId === chosen?.checklistId}
          />
        ))}
        <Heading>{words.drafts}</Heading>
        {drafts.length === 0 && <p className="px-3.5 pb-2 text-xs text-ink-3">{words.noDrafts}</p>}
        {drafts.map((draft) => (
          <DraftLink key={draft.id} draft={draft} />
        ))}
        {retired.length > 0 && <Heading>{words.retired}</Heading>}
        {retired.map((version) => (
          <VersionLink
            key={version.id}
            version={version}
            isChosen={version.checklistId === chosen?.checklistId}
          />
        ))}
      </div>
      <div className="flex flex-none gap-2 border-t border-line p-2">
        <Button size="small" icon="add" onPress={() => setIsNaming(true)}>
          {words.create}
        </Button>
        <Button size="small" icon="files" onPress={pickAndImport}>
          {words.importFile}
        </Button>
      </div>
      <NamingDialog
        kind="create"
        isOpen={isNaming}
        proposed=""
        onClose={() => setIsNaming(false)}
        onName={(titleZh) =>
          client('checklist.begin', { commandId: newCommandId(), kind: 'empty', titleZh })
        }
      />
    </nav>
  );
}

const noDrafts: readonly DraftSummary[] = [];

function Heading({ children }: { children: string }) {
  return <h2 className="px-3.5 pt-3 pb-1 text-xs font-normal text-ink-3">{children}</h2>;
}

const rowClass = 'block border-b border-line px-3.5 py-2 no-underline -outline-offset-2';

function VersionLink({ version, isChosen }: { version: ChecklistVersion; isChosen: boolean }) {
  const text = useText();
  const language = useLanguage((state) => state.language);
  return (
    <a
      href={hrefOf({ page: 'library', checklistId: version.checklistId })}
      aria-current={isChosen ? 'page' : undefined}
      className={classNames(
        rowClass,
        isChosen
          ? 'bg-indigo-soft text-indigo shadow-[inset_3px_0_var(--indigo)]'
          : 'text-ink hover:bg-hover',
      )}
    >
      <span className="block font-semibold">
        {language === 'en' ? version.titleEn : version.titleZh}
      </span>
      <span className="flex justify-between gap-2 text-xs text-ink-3">
        <span>{text.projects.library.items(version.items)}</span>
        <span className="truncate">
          {version.origin === 'bundled'
            ? version.version
            : `${text.checklists.nav[version.origin]} · ${version.version}`}
        </span>
      </span>
    </a>
  );
}

function DraftLink({ draft }: { draft: DraftSummary }) {
  const text = useText();
  const words = text.checklists;
  return (
    <a
      href={hrefOf({ page: 'draft', draftId: draft.id })}
      className={classNames(rowClass, 'text-ink hover:bg-hover')}
    >
      <span className="block font-semibold">{draft.head.titleZh || words.draft.untitled}</span>
      <span className="flex justify-between gap-2 text-xs text-ink-3">
        <span>{text.projects.library.items(draft.items)}</span>
        <span className={draft.problems > 0 ? 'text-amber' : 'text-teal'}>
          {words.nav.draftProblems(draft.problems)}
        </span>
      </span>
    </a>
  );
}
