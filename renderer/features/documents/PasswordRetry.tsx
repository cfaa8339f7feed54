import type { IntakeLine } from '#shared/contract/rooms/document.ts';
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
  return (
    <PasswordForm
      file={line.path}
      onPassword={(password) => retryWithPassword(line, token, password)}
    />
  );
}
