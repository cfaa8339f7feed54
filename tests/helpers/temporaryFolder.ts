import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A new empty folder of the system's temporary place. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'counsel-desk-test-'));
}
