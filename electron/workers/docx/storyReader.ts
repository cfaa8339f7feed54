import { AppError } from '#shared/contract/errors.ts';
import { noRun, type BlockKind, type BlockText } from '#shared/domain/text/text.ts';
import { hasBidiControls, type WarningLog } from '../warnings.ts';
import { Equation } from './equation.ts';
import { FieldStack } from './fields.ts';
import type { Numbering } from './numbering.ts';
import { Alternatives } from './alternatives.ts';
import { CommentRanges } from './commentRanges.ts';
import { Paragraph, type Revision } from './paragraph.ts';
import { OpenRuns } from './openRuns.ts';
import { StoryNumbers } from './storyNumbers.ts';
import { takeParagraphProperty, type StyleSheet } from './styles.ts';
import {
  cleaned,
  notes,
  revisionIn,
  revisionOf,
  signature,
  skipped,
  unreadElements,
} from './storyElements.ts';
import { StoryPlaces } from './storyPlaces.ts';
import { holdsSymbols, shownSymbols, symbolOf } from './symbols.ts';
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
  /** Of each comment the id of its last paragraph. */
  readonly lastParagraphs = new Map<string, string>();
  readonly #context: StoryContext;
  readonly #numbers: StoryNumbers;
  readonly #places: StoryPlaces;
  readonly #paragraphs: Paragraph[] = [];
  readonly #within: string[] = [];
  readonly #revisions: Revision[] = [];
  readonly #comments = new CommentRanges();
  readonly #alternatives = new Alternatives();
  #equation: Equation | null = null;
  readonly #fields = new FieldStack();
  #skipDepth = 0;
  #runs = 0;
  readonly #openRuns: OpenRuns;
  /** Characters, and things that are left unread, so far. */
  #shown = 0;
  #calculated = 0;

  constructor(
    context: StoryContext,
    newNumbering: () => Numbering,
    prefix: string,
    kind: BlockKind,
  ) {
    this.#context = context;
    this.#openRuns = new OpenRuns(context.styles);
    this.#numbers = new StoryNumbers(context.styles, context.warnings, newNumbering);
    this.#places = new StoryPlaces(prefix, kind);
  }

  open(name: string, attributes: Attributes): void {
    // Runs in what is skipped count too, so that who writes into the file finds a run by counting its elements.
    if (name === 'w:r') this.#runs += 1;
    if (this.#skipDepth > 0 || skipped.has(name) || this.#alternatives.isIdle(name)) {
      this.#skipDepth += 1;
      return;
    }
    const parent = this.#within.at(-1);
    this.#within.push(name);
    if (this.#equation !== null && name.startsWith('m:')) this.#equation.open(name, attributes);
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
    if (name === 'w:t' || name === 'w:delText') this.#append(this.#lettered(cleaned(text)));
    else if (name === 'm:t') this.#calculate(cleaned(text));
    else if (name === 'w:instrText') this.#fields.instruct(text);
  }

  close(name: string): void {
    if (this.#skipDepth > 0) {
      this.#skipDepth -= 1;
      return;
    }
    this.#within.pop();
    if (this.#equation !== null) this.#closeEquation(name, this.#equation);
    const parent = this.#within.at(-1);
    if (parent === 'w:rPr' || parent === 'w:trPr') return;
    if (name === 'w:r') this.#openRuns.leave();
    else if (name === 'w:p') this.#closeParagraph();
    else if (name === 'w:pPr' && parent === 'w:p') this.#number();
    else if (name === 'w:tbl') this.#places.closeTable();
    else if (name === 'w:tc') this.#closeCell();
    else if (name === 'w:txbxContent') this.#closeBox();
    else if (revisionOf.has(name)) this.#closeRevision();
    else if (notes.has(name)) this.#places.closeNote();
    else if (name === 'mc:Choice') this.#alternatives.closeChoice(this.#shown);
    else if (name === 'mc:AlternateContent') this.#alternatives.leave();
  }

  #openProperty(parent: string, name: string, attributes: Attributes): void {
    if (parent === 'w:trPr') {
      const revision = revisionIn(name, attributes);
      if (revision === null) return;
      this.#places.reviseRow(revision);
      this.#context.warnings.add('tracked-changes', this.#places.path);
    } else if (parent === 'w:tcPr') {
      this.#places.takeCellProperty(name, attributes);
    } else if (this.#within.at(-3) === 'w:pPr') {
      const paragraph = this.#paragraphs.at(-1);
      const mark = revisionIn(name, attributes);
      if (paragraph === undefined || mark === null) return;
      paragraph.mark = mark;
      this.#context.warnings.add('tracked-changes', paragraph.path);
    } else if (this.#within.at(-3) === 'w:r') {
      this.#openRuns.takeProperty(name, attributes);
    }
  }

  #openElement(name: string, attributes: Attributes): void {
    switch (name) {
      case 'w:p':
        return this.#openParagraph(attributes['w14:paraId']);
      case 'w:r':
        this.#openRuns.enter(this.#runs - 1);
        return;
      case 'w:t':
      case 'w:rPr':
      case 'w:pPr':
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
        return this.#append(this.#known(symbolOf(attributes['w:font'], attributes['w:char'])));
      case 'w:fldChar':
        return this.#takeField(attributes['w:fldCharType'] ?? '');
      case 'w:tbl':
        return this.#places.openTable();
      case 'w:tr':
        return this.#places.openRow();
      case 'w:tc':
        return this.#places.openCell(this.blocks.length);
      case 'w:txbxContent':
        return this.#openBox();
      case 'w:footnoteReference':
        return this.#paragraphs.at(-1)?.note(`footnote/${attributes['w:id'] ?? '0'}`);
      case 'w:endnoteReference':
        return this.#paragraphs.at(-1)?.note(`endnote/${attributes['w:id'] ?? '0'}`);
      case 'v:textpath':
        // WordArt and watermarks keep their words in an attribute.
        return this.#append(cleaned(attributes['string'] ?? ''), noRun);
      case 'm:oMath':
        this.#equation ??= new Equation();
        return;
      case 'mc:AlternateContent':
        this.#alternatives.enter(this.#shown);
        return;
      default:
        return this.#openMarker(name, attributes);
    }
  }

  #openMarker(name: string, attributes: Attributes): void {
    const revision = revisionIn(name, attributes);
    if (revision !== null) {
      this.#revisions.push(revision);
      this.#equation?.beginChange(revision);
      this.#context.warnings.add('tracked-changes', this.#paragraphs.at(-1)?.path);
      return;
    }
    const kind = notes.get(name);
    const unread = unreadElements.get(name);
    if (kind !== undefined) this.#openNote(kind, attributes);
    else if (unread !== undefined) this.#leaveUnread(unread);
    else if (this.#within.includes('w:ffData')) this.#fields.takeForm(name, attributes);
    else this.#comments.take(name, attributes['w:id'], this.#paragraphs.at(-1));
  }

  #openNote(kind: BlockKind, attributes: Attributes): void {
    const id = attributes['w:id'] ?? '0';
    if (kind === 'comment') this.#context.warnings.add('comments', `comment/${id}`);
    this.#places.openNote(kind, id, signature(attributes), this.blocks.length);
  }

  #openParagraph(id: string | undefined): void {
    const place = this.#places.nextParagraph();
    if (place === null) return;
    const comment = id === undefined ? undefined : /^comment\/([^/]+)\//.exec(place.path)?.[1];
    if (id !== undefined && comment !== undefined) this.lastParagraphs.set(comment, id);
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
    this.#number(paragraph);
    this.#comments.closeParagraph(paragraph);
    const block = this.#places.placed(paragraph.close(level, align));
    this.blocks[paragraph.slot] = block;
    if (block === null) return;
    if (block.marks.some(([, , mark]) => mark === 'hidden'))
      this.#context.warnings.add('hidden-text', block.path);
    if (hasBidiControls(block.text)) this.#context.warnings.add('bidi-controls', block.path);
  }

  #number(paragraph = this.#paragraphs.at(-1)): void {
    if (paragraph === undefined) return;
    const change = (paragraph.mark ?? this.#places.revision)?.kind ?? null;
    this.#numbers.number(paragraph, this.#places.isInBox, change);
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
  }

  #lettered(text: string): string {
    if (!holdsSymbols(text)) return text;
    return this.#known(shownSymbols(text, this.#openRuns.font));
  }

  /** Signs by their place in a font that is not known mean nothing without it. */
  #known(text: string): string {
    if (!/\p{Co}/u.test(text)) return text;
    this.#context.warnings.add('undecodable-text', this.#paragraphs.at(-1)?.path);
    return text.replace(/[\uF020-\uF0FF]/g, '\uFFFD');
  }

  #leaveUnread(code: 'images-unread' | 'parts-unread'): void {
    this.#shown += 1;
    this.#context.warnings.add(code, this.#paragraphs.at(-1)?.path ?? this.#places.path);
  }

  #takeField(type: string): void {
    const end = this.#fields.take(type);
    if (end === 'uncounted')
      this.#context.warnings.add('numbering-unresolved', this.#paragraphs.at(-1)?.path);
    else if (end === 'unread') this.#leaveUnread('parts-unread');
    else if (end !== null) this.#append(end.text, noRun);
  }

  #calculate(text: string): void {
    if (this.#equation === null) return this.#append(text, noRun);
    this.#equation.text(text);
    this.#calculated += text.length;
    if (this.#calculated > this.#context.budget.limit)
      throw new AppError('limit-characters', { limit: this.#context.budget.limit });
  }

  #closeEquation(name: string, equation: Equation): void {
    if (name === 'm:oMath') {
      this.#equation = null;
      const around = this.#revisions.at(-1) ?? null;
      for (const { text, revision } of equation.take(around)) this.#append(text, noRun, revision);
    } else if (name.startsWith('m:')) equation.close();
  }

  #closeRevision(): void {
    this.#revisions.pop();
    this.#equation?.endChange();
  }

  #append(
    text: string,
    inRun = this.#openRuns.number,
    change: Revision | null = this.#revisions.at(-1) ?? null,
  ): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || text === '') return;
    if (this.#fields.isInstruction) return this.#fields.instruct(text);
    this.#fields.noteResult();
    this.#shown += text.length;
    this.#context.budget.left -= text.length;
    if (this.#context.budget.left < 0) {
      throw new AppError('limit-characters', { limit: this.#context.budget.limit });
    }
    const revision = change ?? this.#places.revision;
    const format = this.#openRuns.formatIn(paragraph.properties.styleId);
    paragraph.append(text, { format, revision, run: inRun });
  }
}
