import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  CatalogueFile,
  ChecklistFile,
  DocTypeFile,
  NationalLawFile,
  RenumberingFile,
  TraitFile,
} from '#shared/domain/library/libraryFile.ts';
import { libraryFault } from './libraryFault.ts';
import { readLibraryFile } from './readLibraryFile.ts';

/** The files as read, each with its path relative to the resources folder. */
export interface LibraryFiles {
  readonly checklists: readonly { readonly path: string; readonly file: ChecklistFile }[];
  readonly traits: TraitFile;
  readonly docTypes: DocTypeFile;
  readonly catalogue: CatalogueFile;
  readonly renumbering: RenumberingFile;
  readonly nationalLaws: NationalLawFile;
}

/** Paths of the single files of the library, relative to the resources folder. */
export const libraryPaths = {
  checklists: 'checklists',
  traits: 'checklists/traits.json',
  docTypes: 'checklists/docTypes.json',
  catalogue: 'statutes/catalogue.json',
  renumbering: 'statutes/renumbering.json',
  nationalLaws: 'statutes/nationalLaws.json',
} as const;

/** Reads all files of the library, each checked by itself. Throws `library-invalid` with file, place and reason. */
export function readLibraryFiles(resourcesDir: string): LibraryFiles {
  return {
    checklists: readChecklists(resourcesDir),
    traits: readLibraryFile(resourcesDir, libraryPaths.traits, TraitFile),
    docTypes: readLibraryFile(resourcesDir, libraryPaths.docTypes, DocTypeFile),
    catalogue: readLibraryFile(resourcesDir, libraryPaths.catalogue, CatalogueFile),
    renumbering: readLibraryFile(resourcesDir, libraryPaths.renumbering, RenumberingFile),
    nationalLaws: readLibraryFile(resourcesDir, libraryPaths.nationalLaws, NationalLawFile),
  };
}

function readChecklists(resourcesDir: string): LibraryFiles['checklists'] {
  let names: string[];
  try {
    names = readdirSync(join(resourcesDir, libraryPaths.checklists));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw libraryFault(libraryPaths.checklists, '', code);
  }
  const lists = names
    .filter((name) => name.startsWith('cl-') && name.endsWith('.json'))
    .sort()
    .map((name) => {
      const path = `${libraryPaths.checklists}/${name}`;
      return { path, file: readLibraryFile(resourcesDir, path, ChecklistFile) };
    });
  if (lists.length === 0) throw libraryFault(libraryPaths.checklists, '', 'no checklist found');
  return lists.sort((a, b) => a.file.order - b.file.order);
}
