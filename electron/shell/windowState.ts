import { app, type BrowserWindow, type Rectangle, screen } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const WindowState = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  isMaximized: z.boolean(),
});
type WindowState = z.infer<typeof WindowState>;

const stateFile = (): string => path.join(app.getPath('userData'), 'window.json');

/** Where the window was, or null when nothing is known or its screen is gone. */
export function lastWindowState(): WindowState | null {
  try {
    const state = WindowState.parse(JSON.parse(readFileSync(stateFile(), 'utf8')));
    return isOnScreen(state) ? state : null;
  } catch {
    return null; // a lost or damaged note of the window's place costs nothing
  }
}

/** Notes the window's place when it closes. */
export function rememberWindow(window: BrowserWindow): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    try {
      writeFileSync(stateFile(), JSON.stringify(state));
    } catch {
      // a profile that cannot be written must not keep the window open
    }
  });
}

function isOnScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  return (
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y < workArea.y + workArea.height &&
    bounds.y >= workArea.y - 1
  );
}
