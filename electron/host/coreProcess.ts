import type { Reply } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type Core, createCore } from '../core/core.ts';
import type { Source } from '../core/ports.ts';
import { corePorts, hostSources, logToStderr } from './corePorts.ts';
import { CoreRequest, type CoreResponse, CoreSettings } from './coreMessages.ts';
import { appFolders } from './folders.ts';
import type { Sources } from './sources.ts';

/** Electron's port to the process that started this one, as far as it is used here (its types belong to the shell). */
interface ParentPort {
  readonly on: (event: 'message', listener: (message: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: CoreResponse) => void;
}

const { parentPort } = process as unknown as { readonly parentPort: ParentPort }; // only Electron's utility process has it
const settings = CoreSettings.parse(JSON.parse(process.argv[2] ?? 'null'));
const sources = hostSources();
const core = createCore(
  corePorts({
    workspaceDir: settings.workspaceDir,
    folders: appFolders(settings.packagedResourcesDir),
    takeSource: sources.take,
    emit: (event) => {
      parentPort.postMessage({ kind: 'event', event });
    },
  }),
);

parentPort.on('message', ({ data }) => {
  const request = CoreRequest.safeParse(data);
  if (!request.success) {
    logToStderr('error', 'core.message.unknown');
    return;
  }
  void reply(request.data);
});

async function reply(request: CoreRequest): Promise<void> {
  let answer: Reply<unknown>;
  try {
    answer = await run(core, sources, request);
  } catch (error) {
    if (!(error instanceof AppError))
      logToStderr('error', 'core.message', { kind: request.kind, reason: String(error) });
    answer = { ok: false, error: failureOf(error, request.kind) };
  }
  parentPort.postMessage({ kind: 'answer', id: request.id, reply: answer });
}

const failureOf = (error: unknown, kind: string) =>
  error instanceof AppError
    ? { code: error.code, params: error.params }
    : { code: 'internal' as const, params: { channel: kind } };

async function run(core: Core, sources: Sources, request: CoreRequest): Promise<Reply<unknown>> {
  switch (request.kind) {
    case 'call':
      return core.call(request.channel, request.input);
    case 'document':
      return granted(core.documentBytes(request.versionId));
    case 'memo':
      return granted(core.memoBytes(request.memoId));
    case 'handoff':
      return granted(core.handoffBytes(request.fileId));
    case 'register-source':
      return granted(registered(sources, request.source));
    case 'close':
      await core.close();
      return granted(null);
    default:
      return assertNever(request);
  }
}

const granted = (value: unknown): Reply<unknown> => ({ ok: true, value });

function registered(sources: Sources, source: Source): string {
  const token = sources.register(source);
  if (token !== null) return token;
  throw new AppError('file-too-large', { name: source.kind === 'bytes' ? source.name : '' });
}

function assertNever(request: never): never {
  throw new Error(`unexpected ${JSON.stringify(request)}`);
}
