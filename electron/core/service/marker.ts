import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkspaceFolder } from '../db/folder.ts';
import { writeDurably } from '../db/key.ts';

/** What stands unencrypted in `workspace.json`: that this is a workspace, and whether a secret opens it. */
const Marker = z.object({
  format: z.literal('counsel-desk/workspace'),
  isEncrypted: z.boolean(),
});
export type Marker = z.infer<typeof Marker>;

/** Errors: `workspace-damaged` where the marker is gone or not ours. */
export function readMarker(folder: WorkspaceFolder): Marker {
  try {
    return Marker.parse(JSON.parse(readFileSync(folder.marker, 'utf8')));
  } catch (cause) {
    throw new AppError('workspace-damaged', { file: folder.marker }, { cause });
  }
}

export function writeMarker(folder: WorkspaceFolder, isEncrypted: boolean): void {
  const marker: Marker = { format: 'counsel-desk/workspace', isEncrypted };
  writeDurably(folder.marker, Buffer.from(`${JSON.stringify(marker)}\n`, 'utf8'));
}
