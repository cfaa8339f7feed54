import { DocTypeCode } from '#shared/domain/library/checklistItem.ts';
import type { ProjectDocument } from '#shared/domain/review/document.ts';
import type { Language, Messages } from '#shared/i18n/catalogue.ts';
import { formatNumber } from '../../app/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Select } from '../../ui/Select.tsx';
import type { TableColumn } from '../../ui/Table.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { currentVersion } from './documentsStore.ts';
import { WarningFlags } from './WarningFlags.tsx';

export interface DocumentActions {
  readonly onType: (document: ProjectDocument, type: DocTypeCode | null) => void;
  readonly onCopySha: (sha256: string) => void;
  readonly onOpen: (document: ProjectDocument) => void;
  readonly onRename: (document: ProjectDocument) => void;
  /** Reads every version of it again, and shows what would change. */
  readonly onReread: (document: ProjectDocument) => void;
  readonly onRemove: (document: ProjectDocument) => void;
}

type Column = TableColumn<ProjectDocument>;

/** The columns of the document list. */
export function documentColumns(
  text: Messages,
  language: Language,
  actions: DocumentActions,
  /** Documents with a text that an older reader gave. */
  olderIds: ReadonlySet<string>,
): readonly Column[] {
  const labels = text.documents.columns;
  const figures = (document: ProjectDocument) => currentVersion(document);
  return [
    {
      id: 'title',
      label: labels.title,
      isRowHeader: true,
      minWidthPx: 160,
      render: (document) => (
        <span className="flex min-w-0 items-center gap-2">
          <Icon name="file" size={14} className="text-ink-3" />
          <span title={document.title} className="truncate font-semibold">
            {document.title}
          </span>
          {olderIds.has(document.id) && (
            <OlderMark document={document} text={text} actions={actions} />
          )}
        </span>
      ),
    },
    {
      id: 'type',
      label: labels.type,
      width: 176,
      render: (document) => <TypeSelect document={document} text={text} actions={actions} />,
    },
    {
      id: 'version',
      label: labels.version,
      width: 64,
      render: (document) => (
        <span title={text.documents.versionsOf(document.versions.length)} className="text-ink-2">
          {text.words.versionNumber(figures(document).number)}
        </span>
      ),
    },
    {
      id: 'pages',
      label: labels.pages,
      width: 56,
      align: 'end',
      render: (document) => figures(document).pages ?? text.documents.noPages,
    },
    {
      id: 'characters',
      label: labels.characters,
      width: 80,
      align: 'end',
      render: (document) => formatNumber(language, figures(document).characters),
    },
    {
      id: 'flags',
      label: labels.flags,
      width: '22%',
      render: (document) => (
        <WarningFlags version={figures(document)} title={document.title} text={text} />
      ),
    },
    {
      id: 'sha256',
      label: labels.sha256,
      width: 128,
      render: (document) => (
        <ShaCell sha256={figures(document).sha256} text={text} actions={actions} />
      ),
    },
    {
      id: 'actions',
      label: labels.actions,
      isLabelHidden: true,
      width: 48,
      align: 'end',
      render: (document) => (
        <RowMenu
          document={document}
          text={text}
          actions={actions}
          canReread={olderIds.has(document.id) || isCutShort(document)}
        />
      ),
    },
  ];
}

interface CellProps {
  document: ProjectDocument;
  text: Messages;
  actions: DocumentActions;
}

/** A quiet word on the name: the text stands, and could be read better. */
function OlderMark({ document, text, actions }: CellProps) {
  const words = text.documents.reread;
  return (
    <Tooltip text={words.markNote}>
      <Button
        size="small"
        tone="quiet"
        icon="clock"
        aria-label={words.markAria(document.title)}
        onPress={() => actions.onReread(document)}
      >
        {words.mark}
      </Button>
    </Tooltip>
  );
}

/** Whether time or memory ended the reading: another time there may be more of both. */
const isCutShort = (document: ProjectDocument): boolean =>
  currentVersion(document).warnings.some((warning) => warning.code === 'reading-cut');

const untyped = 'untyped';

function TypeSelect({ document, text, actions }: CellProps) {
  return (
    <Select
      label={text.documents.typeOf(document.title)}
      isLabelHidden
      isQuiet
      size="small"
      options={[
        { id: untyped, label: text.documents.noType },
        ...DocTypeCode.options.map((code) => ({ id: code, label: text.words.docTypes[code] })),
      ]}
      value={document.type ?? untyped}
      onChange={(id) => actions.onType(document, id === untyped ? null : DocTypeCode.parse(id))}
    />
  );
}

interface ShaCellProps {
  sha256: string;
  text: Messages;
  actions: DocumentActions;
}

function ShaCell({ sha256, text, actions }: ShaCellProps) {
  return (
    <span className="flex items-center gap-1">
      <span title={sha256} className="font-mono text-xs text-ink-2">
        {sha256.slice(0, 8)}
      </span>
      <IconButton
        icon="copy"
        label={text.documents.copySha}
        onPress={() => actions.onCopySha(sha256)}
      />
    </span>
  );
}

function RowMenu({ document, text, actions, canReread }: CellProps & { canReread: boolean }) {
  const label = text.documents.menu(document.title);
  return (
    <Menu
      label={label}
      entries={[
        {
          id: 'open',
          label: text.documents.open,
          icon: 'eye',
          run: () => actions.onOpen(document),
        },
        {
          id: 'rename',
          label: text.documents.rename,
          icon: 'edit',
          isWriting: true,
          run: () => actions.onRename(document),
        },
        ...(canReread
          ? [
              {
                id: 'reread',
                label: text.documents.reread.one,
                icon: 'clock' as const,
                run: () => actions.onReread(document),
              },
            ]
          : []),
        {
          id: 'remove',
          label: text.documents.remove,
          icon: 'trash',
          isWriting: true,
          isDangerous: true,
          run: () => actions.onRemove(document),
        },
      ]}
    >
      <IconButton icon="more" label={label} />
    </Menu>
  );
}
