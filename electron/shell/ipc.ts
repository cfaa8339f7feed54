import path from 'node:path';
import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import type { CoreEvent } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/dispatch.ts';
import type { CoreLink } from '../host/coreLink.ts';
import type { OpenedFile } from '../host/openedFiles.ts';
import { pickPaths } from './dialogs.ts';
import { deskOrigin } from './origin.ts';

const Handed = z.array(
  z.union([
    z.strictObject({ kind: z.literal('path'), path: z.string().min(1) }),
    z.strictObject({
      kind: z.literal('bytes'),
      name: z.string().min(1).max(1000),
      bytes: z.instanceof(Uint8Array),
    }),
  ]),
);
const PickKind = z.enum(['files', 'folder']);

/** The only place that listens to a page. Whoever is not the top frame of the app's own page is refused before anything is read. */
export function answerPage(link: () => CoreLink, window: () => BrowserWindow | null): void {
  handle('desk:call', (channel, input) =>
    typeof channel === 'string'
      ? link().call(channel, input)
      : { ok: false, error: { code: 'bad-input', params: {} } },
  );
  handle('desk:pick', async (kind) => {
    const paths = await pickPaths(window(), PickKind.parse(kind));
    return tokensOf(
      link(),
      paths.map((path) => ({ kind: 'path', path })),
    );
  });
  handle('desk:sources', (handed) => tokensOf(link(), Handed.parse(handed)));
}

/** Tells the page what the core said unasked. */
export function tellPage(window: BrowserWindow | null, event: CoreEvent): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send('desk:event', event);
}

/** Hands files that the system opened to the page, each as a one-time token. */
export async function tellOpened(
  link: CoreLink,
  window: BrowserWindow | null,
  files: readonly OpenedFile[],
): Promise<void> {
  for (const { path: file, kind } of files) {
    const reply = await tokensOf(link, [{ kind: 'path', path: file }]);
    const [source] = reply.ok ? reply.value : [];
    if (source !== undefined) tellPage(window, { type: 'file.opened', kind, source });
  }
}

async function tokensOf(link: CoreLink, handed: z.infer<typeof Handed>): Promise<Reply<string[]>> {
  const tokens: string[] = [];
  for (const source of handed) {
    // Where a file lies is nobody's business but the shell's: the page sees its name.
    const named =
      source.kind === 'path' ? { ...source, shownAs: path.basename(source.path) } : source;
    const reply = await link.registerSource(named);
    if (!reply.ok) return reply;
    tokens.push(reply.value);
  }
  return { ok: true, value: tokens };
}

function handle(name: string, run: (...args: readonly unknown[]) => unknown): void {
  ipcMain.handle(name, (event, ...args: unknown[]) => {
    if (!isOwnPage(event)) throw new Error('untrusted-sender');
    return run(...args);
  });
}

function isOwnPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === deskOrigin;
}
