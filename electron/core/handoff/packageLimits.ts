import type { ZipLimits } from './strictZip.ts';

const MiB = 1024 * 1024;

/** What a package may hold at most; one that holds more is refused before anything of it is read. */
export const packageLimits = {
  fileBytes: 1024 * MiB,
  changes: 2_000_000,
  lineBytes: 8 * MiB,
  manifestBytes: 32 * MiB,
} as const;

export const zipLimits: ZipLimits = {
  entries: 20_000,
  memberBytes: 1024 * MiB,
  totalBytes: 2048 * MiB,
  ratio: 200,
};

export const manifestName = 'manifest.json';
export const signatureName = 'manifest.sig';
export const changesName = 'changes.ndjson';
export const commandsName = 'commands.ndjson';
export const contentName = (sha256: string): string => `contents/${sha256}`;

/** Stamps after this year are no clock's, however wrong it runs. */
export const latestStampMs = Date.UTC(5000, 0, 1);
