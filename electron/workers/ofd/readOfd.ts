import { AppError } from '#shared/contract/errors.ts';
import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { Extraction } from '#shared/domain/text/text.ts';
import { BlockList } from '../blockList.ts';
import { DocxPackage } from '../docx/docxPackage.ts';
import { readLocalXml } from '../localXml.ts';
import { ownEntry } from '../ownEntry.ts';
import { readContent, type PageContent, type PlacedText } from './pageContent.ts';
import { paragraphsOf } from './paragraphs.ts';

const metaNames: Readonly<Record<string, string>> = {
  Title: 'Title',
  Author: 'Author',
  Subject: 'Subject',
};
const maxMeta = 500;

interface Reading {
  readonly pack: DocxPackage;
  readonly list: BlockList;
  readonly limits: ExtractLimits;
  readonly budget: { left: number; readonly limit: number };
}

/**
 * Reads an OFD (GB/T 33190) as text of record: the text of each page with its templates, in reading order, as paragraphs
 * `page/3/12`; pages without text are flagged. Annotations are comments (`comment/3/0`, by page). Custom tags and seals are not
 * read. Throws AppError file-damaged, file-encrypted, file-ambiguous, limit-*.
 */
export function readOfd(bytes: Uint8Array, limits: ExtractLimits): Extraction {
  const pack = new DocxPackage(bytes, limits);
  if (pack.has('encryptions.xml')) throw new AppError('file-encrypted');
  const { roots, meta } = readRoots(pack);
  if (roots.length === 0) throw new AppError('file-damaged');
  const budget = { left: limits.characters, limit: limits.characters };
  const reading: Reading = { pack, list: new BlockList(limits), limits, budget };
  let pages = 0;
  for (const root of roots) pages += readDocument(reading, root, pages);
  return reading.list.extraction('ofd', meta);
}

function readRoots(pack: DocxPackage): { roots: string[]; meta: Record<string, string> } {
  const roots: string[] = [];
  const meta: Record<string, string> = {};
  let element = '';
  let text = '';
  readLocalXml(pack, 'ofd.xml', {
    open(name) {
      element = name;
      text = '';
    },
    text: (chunk) => {
      text += chunk;
    },
    close(name) {
      const key = ownEntry(metaNames, name);
      if (name !== element) return;
      if (name === 'DocRoot') roots.push(resolve('', text));
      else if (key !== undefined && text.trim() !== '') meta[key] ??= text.trim().slice(0, maxMeta);
    },
  });
  return { roots, meta };
}

/** A place as OFD writes it: from the root with a slash, else from the folder of the part that names it. */
function resolve(folder: string, place: string): string {
  const whole = place.trim().replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (whole.startsWith('/') ? whole : `${folder}/${whole}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

const folderOf = (part: string): string => part.slice(0, Math.max(0, part.lastIndexOf('/')));

interface DocumentParts {
  readonly pages: { readonly id: string; readonly part: string }[];
  readonly templates: Map<string, string>;
  annotations: string | null;
}

function readParts(pack: DocxPackage, root: string): DocumentParts {
  const parts: DocumentParts = { pages: [], templates: new Map(), annotations: null };
  const folder = folderOf(root);
  let element = '';
  let text = '';
  const isThere = readLocalXml(pack, root, {
    open(name, attributes) {
      element = name;
      text = '';
      const place = resolve(folder, attributes['BaseLoc'] ?? '');
      if (name === 'Page') parts.pages.push({ id: attributes['ID'] ?? '', part: place });
      else if (name === 'TemplatePage') parts.templates.set(attributes['ID'] ?? '', place);
    },
    text: (chunk) => {
      text += chunk;
    },
    close(name) {
      if (name === 'Annotations' && element === name) parts.annotations = resolve(folder, text);
    },
  });
  if (!isThere) throw new AppError('file-damaged');
  return parts;
}

/** Reads one document of the file; returns how many pages it has. */
function readDocument(reading: Reading, root: string, before: number): number {
  const { limits, pack } = reading;
  const parts = readParts(pack, root);
  if (before + parts.pages.length > limits.pages)
    throw new AppError('limit-pages', { limit: limits.pages });
  const templates = new Map<string, PageContent | null>();
  const templateOf = (id: string): PageContent | null => {
    const part = parts.templates.get(id);
    if (part === undefined) return null;
    if (!templates.has(id)) templates.set(id, readContent(pack, part, reading.budget));
    return templates.get(id) ?? null;
  };
  parts.pages.forEach((page, index) =>
    readPage(reading, page.part, before + index + 1, templateOf),
  );
  if (parts.annotations !== null) readAnnotations(reading, parts, before);
  return parts.pages.length;
}

function readPage(
  reading: Reading,
  part: string,
  number: number,
  templateOf: (id: string) => PageContent | null,
): void {
  const { list } = reading;
  const content = readContent(reading.pack, part, reading.budget);
  if (content === null) {
    list.warnings.add('pages-failed', String(number));
    list.add({ path: `page/${number}/0`, kind: 'paragraph', text: '', flags: ['page-failed'] });
    return;
  }
  const texts: PlacedText[] = [...content.texts];
  let { images } = content;
  for (const id of content.templates) {
    const template = templateOf(id);
    for (const text of template?.texts ?? []) texts.push(text);
    images += template?.images ?? 0;
  }
  if (images > 0) list.warnings.add('images-unread', `page/${number}`, images);
  const paragraphs = paragraphsOf(texts);
  paragraphs.forEach((text, i) =>
    list.add({ path: `page/${number}/${i}`, kind: 'paragraph', text }),
  );
  if (paragraphs.length > 0) return;
  list.warnings.add('pages-without-text', String(number));
  list.add({ path: `page/${number}/0`, kind: 'paragraph', text: '', flags: ['no-text'] });
}

function readAnnotations(reading: Reading, parts: DocumentParts, before: number): void {
  const { pack, list } = reading;
  const index = parts.annotations ?? '';
  const files: { readonly page: number; readonly part: string }[] = [];
  let page = 0;
  let text = '';
  readLocalXml(pack, index, {
    open(name, attributes) {
      text = '';
      if (name === 'Page')
        page = before + 1 + parts.pages.findIndex(({ id }) => id === attributes['PageID']);
    },
    text: (chunk) => {
      text += chunk;
    },
    close(name) {
      if (name === 'FileLoc') files.push({ page, part: resolve(folderOf(index), text) });
    },
  });
  for (const file of files) {
    const content = readContent(pack, file.part, reading.budget);
    if (content === null) list.warnings.add('parts-unread', file.part);
    else
      paragraphsOf(content.texts).forEach((shown, i) =>
        list.add({ path: `comment/${file.page}/${i}`, kind: 'comment', text: shown }),
      );
  }
}
