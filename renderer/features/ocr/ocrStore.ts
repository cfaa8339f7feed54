import { create } from 'zustand';
import type {
  RecognitionAction,
  RecognitionStatus,
} from '#shared/domain/recognition/recognitionStatus.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client, keepsFolders, pickSources } from '../../client/client.ts';
import { inTurn, type Resource, unread } from '../../client/resource.ts';

interface OcrState {
  readonly projectId: string | null;
  readonly status: Resource<RecognitionStatus>;
}

const begin: OcrState = { projectId: null, status: unread };

export const useOcr = create<OcrState>()(() => begin);

const readStatus = inTurn(async () => {
  const { projectId } = useOcr.getState();
  if (projectId === null) return;
  const status = await client('ocr.status', { projectId }).then(
    (value) => ({ value, failure: null }),
    (failure: unknown) => ({ value: useOcr.getState().status.value, failure }),
  );
  if (useOcr.getState().projectId === projectId) useOcr.setState({ status });
});

/** Follows the scanned pages of one project. */
export async function followOcr(projectId: string): Promise<void> {
  if (useOcr.getState().projectId !== projectId) useOcr.setState({ ...begin, projectId });
  await readStatus();
}

/** Asks the queue for something; `versionId` null means every document of the project. */
export async function controlOcr(
  versionId: string | null,
  action: RecognitionAction,
): Promise<void> {
  const { projectId } = useOcr.getState();
  if (projectId === null) return;
  const value = await client('ocr.control', { projectId, versionId, action });
  if (useOcr.getState().projectId === projectId) {
    useOcr.setState({ status: { value, failure: null } });
  }
}

/** Asks for the folder with the model, in a browser for the model's file; false when none was chosen. */
export async function chooseModel(): Promise<boolean> {
  const [source] = await pickSources(keepsFolders ? 'folder' : 'files');
  if (source === undefined) return false;
  await client('ocr.setModel', { source });
  await readStatus();
  return true;
}

export async function forgetModel(): Promise<void> {
  await client('ocr.setModel', { source: null });
  await readStatus();
}

whenDataChanges((event) => {
  const isOurs = event.entities.some((entity) =>
    ['recognition', 'text', 'document'].includes(entity),
  );
  if (isOurs) void readStatus();
});
whenWorkspaceCloses(() => useOcr.setState(begin));
