import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reply } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type Core, createCore, type FileBytes } from '../core/core.ts';
import type { Ports } from '../core/ports.ts';
import { corePorts, hostSources, logToStderr, maxUploadBytes } from './corePorts.ts';
import { createEventStreams, type EventStreams } from './eventStreams.ts';
import { appFolders } from './folders.ts';
import { isForThisHost, isSameToken, readBody, uploadName } from './hostRequest.ts';
import type { Sources } from './sources.ts';
import {
  createWebHandler,
  emptyResponse,
  fileResponse,
  guardHeaders,
  type WebResponse,
} from './webHandler.ts';

/** Largest input of one call: 5000 tokens, or a note of 20,000 characters, stay far below. */
const maxCallBytes = 4 * 1024 * 1024;

export interface LoopbackHost {
  /** The page, with the token in the fragment, which browsers never send to anyone. */
  readonly url: string;
  readonly origin: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

export interface LoopbackOptions {
  readonly workspaceDir: string;
  /** 0 or left out: any free port. */
  readonly port?: number;
  /** Replaces single ports of the core, or the page, for a check of the host itself. */
  readonly ports?: Partial<Ports>;
  readonly webRoot?: string;
  readonly maxUploadBytes?: number;
}

interface Desk {
  readonly core: Core;
  readonly sources: Sources;
  readonly streams: EventStreams;
  readonly serveStatic: ReturnType<typeof createWebHandler>;
  readonly token: string;
  readonly maxUploadBytes: number;
}

/** Serves the app to a browser on this machine: 127.0.0.1 only, one random token, Host and Origin checked. */
export async function startLoopbackHost(options: LoopbackOptions): Promise<LoopbackHost> {
  const folders = appFolders();
  const streams = createEventStreams();
  const sources = hostSources();
  const ports = corePorts({
    workspaceDir: options.workspaceDir,
    folders,
    takeSource: sources.take,
    emit: streams.emit,
  });
  const desk: Desk = {
    core: createCore({ ...ports, ...options.ports }),
    sources,
    streams,
    serveStatic: createWebHandler(options.webRoot ?? folders.webRoot),
    token: randomBytes(32).toString('base64url'),
    maxUploadBytes: options.maxUploadBytes ?? maxUploadBytes,
  };
  const server = createServer((request, response) => {
    answer(desk, request, response).catch((error: unknown) => {
      logToStderr('error', 'host.request', {
        reason: error instanceof Error ? error.name : 'unknown',
      });
      if (response.headersSent) response.destroy();
      else send(response, emptyResponse(500));
    });
  });
  const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await desk.core.close();
    throw error;
  });
  const origin = `http://${authorityOf(port)}`;
  return {
    url: `${origin}/#token=${desk.token}`,
    origin,
    token: desk.token,
    close: async () => {
      streams.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      await desk.core.close();
    },
  };
}

const authorityOf = (port: number | undefined): string => `127.0.0.1:${port}`;

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port); // a TCP server has an AddressInfo
    });
  });
}

async function answer(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const authority = authorityOf(request.socket.localPort);
  if (!isForThisHost(request, authority)) {
    send(response, emptyResponse(403));
    return;
  }
  const { url: target = '' } = request;
  if (!target.startsWith('/')) {
    send(response, emptyResponse(400));
    return;
  }
  // Joined, not resolved: a target of //name is a path here, never another host.
  const url = new URL(`http://${authority}${target}`);
  const [, room = '', rest = ''] = /^\/([a-z]+)(?:\/([^/]*))?$/.exec(url.pathname) ?? [];
  const name = `${request.method} ${room}`;
  const route = routes[name];
  if (route === undefined && name !== 'GET events') {
    const method = request.method ?? '';
    send(response, await desk.serveStatic({ method, pathname: url.pathname }));
    return;
  }
  if (!isSameToken(request.headers['x-token'], desk.token)) {
    send(response, emptyResponse(403));
    return;
  }
  if (route === undefined) desk.streams.open(response, guardHeaders);
  else send(response, await route(desk, request, decoded(rest), url));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % is part of no id and no channel, so it will not be found
  }
}

type Route = (
  desk: Desk,
  request: IncomingMessage,
  rest: string,
  url: URL,
) => Promise<WebResponse> | WebResponse;

const routes: Readonly<Record<string, Route>> = {
  'POST rpc': call,
  'POST upload': upload,
  'GET document': (desk, _request, versionId) => bytesOf(() => desk.core.documentBytes(versionId)),
  'GET memo': (desk, _request, memoId) => bytesOf(() => desk.core.memoBytes(memoId)),
  'GET handoff': (desk, _request, fileId) => bytesOf(() => desk.core.handoffBytes(fileId)),
};

async function call(desk: Desk, request: IncomingMessage, channel: string): Promise<WebResponse> {
  const body = await readBody(request, maxCallBytes);
  if (body === null) return emptyResponse(413);
  let input: unknown;
  try {
    input = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return json(400, refusal(new AppError('bad-input', { channel, detail: 'JSON' })));
  }
  return json(200, await desk.core.call(channel, input));
}

async function upload(
  desk: Desk,
  request: IncomingMessage,
  _rest: string,
  url: URL,
): Promise<WebResponse> {
  const name = uploadName(url.searchParams.get('name'));
  if (name === null) return emptyResponse(400);
  const bytes = await readBody(request, desk.maxUploadBytes);
  const token = bytes === null ? null : desk.sources.register({ kind: 'bytes', name, bytes });
  if (token === null) return json(413, refusal(new AppError('file-too-large', { name })));
  return json(200, { token });
}

function bytesOf(read: () => FileBytes): WebResponse {
  try {
    return fileResponse(read());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return json(error.code === 'workspace-locked' ? 423 : 404, refusal(error));
  }
}

const refusal = (error: AppError): Reply<never> => ({
  ok: false,
  error: { code: error.code, params: error.params },
});

const json = (status: number, value: unknown): WebResponse => ({
  status,
  headers: {
    ...guardHeaders,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  },
  body: Buffer.from(JSON.stringify(value), 'utf8'),
});

function send(response: ServerResponse, { status, headers, body }: WebResponse): void {
  response.writeHead(status, headers);
  response.end(body ?? undefined);
}
