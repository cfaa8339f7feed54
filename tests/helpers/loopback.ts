import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Client, makeClient } from '#shared/contract/client.ts';
import type { Reply } from '#shared/contract/dispatch.ts';
import {
  type LoopbackHost,
  type LoopbackOptions,
  startLoopbackHost,
} from '../../electron/host/loopbackHost.ts';

export interface HostedDesk {
  readonly host: LoopbackHost;
  readonly client: Client;
  readonly workspaceDir: string;
  readonly end: () => Promise<void>;
}

/** The loopback host on a fresh folder. The passphrase work factor is lowered, since no passphrase is guessed here. */
export async function openHostedDesk(
  options: Omit<LoopbackOptions, 'workspaceDir'> = {},
): Promise<HostedDesk> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'counsel-desk-host-'));
  const workspaceDir = path.join(scratch, 'workspace');
  const webRoot = path.join(scratch, 'page');
  mkdirSync(webRoot);
  writeFileSync(
    path.join(webRoot, 'index.html'),
    '<!doctype html><head><title>desk</title></head>',
  );
  const host = await startLoopbackHost({
    ...options,
    workspaceDir,
    webRoot,
    ports: { scryptLogN: 10, ...options.ports },
  });
  const client = makeClient(async (channel, input) => {
    const response = await ask(host, `/rpc/${channel}`, {
      method: 'POST',
      headers: { 'x-token': host.token },
      body: JSON.stringify(input),
    });
    return JSON.parse(response.text()) as Reply<unknown>; // made by dispatch
  });
  return {
    host,
    client,
    workspaceDir,
    end: async () => {
      await host.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly bytes: Uint8Array;
  readonly text: () => string;
}

/** A raw HTTP request: unlike fetch it sends the path, Host and Origin exactly as given. */
export function ask(
  host: LoopbackHost,
  rawPath: string,
  options: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Uint8Array;
  } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(host.origin);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path: rawPath, method: options.method ?? 'GET', headers: options.headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text: () => bytes.toString('utf8'),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

export const commandId = (): string => randomUUID();
