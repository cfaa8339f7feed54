import type { DocumentKind } from '#shared/domain/text/text.ts';

/**
 * Media type under which a document's bytes leave the core. HTML goes out as mere bytes: served under its own type it
 * would be a page of the app.
 */
export const mediaTypes: Readonly<Record<DocumentKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  wps: 'application/vnd.ms-works',
  rtf: 'application/rtf',
  txt: 'text/plain',
  md: 'text/plain',
  html: 'application/octet-stream',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
  // Not under its own type: nothing but the reader is to show it.
  image: 'application/octet-stream',
};
