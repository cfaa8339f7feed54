import { create } from 'zustand';
import type { StatuteReading } from '#shared/domain/law/statuteReport.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import type { Resource } from '../../client/resource.ts';
import { touchesStatutes } from './statutesStore.ts';

interface ReadingsState {
  readonly readings: Readonly<Record<string, Resource<StatuteReading>>>;
}

const begin: ReadingsState = { readings: {} };

/** Texts of versions as they were read. */
export const useReadings = create<ReadingsState>()(() => begin);

whenWorkspaceCloses(() => useReadings.setState(begin));
whenDataChanges((event) => {
  if (!touchesStatutes(event.entities)) return;
  const held = Object.keys(useReadings.getState().readings);
  // What is shown stays until it is read again: its standing may have changed with another version.
  for (const versionId of held) void read(versionId);
});

/** Reads a version's text where it has not been read. */
export async function wantReading(versionId: string): Promise<void> {
  if (useReadings.getState().readings[versionId]?.value) return;
  await read(versionId);
}

async function read(versionId: string): Promise<void> {
  const answer: Resource<StatuteReading> = await client('statute.articles', { versionId }).then(
    (value) => ({ value, failure: null }),
    (failure: unknown) => ({ value: null, failure }),
  );
  useReadings.setState(({ readings }) => ({ readings: { ...readings, [versionId]: answer } }));
}
