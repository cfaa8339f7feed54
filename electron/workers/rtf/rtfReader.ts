import type { BlockList } from '../blockList.ts';
import { FieldStack } from '../docx/fields.ts';
import type { MarkName } from '../markedText.ts';
import { ownEntry } from '../ownEntry.ts';
import { RtfDecoder } from './decoder.ts';
import { RtfFonts } from './fonts.ts';
import { HeadingStyles } from './headingStyles.ts';
import { plainParagraph, RtfStory } from './story.ts';
import type { RtfHandler } from './tokens.ts';
import {
  aligns,
  codePages,
  infoNames,
  marks,
  objectWords,
  pictureWords,
  readThough,
  signs,
  skippedDestinations,
  storyKinds,
} from './words.ts';

type Destination = 'text' | 'skip' | 'fonts' | 'styles' | 'label' | 'info' | 'instruction';

/** What a group inherits and gives back at its end. */
interface Group {
  destination: Destination;
  /** Destination outside a choice between two ways of writing the same. */
  outer: Destination;
  font: number;
  /** Bytes that stand in for a `\u` character in programs that do not know it. */
  fallbackLength: number;
  marks: ReadonlySet<MarkName>;
  /** Property of the file that the group holds. */
  info: string | null;
  /** A story that begins with this group and ends with it. */
  story: RtfStory | null;
  /** Whether the group is a field. */
  isField: boolean;
}

const maxMeta = 500;

/** Turns the tokens of an RTF file into blocks. */
export class RtfReader implements RtfHandler {
  readonly meta: Record<string, string> = {};
  readonly #list: BlockList;
  readonly #fonts = new RtfFonts();
  readonly #groups: Group[] = [];
  readonly #stories: RtfStory[];
  readonly #numbers = new Map<string, number>();
  readonly #headings = new HeadingStyles();
  readonly #decoder: RtfDecoder;
  readonly #fields = new FieldStack();
  #group: Group;
  #isIgnorable = false;
  #defaultFont = 0;
  #bytes: number[] = [];
  #fallbackLeft = 0;

  constructor(list: BlockList) {
    this.#list = list;
    this.#decoder = new RtfDecoder(this.#fonts, list.warnings);
    this.#stories = [new RtfStory(list, 'body', 'paragraph')];
    this.#group = {
      destination: 'text',
      outer: 'text',
      font: 0,
      fallbackLength: 1,
      marks: new Set(),
      info: null,
      story: null,
      isField: false,
    };
  }

  openGroup(): void {
    this.#flush();
    this.#fallbackLeft = 0;
    this.#isIgnorable = false;
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, story: null, isField: false };
  }

  closeGroup(): void {
    this.#flush();
    this.#fallbackLeft = 0;
    this.#isIgnorable = false;
    if (this.#group.destination === 'styles') this.#headings.end();
    if (this.#group.story !== null) {
      this.#group.story.finish();
      this.#stories.pop();
    }
    const { isField } = this.#group;
    this.#group = this.#groups.pop() ?? this.#group;
    if (isField) this.#endField();
  }

  #endField(): void {
    const end = this.#fields.take('end');
    if (end === 'uncounted') this.#list.warnings.add('numbering-unresolved');
    else if (end === 'unread') this.#list.warnings.add('parts-unread', 'field');
    else if (end !== null) this.#put(end.text);
  }

  byte(value: number): void {
    this.#isIgnorable = false;
    if (this.#fallbackLeft > 0) {
      this.#fallbackLeft -= 1;
      return;
    }
    if (this.#group.destination === 'fonts') this.#fonts.name(String.fromCharCode(value));
    else if (this.#group.destination !== 'skip') this.#bytes.push(value);
  }

  control(word: string, parameter: number | null): void {
    if (word === '*') {
      this.#isIgnorable = true;
      return;
    }
    const isIgnorable = this.#isIgnorable;
    this.#isIgnorable = false;
    if (this.#fallbackLeft > 0) {
      this.#fallbackLeft -= 1;
      return;
    }
    if (this.#group.destination === 'skip') {
      if (word === 'ud') this.#group.destination = this.#group.outer;
      return;
    }
    this.#flush();
    if (this.#beginDestination(word, isIgnorable)) return;
    if (this.#group.destination === 'fonts') this.#takeFontWord(word, parameter ?? 0);
    else if (this.#group.destination === 'styles') this.#takeStyleWord(word, parameter ?? 0);
    else this.#takeWord(word, parameter);
  }

  /** Ends the body; says so when the file breaks off. */
  end(): void {
    this.#flush();
    if (this.#groups.length > 0) this.#list.warnings.add('parts-unread', 'end');
    for (const story of this.#stories.splice(0).reverse()) story.finish();
  }

  get #story(): RtfStory {
    return this.#stories.at(-1) ?? new RtfStory(this.#list, 'body', 'paragraph');
  }

  #beginDestination(word: string, isIgnorable: boolean): boolean {
    const group = this.#group;
    if (word === 'fonttbl') group.destination = 'fonts';
    else if (word === 'stylesheet') group.destination = 'styles';
    else if (word === 'listtext' || word === 'pntext') group.destination = 'label';
    else if (ownEntry(storyKinds, word) !== undefined) this.#beginStory(word);
    else if (word === 'field') {
      group.isField = true;
      this.#fields.take('begin');
    } else if (word === 'fldinst') group.destination = 'instruction';
    else if (word === 'fldrslt') this.#fields.take('separate');
    else if (word === 'info') group.destination = 'info';
    else if (group.destination === 'info' && ownEntry(infoNames, word) !== undefined)
      group.info = ownEntry(infoNames, word) ?? null;
    else if (skippedDestinations.has(word) || (isIgnorable && !readThough.has(word))) {
      if (word === 'upr') group.outer = group.destination;
      this.#noteUnread(word);
      group.destination = 'skip';
    } else return false;
    return true;
  }

  #noteUnread(word: string): void {
    if (pictureWords.has(word)) this.#list.warnings.add('images-unread');
    else if (objectWords.has(word)) this.#list.warnings.add('embedded-files');
  }

  #beginStory(word: string): void {
    const kind = ownEntry(storyKinds, word) ?? 'paragraph';
    const number = (this.#numbers.get(kind) ?? 0) + 1;
    this.#numbers.set(kind, number);
    const story = new RtfStory(this.#list, `${kind}/${number}`, kind);
    if (this.#group.story !== null) this.#stories.pop();
    this.#group.story = story;
    this.#group.destination = 'text';
    this.#stories.push(story);
  }

  /** A footnote that says it is an endnote. */
  #turnToEndnote(): void {
    const { story } = this.#group;
    if (story === null || story.kind !== 'footnote' || story.hasText) return;
    this.#numbers.set('footnote', (this.#numbers.get('footnote') ?? 1) - 1);
    const number = (this.#numbers.get('endnote') ?? 0) + 1;
    this.#numbers.set('endnote', number);
    this.#stories.pop();
    this.#group.story = new RtfStory(this.#list, `endnote/${number}`, 'endnote');
    this.#stories.push(this.#group.story);
  }

  #takeFontWord(word: string, parameter: number): void {
    if (word === 'f') this.#fonts.define(parameter);
    else if (word === 'fcharset') this.#fonts.charset(parameter);
    else if (word === 'cpg') this.#fonts.ownCodePage(parameter);
  }

  #takeStyleWord(word: string, parameter: number): void {
    if (word === 's') this.#headings.define(parameter);
    else if (word === 'outlinelevel') this.#headings.outline(parameter);
    else if (word === 'u') this.#takeUnicode(parameter);
  }

  #takeWord(word: string, parameter: number | null): void {
    const sign = ownEntry(signs, word);
    const mark = ownEntry(marks, word);
    const align = ownEntry(aligns, word);
    if (sign !== undefined) this.#put(sign);
    else if (word === 'u') this.#takeUnicode(parameter ?? 0);
    else if (word === 'uc') this.#group.fallbackLength = Math.max(0, parameter ?? 1);
    else if (word === 'f') this.#group.font = parameter ?? 0;
    else if (mark !== undefined) this.#mark(mark, parameter !== 0);
    else if (word === 'ulnone') this.#mark('underline', false);
    else if (align !== undefined) this.#story.paragraph.align = align;
    else this.#takeParagraphWord(word, parameter);
  }

  #takeParagraphWord(word: string, parameter: number | null): void {
    const story = this.#story;
    switch (word) {
      case 'par':
      case 'sect':
        if (this.#group.destination === 'text') story.endParagraph();
        return;
      case 'page':
      case 'column':
        if (story.hasText) this.#put('\n');
        return;
      case 'cell':
        return story.endCell(1);
      case 'nestcell':
        return story.endCell(Math.max(2, story.paragraph.depth));
      case 'row':
        return story.endRow(1);
      case 'nestrow':
        return story.endRow(Math.max(2, story.paragraph.depth));
      case 'pard':
        story.paragraph = plainParagraph();
        return;
      case 'intbl':
        story.paragraph.depth = Math.max(1, story.paragraph.depth);
        return;
      case 'itap':
        story.paragraph.depth = Math.max(0, parameter ?? 1);
        return;
      default:
        return this.#takeFileWord(word, parameter ?? 0);
    }
  }

  #takeFileWord(word: string, parameter: number): void {
    const codePage = ownEntry(codePages, word);
    if (word === 's') this.#story.paragraph.level = this.#headings.levelOf(parameter);
    else if (word === 'outlinelevel')
      this.#story.paragraph.level = parameter < 9 ? parameter + 1 : 0;
    else if (word === 'plain') {
      this.#group.marks = new Set();
      this.#group.font = this.#defaultFont;
    } else if (word === 'ansicpg' && parameter > 0) this.#fonts.codePage = parameter;
    else if (codePage !== undefined) this.#fonts.codePage = codePage;
    else if (word === 'deff') {
      this.#defaultFont = parameter;
      this.#group.font = parameter;
    } else if (word === 'ftnalt') this.#turnToEndnote();
  }

  #mark(name: MarkName, isOn: boolean): void {
    const changed = new Set(this.#group.marks);
    if (isOn) changed.add(name);
    else changed.delete(name);
    this.#group.marks = changed;
  }

  #takeUnicode(parameter: number): void {
    const unit = parameter < 0 ? parameter + 65_536 : parameter;
    this.#fallbackLeft = this.#group.fallbackLength;
    if (unit <= 0 || unit > 0xffff) return;
    this.#put(this.#decoder.unit(unit, this.#group.font));
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#put(this.#decoder.bytes(bytes, this.#group.font));
  }

  #put(text: string): void {
    const { destination, info } = this.#group;
    if (destination === 'text') {
      this.#fields.noteResult();
      this.#story.append(text, this.#group.marks);
    } else if (destination === 'instruction') this.#fields.instruct(text);
    else if (destination === 'styles') this.#headings.appendName(text);
    else if (destination === 'label') this.#story.appendLabel(text);
    else if (destination === 'info' && info !== null)
      this.meta[info] = ((this.meta[info] ?? '') + text).slice(0, maxMeta);
  }
}
