import { AppError } from '#shared/contract/errors.ts';
import { pictureFormat } from '#shared/domain/picture/readPicture.ts';
import { guessUtf16 } from '#shared/domain/text/textEncoding.ts';
import { listZip } from '#shared/domain/text/zipFile.ts';

/** What the bytes of a file are, whatever its name says. `unknown` is binary that nothing here recognises. */
export type ContentType =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odf'
  | 'ofd'
  | 'zip'
  | 'ole-encrypted'
  | 'doc'
  | 'word-old'
  | 'works'
  | 'xls'
  | 'ppt'
  | 'ole'
  | 'rtf'
  | 'html'
  | 'mht'
  | 'xml'
  | 'image'
  | 'image-other'
  | 'rar'
  | '7z'
  | 'text'
  | 'unknown';

const pdfHeaderWithin = 1024;
const maxListed = 100_000;
const probeSize = 4096;

const magics: readonly (readonly [ContentType, readonly number[]])[] = [
  ['image-other', [0x47, 0x49, 0x46, 0x38]],
  ['image-other', [0x49, 0x49, 0x2b, 0x00]], // BigTIFF
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['word-old', [0xdb, 0xa5, 0x2d, 0x00]], // Word 2
  ['word-old', [0x9b, 0xa5]], // Word 1
  ['word-old', [0x31, 0xbe, 0x00, 0x00]], // Word for DOS, Write
];
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zipLocal = [0x50, 0x4b, 0x03, 0x04];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Recognises content by its bytes. Throws AppError file-damaged for a zip archive whose directory is missing. */
export function contentType(bytes: Uint8Array): ContentType {
  if (startsWith(bytes, zipLocal)) return zipType(bytes);
  if (startsWith(bytes, ole)) return oleType(bytes);
  if (pictureFormat(bytes) !== null) return 'image';
  if (isHeic(bytes)) return 'image-other';
  const head = view(bytes.subarray(0, pdfHeaderWithin + 5));
  const isPdf = head.indexOf('%PDF-', 0, 'latin1') >= 0 || hasPdfBones(bytes);
  const magic = magics.find(([, sign]) => startsWith(bytes, sign));
  if (isPdf && magic === undefined) return 'pdf';
  return magic?.[0] ?? textType(bytes);
}

/** Pictures of phones (HEIC, HEIF, AVIF) by the brand in their first box. */
function isHeic(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(4, 12));
  return /^ftyp(?:hei[cxms]|hev[cx]|mif1|msf1|avi[fs])$/.test(head);
}

/** A PDF whose header is damaged still shows its objects and its end; readers open such files. */
function hasPdfBones(bytes: Uint8Array): boolean {
  const start = view(bytes.subarray(0, probeSize));
  const end = view(bytes.subarray(-probeSize));
  return start.indexOf(' obj', 0, 'latin1') >= 0 && end.indexOf('startxref', 0, 'latin1') >= 0;
}

function zipType(bytes: Uint8Array): ContentType {
  const decoder = new TextDecoder();
  const names = new Set(
    listZip(bytes, maxListed).map((entry) =>
      decoder.decode(entry.nameBytes).replace(/^\//, '').toLowerCase(),
    ),
  );
  const has = (pattern: RegExp): boolean => Array.from(names).some((name) => pattern.test(name));
  if (names.has('ofd.xml')) return 'ofd';
  if (!names.has('[content_types].xml') && !names.has('_rels/.rels')) {
    return names.has('mimetype') && names.has('content.xml') ? 'odf' : 'zip';
  }
  if (has(/^word\//)) return 'docx';
  if (has(/^xl\//)) return 'xlsx';
  if (has(/^ppt\//)) return 'pptx';
  return 'docx'; // a package with parts named freely; the reader finds the main part or refuses it
}

/** Streams of an OLE file by name (UTF-16), which say what program it belongs to. */
const oleStreams: readonly (readonly [string, ContentType])[] = [
  ['EncryptedPackage', 'ole-encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['PowerPoint Document', 'ppt'],
  ['MatOST', 'works'],
];

function oleType(bytes: Uint8Array): ContentType {
  const buffer = view(bytes);
  for (const [name, type] of oleStreams) {
    // Names in such files are the same whatever their case; some programs write all capitals.
    const spellings = [name, name.toUpperCase()];
    if (spellings.some((one) => buffer.includes(Buffer.from(one, 'utf16le')))) return type;
  }
  return 'ole';
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return guessUtf16(bytes);
}

function textType(bytes: Uint8Array): ContentType {
  const utf16 = utf16Of(bytes);
  const probe = bytes.subarray(0, probeSize);
  if (utf16 === null) {
    const controls = probe.filter(
      (byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13,
    ).length;
    if (probe.includes(0) || controls > probe.length / 50) return 'unknown';
  }
  const text = new TextDecoder(utf16 ?? 'latin1')
    .decode(probe)
    .replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, '')
    .trimStart();
  if (/^(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div)\b/i.test(text))
    return 'html';
  if (/^<\?xml/i.test(text)) return /<html\b/i.test(text) ? 'html' : 'xml';
  if (/^(?:MIME-Version|From|Content-Type):/im.test(text.slice(0, 500))) return 'mht';
  return text === '' ? 'unknown' : 'text';
}

/** Whether the bytes are a zip archive that is no office document, to be taken apart. */
export function isPlainZip(bytes: Uint8Array): boolean {
  try {
    return contentType(bytes) === 'zip';
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
