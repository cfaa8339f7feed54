import type { DocxPackage } from './docx/docxPackage.ts';
import type { Attributes } from './docx/xmlReader.ts';

/** Elements and attributes by their names without prefix; enough where one format's names do not clash. */
export interface LocalHandler {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Feeds a part to the handler with the names' prefixes taken off; false when there is no such part. */
export function readLocalXml(pack: DocxPackage, part: string, handler: LocalHandler): boolean {
  return pack.readXml(part, {
    open: (name, attributes) => handler.open?.(localName(name), attributes),
    text: (text) => handler.text?.(text),
    close: (name) => handler.close?.(localName(name)),
  });
}
