import type { DocxPackage, Relationship } from './docxPackage.ts';
import { ownEntry } from '../ownEntry.ts';

const names: Readonly<Record<string, string>> = {
  'dc:title': 'Title',
  'dc:creator': 'Author',
  'dc:subject': 'Subject',
  'cp:lastModifiedBy': 'LastModifiedBy',
  'dcterms:created': 'Created',
  'dcterms:modified': 'Modified',
};
const maxLength = 500;

/** Core properties of the package, by name; empty when it has none. */
export function readMeta(pack: DocxPackage, root: readonly Relationship[]): Record<string, string> {
  const part = root.find((relation) => relation.type === 'core-properties')?.target;
  const meta: Record<string, string> = {};
  if (part === undefined) return meta;
  let open: string | undefined;
  pack.readXml(part, {
    open(name) {
      open = ownEntry(names, name);
    },
    text(text) {
      if (open !== undefined && text.trim() !== '') {
        meta[open] = ((meta[open] ?? '') + text.trim()).slice(0, maxLength);
      }
    },
    close() {
      open = undefined;
    },
  });
  return meta;
}
