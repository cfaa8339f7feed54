import { useState } from 'react';
import type { ChecklistVersion } from '#shared/domain/library/checklistVersion.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { navigate } from '../../app/routes.ts';
import { undoing } from '../../app/undo.ts';
import { client, handoffBytes } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { saveFile } from '../../client/saveFile.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { showToast } from '../../ui/toasts.ts';
import { NamingDialog } from './NamingDialog.tsx';
import { retireVersion } from './versionsStore.ts';

interface ChecklistActionsProps {
  version: ChecklistVersion;
  /** The version that it took the place of; null for the first. */
  earlier: ChecklistVersion | null;
}

/** What can be done with a version: revise, copy, compare, export, take out of use. */
export function ChecklistActions({ version, earlier }: ChecklistActionsProps) {
  const words = useText().checklists.actions;
  const [isNaming, setIsNaming] = useState(false);
  const isRetired = version.state === 'retired';
  const entries: MenuEntry[] = [
    { id: 'copy', label: words.copy, icon: 'copy', run: () => setIsNaming(true) },
    {
      id: 'compare',
      label: words.compare,
      icon: 'eye',
      isDisabled: earlier === null,
      run: () => {
        if (earlier !== null)
          navigate({ page: 'checklistComparison', fromId: earlier.id, toId: version.id });
      },
    },
    ...(['xlsx', 'yaml', 'pack'] as const).map((format) => ({
      id: format,
      label: words[format],
      icon: 'save' as const,
      run: () => exportVersion(version, format),
    })),
    {
      id: 'retire',
      label: isRetired ? words.restore : words.retire,
      icon: 'foldLeft',
      isDisabled: version.state === 'superseded',
      run: () => retire(version, !isRetired),
    },
  ];
  return (
    <div className="flex items-center gap-1">
      <Button size="small" icon="edit" onPress={() => begin(version)}>
        {words.edition}
      </Button>
      <Menu label={words.label} entries={entries}>
        <IconButton icon="more" label={words.label} />
      </Menu>
      <NamingDialog
        kind="copy"
        isOpen={isNaming}
        proposed={version.titleZh}
        onClose={() => setIsNaming(false)}
        onName={(titleZh) =>
          client('checklist.begin', {
            commandId: newCommandId(),
            kind: 'copy',
            versionId: version.id,
            titleZh,
          })
        }
      />
    </div>
  );
}

/** Begins the next version of the same list. */
function begin({ id }: ChecklistVersion): void {
  attempt(async () => {
    const draft = await client('checklist.begin', {
      commandId: newCommandId(),
      kind: 'edition',
      versionId: id,
    });
    navigate({ page: 'draft', draftId: draft.id });
  });
}

function exportVersion({ id }: ChecklistVersion, format: 'xlsx' | 'yaml' | 'pack'): void {
  attempt(async () => {
    const { fileId, fileName } = await client('checklist.export', {
      commandId: newCommandId(),
      versionIds: [id],
      format,
    });
    saveFile(await handoffBytes(fileId), fileName, 'application/octet-stream');
    showToast({
      tone: 'success',
      message: (text) => text.checklists.actions.exported(fileName),
    });
  });
}

function retire(version: ChecklistVersion, isRetired: boolean): void {
  attempt(async () => {
    await retireVersion(version.id, isRetired);
    showToast({
      message: ({ checklists: { actions } }) =>
        isRetired ? actions.retired(version.titleZh) : actions.restored(version.titleZh),
      action: undoing((text) => text.checklists.actions.undo),
    });
  });
}
