import { AppError } from '#shared/contract/errors.ts';
import { CompoundFile } from './compoundFile.ts';
import { WordBytes } from './wordBytes.ts';

/** Which part of the text a range of characters belongs to, in the order in which the file keeps them. */
export const storyNames = [
  'body',
  'footnote',
  'header',
  'macro',
  'comment',
  'endnote',
  'textbox',
  'headerTextbox',
] as const;
export type StoryName = (typeof storyNames)[number];

/** Places in the list of (offset, size) pairs of the file information block. */
export const tablePart = {
  styles: 1,
  footnoteTexts: 3,
  commentTexts: 5,
  headerTexts: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  endnoteTexts: 47,
  textboxTexts: 56,
  headerTextboxTexts: 58,
  lists: 73,
  listOverrides: 74,
} as const;

const word97Magic = 0xa5ec;
const oldMagics: readonly number[] = [0xa5dc, 0xa5db, 0xa59b, 0xa59c];
const encryptedFlag = 0x0100;
const tableOneFlag = 0x0200;
/** Hidden by adding a key derived from the password, as Word 95 did: no program should write it any more. */
const obfuscatedFlag = 0x8000;
const pairsAt = 0x9a;

/** A Word 97 file taken apart: the main stream, the table stream, and what its information block says. */
export interface WordFile {
  readonly main: WordBytes;
  readonly table: WordBytes;
  /** Characters of each story. */
  readonly lengths: ReadonlyMap<StoryName, number>;
  readonly container: CompoundFile;
  /** A part of the table stream, null when the file has none. */
  part(index: number): WordBytes | null;
  /** Where a part begins, for parts that run on past their stated size. */
  offsetOf(index: number): number;
}

/** The two streams of a Word file that hold its text and what is said of it. */
export interface WordStreams {
  readonly main: Uint8Array;
  readonly table: Uint8Array;
}

/** Opens the streams of a file that has a password. Throws AppError wrong-password, lock-unsupported, file-damaged. */
export type WordUnlock = (streams: WordStreams) => WordStreams;

/**
 * Throws AppError file-damaged, file-encrypted (locked, and nothing given to open it), file-unsupported `{kind}` (Word 6/95,
 * Works, other OLE files), and what `unlock` throws.
 */
export function openWordFile(bytes: Uint8Array, unlock?: WordUnlock): WordFile {
  const container = new CompoundFile(bytes);
  const { names } = container;
  const mainBytes = container.stream('WordDocument');
  if (mainBytes === null) throw new AppError('file-unsupported', { kind: foreignKind(names) });
  const head = new WordBytes(mainBytes);
  const magic = head.u16(0);
  if (oldMagics.includes(magic)) throw new AppError('file-unsupported', { kind: 'Word 6/95' });
  if (magic !== word97Magic) throw new AppError('file-damaged');
  const flags = head.u16(0x0a);
  const isLocked = (flags & encryptedFlag) !== 0;
  if (isLocked && (flags & obfuscatedFlag) !== 0)
    throw new AppError('lock-unsupported', { kind: 'XOR' });
  if (isLocked && unlock === undefined) throw new AppError('file-encrypted');
  const tableBytes = container.stream((flags & tableOneFlag) === 0 ? '0Table' : '1Table');
  if (tableBytes === null) throw new AppError('file-damaged');
  const kept = { main: mainBytes, table: tableBytes };
  const streams = isLocked && unlock !== undefined ? unlock(kept) : kept;
  const main = new WordBytes(streams.main);
  const table = new WordBytes(streams.table);
  const lengths = new Map(storyNames.map((name, i) => [name, main.u32(0x4c + 4 * i)]));
  const offsetOf = (index: number): number => main.u32(pairsAt + 8 * index);
  return {
    main,
    table,
    lengths,
    container,
    offsetOf,
    part: (index) => {
      const size = main.u32(pairsAt + 8 * index + 4);
      return size === 0 ? null : table.part(offsetOf(index), size);
    },
  };
}

function foreignKind(names: readonly string[]): string {
  if (names.includes('MatOST') || names.includes('CONTENTS')) return 'MS Works';
  if (names.includes('Workbook') || names.includes('Book')) return 'XLS';
  if (names.includes('PowerPoint Document')) return 'PPT';
  return 'OLE';
}
