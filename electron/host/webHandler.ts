import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export interface WebRequest {
  readonly method: string;
  /** Path of the URL as sent, still percent-encoded. */
  readonly pathname: string;
}
export interface WebResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** The policy of the page; the nonce lets React Aria insert its style elements. A worker's own response has none. */
export const contentSecurityPolicy = (nonce?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');

/** Headers of everything a host sends. */
export const guardHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** A bare answer with a status and no body. */
export const emptyResponse = (status: number): WebResponse => ({
  status,
  headers: { ...guardHeaders, 'cache-control': 'no-store' },
  body: null,
});

/** Bytes of a document or memo: never cached, never run as a page of the app. */
export function fileResponse(file: {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}): WebResponse {
  return {
    status: 200,
    headers: {
      ...guardHeaders,
      'content-type': file.mediaType,
      'content-length': String(file.bytes.byteLength),
      'content-disposition': `attachment; filename*=UTF-8''${encodedName(file.fileName)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    },
    body: file.bytes,
  };
}

/** RFC 8187 leaves fewer characters bare than encodeURIComponent does. */
const encodedName = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Serves the built renderer from `webRoot`, and nothing outside it. */
export function createWebHandler(webRoot: string): (request: WebRequest) => Promise<WebResponse> {
  const root = path.resolve(webRoot);
  return async ({ method, pathname }) => {
    if (method !== 'GET' && method !== 'HEAD') return emptyResponse(405);
    const file = fileInside(root, pathname);
    if (file === null) return emptyResponse(403);
    const bytes = await readIfFile(file);
    if (bytes === null) return emptyResponse(404);
    const response =
      path.extname(file) === '.html' ? pageResponse(bytes) : assetResponse(root, file, bytes);
    return method === 'HEAD' ? { ...response, body: null } : response;
  };
}

function fileInside(root: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null; // a stray % is not a path
  }
  if (decoded.includes('\0') || decoded.includes('\\') || !decoded.startsWith('/')) return null;
  const file = path.resolve(root, decoded === '/' ? 'index.html' : decoded.slice(1));
  return file.startsWith(root + path.sep) ? file : null;
}

async function readIfFile(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // readFile rejects with these alone
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null;
    throw error;
  }
}

function pageResponse(bytes: Buffer): WebResponse {
  const nonce = randomBytes(18).toString('base64');
  // Where React Aria and Vite's preloader look for the nonce of this load.
  const meta = `<meta property="csp-nonce" nonce="${nonce}" />`;
  const html = bytes.toString('utf8').replace(/<head[^>]*>/, (head) => `${head}${meta}`);
  return {
    status: 200,
    headers: {
      ...guardHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
    },
    body: Buffer.from(html, 'utf8'),
  };
}

function assetResponse(root: string, file: string, bytes: Buffer): WebResponse {
  const isHashed = file.startsWith(path.join(root, 'assets') + path.sep);
  return {
    status: 200,
    headers: {
      ...guardHeaders,
      'content-type': mediaTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
      'content-length': String(bytes.byteLength),
      'content-security-policy': contentSecurityPolicy(),
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
    body: bytes,
  };
}
