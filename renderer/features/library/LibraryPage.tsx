import { useEffect } from 'react';
import type { ChecklistVersion } from '#shared/domain/library/checklistVersion.ts';
import { attempt, errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DropArea } from '../documents/DropArea.tsx';
import { LibraryTabs } from '../law/LibraryTabs.tsx';
import { ChecklistImports } from './ChecklistImports.tsx';
import { ChecklistNav } from './ChecklistNav.tsx';
import { importChecklists } from './checklistImportStore.ts';
import { useItemHome } from './itemHome.ts';
import { VersionItems } from './VersionItems.tsx';
import { reloadVersions, useVersions, versionsOf, wantVersions } from './versionsStore.ts';

interface LibraryPageProps {
  checklistId: string | null;
  /** The version to show; the current one without. */
  versionId: string | null;
  /** The item to open; its checklist is opened with it. */
  itemId: string | null;
}

/** Checklists in all their versions and drafts, the items of one, one item in full. */
export function LibraryPage(props: LibraryPageProps) {
  const text = useText();
  const { value, failure } = useVersions((state) => state.shelf);
  useEffect(wantVersions, []);
  return (
    <>
      <LibraryTabs current="checklists" />
      <DropArea
        label={text.checklists.nav.dropNow}
        onSources={(sources) => importChecklists(sources)}
      >
        <ChecklistImports />
        {failure !== null && (
          <div className="p-4">
            <Banner
              tone="error"
              title={text.projects.library.failed}
              actions={<Button onPress={() => attempt(reloadVersions)}>{text.common.retry}</Button>}
            >
              {errorText(failure, text)}
            </Banner>
          </div>
        )}
        {value === null && failure === null && (
          <p className="p-6 text-ink-3">{text.common.loading}</p>
        )}
        {value !== null && <Shelf {...props} versions={value.versions} />}
      </DropArea>
    </>
  );
}

function Shelf({
  checklistId,
  versionId,
  itemId,
  versions,
}: LibraryPageProps & { versions: readonly ChecklistVersion[] }) {
  const words = useText().projects.library;
  const home = useItemHome(checklistId === null ? itemId : null);
  const listId = checklistId ?? home ?? firstList(versions);
  const own = versionsOf(versions, listId ?? '');
  const chosen =
    own.find((version) => version.id === versionId) ??
    own.find((version) => version.state === 'current') ??
    own[0];
  return (
    <div className="flex min-h-0 flex-1">
      <ChecklistNav versions={versions} chosen={chosen ?? null} />
      {chosen === undefined ? (
        <EmptyState icon="library" title={words.empty} />
      ) : (
        <VersionItems
          key={`${chosen.id}/${itemId ?? ''}`}
          version={chosen}
          siblings={own}
          begin={itemId}
        />
      )}
    </div>
  );
}

function firstList(versions: readonly ChecklistVersion[]): string | null {
  const [first] = [...versions]
    .filter((version) => version.state === 'current')
    .sort((a, b) => a.order - b.order);
  return first?.checklistId ?? null;
}
