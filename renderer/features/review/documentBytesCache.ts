import { useEffect, useState } from 'react';
import type { DocumentKind } from '#shared/domain/text/text.ts';
import { whenWorkspaceCloses } from '../../client/changes.ts';
import { documentBytes } from '../../client/client.ts';
import { pictureAsPdf } from '../../viewer/pdf/pictureAsPdf.ts';

/** Files kept in memory so that switching between two documents does not read them again. */
const keptFiles = 3;
const kept = new Map<string, Uint8Array>();
whenWorkspaceCloses(() => kept.clear());

export type FileState =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly bytes: Uint8Array }
  | { readonly state: 'failed'; readonly error: unknown };

/** The bytes as the reader shows them: pictures as a PDF of themselves. */
async function shownBytes(
  versionId: string,
  kind: DocumentKind,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const bytes = await documentBytes(versionId, signal);
  return kind === 'image' ? await pictureAsPdf(bytes) : bytes;
}

/** The file of a version. Draw the component anew (by its key) for another version or another try. */
export function useDocumentBytes(versionId: string, kind: DocumentKind): FileState {
  const [file, setFile] = useState<FileState>(() => {
    const bytes = kept.get(versionId);
    return bytes === undefined ? { state: 'reading' } : { state: 'read', bytes };
  });
  useEffect(() => {
    if (kept.has(versionId)) return undefined;
    const ending = new AbortController();
    shownBytes(versionId, kind, ending.signal).then(
      (bytes) => {
        keep(versionId, bytes);
        if (!ending.signal.aborted) setFile({ state: 'read', bytes });
      },
      (error: unknown) => {
        if (!ending.signal.aborted) setFile({ state: 'failed', error });
      },
    );
    return () => ending.abort();
  }, [versionId, kind]);
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
