import { AppError } from '#shared/contract/errors.ts';
import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { BlockKind, Extraction } from '#shared/domain/text/text.ts';
import { BlockList } from '../blockList.ts';
import {
  openWordFile,
  storyNames,
  tablePart,
  type StoryName,
  type WordFile,
  type WordUnlock,
} from './fileInformation.ts';
import { characterRuns, paragraphRuns } from './formatPages.ts';
import { ListNumbers, readLists, type Lists } from './lists.ts';
import { fontNames } from './fontNames.ts';
import { readPieces } from './pieces.ts';
import { SpanReader } from './storyText.ts';
import { readStory, type StoryContext } from './storyReader.ts';
import { StyleSheet } from './styleSheet.ts';
import { readSummary } from './summary.ts';
import type { CompoundFile } from './compoundFile.ts';

const kindOf: Readonly<Record<StoryName, BlockKind>> = {
  body: 'paragraph',
  footnote: 'footnote',
  header: 'header',
  macro: 'paragraph',
  comment: 'comment',
  endnote: 'endnote',
  textbox: 'textbox',
  headerTextbox: 'textbox',
};
/** Stories made of several texts, and the part of the table stream that says where each begins. */
const partsOf: Partial<Readonly<Record<StoryName, number>>> = {
  footnote: tablePart.footnoteTexts,
  comment: tablePart.commentTexts,
  header: tablePart.headerTexts,
  endnote: tablePart.endnoteTexts,
  textbox: tablePart.textboxTexts,
  headerTextbox: tablePart.headerTextboxTexts,
};

/**
 * Reads a Word 97–2003 file (DOC, and WPS that holds the same) as text of record: body with tables and automatic
 * numbers, notes, headers, footers, comments, text boxes; revisions and hidden text marked. Throws AppError file-damaged,
 * file-encrypted, file-unsupported `{kind}` (Word 6/95, Works …), limit-characters, limit-blocks, and what `unlock` throws.
 */
export function readDoc(
  bytes: Uint8Array,
  kind: 'doc' | 'wps',
  limits: ExtractLimits,
  unlock?: WordUnlock,
): Extraction {
  const file = openWordFile(bytes, unlock);
  const list = new BlockList(limits);
  const pieces = readPieces(file, limits.characters);
  const styles = new StyleSheet(file);
  const runs = characterRuns(file);
  const context: StoryContext = {
    list,
    styles,
    fonts: fontNames(file),
    paragraphs: paragraphRuns(file),
    reader: new SpanReader(file.main, pieces, runs, styles),
  };
  const lists = listsOf(file, list);
  let start = 0;
  for (const name of storyNames) {
    const length = file.lengths.get(name) ?? 0;
    if (name !== 'macro' && length > 0) readStories(file, name, start, length, context, lists);
    start += length;
  }
  if (context.reader.isCut) noteCut(list);
  notePackage(file.container, list);
  return list.extraction(kind, readSummary(file.container));
}

function listsOf(file: WordFile, list: BlockList): Lists {
  try {
    return readLists(file);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    list.warnings.add('numbering-unresolved');
    return { definitions: new Map(), overrides: [] };
  }
}

function readStories(
  file: WordFile,
  name: StoryName,
  start: number,
  length: number,
  context: StoryContext,
  lists: Lists,
): void {
  const kind = kindOf[name];
  const borders = bordersOf(file, name, length);
  for (let i = 0; i + 1 < borders.length; i++) {
    const from = start + (borders[i] ?? 0);
    const to = start + Math.min(length, borders[i + 1] ?? 0);
    if (to <= from) continue;
    const { prefix, kind: own } = placeOf(name, kind, i);
    if (own === null) continue;
    readStory({ from, to, prefix, kind: own }, context, new ListNumbers(lists));
  }
}

/** Where the texts of a story begin, relative to the story; the whole where nothing tells. */
function bordersOf(file: WordFile, name: StoryName, length: number): number[] {
  const index = partsOf[name];
  const plc = index === undefined ? null : file.part(index);
  if (plc === null) return [0, length];
  // Plain tables of character positions; those of text boxes carry 22 bytes of data with each.
  const isBox = name === 'textbox' || name === 'headerTextbox';
  const count = isBox ? Math.floor((plc.length - 4) / 26) + 1 : Math.floor(plc.length / 4);
  const borders: number[] = [];
  for (let i = 0; i < count; i++) {
    const border = plc.u32(4 * i);
    if (border > length + 2 || border < (borders.at(-1) ?? 0)) break;
    borders.push(border);
  }
  if (borders.length < 2) return [0, length];
  return borders;
}

const separators = 6;
const isHeaderAt = [true, true, false, false, true, false];

/** Six texts of separators come first, then six of each section: headers and footers of even, odd and first pages. */
function placeOf(
  name: StoryName,
  kind: BlockKind,
  index: number,
): { prefix: string; kind: BlockKind | null } {
  if (name === 'body') return { prefix: 'body', kind };
  if (name === 'headerTextbox') return { prefix: `headerTextbox/${index + 1}`, kind };
  if (name !== 'header') return { prefix: `${name}/${index + 1}`, kind };
  if (index < separators) return { prefix: '', kind: null };
  const own = isHeaderAt[(index - separators) % 6] === true ? 'header' : 'footer';
  return { prefix: `${own}/${index - separators + 1}`, kind: own };
}

/** A file that breaks off keeps what is there; without any text there is nothing to keep. */
function noteCut(list: BlockList): void {
  if (list.blocks.every((block) => block.text === '')) throw new AppError('file-damaged');
  list.warnings.add('parts-unread', 'end');
}

function notePackage(container: CompoundFile, list: BlockList): void {
  for (const name of container.names) {
    if (name === 'Macros' || name === '_VBA_PROJECT_CUR') list.warnings.add('macros', name);
    if (name === 'ObjectPool') list.warnings.add('embedded-files', name);
  }
}
