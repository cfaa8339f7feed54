import { type Client, makeClient } from '#shared/contract/client.ts';
import type { CoreEvent } from '#shared/contract/contract.ts';
import { type Bridge, ConnectionLost, type SourceKind } from './bridge.ts';
import { droppedFiles } from './droppedFiles.ts';
import { documentHeaders, makeLoopback } from './loopback.ts';
import { followWrite } from './writes.ts';

const bridge: Bridge = window.desk ?? makeLoopback();
const plainClient = makeClient((channel, input) => bridge.call(channel, input));

/** Calls the core. Whatever carries a `commandId` writes, and shows in the footer as being saved. */
export const client: Client = (channel, input) =>
  'commandId' in input
    ? followWrite(() => plainClient(channel, input), Date.now)
    : plainClient(channel, input);

/** Listens to what the core tells unasked; returns what ends it. */
export function onEvent(listener: (event: CoreEvent) => void): () => void {
  return bridge.on(listener);
}

/** Whether a chosen folder can be read again later: in a browser its files are handed over once. */
export const keepsFolders = window.desk !== undefined;

export function pickSources(kind: SourceKind): Promise<readonly string[]> {
  return bridge.pickSources(kind);
}

/** Tokens for dropped files and folders. Call it inside the drop handler. */
export async function sourcesOfDrop(transfer: DataTransfer): Promise<readonly string[]> {
  const files = await droppedFiles(transfer, window.desk !== undefined);
  return files.length === 0 ? [] : bridge.sourcesOf(files);
}

export function sourcesOf(files: readonly File[]): Promise<readonly string[]> {
  return bridge.sourcesOf(files);
}

/** The bytes of a document version, as it was taken in. */
export function documentBytes(versionId: string, signal?: AbortSignal): Promise<Uint8Array> {
  return bytesAt(`/document/${encodeURIComponent(versionId)}`, signal);
}

/** The bytes of a written memo. */
export function memoBytes(memoId: string, signal?: AbortSignal): Promise<Uint8Array> {
  return bytesAt(`/memo/${encodeURIComponent(memoId)}`, signal);
}

/** The bytes of a package that was built for handing over; they can be fetched once. */
export function handoffBytes(fileId: string, signal?: AbortSignal): Promise<Uint8Array> {
  return bytesAt(`/handoff/${encodeURIComponent(fileId)}`, signal);
}

async function bytesAt(path: string, signal?: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(path, { headers: documentHeaders(), ...(signal && { signal }) });
  if (!response.ok) throw new ConnectionLost({ cause: response.status });
  return new Uint8Array(await response.arrayBuffer());
}
