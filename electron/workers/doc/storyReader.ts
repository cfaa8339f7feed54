import type { BlockKind } from '#shared/domain/text/text.ts';
import type { BlockList } from '../blockList.ts';
import { FieldStack } from '../docx/fields.ts';
import { FlowPaths } from '../flowPaths.ts';
import { MarkedText } from '../markedText.ts';
import type { FormatRun, FormatRuns } from './formatPages.ts';
import type { ListNumbers } from './lists.ts';
import { takeParagraph, type ParagraphFormat, type StyleSheet } from './styleSheet.ts';
import { marksOf, shownText, type SpanReader, type TextSpan } from './storyText.ts';

/** What all stories of one file share. */
export interface StoryContext {
  readonly list: BlockList;
  readonly styles: StyleSheet;
  readonly paragraphs: FormatRuns;
  readonly reader: SpanReader;
  /** Names of the file's fonts. */
  readonly fonts: readonly string[];
}

/** A range of characters that is read into blocks below one prefix. */
export interface Story {
  readonly from: number;
  readonly to: number;
  readonly prefix: string;
  readonly kind: BlockKind;
}

const paragraphEnd = '\r';
const cellEnd = '\u0007';
const pageBreak = '\f';
const picture = '\u0001';
const drawing = '\u0008';
/** Deeper tables than this are taken as damage of the depth, not as tables. */
const maxTableDepth = 30;

/** Reads one story: cuts it into paragraphs, and adds a block for each that has text or a number. */
export function readStory(story: Story, context: StoryContext, numbers: ListNumbers): void {
  new StoryReader(story, context, numbers).read();
}

class StoryReader {
  readonly #story: Story;
  readonly #context: StoryContext;
  readonly #numbers: ListNumbers;
  readonly #paths: FlowPaths;
  readonly #fields = new FieldStack();
  #text = new MarkedText();

  constructor(story: Story, context: StoryContext, numbers: ListNumbers) {
    this.#story = story;
    this.#context = context;
    this.#numbers = numbers;
    this.#paths = new FlowPaths(story.prefix);
  }

  read(): void {
    const { reader, paragraphs } = this.#context;
    const styleAt = (offset: number): number => paragraphs.at(offset)?.style ?? 0;
    for (const span of reader.spans(this.#story.from, this.#story.to, styleAt)) this.#take(span);
    if (this.#text.length > 0) this.#close(null, paragraphEnd);
  }

  #take(span: TextSpan): void {
    const marks = marksOf(span.format);
    let plainFrom = 0;
    const flush = (to: number): void => {
      if (to > plainFrom) this.#append(span.text.slice(plainFrom, to), marks);
    };
    for (let i = 0; i < span.text.length; i++) {
      const char = span.text.charAt(i);
      if (char >= ' ' && char !== '\u007F' && !(char === '(' && span.format.symbol !== undefined))
        continue;
      flush(i);
      plainFrom = i + 1;
      this.#takeSpecial(char, span, span.offset + i * span.unit, marks);
    }
    flush(span.text.length);
  }

  #takeSpecial(
    char: string,
    span: TextSpan,
    offset: number,
    marks: ReturnType<typeof marksOf>,
  ): void {
    if (char === '\u0013') this.#fields.take('begin');
    else if (char === '\u0014') this.#fields.take('separate');
    else if (char === '\u0015') this.#endField(marks);
    else if (char === paragraphEnd || char === cellEnd)
      this.#close(this.#context.paragraphs.at(offset), char);
    else if (char === pageBreak) this.#takeBreak(offset, span.unit);
    else if (char === picture || char === drawing) this.#notePicture();
    else this.#append(shownText(char, span.format, this.#context.fonts), marks);
  }

  #endField(marks: ReturnType<typeof marksOf>): void {
    const end = this.#fields.take('end');
    const { warnings } = this.#context.list;
    if (end === 'uncounted') warnings.add('numbering-unresolved', this.#story.prefix);
    else if (end === 'unread') warnings.add('parts-unread', this.#story.prefix);
    else if (end !== null) this.#append(end.text, marks);
  }

  /** In a field's instruction the sign stands for the field's data. */
  #notePicture(): void {
    if (!this.#fields.isInstruction)
      this.#context.list.warnings.add('images-unread', this.#story.prefix);
  }

  /** A section break ends its paragraph, a page break within one does not. */
  #takeBreak(offset: number, unit: number): void {
    const run = this.#context.paragraphs.at(offset);
    if (run === null || run.to <= offset + unit) this.#close(run, paragraphEnd);
    else if (this.#text.length > 0) this.#append('\n', []);
  }

  #append(text: string, marks: ReturnType<typeof marksOf>): void {
    if (text === '') return;
    if (this.#fields.isInstruction) {
      this.#fields.instruct(text);
      return;
    }
    this.#fields.noteResult();
    this.#text.append(text, marks);
  }

  #close(run: FormatRun | null, end: string): void {
    const { styles } = this.#context;
    const format: ParagraphFormat = { ...styles.paragraph(run?.style ?? 0) };
    if (run?.group != null) takeParagraph(format, run.group);
    const text = this.#text;
    this.#text = new MarkedText();
    // A paragraph's end inside a field (a table of contents) leaves the field open; its instruction ends here.
    this.#fields.startParagraph();
    const depth = depthOf(format);
    const isRowEnd =
      depth > 0 && (format.isRowEnd === true || (depth > 1 && format.isInnerRowEnd === true));
    if (isRowEnd) {
      this.#paths.endRow(depth);
      return;
    }
    const isCellEnd =
      depth > 0 && (end === cellEnd || (depth > 1 && format.isInnerCellEnd === true));
    this.#add(text, format, depth, isCellEnd);
    if (isCellEnd) this.#paths.endCell(depth);
  }

  #add(text: MarkedText, format: ParagraphFormat, depth: number, isCellEnd: boolean): void {
    const number =
      format.list === undefined ? null : this.#numbers.next(format.list, format.listLevel ?? 0);
    const label = number?.label ?? null;
    const isEmptyCell = isCellEnd && this.#paths.isCellEmpty(depth);
    if (text.length === 0 && label === null && !isEmptyCell) {
      if (depth === 0) this.#paths.paragraph(0);
      return;
    }
    const path = this.#paths.paragraph(depth);
    if (number?.isResolved === false) this.#context.list.warnings.add('numbering-unresolved', path);
    const isBody = this.#story.kind === 'paragraph';
    const level = isBody && depth === 0 ? (format.outline ?? 0) : 0;
    const kind = isBody && depth > 0 ? 'cell' : level > 0 ? 'heading' : this.#story.kind;
    const align = format.align ?? null;
    this.#context.list.add({ path, kind, label, level, align, ...text.take(false) });
  }
}

function depthOf(format: ParagraphFormat): number {
  const depth = format.tableDepth ?? 0;
  if (depth > 0) return Math.min(depth, maxTableDepth);
  return format.isInTable === true || format.isRowEnd === true ? 1 : 0;
}
