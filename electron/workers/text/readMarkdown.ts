import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { BlockText, Extraction } from '#shared/domain/text/text.ts';
import { BlockList, type NewBlock } from '../blockList.ts';
import { MarkedText } from '../markedText.ts';
import { decodeText } from './decodeText.ts';
import { linesOf } from './readPlainText.ts';

const heading = /^ {0,3}(#{1,6})[ \t]+/;
const closingSigns = /[ \t]#+$/;
const setext = /^ {0,3}(=+|-+)[ \t]*$/;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const fence = /^ {0,3}(```+|~~~+)/;
const item = /^[ \t]*(?:([-*+])|(\d{1,9}[.)]))[ \t]+(?=\S)/;
const quote = /^(?: {0,3}>[ \t]?)+/;
const divider = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const strong = /(\*\*|__)(?=\S)((?:(?!\1)[^\n])*?\S)\1/g;

/**
 * Reads Markdown line by line: headings by level, list signs as labels, tables as cells, code as it stands. What marks a
 * block (`#`, `1.`, `>`, `|`) and the signs around bold text are taken out; all else is text exactly as it is written,
 * links included. Throws AppError limit-characters, limit-blocks.
 */
export function readMarkdown(bytes: Uint8Array, limits: ExtractLimits): Extraction {
  const list = new BlockList(limits);
  const source = withoutComments(decodeText(bytes, list.warnings));
  new MarkdownReader(list).read(linesOf(source));
  return list.extraction('md');
}

/** Takes comments out; line ends in them stay, so that a comment joins nothing. One that is never closed is text. */
function withoutComments(source: string): string {
  let text = '';
  let from = 0;
  for (let start = source.indexOf('<!--'); start >= 0; start = source.indexOf('<!--', from)) {
    const end = source.indexOf('-->', start + 4);
    if (end < 0) break;
    text += source.slice(from, start) + source.slice(start, end).replace(/[^\n]+/g, '');
    from = end + 3;
  }
  return text + source.slice(from);
}

interface Open {
  readonly label: string | null;
  readonly lines: string[];
}

class MarkdownReader {
  readonly #list: BlockList;
  #next = 0;
  #open: Open | null = null;
  #fence: string | null = null;

  constructor(list: BlockList) {
    this.#list = list;
  }

  read(lines: readonly string[]): void {
    let at = 0;
    while (at < lines.length) {
      const line = lines[at] ?? '';
      if (this.#fence === null && isTableHead(line, lines[at + 1] ?? '')) {
        this.#close();
        at = this.#readTable(lines, at);
      } else {
        this.#takeLine(line);
        at += 1;
      }
    }
    this.#close();
  }

  #takeLine(line: string): void {
    if (this.#fence !== null) {
      if (line.trim().startsWith(this.#fence)) {
        this.#fence = null;
        this.#close();
      } else this.#continue(line);
      return;
    }
    const opened = fence.exec(line)?.[1];
    if (opened !== undefined) {
      this.#close();
      this.#fence = opened;
      this.#open = { label: null, lines: [] };
    } else if (line.trim() === '') this.#close();
    else this.#takeText(line);
  }

  #takeText(line: string): void {
    const underline = setext.exec(line)?.[1];
    if (underline !== undefined && this.#open !== null && this.#open.label === null) {
      this.#close(underline.startsWith('=') ? 1 : 2);
      return;
    }
    if (rule.test(line)) {
      this.#close();
      return;
    }
    const [opening, signs] = heading.exec(line) ?? [];
    if (opening !== undefined && signs !== undefined) {
      this.#close();
      const title = ` ${line.slice(opening.length).trim()}`.replace(closingSigns, '').trim();
      this.#open = { label: null, lines: [title] };
      this.#close(signs.length);
      return;
    }
    const text = line.replace(quote, '');
    const found = item.exec(text);
    if (found === null) {
      this.#continue(text.trim());
      return;
    }
    this.#close();
    this.#open = { label: found[2] ?? '•', lines: [text.slice(found[0].length).trimEnd()] };
  }

  #continue(line: string): void {
    this.#open ??= { label: null, lines: [] };
    this.#open.lines.push(line);
  }

  #close(level = 0): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    const text = open.lines.join('\n');
    if (text.trim() === '') return;
    const path = `body/${this.#next++}`;
    const kind = level > 0 ? 'heading' : 'paragraph';
    this.#list.add({ path, kind, label: open.label, level, ...marked(text) });
  }

  #readTable(lines: readonly string[], start: number): number {
    const path = `body/${this.#next++}`;
    let at = start;
    let row = 0;
    for (; at < lines.length && (lines[at] ?? '').includes('|'); at++) {
      if (at === start + 1) continue;
      row += 1;
      cellsOf(lines[at] ?? '').forEach((text, cell) =>
        this.#list.add({ path: `${path}/r${row}/c${cell + 1}/0`, kind: 'cell', ...marked(text) }),
      );
    }
    return at;
  }
}

function isTableHead(line: string, below: string): boolean {
  return line.includes('|') && below.includes('|') && divider.test(below);
}

/** Cells of a table row; `\|` is a bar in the text. */
function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** Bold text without its signs, marked. */
function marked(source: string): Pick<NewBlock, 'text'> & { marks: BlockText['marks'] } {
  const text = new MarkedText();
  let from = 0;
  for (const found of source.matchAll(strong)) {
    text.append(source.slice(from, found.index));
    text.append(found[2] ?? '', ['bold']);
    from = found.index + found[0].length;
  }
  text.append(source.slice(from));
  const { text: whole, marks } = text.take(false);
  return { text: whole, marks };
}
