import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type Client, makeClient } from '#shared/contract/client.ts';
import type { CoreEvent } from '#shared/contract/contract.ts';
import { type Core, createCore } from '../../electron/core/core.ts';
import type { Ports, Source } from '../../electron/core/ports.ts';
import { appFolders } from '../../electron/host/folders.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export const passphrase = '政务云 2026 审查';

/** A clock that the test moves. */
export class TestClock {
  nowMs = Date.parse('2026-11-23T02:00:00Z');
  advance(ms: number): void {
    this.nowMs += ms;
  }
}

export interface DeskCore {
  readonly core: Core;
  readonly call: Client;
  readonly dir: string;
  readonly events: CoreEvent[];
  readonly clock: TestClock;
  /** A fresh command id. */
  id(): string;
  token(source: Source): string;
}

/** The real core on a real folder; only the clock is the test's. The passphrase file is cheap, so that tests are not. */
export function openDesk(
  dir = path.join(temporaryFolder(), 'workspace'),
  change: Partial<Ports> = {},
): DeskCore {
  const clock = new TestClock();
  const events: CoreEvent[] = [];
  const sources = new Map<string, Source>();
  let counter = 0;
  const folders = appFolders();
  const core = createCore({
    workspaceDir: dir,
    resourcesDir: folders.resourcesDir,
    pdfAssetsDir: folders.pdfAssetsDir,
    extractWorker: folders.extractWorker,
    takeSource: (token) => {
      const source = sources.get(token) ?? null;
      sources.delete(token);
      return source;
    },
    emit: (event) => events.push(event),
    log: (_level, event, fields) => {
      throw new Error(`${event} ${JSON.stringify(fields)}`);
    },
    nowMs: () => clock.nowMs,
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    scryptLogN: 10,
    ...change,
  });
  return {
    core,
    call: makeClient((channel, input) => core.call(channel, input)),
    dir,
    events,
    clock,
    id: () => `command-${(counter += 1)}-${randomBytes(4).toString('hex')}`,
    token: (source) => {
      const token = `token-${sources.size}-${randomBytes(4).toString('hex')}`;
      sources.set(token, source);
      return token;
    },
  };
}

/** A desk with an open workspace. */
export async function openWorkspace(
  dir?: string,
): Promise<DeskCore & { readonly recoveryKey: string }> {
  const desk = openDesk(dir);
  const made = await desk.call('workspace.create', {
    name: '测试库',
    person: '林若川',
    passphrase,
  });
  return { ...desk, recoveryKey: made.recoveryKey ?? '' };
}

/** A project that processes personal information and is run by a supplier. */
export async function addProject(desk: DeskCore): Promise<string> {
  const project = await desk.call('project.create', {
    commandId: desk.id(),
    fields: {
      name: '云溪市智慧停车服务平台',
      client: '云溪市大数据局',
      type: '建设',
      due: '2026-11-30',
    },
    traits: { processesPersonalInfo: true, outsourcedOps: true, stateSecrets: false },
  });
  return project.id;
}

/** The failure code of a call; fails the test when the call succeeds. */
export async function failureOf(call: Promise<unknown>): Promise<{ code: string; params: object }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'params' in error) {
      return { code: String(error.code), params: error.params as object };
    }
    throw error;
  }
  throw new Error('the call succeeded');
}
