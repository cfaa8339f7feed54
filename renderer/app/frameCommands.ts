import type { Messages } from '#shared/i18n/catalogue.ts';
import {
  canLock,
  isWorkspaceOpen,
  lockWorkspace,
  useWorkspace,
} from '../features/workspace/workspaceStore.ts';
import type { Command } from './commands.ts';
import { attempt } from './errorText.ts';
import { setLanguage } from './language.ts';
import { showOverlay } from './overlays.ts';
import { navigate, openProjectId, type ProjectTab } from './routes.ts';
import { setTheme, type Theme } from './theme.ts';
import { redo, undo } from './undo.ts';

const isOpen = () => isWorkspaceOpen(useWorkspace.getState());
const isInProject = () => isOpen() && openProjectId() !== null;

function tabCommand(tab: ProjectTab, key: string, label: (text: Messages) => string): Command {
  return {
    id: `go.${tab}`,
    group: 'go',
    label,
    shortcut: `alt+${key}`,
    isOnWhileTyping: true,
    when: isInProject,
    run: () => {
      const projectId = openProjectId();
      if (projectId !== null) navigate({ page: 'project', projectId, tab, at: {} });
    },
  };
}

function themeCommand(theme: Theme, label: (text: Messages) => string): Command {
  return { id: `theme.${theme}`, group: 'view', label, run: () => setTheme(theme) };
}

/** What can be done from every screen. */
export const frameCommands: readonly Command[] = [
  {
    id: 'palette.open',
    group: 'go',
    label: (text) => text.common.commands.openPalette,
    shortcut: 'mod+k',
    isOnWhileTyping: true,
    when: isOpen,
    run: () => showOverlay('palette'),
  },
  {
    id: 'shortcuts.show',
    group: 'view',
    label: (text) => text.common.commands.showShortcuts,
    shortcut: '?',
    alsoOn: ['？', 'f1'],
    run: () => showOverlay('shortcuts'),
  },
  {
    id: 'history.undo',
    group: 'edit',
    label: (text) => text.common.commands.undo,
    shortcut: 'mod+z',
    when: isOpen,
    run: undo,
  },
  {
    id: 'history.redo',
    group: 'edit',
    label: (text) => text.common.commands.redo,
    shortcut: 'mod+shift+z',
    alsoOn: ['mod+y'],
    when: isOpen,
    run: redo,
  },
  {
    id: 'go.projects',
    group: 'go',
    label: (text) => text.common.commands.goProjects,
    shortcut: 'alt+0',
    isOnWhileTyping: true,
    when: isOpen,
    run: () => navigate({ page: 'projects' }),
  },
  tabCommand('overview', '1', (text) => text.common.commands.goOverview),
  tabCommand('documents', '2', (text) => text.common.commands.goDocuments),
  tabCommand('review', '3', (text) => text.common.commands.goReview),
  tabCommand('findings', '4', (text) => text.common.commands.goFindings),
  tabCommand('memo', '5', (text) => text.common.commands.goMemo),
  {
    id: 'go.library',
    group: 'go',
    label: (text) => text.common.commands.goLibrary,
    when: isOpen,
    run: () => navigate({ page: 'library', checklistId: null }),
  },
  {
    id: 'go.statutes',
    group: 'go',
    label: (text) => text.law.commands.statutes,
    when: isOpen,
    run: () => navigate({ page: 'statutes', law: null }),
  },
  {
    id: 'go.exchange',
    group: 'go',
    label: (text) => text.exchange.commands.go,
    when: isOpen,
    run: () => navigate({ page: 'exchange', room: 'send', projectId: null }),
  },
  {
    id: 'go.receive',
    group: 'go',
    label: (text) => text.exchange.commands.receive,
    when: isOpen,
    run: () => navigate({ page: 'exchange', room: 'receive', projectId: null }),
  },
  {
    id: 'project.handOver',
    group: 'project',
    label: (text) => text.exchange.commands.project,
    when: isInProject,
    run: () => navigate({ page: 'exchange', room: 'send', projectId: openProjectId() }),
  },
  {
    id: 'go.settings',
    group: 'go',
    label: (text) => text.common.commands.goSettings,
    shortcut: 'mod+,',
    isOnWhileTyping: true,
    when: isOpen,
    run: () => navigate({ page: 'settings' }),
  },
  {
    id: 'workspace.lock',
    group: 'workspace',
    label: (text) => text.common.commands.lockNow,
    shortcut: 'mod+shift+l',
    isOnWhileTyping: true,
    when: canLock,
    run: () => attempt(lockWorkspace),
  },
  themeCommand('system', (text) => text.common.commands.useSystemTheme),
  themeCommand('light', (text) => text.common.commands.useLightTheme),
  themeCommand('dark', (text) => text.common.commands.useDarkTheme),
  themeCommand('contrast', (text) => text.common.commands.useContrastTheme),
  {
    id: 'language.zh',
    group: 'view',
    label: (text) => text.common.commands.useChinese,
    run: () => setLanguage('zh-CN'),
  },
  {
    id: 'language.en',
    group: 'view',
    label: (text) => text.common.commands.useEnglish,
    run: () => setLanguage('en'),
  },
];
