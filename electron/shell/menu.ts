import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { shellMessages } from './language.ts';

/** The few commands that belong to the window; those of the desk are in the page, with their keys. */
export function setMenu(): void {
  const words = shellMessages();
  const edit: MenuItemConstructorOptions[] = [
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom', label: words.actualSize },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { type: 'separator' },
    { role: 'togglefullscreen', label: words.fullScreen },
    ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: words.app, submenu: [{ role: 'quit', label: words.quit }] },
      { label: words.edit, submenu: edit },
      { label: words.view, submenu: view },
    ]),
  );
}
