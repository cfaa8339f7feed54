import { AppError, type Failure } from '#shared/contract/errors.ts';
import type { FolderClock } from '#shared/domain/handoff/sharedFolder.ts';
import type { OpenPackage } from './handoffDesk.ts';
import { type HandoffPackage, readPackage } from './packageRead.ts';
import { unsealPackage } from './sealing.ts';

/** What a file of the shared folder turned out to be, before anybody asks who sent it. */
export type OpenedFile =
  | { readonly kind: 'package'; readonly opened: OpenPackage }
  | { readonly kind: 'not-for-us' }
  /** Not whole, as far as can be told: still on its way, or damaged. */
  | { readonly kind: 'unfinished'; readonly failure: Failure }
  | { readonly kind: 'refused'; readonly failure: Failure };

export const ageHead = Buffer.from('age-encryption.org/v1\n', 'latin1');
const startsWith = (bytes: Uint8Array, head: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, head.length)).equals(head);
export const isSealed = (bytes: Uint8Array): boolean => startsWith(bytes, ageHead);
const isArchive = (bytes: Uint8Array): boolean => startsWith(bytes, Buffer.from('PK\u0003\u0004'));

/** Opens and verifies a file; only packages sealed to this desk's key are read. */
export async function openFile(
  file: string,
  bytes: Uint8Array,
  ageIdentity: string,
): Promise<OpenedFile> {
  const fileName = file.split('/').at(-1) ?? file;
  const damaged: Failure = { code: 'handoff-damaged', params: { file: fileName, detail: 'age' } };
  if (!isSealed(bytes)) {
    // A package that anybody may read is no package of a shared folder, however it got there.
    if (isArchive(bytes)) return refused('folder-not-sealed', fileName);
    return { kind: 'unfinished', failure: damaged };
  }
  let inner: Uint8Array;
  try {
    ({ bytes: inner } = await unsealPackage(bytes, ageIdentity, null));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'handoff-passphrase') return refused('folder-not-sealed', fileName);
    if (isForOthers(error)) return { kind: 'not-for-us' };
    return { kind: 'unfinished', failure: damaged };
  }
  try {
    const pack = readPackage(inner, null);
    return { kind: 'package', opened: { pack, isEncrypted: true, fileName } };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const failure = { code: error.code, params: { ...error.params, file: fileName } };
    return { kind: 'refused', failure };
  }
}

function refused(code: Failure['code'], file: string): OpenedFile {
  return { kind: 'refused', failure: { code, params: { file } } };
}

/** age says so once it has read the whole header; anything else is a file that is not whole. */
function isForOthers({ cause }: AppError): boolean {
  return cause instanceof Error && cause.message.startsWith('no identity matched');
}

const dayMs = 24 * 3_600_000;
/** A package may lie for months before it is found. */
const longestLyingMs = 180 * dayMs;

/** A clock that is ahead of this desk's by more than a day, or behind it by more than a package lies unread. */
export function clockOf({ manifest }: HandoffPackage, nowMs: number): FolderClock | null {
  const made = Date.parse(manifest.createdAt);
  const { createdAt, sender } = manifest;
  const { person } = sender;
  if (made > nowMs + dayMs) return { person, kind: 'ahead', createdAt };
  return made < nowMs - longestLyingMs ? { person, kind: 'behind', createdAt } : null;
}
