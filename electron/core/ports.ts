import type { CoreEvent } from '#shared/contract/contract.ts';
import type { FolderFiles } from './handoff/sharedFolderFiles.ts';

/** A file, folder or zip that the person handed in; the renderer only ever sees the token that stands for it. */
export type Source =
  | {
      readonly kind: 'path';
      readonly path: string;
      /** How lines of results name it; the path itself where the person typed it. */
      readonly shownAs?: string | undefined;
    }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array };

/** What a host must provide. The core reaches nothing else outside itself. */
export interface Ports {
  /** Folder of the workspace; made by `workspace.create`. */
  readonly workspaceDir: string;
  /** Folder with checklists/, statutes/, sample/ (the project's `resources/`). */
  readonly resourcesDir: string;
  /** Folder with pdf.js's cmaps/, standard_fonts/, wasm/, iccs/. */
  readonly pdfAssetsDir: string;
  /** Entry point of the worker that reads documents. */
  readonly extractWorker: URL;
  /** Entry point of the worker that recognises scanned pages. */
  readonly ocrWorker?: URL;
  /** Whether waiting pages are recognised without being asked for: where a person works, not for one command. */
  readonly recognisesInBackground?: boolean;
  /** Whether the shared folder is looked at without being asked for: where a person works, not for one command. */
  readonly looksInBackground?: boolean;
  /** Replaced by tests for a folder that is full, slow or gone. */
  readonly folderFiles?: FolderFiles;
  /** Hands out the source behind a one-time token, or null when the token is unknown or used. */
  readonly takeSource: (token: string) => Source | null;
  readonly emit: (event: CoreEvent) => void;
  /** Structured log: no document text, no names, no paths. */
  readonly log: (
    level: 'error' | 'warn' | 'info',
    event: string,
    fields?: Record<string, unknown>,
  ) => void;
  readonly nowMs: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  /** log2 of the scrypt work factor (r = 8, p = 1) of a new passphrase file; 17 is what OWASP asks for. */
  readonly scryptLogN: number;
}
