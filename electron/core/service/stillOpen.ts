import { AppError } from '#shared/contract/errors.ts';
import type { Desk } from '../desk.ts';
import type { Session } from '../session.ts';

/** To be asked after every wait before a session is used again. Errors: `workspace-locked` where it was closed meanwhile. */
export function requireStillOpen(desk: Desk, session: Session): void {
  if (desk.session() !== session) throw new AppError('workspace-locked');
}
