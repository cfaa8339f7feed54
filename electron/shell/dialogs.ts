import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { shellMessages } from './language.ts';

/** Lets the person choose files or one folder; no path when the dialog is closed. */
export async function pickPaths(
  window: BrowserWindow | null,
  kind: 'files' | 'folder',
): Promise<readonly string[]> {
  const words = shellMessages();
  const options: OpenDialogOptions =
    kind === 'folder'
      ? { title: words.pickFolder, properties: ['openDirectory'] }
      : { title: words.pickFiles, properties: ['openFile', 'multiSelections'] };
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? [] : filePaths;
}

/** Says that the core has stopped and asks whether to start it again. */
export async function askRestart(window: BrowserWindow | null): Promise<boolean> {
  const words = shellMessages();
  const options = {
    type: 'error' as const,
    message: words.coreStopped,
    detail: words.coreStoppedDetail,
    buttons: [words.restart, words.quit],
    defaultId: 0,
    cancelId: 1,
  };
  const { response } = await (window === null || window.isDestroyed()
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 0;
}
