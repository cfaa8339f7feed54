import { useMemo, useState } from 'react';
import type { ProjectDocument } from '#shared/domain/review/document.ts';
import { type Command, useCommands } from '../../app/commands.ts';
import { attempt, errorText } from '../../app/errorText.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { navigate } from '../../app/routes.ts';
import { undoing } from '../../app/undo.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useIsLocked } from '../../ui/locked.ts';
import { Table } from '../../ui/Table.tsx';
import { showToast } from '../../ui/toasts.ts';
import { OcrPanel } from '../ocr/OcrPanel.tsx';
import { type DocumentActions, documentColumns } from './documentColumns.tsx';
import {
  currentVersion,
  reloadDocuments,
  removeDocument,
  setDocumentType,
  useDocuments,
} from './documentsStore.ts';
import { DropArea } from './DropArea.tsx';
import { IntakeProgress } from './IntakeProgress.tsx';
import { IntakeResult } from './IntakeResult.tsx';
import { pickAndTakeIn, takeIn } from './intakeStore.ts';
import { OlderTexts } from './OlderTexts.tsx';
import { compareAgain, useReread } from './rereadStore.ts';
import { LockedTexts } from './LockedTexts.tsx';
import { RenameDialog } from './RenameDialog.tsx';

/** The documents of a project: taking in, and the list. */
export function DocumentsPage({ projectId }: { projectId: string }) {
  const text = useText();
  const documents = useDocuments((state) => state.documents);
  useCommands(useMemo(() => intakeCommands(projectId), [projectId]));
  return (
    <DropArea label={text.documents.dropNow} onSources={(sources) => takeIn(projectId, sources)}>
      <IntakeProgress projectId={projectId} />
      <IntakeResult />
      <LockedTexts projectId={projectId} />
      <OcrPanel projectId={projectId} />
      <OlderTexts projectId={projectId} />
      {documents.failure !== null && (
        <div className="p-3">
          <Banner
            tone="error"
            title={text.documents.failed}
            actions={<Button onPress={() => void reloadDocuments()}>{text.common.retry}</Button>}
          >
            {errorText(documents.failure, text)}
          </Banner>
        </div>
      )}
      {documents.value?.length === 0 && <NoDocuments projectId={projectId} />}
      {documents.value && documents.value.length > 0 && (
        <DocumentTable projectId={projectId} documents={documents.value} />
      )}
    </DropArea>
  );
}

function intakeCommands(projectId: string): readonly Command[] {
  return [
    {
      id: 'documents.pickFiles',
      group: 'project',
      label: (words) => words.documents.pickFiles,
      shortcut: 'mod+o',
      isWriting: true,
      run: () => pickAndTakeIn(projectId, 'files'),
    },
    {
      id: 'documents.pickFolder',
      group: 'project',
      label: (words) => words.documents.pickFolder,
      shortcut: 'mod+shift+o',
      isWriting: true,
      run: () => pickAndTakeIn(projectId, 'folder'),
    },
  ];
}

function PickButtons({ projectId }: { projectId: string }) {
  const text = useText();
  return (
    <>
      <Button
        tone="primary"
        icon="files"
        keys="Ctrl+O"
        isWriting
        onPress={() => pickAndTakeIn(projectId, 'files')}
      >
        {text.documents.pickFiles}
      </Button>
      <Button icon="folder" isWriting onPress={() => pickAndTakeIn(projectId, 'folder')}>
        {text.documents.pickFolder}
      </Button>
    </>
  );
}

function NoDocuments({ projectId }: { projectId: string }) {
  const text = useText();
  const buttons = <PickButtons projectId={projectId} />;
  if (useIsLocked()) return <EmptyState title={text.documents.emptyTitle} actions={buttons} />;
  return (
    <div className="flex min-h-0 flex-1 p-6">
      <div className="flex flex-1 items-center justify-center rounded-md border-2 border-dashed border-line-2 bg-panel">
        <EmptyState icon="drop" title={text.documents.emptyTitle} actions={buttons}>
          <p>{text.documents.emptyHint}</p>
          <p className="mt-1 text-xs text-ink-3">{text.documents.dropHint}</p>
        </EmptyState>
      </div>
    </div>
  );
}

interface DocumentTableProps {
  projectId: string;
  documents: readonly ProjectDocument[];
}

function DocumentTable({ projectId, documents }: DocumentTableProps) {
  const text = useText();
  const isLocked = useIsLocked();
  const language = useLanguage((state) => state.language);
  const [renaming, setRenaming] = useState<ProjectDocument | null>(null);
  const older = useReread((state) => state.older);
  const columns = useMemo(() => {
    const olderIds = new Set(older.map((one) => one.documentId));
    return documentColumns(text, language, actionsFor(projectId, setRenaming), olderIds);
  }, [text, language, projectId, older]);
  const pages = documents.reduce((sum, document) => sum + (currentVersion(document).pages ?? 0), 0);
  const open = (documentId: string) => {
    const document = documents.find((candidate) => candidate.id === documentId);
    if (document) openInReview(projectId, document);
  };
  return (
    <>
      <div className="flex h-11 flex-none items-center gap-3 border-b border-line bg-panel px-3">
        <span className="text-ink-2">{text.documents.count(documents.length, pages)}</span>
        <span className="flex flex-1 items-center justify-center gap-2 text-xs text-ink-3">
          {!isLocked && (
            <>
              <Icon name="drop" size={14} />
              {text.documents.drop}
            </>
          )}
        </span>
        <PickButtons projectId={projectId} />
      </div>
      <div className="min-h-0 flex-1 bg-paper">
        <Table
          label={text.documents.title}
          columns={columns}
          rows={documents}
          rowText={(document) => document.title}
          dependencies={[columns]}
          onOpen={open}
        />
      </div>
      {renaming && <RenameDialog document={renaming} onClose={() => setRenaming(null)} />}
    </>
  );
}

function openInReview(projectId: string, document: ProjectDocument): void {
  navigate({
    page: 'project',
    projectId,
    tab: 'review',
    at: { version: currentVersion(document).id },
  });
}

function actionsFor(
  projectId: string,
  onRename: (document: ProjectDocument) => void,
): DocumentActions {
  return {
    onType: (document, type) => attempt(() => setDocumentType(document.id, type)),
    onCopySha: (sha256) =>
      attempt(async () => {
        await navigator.clipboard.writeText(sha256);
        showToast({ tone: 'success', message: (text) => text.common.copied });
      }),
    onOpen: (document) => openInReview(projectId, document),
    onRename,
    onReread: (document) =>
      compareAgain(
        projectId,
        document.versions.map((version) => version.id),
      ),
    onRemove: (document) =>
      attempt(async () => {
        await removeDocument(document.id);
        showToast({
          tone: 'success',
          message: (text) => text.documents.removed(document.title),
          action: undoing((text) => text.documents.undo),
        });
      }),
  };
}
