import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePdf } from '../../fixtures/makePdf.ts';
import { ask, commandId, type HostedDesk, openHostedDesk } from '../../helpers/loopback.ts';

let desk: HostedDesk;
let projectId: string;
beforeAll(async () => {
  desk = await openHostedDesk({ maxUploadBytes: 2_000_000 });
  await desk.client('workspace.create', {
    name: '试用库',
    person: '承办律师',
    passphrase: 'correct horse battery',
  });
  const project = await desk.client('project.create', {
    commandId: commandId(),
    fields: { name: '智慧停车', client: '', type: '', due: null },
    traits: {},
  });
  projectId = project.id;
});
afterAll(async () => {
  await desk.end();
});
const withToken = (headers: Record<string, string> = {}) => ({
  'x-token': desk.host.token,
  ...headers,
});
const post = (rawPath: string, body: string | Uint8Array, headers = withToken()) =>
  ask(desk.host, rawPath, { method: 'POST', headers, body });

describe('who may ask', () => {
  const guarded = [
    ['POST', '/rpc/workspace.status'],
    ['GET', '/events'],
    ['POST', '/upload?name=a.pdf'],
    ['GET', '/document/any'],
    ['GET', '/memo/any'],
  ] as const;

  test.each(guarded)('%s %s without the token is refused', async (method, rawPath) => {
    for (const token of [undefined, '', 'x', `${desk.host.token}x`, 'A'.repeat(43)]) {
      const headers: Record<string, string> = token === undefined ? {} : { 'x-token': token };
      expect((await ask(desk.host, rawPath, { method, headers })).status).toBe(403);
    }
  });

  test('the token counts in the header alone', async () => {
    const { token } = desk.host;
    expect((await ask(desk.host, `/events?token=${token}`)).status).toBe(403);
    expect((await ask(desk.host, `/document/any?x-token=${token}`)).status).toBe(403);
  });

  test.each([
    { host: 'localhost' },
    { host: 'attacker.example' },
    { host: '127.0.0.1:1' },
    { host: '127.0.0.1.attacker.example' },
    { origin: 'http://attacker.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
  ])('a request for another host or from another page is refused: %o', async (headers) => {
    const call = await post('/rpc/workspace.status', '{}', withToken(headers));
    const page = await ask(desk.host, '/', { headers });
    expect([call.status, page.status]).toEqual([403, 403]);
  });

  test('its own page may ask', async () => {
    const answer = await post(
      '/rpc/workspace.status',
      '{}',
      withToken({ origin: desk.host.origin }),
    );
    expect(JSON.parse(answer.text())).toMatchObject({ ok: true, value: { state: 'open' } });
  });

  test('nothing but 127.0.0.1 is listened on', async () => {
    const { port } = new URL(desk.host.origin);
    const outward = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal)?.address;
    const tryOn = (address: string) =>
      new Promise<string>((resolve) => {
        const socket = createConnection({ host: address, port: Number(port) });
        socket.on('connect', () => {
          socket.destroy();
          resolve('open');
        });
        socket.on('error', () => resolve('refused'));
      });
    expect(await tryOn('127.0.0.1')).toBe('open');
    expect(await tryOn(outward ?? '127.0.0.2')).toBe('refused');
  });
});

describe('what it answers', () => {
  test('an unknown channel, input that does not fit and input that is not JSON are each answered', async () => {
    const unknown = await post('/rpc/project.destroy', '{}');
    const inherited = await post('/rpc/__proto__', '{}');
    const badInput = await post('/rpc/project.show', '{"projectId":7}');
    const noJson = await post('/rpc/project.show', '{');
    const notText = await post('/rpc/project.show', new Uint8Array([0xff, 0xfe]));
    const codes = [unknown, inherited, badInput, noJson, notText].map(
      (answer) => (JSON.parse(answer.text()) as { error: { code: string } }).error.code,
    );
    expect(codes).toEqual([
      'unknown-channel',
      'unknown-channel',
      'bad-input',
      'bad-input',
      'bad-input',
    ]);
  });

  test('a call of more than 4 MiB is refused whole', async () => {
    const answer = await post('/rpc/project.show', new Uint8Array(5 * 1024 * 1024));
    expect(answer.status).toBe(413);
  });

  test('the page comes with its policy, and other paths lead nowhere', async () => {
    const page = await ask(desk.host, '/');
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src/);
    for (const rawPath of [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '//package.json',
      '/assets/..%2f..%2f..%2fpackage.json',
    ])
      expect([403, 404]).toContain((await ask(desk.host, rawPath)).status);
  });

  test('documents and memos that do not exist are not found', async () => {
    for (const rawPath of ['/document/none', '/memo/none', '/document/%', '/document/..%2f..']) {
      const answer = await ask(desk.host, rawPath, { headers: withToken() });
      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.text())).toMatchObject({ error: { code: 'not-found' } });
    }
  });
});

describe('documents in and out', () => {
  const pdf = makePdf({ pages: [[{ text: '数据出境安全评估', y: 700 }]] });
  const intake = (sources: string[]) =>
    desk.client('document.intake', {
      commandId: commandId(),
      jobId: commandId(),
      projectId,
      sources,
      type: null,
      supersedes: null,
    });

  test('an upload is taken in once, and its bytes come back as they were', async () => {
    const uploaded = await post(`/upload?name=${encodeURIComponent('../卷一/合同.pdf')}`, pdf);
    const { token } = JSON.parse(uploaded.text()) as { token: string };
    const { files } = await intake([token]);
    expect(files).toMatchObject([{ path: '卷一/合同.pdf', status: 'added', pages: 1 }]);
    const again = await intake([token]).catch((error: unknown) => error);
    expect(JSON.stringify(again)).toContain('source-unknown');

    const answer = await ask(desk.host, `/document/${files[0]?.versionId}`, {
      headers: withToken(),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(Buffer.from(answer.bytes).equals(Buffer.from(pdf))).toBe(true);
  });

  test('an upload that is too large, or has no name, is refused', async () => {
    const tooLarge = await post('/upload?name=a.pdf', new Uint8Array(2_000_001));
    expect(tooLarge.status).toBe(413);
    expect(JSON.parse(tooLarge.text())).toMatchObject({ error: { code: 'file-too-large' } });
    expect((await post('/upload', pdf)).status).toBe(400);
    expect((await post('/upload?name=%2f..%2f', pdf)).status).toBe(400);
  });

  test('a locked workspace gives no document', async () => {
    const [document] = await desk.client('document.list', { projectId });
    const rawPath = `/document/${document?.versions[0]?.id}`;
    await desk.client('workspace.lock', {});
    const locked = await ask(desk.host, rawPath, { headers: withToken() });
    await desk.client('workspace.unlock', { kind: 'passphrase', secret: 'correct horse battery' });
    const unlocked = await ask(desk.host, rawPath, { headers: withToken() });
    expect([locked.status, unlocked.status]).toEqual([423, 200]);
  });

  test('what is kept on disk is encrypted', () => {
    for (const name of ['records.db', 'documents.db']) {
      const head = readFileSync(path.join(desk.workspaceDir, name)).subarray(0, 15);
      expect(head.toString('latin1')).not.toBe('SQLite format 3');
    }
  });
});

test('events arrive as one JSON document a line', async () => {
  const leaving = new AbortController();
  const response = await fetch(`${desk.host.origin}/events`, {
    headers: withToken(),
    signal: leaving.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await desk.client('project.create', {
    commandId: commandId(),
    fields: { name: '另一个项目', client: '', type: '', due: null },
    traits: {},
  });
  let received = '';
  while (!received.includes('}\n')) received += (await reader?.read())?.value ?? '';
  leaving.abort();
  const events = received.split('\n').filter((line) => line !== '');
  expect(JSON.parse(events[0] ?? '')).toMatchObject({ type: 'data.changed' });
});

test('a second host on the same port is refused', async () => {
  const port = Number(new URL(desk.host.origin).port);
  await expect(openHostedDesk({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
