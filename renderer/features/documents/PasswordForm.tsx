import { useState, type FormEvent } from 'react';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Asks for the password of a file. */
export function PasswordForm({
  file,
  submitLabel,
  onPassword,
}: {
  readonly file: string;
  readonly submitLabel: string;
  readonly onPassword: (password: string) => Promise<unknown>;
}) {
  const words = useText().documents.intake;
  const [password, setPassword] = useState('');
  const [isTrying, setIsTrying] = useState(false);
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (password === '' || isTrying) return;
    setIsTrying(true);
    attempt(() => onPassword(password).finally(() => setIsTrying(false)));
  };
  return (
    <form onSubmit={handleSubmit} className="mt-1 mb-1 flex max-w-80 items-start gap-2">
      <div className="flex-1">
        <TextField
          label={words.passwordOf(file)}
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
        {submitLabel}
      </Button>
    </form>
  );
}
