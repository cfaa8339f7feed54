import { useState, type FormEvent } from 'react';
import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { retryWithPassword } from './intakeStore.ts';

/** Asks for the password of a refused PDF and takes the file in with it. */
export function PasswordRetry({
  line,
  token,
}: {
  readonly line: IntakeLine;
  readonly token: string;
}) {
  const words = useText().documents.intake;
  const [password, setPassword] = useState('');
  const [isTrying, setIsTrying] = useState(false);
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (password === '' || isTrying) return;
    setIsTrying(true);
    attempt(() => retryWithPassword(line, token, password).finally(() => setIsTrying(false)));
  };
  return (
    <form onSubmit={handleSubmit} className="mt-1 mb-1 flex max-w-80 items-start gap-2">
      <div className="flex-1">
        <TextField
          label={words.passwordOf(line.path)}
          isLabelHidden
          type="password"
          autoComplete="off"
          maxLength={500}
          placeholder={words.passwordPlaceholder}
          value={password}
          onChange={setPassword}
        />
      </div>
      <Button type="submit" isDisabled={password === '' || isTrying}>
        {words.retry}
      </Button>
    </form>
  );
}
