import { AppError } from '#shared/contract/errors.ts';
import type { DocumentKind, ExtractWarning } from '#shared/domain/text/text.ts';
import { contentType, type ContentType } from './contentType.ts';

/** Content types that each extension may hold. */
const byExtension: Readonly<Record<string, readonly ContentType[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  docm: ['docx'],
  dotx: ['docx'],
  dotm: ['docx'],
  doc: ['doc', 'ole', 'word-old', 'xml'],
  dot: ['doc', 'ole', 'word-old'],
  wps: ['doc', 'ole', 'works'],
  wpt: ['doc', 'ole'],
  rtf: ['rtf'],
  xls: ['xls', 'ole', 'xml'],
  et: ['xls', 'ole'],
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xltx: ['xlsx'],
  ppt: ['ppt', 'ole'],
  dps: ['ppt', 'ole'],
  pptx: ['pptx'],
  ofd: ['ofd'],
  odt: ['odf'],
  ods: ['odf'],
  zip: ['zip'],
  rar: ['rar'],
  '7z': ['7z'],
  html: ['html', 'text'],
  htm: ['html', 'text'],
  mht: ['mht', 'text'],
  mhtml: ['mht', 'text'],
  xml: ['xml', 'text'],
  txt: ['text', 'mht', 'html', 'xml'],
  md: ['text', 'html', 'mht'],
  markdown: ['text', 'html', 'mht'],
  csv: ['text'],
  log: ['text', 'html', 'mht', 'xml'],
  // Pictures often carry the name of another format of picture; every program goes by their content.
  webp: ['image', 'image-other'],
  png: ['image', 'image-other'],
  jpg: ['image', 'image-other'],
  jpeg: ['image', 'image-other'],
  gif: ['image', 'image-other'],
  bmp: ['image', 'image-other'],
  tif: ['image', 'image-other'],
  tiff: ['image', 'image-other'],
  heic: ['image', 'image-other'],
  heif: ['image', 'image-other'],
};

/**
 * Formats that commonly lie under a name of another: programs that export 「Word」 or 「Excel」 often write RTF, HTML or a web archive and
 * name it .doc or .xls, and Word opens it. Such a file is read as what it is, with a remark; any other mismatch is refused.
 */
const insideByExtension: Readonly<Record<string, readonly ContentType[]>> = {
  doc: ['rtf', 'html', 'mht'],
  dot: ['rtf', 'html', 'mht'],
  wps: ['rtf', 'html', 'mht'],
  wpt: ['rtf', 'html'],
  rtf: ['doc', 'html'],
  xls: ['html', 'mht'],
  et: ['html'],
};

/** Names of formats as lawyers know them; not translated. */
const names: Readonly<Record<ContentType, string>> = {
  pdf: 'PDF',
  docx: 'DOCX',
  xlsx: 'XLSX',
  pptx: 'PPTX',
  odf: 'ODF',
  ofd: 'OFD',
  zip: 'ZIP',
  'ole-encrypted': 'OLE',
  doc: 'DOC',
  'word-old': 'Word 1/2',
  works: 'MS Works',
  xls: 'XLS',
  ppt: 'PPT',
  ole: 'OLE',
  rtf: 'RTF',
  html: 'HTML',
  mht: 'MHT',
  xml: 'XML',
  image: 'JPG/PNG/TIFF',
  'image-other': 'GIF/HEIC/BigTIFF',
  rar: 'RAR',
  '7z': '7Z',
  text: 'TXT',
  unknown: '?',
};

function extensionOf(fileName: string): string {
  return /\.([^./\\]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

const kinds: Partial<Readonly<Record<ContentType, DocumentKind>>> = {
  pdf: 'pdf',
  docx: 'docx',
  doc: 'doc',
  rtf: 'rtf',
  html: 'html',
  mht: 'html',
  xlsx: 'xlsx',
  ofd: 'ofd',
  image: 'image',
  text: 'txt',
};

/** The reader for content of a type under a name: text is what its name says, a Word file under WPS's name is WPS. */
function kindOf(type: ContentType, extension: string): DocumentKind | undefined {
  if (type === 'doc' && (extension === 'wps' || extension === 'wpt')) return 'wps';
  if (extension === 'md' || extension === 'markdown') return 'md';
  if (extension === 'txt' || extension === 'log') return 'txt';
  if (type === 'text' && /^(?:html?|mht|mhtml)$/.test(extension)) return 'html';
  return kinds[type];
}

/** What a file is, and what the lawyer should know of how its name and content go together. */
export interface Sniffed {
  readonly kind: DocumentKind;
  readonly warnings: readonly ExtractWarning[];
}

/**
 * What a file is, by its content, held against its name. Throws AppError file-empty, file-mismatch `{file, actual,
 * expected}`, file-unsupported `{file, kind}`, file-image `{file, kind}` (a picture of a form that is not read), file-encrypted (an office file with a password
 * that is not opened here) and file-damaged. Other files with a password look like any other here; the reader finds them.
 */
export function sniff(bytes: Uint8Array, fileName: string): Sniffed {
  const file = fileName;
  if (bytes.length === 0) throw new AppError('file-empty', { file });
  const extension = extensionOf(fileName);
  const expected = byExtension[extension];
  const type = typeOf(bytes, file);
  if (type === 'ole-encrypted') return { kind: lockedKind(extension, file), warnings: [] };
  if (type === 'unknown') {
    if (expected === undefined) {
      throw new AppError('file-unsupported', {
        file,
        kind: extension.toUpperCase() || names.unknown,
      });
    }
    throw new AppError('file-damaged', { file });
  }
  const isOtherInside = insideByExtension[extension]?.includes(type) ?? false;
  if (expected !== undefined && !expected.includes(type) && !isOtherInside) {
    throw new AppError('file-mismatch', { file, actual: names[type], expected: `.${extension}` });
  }
  const kind = kindOf(type, extension);
  if (kind === undefined) throw refusal(type, extension, file);
  const where = [names[type]];
  return {
    kind,
    warnings: isOtherInside ? [{ code: 'other-format-inside', count: 1, where }] : [],
  };
}

/**
 * What a file with a password of Office's holds shows once it is open; until then its name says it, older names included.
 * Under a name that says nothing it is taken for a document in Word's form, the commonest.
 */
function lockedKind(extension: string, file: string): DocumentKind {
  const [kind = 'docx'] = byExtension[extension] ?? [];
  if (kind === 'docx' || kind === 'doc') return 'docx';
  if (kind === 'xlsx' || kind === 'xls') return 'xlsx';
  if (kind === 'pptx' || kind === 'ppt') throw refusal(kind, extension, file);
  throw new AppError('file-mismatch', {
    file,
    actual: names['ole-encrypted'],
    expected: `.${extension}`,
  });
}

/**
 * The extension says it better where one content type stands for several formats (ET and XLS, PNG and JPG), not where files
 * of its own kind are read.
 */
function refusal(type: ContentType, extension: string, file: string): AppError {
  if (type === 'zip' || type === 'rar' || type === '7z')
    return new AppError('file-archive', { file, kind: names[type] });
  const isNamed = byExtension[extension] !== undefined;
  const isItsOwn = /^(?:do[ct]|wp[st])$/.test(extension);
  const kind = isNamed && !isItsOwn ? extension.toUpperCase() : names[type];
  return new AppError(type === 'image-other' ? 'file-image' : 'file-unsupported', { file, kind });
}

function typeOf(bytes: Uint8Array, file: string): ContentType {
  try {
    return contentType(bytes);
  } catch (error) {
    if (error instanceof AppError)
      throw new AppError(error.code, { ...error.params, file }, { cause: error });
    throw error;
  }
}
