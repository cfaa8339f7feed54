import { AppError } from '#shared/contract/errors.ts';
import type { BlockKind, BlockText } from '#shared/domain/text/text.ts';
import type { BlockList } from '../blockList.ts';
import { formatNumber } from '../docx/numberFormat.ts';
import type { MarkName } from '../markedText.ts';
import { ownEntry } from '../ownEntry.ts';
import { CollapsedText } from './collapsedText.ts';
import {
  alignOf,
  blockElements,
  inputText,
  isHidden,
  isListNumber,
  listFormatOf,
  markOf,
  skippedElements,
} from './elements.ts';

type Attributes = Readonly<Record<string, string>>;

interface Element {
  readonly name: string;
  readonly mark: MarkName | null;
  readonly isHidden: boolean;
  readonly isNumber: boolean;
  readonly align: BlockText['align'];
}

/** A sequence of blocks: the body, or a cell. */
interface Container {
  readonly prefix: string;
  readonly kind: BlockKind;
  next: number;
}

interface Table {
  readonly path: string;
  row: number;
  cell: number;
}

interface List {
  readonly format: string;
  next: number;
}

/** Turns the events of an HTML parser into blocks. */
export class HtmlReader {
  title = '';
  readonly #list: BlockList;
  readonly #maxDepth: number;
  readonly #elements: Element[] = [];
  readonly #containers: Container[] = [{ prefix: 'body', kind: 'paragraph', next: 0 }];
  readonly #tables: Table[] = [];
  readonly #lists: List[] = [];
  #skipFrom: number | null = null;
  #text = new CollapsedText();
  #number = '';
  #label: string | null = null;

  constructor(list: BlockList, maxDepth: number) {
    this.#list = list;
    this.#maxDepth = maxDepth;
  }

  onopentag(name: string, attributes: Attributes): void {
    if (this.#elements.length >= this.#maxDepth)
      throw new AppError('limit-nesting', { limit: this.#maxDepth });
    if (blockElements.has(name)) this.#flush();
    this.#elements.push({
      name,
      mark: ownEntry(markOf, name) ?? null,
      isHidden: isHidden(attributes),
      isNumber: isListNumber(attributes),
      align: alignOf(attributes),
    });
    if (this.#skipFrom !== null) return;
    if (skippedElements.has(name)) this.#skip(name);
    else this.#open(name, attributes);
  }

  ontext(text: string): void {
    if (this.#skipFrom !== null) return;
    const parent = this.#elements.at(-1)?.name;
    if (parent === 'title' || this.#isWithin('head')) {
      if (parent === 'title') this.title += text;
      return;
    }
    if (this.#elements.some((element) => element.isNumber)) {
      this.#number += text;
      return;
    }
    const marks = this.#marks();
    if (this.#isWithin('pre') || this.#isWithin('textarea')) this.#text.appendAsIs(text, marks);
    else this.#text.append(text, marks);
  }

  onclosetag(name: string): void {
    const isSkipping = this.#skipFrom !== null;
    if (blockElements.has(name)) this.#flush();
    if (!isSkipping) this.#close(name);
    this.#elements.pop();
    if (this.#skipFrom !== null && this.#elements.length < this.#skipFrom) this.#skipFrom = null;
  }

  onend(): void {
    this.#flush();
  }

  #skip(name: string): void {
    this.#skipFrom = this.#elements.length;
    const path = this.#here();
    if (name === 'script') this.#list.warnings.add('scripts-ignored', path);
    else if (name === 'svg') this.#list.warnings.add('images-unread', path);
    else if (name !== 'style' && name !== 'xml' && name !== 'template')
      this.#list.warnings.add('embedded-files', path);
  }

  #open(name: string, attributes: Attributes): void {
    if (name === 'br') this.#text.break();
    else if (name === 'input') this.#text.append(inputText(attributes), this.#marks());
    else if (name === 'img') this.#list.warnings.add('images-unread', this.#here());
    else if (name === 'ol' || name === 'ul') {
      const start = Number.parseInt(attributes['start'] ?? '1', 10);
      const format = listFormatOf(name, attributes);
      this.#lists.push({ format, next: Number.isFinite(start) ? start : 1 });
    } else if (name === 'li') this.#openItem(attributes);
    else if (name === 'table') this.#openTable();
    else if (name === 'tr') this.#openRow();
    else if (name === 'td' || name === 'th') this.#openCell();
  }

  #openItem(attributes: Attributes): void {
    const list = this.#lists.at(-1);
    const value = Number.parseInt(attributes['value'] ?? '', 10);
    if (list === undefined) return;
    const number = Number.isFinite(value) ? value : list.next;
    list.next = number + 1;
    if (list.format === 'none') this.#label = null;
    else if (list.format === 'bullet') this.#label = '•';
    else this.#label = labelOf(number, list.format);
  }

  #openTable(): void {
    const container = this.#containers.at(-1);
    if (container === undefined) return;
    this.#tables.push({ path: `${container.prefix}/${container.next++}`, row: 0, cell: 0 });
  }

  #openRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.row += 1;
    table.cell = 0;
  }

  #openCell(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    if (table.row === 0) table.row = 1;
    table.cell += 1;
    const prefix = `${table.path}/r${table.row}/c${table.cell}`;
    this.#containers.push({ prefix, kind: 'cell', next: 0 });
  }

  #close(name: string): void {
    if (name === 'ol' || name === 'ul') this.#lists.pop();
    else if (name === 'li') this.#label = null;
    else if (name === 'table') this.#tables.pop();
    else if ((name === 'td' || name === 'th') && this.#containers.length > 1) {
      const cell = this.#containers.pop();
      if (cell?.next === 0) this.#list.add({ path: `${cell.prefix}/0`, kind: 'cell', text: '' });
    }
  }

  #flush(): void {
    const text = this.#text;
    if (text.isEmpty && this.#number.trim() === '') return;
    const taken = text.take();
    if (taken.text === '' && this.#number.trim() === '') return;
    const container = this.#containers.at(-1);
    if (container === undefined) return;
    this.#text = new CollapsedText();
    const level = container.kind === 'cell' ? 0 : this.#headingLevel();
    const label = this.#number.trim() === '' ? this.#label : this.#number.trim();
    this.#number = '';
    this.#label = null;
    const kind = level > 0 ? 'heading' : container.kind;
    const align = this.#elements.findLast((element) => element.align !== null)?.align ?? null;
    const path = `${container.prefix}/${container.next++}`;
    this.#list.add({ path, kind, label, level, align, ...taken });
  }

  #headingLevel(): number {
    for (const { name } of this.#elements.toReversed()) {
      const level = /^h([1-6])$/.exec(name)?.[1];
      if (level !== undefined) return Number(level);
    }
    return 0;
  }

  #marks(): MarkName[] {
    const marks = new Set<MarkName>();
    for (const element of this.#elements) {
      if (element.mark !== null) marks.add(element.mark);
      if (element.isHidden) marks.add('hidden');
    }
    return Array.from(marks);
  }

  #isWithin(name: string): boolean {
    return this.#elements.some((element) => element.name === name);
  }

  #here(): string {
    const container = this.#containers.at(-1);
    return `${container?.prefix ?? 'body'}/${container?.next ?? 0}`;
  }
}

/** Chinese numbers are followed by 、, others by a full stop, as browsers show them. */
function labelOf(number: number, format: string): string {
  const isChinese = format.startsWith('chinese') || format === 'ideographDigital';
  return formatNumber(number, format) + (isChinese ? '、' : '.');
}
