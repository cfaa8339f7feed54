import { type SyntheticEvent, useState } from 'react';
import { errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { DeskSheet } from './DeskSheet.tsx';
import { unlockWithPassphrase, unlockWithRecoveryKey, useWorkspace } from './workspaceStore.ts';

/** Opens a locked workspace; the page that was open waits behind it. */
export function UnlockPage() {
  const text = useText();
  const words = text.workspace.unlock;
  const status = useWorkspace((state) => state.status);
  const [kind, setKind] = useState<'passphrase' | 'recovery'>('passphrase');
  const [secret, setSecret] = useState('');
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (secret.trim() === '') {
      setError(words.missing);
      return;
    }
    setIsPending(true);
    setError(null);
    const opening =
      kind === 'passphrase'
        ? unlockWithPassphrase(secret)
        : unlockWithRecoveryKey(secret.replace(/\s+/g, ''));
    void opening.catch((failure: unknown) => {
      setError(errorText(failure, text));
      setIsPending(false);
    });
  };
  const handleSwitch = () => {
    setKind(kind === 'passphrase' ? 'recovery' : 'passphrase');
    setSecret('');
    setError(null);
  };

  return (
    <DeskSheet title={status?.name || words.title} lead={words.folder(status?.folder ?? '')}>
      <form className="flex flex-col gap-4" onSubmit={handleSubmit} noValidate>
        {kind === 'passphrase' ? (
          <TextField
            key="passphrase"
            label={words.passphrase}
            type="password"
            size="large"
            autoFocus
            autoComplete="current-password"
            value={secret}
            onChange={setSecret}
            error={error}
          />
        ) : (
          <TextArea
            key="recovery"
            label={words.recoveryKey}
            autoFocus
            value={secret}
            onChange={setSecret}
            description={words.recoveryHint}
            error={error}
          />
        )}
        <Button type="submit" tone="primary" size="large" isPending={isPending}>
          {isPending ? words.unlocking : words.unlock}
        </Button>
        <Button tone="quiet" icon="key" onPress={handleSwitch}>
          {kind === 'passphrase' ? words.useRecovery : words.usePassphrase}
        </Button>
      </form>
    </DeskSheet>
  );
}
