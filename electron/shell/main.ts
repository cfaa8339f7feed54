import { app, BrowserWindow, dialog } from 'electron';
import { parseArgs } from 'node:util';
import type { CoreLink } from '../host/coreLink.ts';
import { appFolders, chooseWorkspaceDir } from '../host/folders.ts';
import { openedFile, type OpenedFile, openedFilesIn } from '../host/openedFiles.ts';
import { startCore } from './core.ts';
import { askRestart } from './dialogs.ts';
import { answerPage, tellOpened, tellPage } from './ipc.ts';
import { shellMessages } from './language.ts';
import { setMenu } from './menu.ts';
import { registerScheme, serveScheme } from './protocol.ts';
import { guardContents, guardSession, silenceChromium } from './session.ts';
import { openWindow } from './window.ts';

/** A core that cannot close in this time is ended; what it acknowledged is already on disk. */
const closeTimeoutMs = 5000;

silenceChromium();
app.enableSandbox();
registerScheme();

let link: CoreLink | null = null;
const desk = (): CoreLink => (link ??= start());
const window = (): BrowserWindow | null => BrowserWindow.getAllWindows()[0] ?? null;
/** Files that the system opened before there was a page to show them. */
let waiting: OpenedFile[] = openedFilesIn(process.argv.slice(1), process.cwd());
let isShown = false;

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, args, folder) => {
    focusWindow();
    show(openedFilesIn(args.slice(1), folder));
  });
  // The way of macOS, which may come before the app is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    const opened = openedFile(file);
    if (opened) show([opened]);
  });
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', closeFirst);
  // Not awaited at the top level: Electron is ready only after this module has run to its end.
  app.whenReady().then(open).catch(fail);
} else {
  app.quit();
}

async function open(): Promise<void> {
  guardSession();
  setMenu();
  serveScheme(appFolders().webRoot, desk);
  answerPage(desk, window);
  desk();
  await openWindow();
  isShown = true;
  show([]);
}

/** Hands files to the page, as soon as there is one. */
function show(files: readonly OpenedFile[]): void {
  waiting = [...waiting, ...files];
  if (!isShown) return;
  const ready = waiting;
  waiting = [];
  tellOpened(desk(), window(), ready).catch(report);
}

/** Without its window the app would go on running unseen. */
function fail(error: unknown): void {
  report(error);
  dialog.showErrorBox(shellMessages().app, shellMessages().cannotOpen);
  app.exit(1);
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

function start(): CoreLink {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { workspace: { type: 'string' } },
    strict: false, // Chromium's own switches stand among the arguments
  });
  const asked = typeof values.workspace === 'string' ? values.workspace : undefined;
  return startCore(chooseWorkspaceDir(asked), {
    onEvent: (event) => {
      tellPage(window(), event);
    },
    onExit: () => {
      void restart();
    },
  });
}

async function restart(): Promise<void> {
  if (!(await askRestart(window()))) {
    app.quit();
    return;
  }
  link = start();
  window()?.webContents.reload();
}

function focusWindow(): void {
  const open = window();
  if (open === null) return;
  if (open.isMinimized()) open.restore();
  open.focus();
}

function closeFirst(event: { preventDefault: () => void }): void {
  const closing = link;
  if (closing === null) return;
  event.preventDefault();
  link = null;
  const late = new Promise((resolve) => {
    setTimeout(resolve, closeTimeoutMs);
  });
  void Promise.race([closing.close(), late]).finally(() => {
    app.exit(0);
  });
}
