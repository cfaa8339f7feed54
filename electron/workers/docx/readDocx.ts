import { AppError } from '#shared/contract/errors.ts';
import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { BlockKind, BlockText, Extraction } from '#shared/domain/text/text.ts';
import { WarningLog } from '../warnings.ts';
import { withThreads } from './commentThreads.ts';
import { DocxPackage, type Relationship } from './docxPackage.ts';
import { readNumbering } from './numbering.ts';
import { drawingBlocks } from './drawingText.ts';
import { readMeta } from './metadata.ts';
import { joinLabels } from './revisedNumbering.ts';
import { StoryReader, type StoryContext } from './storyReader.ts';
import { readStyles } from './styles.ts';

/** A part to read: its name in the package, the path prefix of its blocks, and their kind. */
interface Story {
  readonly part: string;
  readonly prefix: string;
  readonly kind: BlockKind;
}

const oleHeader = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a DOCX as text of record: body, notes, headers, footers, comments, text boxes; automatic numbers as labels;
 * revisions and hidden text marked. Throws AppError file-damaged, file-encrypted, file-ambiguous, file-mismatch (a
 * package of another kind), limit-entries, limit-inflated, limit-nesting, limit-characters, limit-blocks.
 */
export function readDocx(
  bytes: Uint8Array,
  limits: ExtractLimits,
  onProgress: (done: number, total: number) => void,
): Extraction {
  if (oleHeader.every((byte, i) => bytes[i] === byte)) throw new AppError('file-encrypted');
  const pack = new DocxPackage(bytes, limits);
  const root = pack.relationships('');
  const main = root.find((relation) => relation.type === 'officeDocument')?.target;
  if (main === undefined || !pack.has(main)) throw new AppError('file-damaged');
  const relations = pack.relationships(main);
  const styles = readStyles(pack, targetOf(relations, 'styles'));
  const newNumbering = readNumbering(pack, targetOf(relations, 'numbering'), styles);
  const warnings = new WarningLog();
  const budget = { left: limits.characters, limit: limits.characters };
  const blockBudget = { left: limits.blocks, limit: limits.blocks };
  const context: StoryContext = { styles, warnings, budget, blockBudget };
  const threadsPart = targetOf(relations, 'commentsExtended');
  const stories = storiesOf(main, relations);
  const blocks: BlockText[] = [];
  stories.forEach((story, done) => {
    const reader = new StoryReader(context, newNumbering, story.prefix, story.kind);
    pack.readXml(story.part, reader);
    const read =
      story.kind === 'comment'
        ? withThreads(reader.blocks, pack, threadsPart, reader.lastParagraphs)
        : reader.blocks;
    for (const block of read) if (block !== null) blocks.push(block);
    onProgress(done + 1, stories.length);
  });
  joinLabels(blocks);
  Array.from(drawingsOf(relations)).forEach(([part, type], i) => {
    // Its titles are read as those of other charts; its values are kept in a form of their own.
    if (type === 'chartEx') warnings.add('parts-unread', `drawing/${i + 1}`);
    blocks.push(...drawingBlocks(pack, part, `drawing/${i + 1}`, budget, blockBudget));
  });
  notePackage(pack, warnings);
  const characters = blocks.reduce((sum, block) => sum + block.text.length, 0);
  return {
    kind: 'docx',
    blocks,
    characters,
    warnings: warnings.list(),
    meta: { ...readMeta(pack, root), ...partNames(stories) },
  };
}

/** Which part each story was read from, for who writes into the file. */
function partNames(stories: readonly Story[]): Record<string, string> {
  return Object.fromEntries(stories.map(({ prefix, part }) => [`part:${prefix}`, part]));
}

function targetOf(relations: readonly Relationship[], type: string): string | undefined {
  return relations.find((relation) => relation.type === type)?.target;
}

/** Body first, then what hangs on it; every note and comment names itself by its id. */
function storiesOf(main: string, relations: readonly Relationship[]): Story[] {
  const stories: Story[] = [{ part: main, prefix: 'body', kind: 'paragraph' }];
  const add = (type: string, kind: BlockKind, isNumbered: boolean): void => {
    const parts = new Set(relations.filter((r) => r.type === type).map((r) => r.target));
    let number = 0;
    for (const part of parts) {
      number += 1;
      stories.push({ part, prefix: isNumbered ? `${kind}/${number}` : kind, kind });
    }
  };
  add('footnotes', 'footnote', false);
  add('endnotes', 'endnote', false);
  add('header', 'header', true);
  add('footer', 'footer', true);
  add('comments', 'comment', false);
  return stories;
}

/** Charts and diagrams of the main part, each once, with what they are. */
function drawingsOf(relations: readonly Relationship[]): Map<string, string> {
  const types = ['chart', 'chartEx', 'diagramData'];
  const drawings = relations.filter(({ type }) => types.includes(type));
  return new Map(drawings.map(({ target, type }) => [target, type]));
}

function notePackage(pack: DocxPackage, warnings: WarningLog): void {
  for (const name of pack.names) {
    if (name.endsWith('vbaproject.bin')) warnings.add('macros', name);
    if (/(^|\/)embeddings\/[^/]+$/.test(name)) warnings.add('embedded-files', name);
  }
}
