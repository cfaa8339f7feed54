import type { z } from 'zod';
import type { CoreEvent } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/dispatch.ts';
import type { Source } from '../core/ports.ts';
import {
  CallReply,
  CloseReply,
  type CoreRequest,
  CoreResponse,
  type FileBytes,
  FileReply,
  SourceReply,
} from './coreMessages.ts';

/** The process that owns the core, as its starter sees it; Electron's UtilityProcess fits. */
export interface CoreChild {
  readonly postMessage: (message: CoreRequest) => void;
  readonly on: {
    (event: 'message', listener: (message: unknown) => void): unknown;
    (event: 'exit', listener: (code: number) => void): unknown;
  };
  readonly kill: () => boolean;
}

export interface CoreLink {
  readonly call: (channel: string, input: unknown) => Promise<Reply<unknown>>;
  readonly document: (versionId: string) => Promise<Reply<FileBytes>>;
  readonly memo: (memoId: string) => Promise<Reply<FileBytes>>;
  /** A package that was built, once. */
  readonly handoff: (fileId: string) => Promise<Reply<FileBytes>>;
  readonly registerSource: (source: Source) => Promise<Reply<string>>;
  /** Lets the core finish and close its files, then ends its process. */
  readonly close: () => Promise<void>;
}

type Question = CoreRequest extends infer R
  ? R extends CoreRequest
    ? Omit<R, 'id'>
    : never
  : never;
const internal = (channel: string): Reply<never> => ({
  ok: false,
  error: { code: 'internal', params: { channel } },
});

/**
 * Speaks with the core's process: questions out, answers and events in. When that process dies, every open question is answered
 * with `internal`, later ones too, and `onExit` hears of it unless `close` was asked for.
 */
export function linkCore(
  child: CoreChild,
  heard: { readonly onEvent: (event: CoreEvent) => void; readonly onExit: () => void },
): CoreLink {
  const waiting = new Map<
    number,
    { readonly name: string; readonly settle: (reply: unknown) => void }
  >();
  let nextId = 1;
  let isDead = false;
  let isClosing = false;

  child.on('message', (message) => {
    const response = CoreResponse.parse(message);
    if (response.kind === 'event') heard.onEvent(response.event);
    else {
      waiting.get(response.id)?.settle(response.reply);
      waiting.delete(response.id);
    }
  });
  child.on('exit', () => {
    isDead = true;
    for (const { name, settle } of waiting.values()) settle(internal(name));
    waiting.clear();
    if (!isClosing) heard.onExit();
  });

  const ask = async <T extends z.ZodType>(question: Question, reply: T): Promise<z.output<T>> => {
    const name = question.kind === 'call' ? question.channel : question.kind;
    if (isDead) return reply.parse(internal(name));
    const id = nextId++;
    const answer = new Promise<unknown>((settle) => {
      waiting.set(id, { name, settle });
    });
    child.postMessage({ ...question, id });
    return reply.parse(await answer);
  };

  return {
    call: (channel, input) => ask({ kind: 'call', channel, input }, CallReply),
    document: (versionId) => ask({ kind: 'document', versionId }, FileReply),
    memo: (memoId) => ask({ kind: 'memo', memoId }, FileReply),
    handoff: (fileId) => ask({ kind: 'handoff', fileId }, FileReply),
    registerSource: (source) => ask({ kind: 'register-source', source }, SourceReply),
    close: async () => {
      isClosing = true;
      if (isDead) return;
      await ask({ kind: 'close' }, CloseReply.or(CallReply));
      child.kill();
    },
  };
}
