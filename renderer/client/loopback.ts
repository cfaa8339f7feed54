import type { CoreEvent } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type Bridge, ConnectionLost, type SourceKind } from './bridge.ts';
import { readLines } from './lines.ts';
import { takeToken } from './token.ts';

const retryDelaysMs = [200, 800];
const reconnectMs = { first: 500, most: 5000 };

/** Speaks to the loopback host on the address this page came from. */
export function makeLoopback(): Bridge {
  const token = takeToken(location, sessionStorage, history);
  const headers = { 'x-token': token };
  return {
    call: async (channel, input) => {
      const body = JSON.stringify(input);
      const response = await fetchAgain(`/rpc/${channel}`, { method: 'POST', headers, body });
      return (await response.json()) as Reply<unknown>; // made by dispatch on the other side
    },
    on: (listener) => subscribe(headers, listener),
    pickSources: async (kind) => upload(await askForFiles(kind), headers),
    sourcesOf: (files) => upload(files, headers),
  };
}

/** The header that proves this page may read documents from the loopback host; none in Electron. */
export function documentHeaders(): Record<string, string> {
  return window.desk ? {} : { 'x-token': takeToken(location, sessionStorage, history) };
}

/** Queries are safe to repeat and commands carry an id of their own, so a lost answer is asked for again. */
async function fetchAgain(path: string, init: RequestInit): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const response = await fetch(path, init);
      if (response.ok || isAnswer(response)) return response;
      throw new ConnectionLost({ cause: response.status });
    } catch (cause) {
      const delayMs = retryDelaysMs[attempt];
      if (delayMs === undefined || cause instanceof ConnectionLost)
        throw new ConnectionLost({ cause });
      await pause(delayMs);
    }
  }
}

/** A refusal the host words itself, such as a file too large, comes with its own status and a body to read. */
function isAnswer(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('application/json') ?? false;
}

function subscribe(
  headers: Record<string, string>,
  listener: (event: CoreEvent) => void,
): () => void {
  const ending = new AbortController();
  const listen = async () => {
    let delayMs = reconnectMs.first;
    while (!ending.signal.aborted) {
      try {
        const response = await fetch('/events', { headers, signal: ending.signal });
        if (response.ok && response.body) {
          delayMs = reconnectMs.first;
          await readLines(response.body, (value) => listener(value as CoreEvent)); // sent by the core
        }
      } catch {
        // The stream broke: the loop takes it up again after a pause.
      }
      await pause(delayMs);
      delayMs = Math.min(reconnectMs.most, delayMs * 2);
    }
  };
  void listen();
  return () => ending.abort();
}

async function upload(
  files: readonly File[],
  headers: Record<string, string>,
): Promise<readonly string[]> {
  const tokens: string[] = [];
  for (const file of files) {
    const name = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
    const response = await fetchAgain(`/upload?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers,
      body: file,
    });
    const answer = (await response.json()) as
      { token: string } | Extract<Reply<never>, { ok: false }>; // fixed by the host's wire
    if (!('token' in answer)) throw new AppError(answer.error.code, answer.error.params);
    tokens.push(answer.token);
  }
  return tokens;
}

function askForFiles(kind: SourceKind): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.webkitdirectory = kind === 'folder';
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
