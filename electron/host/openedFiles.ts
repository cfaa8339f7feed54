import path from 'node:path';

/** Kinds of our own files, by the ending that the system opens this program for. */
const kinds = { '.counsel-handoff': 'package', '.counsel-contact': 'contact' } as const;

export interface OpenedFile {
  readonly path: string;
  readonly kind: (typeof kinds)[keyof typeof kinds];
}

/** A package or contact file by its name; null for anything else. */
export function openedFile(file: string): OpenedFile | null {
  const ending = path.extname(file).toLowerCase();
  const known = Object.entries(kinds).find(([name]) => name === ending);
  return known ? { path: file, kind: known[1] } : null;
}

/** Packages and contact files among the arguments that the system started the program with; `folder` is where it stood. */
export function openedFilesIn(args: readonly string[], folder: string): OpenedFile[] {
  return args
    .filter((one) => !one.startsWith('-'))
    .flatMap((one) => openedFile(path.resolve(folder, one)) ?? []);
}
