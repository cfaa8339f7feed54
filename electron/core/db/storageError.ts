import { AppError } from '#shared/contract/errors.ts';

const byCode: Readonly<Record<string, 'disk-full' | 'read-only'>> = {
  SQLITE_FULL: 'disk-full',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  SQLITE_READONLY: 'read-only',
  SQLITE_CANTOPEN: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOTDIR: 'read-only',
};

/** Turns what SQLite or the file system reports into the failure a lawyer can act on; anything else stays a bug. */
export function storageError(error: unknown, folder: string): unknown {
  if (error instanceof AppError) return error;
  const code = errorCode(error);
  if (code === null) return error;
  const known = byCode[code] ?? byCode[code.split('_').slice(0, 2).join('_')];
  if (known !== undefined) return new AppError(known, { folder }, { cause: error });
  if (code.startsWith('SQLITE_BUSY'))
    return new AppError('workspace-busy', { folder }, { cause: error });
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new AppError('workspace-damaged', { file: folder }, { cause: error });
  }
  // A disk that fills up during a write surfaces as an I/O error on some file systems.
  if (code.startsWith('SQLITE_IOERR_WRITE') || code.startsWith('SQLITE_IOERR_SHMSIZE')) {
    return new AppError('disk-full', { folder }, { cause: error });
  }
  return error;
}

function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
