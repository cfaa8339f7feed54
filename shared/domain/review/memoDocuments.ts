import { memoDocumentZh } from '../../i18n/messages/memoDocument.ts';
import type { ExtractWarning } from '../text/text.ts';
import { unreadCodes, type UnreadCode } from '../text/unread.ts';
import type { DocumentVersion, ProjectDocument } from './document.ts';
import type { MemoModel } from './memo.ts';
import type { MemoSource } from './memoSource.ts';

/** The newest version of a document, and before it each older one that a quote still points to. */
export function memoDocuments(
  document: ProjectDocument,
  source: MemoSource,
): MemoModel['documents'] {
  const quoted = new Set(
    [...source.items, ...(source.elsewhere ?? [])].flatMap((entry) =>
      entry.evidence.map((e) => e.anchor.versionId),
    ),
  );
  const versions = [...document.versions].sort((a, b) => a.number - b.number);
  return versions
    .filter((version, i) => i === versions.length - 1 || quoted.has(version.id))
    .map((version) => memoDocument(document, version, source.docTypes));
}

function memoDocument(
  document: ProjectDocument,
  version: DocumentVersion,
  docTypes: MemoSource['docTypes'],
): MemoModel['documents'][number] {
  return {
    title: document.title,
    type: document.type === null ? null : (docTypes[document.type] ?? document.type),
    versionNumber: version.number,
    fileName: version.fileName,
    pages: version.pages,
    sha256: version.sha256,
    unreadable: unreadableParts(version.warnings),
  };
}

/** Places of a version that gave no usable text, in words (第3页（无文字层）). */
export function unreadableParts(warnings: readonly ExtractWarning[]): string[] {
  return warnings.flatMap((warning) => {
    const code = unreadCodes.find((c) => c === warning.code);
    return code === undefined ? [] : placesInWords(code, warning);
  });
}

/** Whose places are paths inside the file, which tell a reader of the memo nothing: only counted. */
const countedOnly: readonly UnreadCode[] = [
  'images-unread',
  'parts-unread',
  'undecodable-text',
  'embedded-files',
];

function placesInWords(code: UnreadCode, warning: ExtractWarning): string[] {
  const words = memoDocumentZh.unreadable;
  if (countedOnly.includes(code)) return [words.counted(warning.count, words.reasons[code])];
  const places = warning.where.map((where) =>
    words.place(/^\d+$/.test(where) ? words.page(Number(where)) : where, words.reasons[code]),
  );
  const rest = warning.count - warning.where.length;
  if (rest <= 0) return places;
  // Pages that are not in the file have no place to name.
  if (code === 'pages-missing') return [...places, words.missing(rest)];
  return [...places, words.more(rest, words.reasons[code])];
}
