import type { DocumentKind } from './text.ts';

/**
 * Version of the reader of each kind of file, raised whenever it gives other text for the same bytes: texts that an older
 * one gave are then offered to be read again, and until that is done they stand as they were quoted.
 */
export const readerVersions: Readonly<Record<DocumentKind, number>> = {
  pdf: 3,
  docx: 3,
  doc: 3,
  wps: 3,
  rtf: 3,
  txt: 2,
  md: 2,
  html: 3,
  xlsx: 3,
  ofd: 2,
  image: 2,
};

/** How a reader is named beside the text that it gave: `text-2`. */
export function readerName(kind: DocumentKind): string {
  return `text-${readerVersions[kind]}`;
}

/** Whether a text was given by an older reader than this program's; a newer one's text is nobody's to replace. */
export function isOlderReader(name: string, kind: DocumentKind): boolean {
  const version = /^text-(\d{1,9})$/.exec(name)?.[1];
  return version !== undefined && Number(version) < readerVersions[kind];
}
