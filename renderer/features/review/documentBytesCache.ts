import { useEffect, useState } from 'react';
import { whenWorkspaceCloses } from '../../client/changes.ts';
import { documentBytes } from '../../client/client.ts';

/** Files kept in memory so that switching between two documents does not read them again. */
const keptFiles = 3;
const kept = new Map<string, Uint8Array>();
whenWorkspaceCloses(() => kept.clear());

export type FileState =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly bytes: Uint8Array }
  | { readonly state: 'failed'; readonly error: unknown };

/** The file of a version. Draw the component anew (by its key) for another version or another try. */
export function useDocumentBytes(versionId: string): FileState {
  const [file, setFile] = useState<FileState>(() => {
    const bytes = kept.get(versionId);
    return bytes === undefined ? { state: 'reading' } : { state: 'read', bytes };
  });
  useEffect(() => {
    if (kept.has(versionId)) return undefined;
    const ending = new AbortController();
    documentBytes(versionId, ending.signal).then(
      (bytes) => {
        keep(versionId, bytes);
        if (!ending.signal.aborted) setFile({ state: 'read', bytes });
      },
      (error: unknown) => {
        if (!ending.signal.aborted) setFile({ state: 'failed', error });
      },
    );
    return () => ending.abort();
  }, [versionId]);
  return file;
}

function keep(versionId: string, bytes: Uint8Array): void {
  kept.delete(versionId);
  kept.set(versionId, bytes);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptFiles) break;
    kept.delete(oldest);
  }
}
