import { create } from 'zustand';
import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import type { DocTypeCode } from '#shared/domain/library/checklistItem.ts';
import type { DocumentVersion, ProjectDocument } from '#shared/domain/review/document.ts';
import type { ExtractWarning } from '#shared/domain/text/text.ts';
import { unreadPages } from '#shared/domain/text/unread.ts';
import { isAbout, whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { inTurn, type Resource, unread } from '../../client/resource.ts';

interface DocumentsState {
  readonly projectId: string | null;
  readonly documents: Resource<readonly ProjectDocument[]>;
  /** What the last intakes of this project said of each file, newest intake first. */
  readonly lines: readonly IntakeLine[];
}

const begin: DocumentsState = { projectId: null, documents: unread, lines: [] };

export const useDocuments = create<DocumentsState>()(() => begin);

const readDocuments = inTurn(async () => {
  const { projectId } = useDocuments.getState();
  if (projectId === null) return;
  const answer = await client('document.list', { projectId }).then(
    (value) => ({ value, failure: null }),
    (failure: unknown) => ({ value: useDocuments.getState().documents.value, failure }),
  );
  if (useDocuments.getState().projectId === projectId) useDocuments.setState({ documents: answer });
});

/** Follows the documents of one project; null forgets them. */
export function followDocuments(projectId: string | null): void {
  if (useDocuments.getState().projectId === projectId) return;
  useDocuments.setState({ ...begin, projectId });
  void readDocuments();
}

export function reloadDocuments(): Promise<void> {
  return readDocuments();
}

const statusOrder = ['refused', 'duplicate', 'added'] as const;

/** Adds the result of an intake: what was not taken in comes first, since it asks for something to be done. */
export function addLines(lines: readonly IntakeLine[]): void {
  const rank = (line: IntakeLine) => statusOrder.indexOf(line.status);
  const sorted = [...lines].sort((a, b) => rank(a) - rank(b));
  useDocuments.setState((state) => ({ lines: [...sorted, ...state.lines] }));
}

/** Puts what became of a second attempt in the place of the line that was refused. */
export function replaceLine(old: IntakeLine, lines: readonly IntakeLine[]): void {
  useDocuments.setState((state) => ({
    lines: state.lines.flatMap((line) => (line === old ? lines : [line])),
  }));
}

export function clearLines(): void {
  useDocuments.setState({ lines: [] });
}

export async function setDocumentType(documentId: string, type: DocTypeCode | null): Promise<void> {
  take(await client('document.setType', { commandId: newCommandId(), documentId, type }));
}

export async function renameDocument(documentId: string, title: string): Promise<void> {
  take(await client('document.rename', { commandId: newCommandId(), documentId, title }));
}

export async function removeDocument(documentId: string): Promise<void> {
  await client('document.remove', { commandId: newCommandId(), documentId });
  await readDocuments();
}

function take(changed: ProjectDocument): void {
  useDocuments.setState(({ documents }) => ({
    documents: {
      failure: null,
      value:
        documents.value?.map((document) => (document.id === changed.id ? changed : document)) ??
        null,
    },
  }));
}

/** The version under review: the newest. */
export function currentVersion(document: ProjectDocument): DocumentVersion {
  return document.versions.reduce((newest, version) =>
    version.number > newest.number ? version : newest,
  );
}

const pageCodes: readonly ExtractWarning['code'][] = unreadPages;

/** Pages of the current versions in which nothing can be searched. */
export function unsearchablePages(documents: readonly ProjectDocument[]): number {
  return documents
    .flatMap((document) => currentVersion(document).warnings)
    .filter((warning) => pageCodes.includes(warning.code))
    .reduce((sum, warning) => sum + warning.count, 0);
}

whenDataChanges((event) => {
  const { projectId } = useDocuments.getState();
  if (projectId !== null && isAbout(event, projectId)) void readDocuments();
});
whenWorkspaceCloses(() => useDocuments.setState(begin));
