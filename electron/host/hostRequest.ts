import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Compares in constant time; a token of another length is simply wrong. */
export function isSameToken(given: string | string[] | undefined, token: string): boolean {
  if (typeof given !== 'string') return false;
  const a = Buffer.from(given);
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Whether a request was meant for this host: the Host header is ours (no rebound DNS name), and the Origin, where a browser sends
 * one, is our own page.
 */
export function isForThisHost(request: IncomingMessage, authority: string): boolean {
  const { host, origin } = request.headers;
  return host === authority && (origin === undefined || origin === `http://${authority}`);
}

/** Reads a request's body; null when it is larger than `maxBytes`, the rest being read and dropped so that the answer arrives. */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array | null> {
  let chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) chunks = [];
    else chunks.push(chunk);
  }
  return sizeBytes > maxBytes ? null : Buffer.concat(chunks);
}

/**
 * The name that an upload goes by in lists and messages: its own path inside a chosen folder, without anything that could point
 * elsewhere. Null when nothing usable is left.
 */
export function uploadName(raw: string | null): string | null {
  if (raw === null || raw.length > 1000) return null;
  const parts = raw
    .split(/[\\/]/)
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .map((part) => part.replaceAll(/[\u0000-\u001f\u007f]/g, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.length === 0 ? null : parts.join('/');
}
