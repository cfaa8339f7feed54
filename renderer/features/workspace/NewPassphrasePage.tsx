import { type SyntheticEvent, useState } from 'react';
import { errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import { DeskSheet } from './DeskSheet.tsx';
import { isPassphraseReady, NewPassphraseFields } from './NewPassphraseFields.tsx';
import { changePassphrase, endInterlude } from './workspaceStore.ts';

/** After opening with the recovery key: a new passphrase, now or later. */
export function NewPassphrasePage({ recoveryKey }: { recoveryKey: string }) {
  const text = useText();
  const words = text.workspace.newPassphrase;
  const labels = text.workspace.settings.passphrase;
  const [secret, setSecret] = useState({ passphrase: '', again: '' });
  const [isChecked, setIsChecked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isPassphraseReady(secret) || isPending) return;
    setIsPending(true);
    setFailure(null);
    void changePassphrase('recovery', recoveryKey, secret.passphrase).then(
      () => {
        showToast({ tone: 'success', message: ({ workspace }) => workspace.newPassphrase.changed });
        endInterlude();
      },
      (error: unknown) => {
        setFailure(error);
        setIsPending(false);
      },
    );
  };

  return (
    <DeskSheet title={words.title} lead={words.lead}>
      <form className="flex flex-col gap-4" onSubmit={handleSubmit} noValidate>
        <NewPassphraseFields
          labels={[labels.next, labels.again]}
          value={secret}
          onChange={setSecret}
          isChecked={isChecked}
        />
        {failure !== null && <Banner tone="error">{errorText(failure, text)}</Banner>}
        <Button type="submit" tone="primary" size="large" isPending={isPending}>
          {words.set}
        </Button>
        <Button tone="quiet" onPress={endInterlude}>
          {words.later}
        </Button>
      </form>
    </DeskSheet>
  );
}
