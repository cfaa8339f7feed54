import type { ErrorCode } from '#shared/contract/errors.ts';
import type { Session } from '../session.ts';

/** Why received contents were not read, as long as the workspace is open; they are tried again after the next opening. */
const refused = new WeakMap<Session, Map<string, ErrorCode>>();

export function noteRefusal(session: Session, sha256: string, code: ErrorCode): void {
  const known = refused.get(session) ?? new Map<string, ErrorCode>();
  refused.set(session, known.set(sha256, code));
}

/** The code of the failure; null where none is remembered. */
export function refusedFor(session: Session, sha256: string): ErrorCode | null {
  return refused.get(session)?.get(sha256) ?? null;
}
