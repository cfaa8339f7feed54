import { type SyntheticEvent, useState } from 'react';
import { errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { isPassphraseReady, NewPassphraseFields } from './NewPassphraseFields.tsx';
import { changePassphrase } from './workspaceStore.ts';

const empty = { passphrase: '', again: '' };

/** Folded until asked for: three fields that are rarely needed. */
export function ChangePassphraseForm() {
  const text = useText();
  const words = text.workspace.settings.passphrase;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {isOpen ? (
        <PassphraseFields onClose={() => setIsOpen(false)} />
      ) : (
        <div>
          <Button icon="key" onPress={() => setIsOpen(true)}>
            {words.change}
          </Button>
        </div>
      )}
      <p className="text-xs text-ink-3">{words.hint}</p>
    </>
  );
}

function PassphraseFields({ onClose }: { onClose: () => void }) {
  const text = useText();
  const words = text.workspace.settings.passphrase;
  const [current, setCurrent] = useState('');
  const [secret, setSecret] = useState(empty);
  const [isChecked, setIsChecked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isPassphraseReady(secret) || isPending) return;
    setIsPending(true);
    setError(null);
    void changePassphrase('passphrase', current, secret.passphrase).then(
      () => {
        showToast({
          tone: 'success',
          message: ({ workspace }) => workspace.settings.passphrase.changed,
        });
        onClose();
      },
      (failure: unknown) => {
        setError(errorText(failure, text));
        setIsPending(false);
      },
    );
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={handleSubmit} noValidate>
      <TextField
        label={words.current}
        type="password"
        autoFocus
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={error}
      />
      <NewPassphraseFields
        labels={[words.next, words.again]}
        value={secret}
        onChange={setSecret}
        isChecked={isChecked}
      />
      <div className="flex gap-2">
        <Button type="submit" tone="primary" isPending={isPending}>
          {words.change}
        </Button>
        <Button onPress={onClose}>{text.common.cancel}</Button>
      </div>
    </form>
  );
}
