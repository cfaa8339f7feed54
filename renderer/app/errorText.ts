import type { ErrorCode, ErrorParams } from '#shared/contract/errors.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { showToast } from '../ui/toasts.ts';
import { ConnectionLost } from '../client/bridge.ts';
import { textNow } from './language.ts';

/** What went wrong, in the reader's words. */
export function errorText(error: unknown, text: Messages = textNow()): string {
  if (error instanceof AppError) return failureText(error, text);
  if (error instanceof ConnectionLost) return text.common.connectionLost;
  return failureText({ code: 'internal', params: {} }, text);
}

/** The words for a failure that came as a value: a line of an intake. */
export function failureText(
  failure: { code: ErrorCode; params: ErrorParams },
  text: Messages = textNow(),
): string {
  const words: Partial<Record<ErrorCode, (params: ErrorParams) => string>> = text.errors;
  return words[failure.code]?.(failure.params) ?? text.common.unknownFailure(failure.code);
}

/** Runs something the person asked for; when it fails, a notice says so and stays. */
export function attempt(run: () => Promise<unknown>): void {
  void run().catch((error: unknown) => {
    showToast({ tone: 'error', message: (text) => errorText(error, text) });
  });
}
