/** A new id for a command or a job: a retry with the same id changes nothing. */
export function newCommandId(): string {
  return crypto.randomUUID();
}
