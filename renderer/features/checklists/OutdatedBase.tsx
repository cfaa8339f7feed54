import type { ChecklistDraft } from '#shared/domain/library/checklistVersion.ts';
import { useText } from '../../app/language.ts';
import { hrefOf } from '../../app/routes.ts';
import { Banner } from '../../ui/Banner.tsx';
import { useVersions } from '../library/versionsStore.ts';

/** Says that the list has gone on since this draft was begun: published, it would take those changes back. */
export function OutdatedBase({ draft }: { draft: ChecklistDraft }) {
  const words = useText().checklists.draft;
  const versions = useVersions((state) => state.shelf.value?.versions);
  const current = versions?.find(
    (version) => version.checklistId === draft.checklistId && version.state === 'current',
  );
  if (draft.basedOn === null || current === undefined || current.id === draft.basedOn) return null;
  const base = versions?.find((version) => version.id === draft.basedOn);
  return (
    <Banner tone="warning" title={words.outdated(current.version)}>
      <p>{words.outdatedHow(base?.version ?? words.unknownBase, current.version)}</p>
      {base !== undefined && (
        <a
          className="rounded-sm text-indigo hover:underline"
          href={hrefOf({ page: 'checklistComparison', fromId: base.id, toId: current.id })}
        >
          {words.compareWith(current.version)}
        </a>
      )}
    </Banner>
  );
}
