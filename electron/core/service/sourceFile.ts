import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Desk } from '../desk.ts';
import { packageLimits } from '../handoff/packageLimits.ts';

/** The one file behind a token. Errors: `source-unknown`, `file-not-found`, `file-unreadable`, `file-too-large`. */
export async function readSourceFile(
  desk: Desk,
  token: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const source = desk.ports.takeSource(token);
  if (!source) throw new AppError('source-unknown');
  if (source.kind === 'bytes') {
    requireSize(source.name, source.bytes.length);
    return { name: source.name, bytes: source.bytes };
  }
  const name = path.basename(source.path);
  try {
    const found = await stat(source.path);
    if (!found.isFile()) throw new AppError('file-unreadable', { file: name });
    requireSize(name, found.size);
    return { name, bytes: await readFile(source.path) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const code = isMissing ? 'file-not-found' : 'file-unreadable';
    throw new AppError(code, { file: name }, { cause: error });
  }
}

function requireSize(file: string, size: number): void {
  const limit = packageLimits.fileBytes;
  if (size > limit) throw new AppError('file-too-large', { file, limit });
}
