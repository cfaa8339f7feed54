import { contextBridge, ipcRenderer, type IpcRendererEvent, webUtils } from 'electron';
import { channelNames } from '#shared/contract/channels.ts';

const known: ReadonlySet<string> = new Set(channelNames);

type Handed =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array };

/** A dropped or chosen file goes by its path; one that the page made itself has none and goes by its bytes. */
async function handedOf(file: File): Promise<Handed> {
  const path = webUtils.getPathForFile(file);
  if (path !== '') return { kind: 'path', path };
  return { kind: 'bytes', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function tokens(channel: 'desk:pick' | 'desk:sources', input: unknown): Promise<string[]> {
  const reply = (await ipcRenderer.invoke(channel, input)) as
    { ok: true; value: string[] } | { ok: false; error: { code: string } }; // made by the shell
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
}

contextBridge.exposeInMainWorld('desk', {
  call: (channel: string, input: unknown): Promise<unknown> =>
    known.has(channel)
      ? ipcRenderer.invoke('desk:call', channel, input)
      : Promise.resolve({ ok: false, error: { code: 'unknown-channel', params: { channel } } }),
  on: (listener: (event: unknown) => void): (() => void) => {
    const heard = (_event: IpcRendererEvent, event: unknown): void => {
      listener(event);
    };
    ipcRenderer.on('desk:event', heard);
    return () => {
      ipcRenderer.off('desk:event', heard);
    };
  },
  pickSources: (kind: 'files' | 'folder'): Promise<string[]> => tokens('desk:pick', kind),
  sourcesOf: async (files: readonly File[]): Promise<string[]> =>
    tokens('desk:sources', await Promise.all(files.map((file) => handedOf(file)))),
});
