import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createWebHandler, fileResponse } from '../../../electron/host/webHandler.ts';

let serve: ReturnType<typeof createWebHandler>;
beforeAll(() => {
  const dir = mkdtempSync(path.join(tmpdir(), 'counsel-desk-web-'));
  const web = path.join(dir, 'renderer');
  mkdirSync(path.join(web, 'assets'), { recursive: true });
  writeFileSync(path.join(web, 'index.html'), '<!doctype html><html><head><title>x</title></head>');
  writeFileSync(path.join(web, 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(path.join(dir, 'secret.txt'), 'secret');
  mkdirSync(path.join(dir, 'renderer-other'));
  writeFileSync(path.join(dir, 'renderer-other', 'secret.txt'), 'secret');
  serve = createWebHandler(web);
});
const get = (pathname: string, method = 'GET') => serve({ method, pathname });
const text = (body: Uint8Array | null) => Buffer.from(body ?? []).toString('utf8');

test('the page carries the whole policy and a nonce that is new at each load', async () => {
  const first = await get('/');
  const second = await get('/index.html');
  const nonceOf = (html: string) => /<meta property="csp-nonce" nonce="([^"]+)"/.exec(html)?.[1];
  const nonce = nonceOf(text(first.body));
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{24}$/);
  expect(nonceOf(text(second.body))).not.toBe(nonce);
  expect(first.headers).toMatchObject({
    'content-security-policy': `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
});

test('assets carry their type, a policy for workers, and may be kept for good', async () => {
  const { status, headers } = await get('/assets/main-1a2b.js');
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toContain('nonce');
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/../renderer-other/secret.txt',
  '/..%5csecret.txt',
  '/%00',
  '/%',
  '//etc/passwd',
])('%s leads nowhere outside the renderer', async (pathname) => {
  const { status, body } = await get(pathname);
  expect([403, 404]).toContain(status);
  expect(body).toBeNull();
});

test('a missing file, a folder and another method have their own answers', async () => {
  expect((await get('/none.js')).status).toBe(404);
  expect((await get('/assets')).status).toBe(404);
  expect((await get('/', 'POST')).status).toBe(405);
  expect((await get('/', 'HEAD')).body).toBeNull();
});

test('a document is sent as a download that can run nothing', () => {
  const bytes = new TextEncoder().encode('%PDF');
  const { headers, body } = fileResponse({
    bytes,
    mediaType: 'application/pdf',
    fileName: '合同"(1)\'.pdf',
  });
  expect(body).toBe(bytes);
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename*=UTF-8''%E5%90%88%E5%90%8C%22%281%29%27.pdf`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  });
});
