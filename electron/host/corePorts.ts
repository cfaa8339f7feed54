import { randomBytes } from 'node:crypto';
import type { CoreEvent } from '#shared/contract/contract.ts';
import type { Ports } from '../core/ports.ts';
import type { AppFolders } from './folders.ts';
import { createSources, type Sources } from './sources.ts';

const MIB = 1024 * 1024;
/** Largest single upload of the loopback host. */
export const maxUploadBytes = 512 * MIB;

/** The tokens of one host: uploads wait at most half an hour and together hold at most 1 GiB. */
export function hostSources(): Sources {
  return createSources({
    nowMs: Date.now,
    newToken: () => randomBytes(24).toString('base64url'),
    maxHeldBytes: 1024 * MIB,
    lifetimeMs: 30 * 60_000,
  });
}

/** What every host gives the core: the same clock, randomness, folders and log. */
export function corePorts(options: {
  readonly workspaceDir: string;
  readonly folders: AppFolders;
  readonly takeSource: Ports['takeSource'];
  readonly emit: (event: CoreEvent) => void;
  /** False for one command: scanned pages wait until they are asked for. */
  readonly recognisesInBackground?: boolean;
}): Ports {
  const { resourcesDir, pdfAssetsDir, extractWorker, ocrWorker } = options.folders;
  return {
    workspaceDir: options.workspaceDir,
    resourcesDir,
    pdfAssetsDir,
    extractWorker,
    ocrWorker,
    recognisesInBackground: options.recognisesInBackground ?? true,
    looksInBackground: options.recognisesInBackground ?? true,
    takeSource: options.takeSource,
    emit: options.emit,
    log: logToStderr,
    nowMs: Date.now,
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    scryptLogN: 17,
  };
}

/** One JSON document a line on stderr, so that stdout stays free for answers. */
export const logToStderr: Ports['log'] = (level, event, fields = {}) => {
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`,
  );
};
