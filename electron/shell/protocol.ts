import { protocol } from 'electron';
import type { CoreLink } from '../host/coreLink.ts';
import {
  createWebHandler,
  emptyResponse,
  fileResponse,
  type WebResponse,
} from '../host/webHandler.ts';
import { deskHost, scheme } from './origin.ts';

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
      },
    },
  ]);
}

/** Answers `app://desk/…`: the built renderer, and the bytes of documents, memos and packages from the core. */
export function serveScheme(webRoot: string, link: () => CoreLink): void {
  const serveStatic = createWebHandler(webRoot);
  const answer = async ({ method, url }: Request): Promise<WebResponse> => {
    const { host, pathname } = new URL(url);
    if (host !== deskHost) return emptyResponse(403);
    const [, room, id = ''] = /^\/(document|memo|handoff)\/([^/]+)$/.exec(pathname) ?? [];
    if (method !== 'GET' || !isRoom(room)) return serveStatic({ method, pathname });
    const reply = await link()[room](decodeURIComponent(id));
    return reply.ok ? fileResponse(reply.value) : emptyResponse(404);
  };
  protocol.handle(scheme, async (request) => {
    const { status, headers, body } = await answer(request);
    return new Response(body === null ? null : new Uint8Array(body), { status, headers });
  });
}

function isRoom(room: string | undefined): room is 'document' | 'memo' | 'handoff' {
  return room === 'document' || room === 'memo' || room === 'handoff';
}
