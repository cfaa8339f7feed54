import { whenWorkspaceCloses } from '../../client/changes.ts';
import type { ReaderPlace } from '../../viewer/reader.ts';

/** Where each document was left, for as long as the workspace is open: lawyers go back and forth between them. */
const places = new Map<string, ReaderPlace>();
whenWorkspaceCloses(() => places.clear());

export function rememberPlace(versionId: string, place: ReaderPlace): void {
  places.set(versionId, place);
}

export function rememberedPlace(versionId: string): ReaderPlace | null {
  return places.get(versionId) ?? null;
}
