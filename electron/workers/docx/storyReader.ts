import { AppError } from '#shared/contract/errors.ts';
import type { BlockKind, BlockText } from '#shared/domain/text/text.ts';
import { hasBidiControls, type WarningLog } from '../warnings.ts';
import { FieldStack } from './fields.ts';
import type { Numbering } from './numbering.ts';
import { CommentRanges } from './commentRanges.ts';
import { Paragraph, type Revision } from './paragraph.ts';
import {
  takeParagraphProperty,
  takeRunProperty,
  type RunProperties,
  type StyleSheet,
} from './styles.ts';
import { cleaned, notes, revisionIn, revisionOf, signature, skipped } from './storyElements.ts';
import { StoryPlaces } from './storyPlaces.ts';
import { symbolOf } from './symbols.ts';
import type { Attributes, XmlHandler } from './xmlReader.ts';

/** What all parts of one file share. */
export interface StoryContext {
  readonly styles: StyleSheet;
  readonly warnings: WarningLog;
  /** UTF-16 units still allowed, over all parts. */
  readonly budget: { left: number; readonly limit: number };
  /** Paragraphs still allowed, over all parts, empty ones included. */
  readonly blockBudget: { left: number; readonly limit: number };
}

/** Reads one part (body, header, notes …) into blocks, in the order in which a reader meets them. */
export class StoryReader implements XmlHandler {
  readonly blocks: (BlockText | null)[] = [];
  readonly #context: StoryContext;
  readonly #numbering: Numbering;
  /** Text boxes count apart from the text around them, together with each other. */
  readonly #boxNumbering: Numbering;
  readonly #places: StoryPlaces;
  readonly #paragraphs: Paragraph[] = [];
  readonly #within: string[] = [];
  readonly #revisions: Revision[] = [];
  readonly #comments = new CommentRanges();
  readonly #choices: { textBefore: number; hadText: boolean }[] = [];
  readonly #fields = new FieldStack();
  #skipDepth = 0;
  #runNumber = -1;
  #run: RunProperties = {};
  #runStyle: string | undefined;
  #characters = 0;

  constructor(
    context: StoryContext,
    newNumbering: () => Numbering,
    prefix: string,
    kind: BlockKind,
  ) {
    this.#context = context;
    this.#numbering = newNumbering();
    this.#boxNumbering = newNumbering();
    this.#places = new StoryPlaces(prefix, kind);
  }

  open(name: string, attributes: Attributes): void {
    // Runs in what is skipped count too, so that who writes into the file finds a run by counting its elements.
    if (name === 'w:r') this.#runNumber += 1;
    if (this.#skipDepth > 0 || skipped.has(name) || this.#isIdleFallback(name)) {
      this.#skipDepth += 1;
      return;
    }
    const parent = this.#within.at(-1);
    this.#within.push(name);
    if (parent === 'w:rPr' || parent === 'w:trPr' || parent === 'w:tcPr')
      this.#openProperty(parent, name, attributes);
    else if (parent === 'w:pPr' || parent === 'w:numPr') {
      const paragraph = this.#paragraphs.at(-1);
      if (paragraph !== undefined) takeParagraphProperty(paragraph.properties, name, attributes);
    } else this.#openElement(name, attributes);
  }

  text(text: string): void {
    const name = this.#within.at(-1);
    if (this.#skipDepth > 0) return;
    if (name === 'w:t' || name === 'w:delText' || name === 'm:t') {
      this.#append(cleaned(text));
    }
  }

  close(name: string): void {
    if (this.#skipDepth > 0) {
      this.#skipDepth -= 1;
      return;
    }
    this.#within.pop();
    const parent = this.#within.at(-1);
    if (parent === 'w:rPr' || parent === 'w:trPr') return;
    if (name === 'w:p') this.#closeParagraph();
    else if (name === 'w:pPr' && parent === 'w:p') this.#number();
    else if (name === 'w:tbl') this.#places.closeTable();
    else if (name === 'w:tc') this.#closeCell();
    else if (name === 'w:txbxContent') this.#closeBox();
    else if (revisionOf.has(name)) this.#revisions.pop();
    else if (notes.has(name)) this.#places.closeNote();
    else if (name === 'mc:Choice') this.#noteChoice();
    else if (name === 'mc:AlternateContent') this.#choices.pop();
  }

  #openProperty(parent: string, name: string, attributes: Attributes): void {
    if (parent === 'w:trPr') {
      const revision = revisionIn(name, attributes);
      if (revision !== null) this.#places.reviseRow(revision);
    } else if (parent === 'w:tcPr') {
      this.#places.takeCellProperty(name, attributes);
    } else if (this.#within.at(-3) === 'w:r') {
      if (name === 'w:rStyle') this.#runStyle = attributes['w:val'];
      else takeRunProperty(this.#run, name, attributes);
    }
  }

  #openElement(name: string, attributes: Attributes): void {
    switch (name) {
      case 'w:p':
        return this.#openParagraph();
      case 'w:r':
        this.#run = {};
        this.#runStyle = undefined;
        return;
      case 'w:tab':
      case 'w:ptab':
        return this.#append('\t');
      case 'w:br':
      case 'w:cr':
        return this.#append('\n');
      case 'w:noBreakHyphen':
        return this.#append('\u2011');
      case 'w:softHyphen':
        return this.#append('\u00AD');
      case 'w:sym':
        return this.#append(symbolOf(attributes['w:font'], attributes['w:char']));
      case 'w:fldChar':
        return this.#fields.take(attributes['w:fldCharType'] ?? '');
      case 'w:tbl':
        return this.#places.openTable();
      case 'w:tr':
        return this.#places.openRow();
      case 'w:tc':
        return this.#places.openCell(this.blocks.length);
      case 'w:txbxContent':
        return this.#openBox();
      case 'mc:AlternateContent':
        this.#choices.push({ textBefore: this.#characters, hadText: false });
        return;
      default:
        return this.#openMarker(name, attributes);
    }
  }

  #openMarker(name: string, attributes: Attributes): void {
    const revision = revisionIn(name, attributes);
    if (revision !== null) {
      this.#revisions.push(revision);
      this.#context.warnings.add('tracked-changes', this.#paragraphs.at(-1)?.path);
      return;
    }
    const kind = notes.get(name);
    if (kind !== undefined) this.#openNote(kind, attributes);
    else this.#comments.take(name, attributes['w:id'], this.#paragraphs.at(-1));
  }

  /** The fallback of a choice that gave text would give it a second time. */
  #isIdleFallback(name: string): boolean {
    return name === 'mc:Fallback' && this.#choices.at(-1)?.hadText === true;
  }

  #noteChoice(): void {
    const choice = this.#choices.at(-1);
    if (choice !== undefined && this.#characters > choice.textBefore) choice.hadText = true;
  }

  #openNote(kind: BlockKind, attributes: Attributes): void {
    const id = attributes['w:id'] ?? '0';
    if (kind === 'comment') this.#context.warnings.add('comments', `comment/${id}`);
    this.#places.openNote(kind, id, signature(attributes), this.blocks.length);
  }

  #openParagraph(): void {
    const place = this.#places.nextParagraph();
    if (place === null) return;
    const { blockBudget } = this.#context;
    blockBudget.left -= 1;
    if (blockBudget.left < 0) throw new AppError('limit-blocks', { limit: blockBudget.limit });
    this.#paragraphs.push(new Paragraph(this.blocks.length, place.path, place.kind));
    this.blocks.push(null);
    this.#fields.startParagraph();
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const { properties } = this.#context.styles.paragraph(paragraph.properties.styleId);
    const level = paragraph.properties.outline ?? properties.outline ?? 0;
    const align = paragraph.properties.align ?? properties.align ?? null;
    if (!paragraph.isNumbered) this.#numberOf(paragraph);
    this.#comments.closeParagraph(paragraph);
    const block = this.#places.placed(paragraph.close(level, align));
    this.blocks[paragraph.slot] = block;
    if (block === null) return;
    if (block.marks.some(([, , mark]) => mark === 'hidden'))
      this.#context.warnings.add('hidden-text', block.path);
    if (hasBidiControls(block.text)) this.#context.warnings.add('bidi-controls', block.path);
  }

  #number(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined) this.#numberOf(paragraph);
  }

  #numberOf(paragraph: Paragraph): void {
    if (paragraph.isNumbered) return;
    paragraph.isNumbered = true;
    const own = paragraph.properties.numbering ?? {};
    const { properties } = this.#context.styles.paragraph(paragraph.properties.styleId);
    const isFromStyle = own.numId === undefined;
    const reference = isFromStyle ? { ...properties.numbering, ...own } : own;
    const numbering = this.#places.isInBox ? this.#boxNumbering : this.#numbering;
    const number = numbering.next(reference, isFromStyle ? properties.styleId : undefined);
    if (number === null) return;
    paragraph.label = number.label;
    if (!number.isResolved) this.#context.warnings.add('numbering-unresolved', paragraph.path);
  }

  #closeCell(): void {
    const cell = this.#places.closeCell();
    if (cell === null) return;
    for (let slot = cell.firstSlot; slot < this.blocks.length; slot++)
      if (this.blocks[slot] !== null) return;
    this.blocks.length = cell.firstSlot;
    this.blocks.push(cell.empty);
  }

  #openBox(): void {
    const host = this.#paragraphs.at(-1);
    if (this.#places.openBox(host, this.blocks.length)) this.#fields.enter();
  }

  #closeBox(): void {
    this.#places.closeBox();
    this.#fields.leave();
    this.#run = {};
    this.#runStyle = undefined;
  }

  #append(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || text === '' || this.#fields.isInstruction) return;
    this.#characters += text.length;
    this.#context.budget.left -= text.length;
    if (this.#context.budget.left < 0) {
      throw new AppError('limit-characters', { limit: this.#context.budget.limit });
    }
    const revision = this.#revisions.at(-1) ?? this.#places.rowRevision;
    const run = Math.max(0, this.#runNumber);
    paragraph.append(text, { format: this.#formatOf(paragraph), revision, run });
  }

  /** Direct over character style; of the paragraph style only whether text is hidden, its looks belong to the style. */
  #formatOf(paragraph: Paragraph): RunProperties {
    const { styles } = this.#context;
    const hidden = styles.paragraph(paragraph.properties.styleId).run.hidden;
    const base = hidden === undefined ? {} : { hidden };
    if (this.#runStyle === undefined) return { ...base, ...this.#run };
    return { ...base, ...styles.character(this.#runStyle), ...this.#run };
  }
}
