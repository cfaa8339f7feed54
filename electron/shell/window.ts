import { app, BrowserWindow, nativeTheme } from 'electron';
import path from 'node:path';
import { shellMessages } from './language.ts';
import { deskOrigin } from './origin.ts';
import { lastWindowState, rememberWindow } from './windowState.ts';

/** Opens the desk's window where it last was, shown once it has something to show. */
export async function openWindow(): Promise<BrowserWindow> {
  const last = lastWindowState();
  const window = new BrowserWindow({
    ...(last ?? { width: 1366, height: 768 }),
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: shellMessages().app,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#f7f5f0',
    webPreferences: {
      preload: path.join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  rememberWindow(window);
  window.once('ready-to-show', () => {
    if (last?.isMaximized === true) window.maximize();
    window.show();
  });
  await window.loadURL(`${deskOrigin}/index.html`);
  return window;
}
