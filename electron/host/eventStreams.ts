import type { ServerResponse } from 'node:http';
import type { CoreEvent } from '#shared/contract/contract.ts';

const heartbeatMs = 15_000;

export interface EventStreams {
  readonly open: (response: ServerResponse, headers: Readonly<Record<string, string>>) => void;
  readonly emit: (event: CoreEvent) => void;
  readonly close: () => void;
}

/** Open `/events` answers: one JSON document a line; an empty line now and then keeps the connection from being thought dead. */
export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>();
  const write = (line: string): void => {
    for (const response of open) response.write(line);
  };
  const heartbeat = setInterval(() => {
    write('\n');
  }, heartbeatMs);
  heartbeat.unref();
  return {
    open: (response, headers) => {
      response.writeHead(200, {
        ...headers,
        'content-type': 'application/x-ndjson',
        'cache-control': 'no-store',
      });
      response.write('\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    emit: (event) => {
      write(`${JSON.stringify(event)}\n`);
    },
    close: () => {
      clearInterval(heartbeat);
      for (const response of open) response.end();
    },
  };
}
