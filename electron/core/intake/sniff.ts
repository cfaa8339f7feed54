import { AppError } from '#shared/contract/errors.ts';
import type { DocumentKind } from '#shared/domain/text.ts';
import { contentType, type ContentType } from './contentType.ts';

/** Content types that each extension may hold. */
const byExtension: Readonly<Record<string, readonly ContentType[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  docm: ['docx'],
  dotx: ['docx'],
  dotm: ['docx'],
  doc: ['doc', 'ole', 'rtf'],
  dot: ['doc', 'ole'],
  wps: ['doc', 'ole'],
  rtf: ['rtf'],
  xls: ['xls', 'ole'],
  et: ['xls', 'ole'],
  xlsx: ['xlsx'],
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
  xml: ['xml', 'text'],
  txt: ['text', 'mht', 'html', 'xml'],
  md: ['text', 'html', 'mht'],
  csv: ['text'],
  png: ['image'],
  jpg: ['image'],
  jpeg: ['image'],
  gif: ['image'],
  bmp: ['image'],
  tif: ['image'],
  tiff: ['image'],
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
  xls: 'XLS',
  ppt: 'PPT',
  ole: 'OLE',
  rtf: 'RTF',
  html: 'HTML',
  mht: 'MHT',
  xml: 'XML',
  image: 'JPG/PNG/TIFF',
  rar: 'RAR',
  '7z': '7Z',
  text: 'TXT',
  unknown: '?',
};

function extensionOf(fileName: string): string {
  return /\.([^./\\]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

function isKind(type: ContentType): type is DocumentKind {
  return type === 'pdf' || type === 'docx';
}

/**
 * What a file is, by its content, held against its name. Throws AppError file-empty, file-mismatch `{file, actual,
 * expected}`, file-unsupported `{file, kind}`, file-encrypted (an office file with a password) and file-damaged. Encrypted
 * PDFs look like any other here; the reader finds them.
 */
export function sniff(bytes: Uint8Array, fileName: string): { kind: DocumentKind } {
  const file = fileName;
  if (bytes.length === 0) throw new AppError('file-empty', { file });
  const extension = extensionOf(fileName);
  const expected = byExtension[extension];
  const type = typeOf(bytes, file);
  if (type === 'ole-encrypted') throw new AppError('file-encrypted', { file });
  if (type === 'unknown') {
    if (expected === undefined) {
      throw new AppError('file-unsupported', {
        file,
        kind: extension.toUpperCase() || names.unknown,
      });
    }
    throw new AppError('file-damaged', { file });
  }
  if (expected !== undefined && !expected.includes(type)) {
    throw new AppError('file-mismatch', { file, actual: names[type], expected: `.${extension}` });
  }
  if (isKind(type)) return { kind: type };
  // The extension says it better where one content type stands for several formats (WPS and DOC, PNG and JPG).
  const kind = expected === undefined ? names[type] : extension.toUpperCase();
  throw new AppError('file-unsupported', { file, kind });
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
