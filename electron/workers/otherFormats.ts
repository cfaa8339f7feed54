import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { BlockDocumentKind, Extraction } from '#shared/domain/text/text.ts';
import type { WordUnlock } from './doc/fileInformation.ts';
import { readDoc } from './doc/readDoc.ts';
import { readHtml } from './html/readHtml.ts';
import { readOfd } from './ofd/readOfd.ts';
import { readRtf } from './rtf/readRtf.ts';
import { readMarkdown } from './text/readMarkdown.ts';
import { readPlainText } from './text/readPlainText.ts';
import { readXlsx } from './xlsx/readXlsx.ts';

/** Reads what is neither PDF nor DOCX as blocks; for errors see the reader of each format. */
export function readOther(
  kind: Exclude<BlockDocumentKind, 'docx'>,
  bytes: Uint8Array,
  limits: ExtractLimits,
  /** Opens a DOC or WPS that has a password. */
  unlock?: WordUnlock,
): Extraction {
  switch (kind) {
    case 'doc':
    case 'wps':
      return readDoc(bytes, kind, limits, unlock);
    case 'rtf':
      return readRtf(bytes, limits);
    case 'txt':
      return readPlainText(bytes, limits);
    case 'md':
      return readMarkdown(bytes, limits);
    case 'html':
      return readHtml(bytes, limits);
    case 'xlsx':
      return readXlsx(bytes, limits);
    case 'ofd':
      return readOfd(bytes, limits);
    default:
      return neverKind(kind);
  }
}

function neverKind(kind: never): never {
  throw new Error(`no reader for ${String(kind)}`);
}
