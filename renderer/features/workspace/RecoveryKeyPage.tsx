import { useState } from 'react';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { saveFile } from '../../client/saveFile.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { showToast } from '../../ui/toasts.ts';
import { DeskSheet } from './DeskSheet.tsx';
import { endInterlude, useWorkspace } from './workspaceStore.ts';

/** The recovery key, shown once. */
export function RecoveryKeyPage({ recoveryKey }: { recoveryKey: string }) {
  const text = useText();
  const words = text.workspace.recoveryKey;
  const name = useWorkspace((state) => state.status?.name ?? '');
  const [isKept, setIsKept] = useState(false);
  const handleCopy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(recoveryKey);
      showToast({ tone: 'success', message: ({ common }) => common.copied });
    });
  const handleSave = () => {
    const bytes = new TextEncoder().encode(words.fileText(name, recoveryKey));
    saveFile(bytes, words.fileName, 'text/plain');
  };
  return (
    <DeskSheet title={words.title} lead={words.lead}>
      <p className="text-ink-2">{words.keep}</p>
      <div className="rounded border border-line-2 bg-panel p-3">
        <p className="mb-1.5 text-xs text-ink-3">{`${words.label} · ${name}`}</p>
        <KeyInGroups recoveryKey={recoveryKey} />
      </div>
      <div className="no-print flex flex-wrap gap-2">
        <Button icon="copy" onPress={handleCopy}>
          {words.copy}
        </Button>
        <Button icon="save" onPress={handleSave}>
          {words.save}
        </Button>
        <Button icon="print" onPress={() => window.print()}>
          {words.print}
        </Button>
      </div>
      <div className="no-print flex flex-col gap-3 border-t border-line pt-4">
        <Checkbox isSelected={isKept} onChange={setIsKept}>
          {words.confirm}
        </Checkbox>
        <Button tone="primary" size="large" isDisabled={!isKept} onPress={endInterlude}>
          {words.next}
        </Button>
      </div>
    </DeskSheet>
  );
}

/** Its fixed beginning, then groups of eight, so that it can be read aloud and written down; copying the text still gives it whole. */
function KeyInGroups({ recoveryKey }: { recoveryKey: string }) {
  const groups = recoveryKey.match(/^AGE-SECRET-KEY-1|.{1,8}/g) ?? [];
  return (
    <p
      data-recovery-key={recoveryKey}
      className="flex flex-wrap gap-x-3 gap-y-1 font-mono text-md select-all"
    >
      {groups.map((group, index) => (
        <span key={`${index}${group}`}>{group}</span>
      ))}
    </p>
  );
}
