import { AppError } from '#shared/contract/errors.ts';

/** A fault in a library file: `file` relative to the resources folder, `place` as a path into it. */
export function libraryFault(file: string, place: string, detail: string): AppError {
  return new AppError('library-invalid', { file, place, detail });
}
