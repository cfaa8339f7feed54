import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  TextField,
} from 'react-aria-components';
import type { ReviewRow } from '#shared/contract/rooms/review.ts';
import { client } from '../client/client.ts';
import { useDocuments } from '../features/documents/documentsStore.ts';
import { useStatutes, wantStatutes } from '../features/law/statutesStore.ts';
import { loadProjects, useProjects } from '../features/projects/projectsStore.ts';
import { DialogOverlay } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useCommandTable } from './commands.ts';
import { attempt } from './errorText.ts';
import { useText } from './language.ts';
import { showOverlay } from './overlays.ts';
import { type PaletteEntry, type PaletteSection, paletteSections } from './paletteEntries.ts';
import { openProjectId } from './routes.ts';

const noRows: readonly ReviewRow[] = [];

/** Ctrl+K: one field that finds projects, documents, items and commands. */
export function CommandPalette() {
  const text = useText();
  const [typed, setTyped] = useState('');
  const sections = usePaletteSections(typed);
  const close = () => showOverlay(null);
  const handleAction = (key: unknown) => {
    const entries = sections.flatMap((section) => section.entries);
    const chosen = entries.find((entry) => entry.id === key);
    close();
    chosen?.run();
  };
  return (
    <DialogOverlay isOpen onClose={close} isHigh>
      <Dialog
        aria-label={text.common.palette.title}
        className="flex max-h-[70vh] w-150 max-w-[94vw] flex-col overflow-hidden rounded-md border border-line-2 bg-paper shadow-overlay outline-none"
      >
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          <TextField
            autoFocus
            aria-label={text.common.palette.title}
            className="flex h-11 flex-none items-center gap-2 border-b border-line px-3"
          >
            <Icon name="search" className="text-ink-3" />
            <Input
              placeholder={text.common.palette.placeholder}
              className="min-w-0 flex-1 bg-transparent text-md outline-none"
            />
          </TextField>
          <Menu
            aria-label={text.common.palette.title}
            items={sections}
            onAction={handleAction}
            renderEmptyState={() => (
              <p className="px-4 py-6 text-center text-ink-2">{text.common.palette.nothing}</p>
            )}
            className="min-h-0 flex-1 overflow-auto p-1 outline-none"
          >
            {(section) => <PaletteGroup section={section} />}
          </Menu>
        </Autocomplete>
        <p className="flex-none border-t border-line px-3 py-1.5 text-xs text-ink-3">
          {text.common.palette.hint}
        </p>
      </Dialog>
    </DialogOverlay>
  );
}

function PaletteGroup({ section }: { section: PaletteSection }) {
  return (
    <MenuSection id={section.id} className="pb-1">
      <Header className="px-2 pt-2 pb-0.5 text-xs text-ink-3">{section.title}</Header>
      <Collection items={section.entries}>{(entry) => <PaletteRow entry={entry} />}</Collection>
    </MenuSection>
  );
}

function PaletteRow({ entry }: { entry: PaletteEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className="flex h-8 cursor-default items-center gap-3 rounded-sm px-2 outline-none data-focused:bg-indigo-soft data-focused:text-indigo"
    >
      <span className="max-w-[60%] flex-none truncate">{entry.label}</span>
      <span className="min-w-0 flex-1 truncate text-xs text-ink-3">{entry.note}</span>
      {entry.keys && <Kbd keys={entry.keys} />}
    </MenuItem>
  );
}

function usePaletteSections(typed: string): PaletteSection[] {
  const text = useText();
  const commands = useCommandTable((state) => state.commands);
  const projects = useProjects((state) => state.list.value);
  const documents = useDocuments((state) => state.documents.value);
  const statutes = useStatutes((state) => state.statutes.value);
  const [rows, setRows] = useState(noRows);
  const projectId = openProjectId();
  useEffect(() => {
    void loadProjects();
    wantStatutes();
    if (projectId !== null)
      attempt(async () => setRows(await client('review.rows', { projectId })));
  }, [projectId]);
  return paletteSections(
    {
      commands,
      projects: projects ?? [],
      documents: documents ?? [],
      rows,
      statutes: statutes?.versions ?? [],
      projectId,
    },
    typed,
    text,
  );
}
