import type { Input } from '#shared/contract/contract.ts';
import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import type { Source } from '../../electron/core/ports.ts';
import type { DeskCore } from './deskCore.ts';

/** Takes files into a project, as new documents of no type unless the order says otherwise; a line for each file. */
export async function takeIn(
  desk: DeskCore,
  projectId: string,
  sources: readonly Source[],
  order: Partial<Omit<Input<'document.intake'>, 'projectId' | 'sources'>> = {},
): Promise<IntakeLine[]> {
  const { files } = await desk.call('document.intake', {
    commandId: desk.id(),
    jobId: desk.id(),
    projectId,
    sources: sources.map((source) => desk.token(source)),
    type: null,
    supersedes: null,
    ...order,
  });
  return files;
}

/** A file handed over as its bytes. */
export const bytesSource = (name: string, bytes: Uint8Array): Source => ({
  kind: 'bytes',
  name,
  bytes,
});
