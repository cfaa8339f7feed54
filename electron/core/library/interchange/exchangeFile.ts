import { AppError } from '#shared/contract/errors.ts';
import { checklistWorkbookZh } from '#shared/i18n/messages/checklistWorkbook.ts';
import type { ChecklistImport } from '#shared/domain/library/checklistVersion.ts';
import type { ChecklistFile } from '#shared/domain/library/libraryFile.ts';
import type { Extraction } from '#shared/domain/text/text.ts';
import { sniff } from '../../intake/sniff.ts';
import type { Library } from '../library.ts';
import { manifestName } from './packManifest.ts';
import { type ChecklistPack, readPack } from './packRead.ts';
import { problem } from './problem.ts';
import { exchangedList, type ReadingContext, type ReadLists } from './readList.ts';
import { readWorkbook } from './workbookRead.ts';
import { writeWorkbook } from './workbookWrite.ts';
import { readYaml } from './yamlRead.ts';
import { writeYaml } from './yamlWrite.ts';

/** A file that was handed in for its checklists. */
export interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ExchangeFile =
  | { readonly kind: 'pack'; readonly pack: ChecklistPack }
  | { readonly kind: Exclude<ChecklistImport['kind'], 'pack'>; readonly read: ReadLists };

export interface ReadingRoom {
  readonly library: Library;
  readonly context: ReadingContext;
  /** Reads an XLSX in a thread of its own, within limits. */
  readonly extractXlsx: (bytes: Uint8Array) => Promise<Extraction>;
}

const textNames = /\.(?:ya?ml|json)$/i;
const packNames = /\.counsel-checklists$/i;
const maxTextBytes = 16 * 1024 * 1024;

/**
 * Reads a workbook, YAML, JSON of the library, or a pack, by its content. Errors: those of `readPack`, of reading documents
 * (`file-damaged`, `file-encrypted`, `limit-*`, `worker-*`), `file-unsupported`, `file-mismatch`, `file-empty`, `file-too-large`.
 */
export async function readExchangeFile(
  { name, bytes }: HandedFile,
  { library, context, extractXlsx }: ReadingRoom,
): Promise<ExchangeFile> {
  if (isPack(name, bytes)) return { kind: 'pack', pack: readPack(bytes, name) };
  if (textNames.test(name) || sniff(bytes, name).kind === 'txt') {
    if (bytes.length > maxTextBytes)
      throw new AppError('file-too-large', { file: name, limit: maxTextBytes });
    return readText(name, bytes, library, context);
  }
  const { kind } = sniff(bytes, name);
  if (kind !== 'xlsx')
    throw new AppError('file-unsupported', { file: name, kind: kind.toUpperCase() });
  try {
    const extraction = await extractXlsx(bytes);
    return { kind, read: readWorkbook(extraction, library, context) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, { ...error.params, file: name }, { cause: error });
  }
}

/** By name, or by what an archive of ours begins with. */
function isPack(name: string, bytes: Uint8Array): boolean {
  if (packNames.test(name)) return true;
  const start = Buffer.from(bytes.subarray(0, 30 + manifestName.length)).toString('latin1');
  return start.startsWith('PK\u0003\u0004') && start.endsWith(manifestName);
}

function readText(
  name: string,
  bytes: Uint8Array,
  { instruments }: Library,
  context: ReadingContext,
): ExchangeFile {
  const text = decoded(bytes);
  const isJson = /\.json$/i.test(name) || (!textNames.test(name) && /^\s*\{/.test(text ?? ''));
  const kind = isJson ? 'json' : 'yaml';
  if (text !== null) return { kind, read: readYaml(text, instruments, context) };
  const unreadable = problem('unreadable', { field: '', expected: 'UTF-8', line: 1 });
  return { kind, read: { lists: [], problems: [unreadable] } };
}

/** UTF-8, or UTF-16 that says so; null for anything else. */
function decoded(bytes: Uint8Array): string | null {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // not in that encoding
  }
}

/** Formats that need no key. */
export type PlainFormat = 'xlsx' | 'yaml';

/**
 * Versions as one file; a list may stand in it once. Errors: `bad-input` where a list is given in two versions, `limit-characters`.
 */
export async function writePlainFile(
  format: PlainFormat,
  files: readonly ChecklistFile[],
  library: Library,
): Promise<Uint8Array> {
  if (new Set(files.map(({ id }) => id)).size < files.length)
    throw new AppError('bad-input', { channel: 'checklist.export', detail: 'versionIds' });
  const lists = files.map(exchangedList);
  if (format === 'xlsx') return writeWorkbook(lists, library);
  return Buffer.from(writeYaml(lists), 'utf8');
}

const extensions = { xlsx: 'xlsx', yaml: 'yaml', pack: 'counsel-checklists' } as const;

/** A name for the file, without what Windows refuses in names. */
export function exchangeFileName(
  format: keyof typeof extensions,
  files: readonly ChecklistFile[],
): string {
  const [first] = files;
  const name = checklistWorkbookZh.fileName(
    first?.titleZh ?? '',
    first?.version ?? '',
    files.length,
  );
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, 120);
  return `${safe}.${extensions[format]}`;
}
