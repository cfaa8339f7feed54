import { useState } from 'react';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { keepDevice, renewDevice } from './sharedFolderStore.ts';

/** One workspace on two machines: what it means, and the way out. */
export function CopiedWorkspace() {
  const words = useText().sharedFolder;
  return (
    <Banner tone="warning" title={words.copiedTitle}>
      <p>{words.copiedLead}</p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <RenewButton isMain />
        <Button onPress={() => attempt(keepDevice)}>{words.keep}</Button>
        <span className="text-xs text-ink-2">{words.keepNote}</span>
      </div>
    </Banner>
  );
}

/** Asks first: the keys change, and colleagues have to be given the new ones. */
export function RenewButton({ isMain = false }: { isMain?: boolean }) {
  const text = useText();
  const words = text.sharedFolder;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button {...(isMain && { tone: 'primary' as const })} onPress={() => setIsAsking(true)}>
        {words.renew}
      </Button>
      <AlertDialog
        isOpen={isAsking}
        title={words.renewTitle}
        confirmLabel={words.renew}
        cancelLabel={text.common.cancel}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          attempt(renewDevice);
        }}
      >
        {words.renewNote}
      </AlertDialog>
    </>
  );
}
