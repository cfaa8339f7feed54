import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import { useText } from '../../app/language.ts';
import { retryWithPassword } from './intakeStore.ts';
import { PasswordForm } from './PasswordForm.tsx';

/** Asks for the password of a refused file and takes it in with it. */
export function PasswordRetry({
  line,
  token,
}: {
  readonly line: IntakeLine;
  readonly token: string;
}) {
  const words = useText().documents.intake;
  return (
    <PasswordForm
      file={line.path}
      submitLabel={words.retry}
      onPassword={(password) => retryWithPassword(line, token, password)}
    />
  );
}
