import type { ReviewRow } from '#shared/contract/rooms/review.ts';
import type { ProjectDocument } from '#shared/domain/review/document.ts';
import type { ProjectSummary } from '#shared/domain/review/project.ts';
import type { StatuteEntry } from '#shared/domain/law/statuteReport.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { canRun, type Command } from './commands.ts';
import { navigate } from './routes.ts';
import { shortcutLabel } from './shortcuts.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly keys: string | null;
  readonly run: () => void;
}

export interface PaletteSection {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

export interface PaletteContent {
  readonly commands: readonly Command[];
  readonly projects: readonly ProjectSummary[];
  readonly documents: readonly ProjectDocument[];
  readonly rows: readonly ReviewRow[];
  /** Versions of laws whose text is held. */
  readonly statutes: readonly StatuteEntry[];
  readonly projectId: string | null;
}

const mostPerSection = 12;

/** What the palette offers for what was typed: every word must occur, in any order, in the label or its note. */
export function paletteSections(
  content: PaletteContent,
  typed: string,
  text: Messages,
): PaletteSection[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (entry: PaletteEntry) => {
    const hay = `${entry.label} ${entry.note}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  };
  const palette = text.common.palette;
  const sections: PaletteSection[] = [
    { id: 'items', title: palette.items, entries: itemEntries(content) },
    { id: 'documents', title: palette.documents, entries: documentEntries(content) },
    { id: 'projects', title: palette.projects, entries: projectEntries(content.projects) },
    { id: 'statutes', title: text.law.tabs.statutes, entries: statuteEntries(content, text) },
    { id: 'commands', title: palette.commands, entries: commandEntries(content.commands, text) },
  ];
  const isBrowsing = words.length === 0;
  return sections
    .filter((section) => !isBrowsing || !['items', 'statutes'].includes(section.id))
    .map((section) => ({
      ...section,
      entries: section.entries
        .filter(matches)
        .slice(0, isBrowsing && section.id === 'commands' ? undefined : mostPerSection),
    }))
    .filter((section) => section.entries.length > 0);
}

function commandEntries(commands: readonly Command[], text: Messages): PaletteEntry[] {
  return commands
    .filter((command) => command.id !== 'palette.open' && canRun(command))
    .map((command) => ({
      id: `command:${command.id}`,
      label: command.label(text),
      note: text.common.shortcuts.groups[command.group],
      keys: command.shortcut ? shortcutLabel(command.shortcut) : null,
      run: command.run,
    }));
}

function projectEntries(projects: readonly ProjectSummary[]): PaletteEntry[] {
  return projects.map((project) => ({
    id: `project:${project.id}`,
    label: project.name,
    note: project.client,
    keys: null,
    run: () => navigate({ page: 'project', projectId: project.id, tab: 'overview', at: {} }),
  }));
}

function documentEntries({ documents, projectId }: PaletteContent): PaletteEntry[] {
  if (projectId === null) return [];
  return documents.flatMap((document) => {
    const version = document.versions.at(-1);
    if (!version) return [];
    return {
      id: `document:${document.id}`,
      label: document.title,
      note: version.fileName,
      keys: null,
      run: () =>
        navigate({ page: 'project', projectId, tab: 'review', at: { version: version.id } }),
    };
  });
}

function statuteEntries({ statutes }: PaletteContent, { law }: Messages): PaletteEntry[] {
  return [...statutes]
    .filter(({ isReadable }) => isReadable)
    .sort((a, b) => b.versionDate.localeCompare(a.versionDate))
    .map(({ id, title, versionDate, standing }) => ({
      id: `statute:${id}`,
      label: title,
      note: `${law.statutes.versionOf(versionDate)} ${law.statutes.standings[standing]}`,
      keys: null,
      run: () => navigate({ page: 'statute', versionId: id, article: null }),
    }));
}

function itemEntries({ rows, projectId }: PaletteContent): PaletteEntry[] {
  if (projectId === null) return [];
  return rows.map((row) => ({
    id: `item:${row.itemId}`,
    label: `${row.number} ${row.title}`,
    note: row.question,
    keys: null,
    run: () => navigate({ page: 'project', projectId, tab: 'review', at: { item: row.itemId } }),
  }));
}
