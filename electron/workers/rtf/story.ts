import type { BlockKind, BlockText } from '#shared/domain/text/text.ts';
import type { BlockList } from '../blockList.ts';
import { FlowPaths } from '../flowPaths.ts';
import { MarkedText, type MarkName } from '../markedText.ts';

const maxTableDepth = 30;

/** What a paragraph's control words say of it; holds until `\pard`. */
export interface ParagraphState {
  depth: number;
  level: number;
  align: BlockText['align'];
}

export const plainParagraph = (): ParagraphState => ({ depth: 0, level: 0, align: null });

/** One text of the file (body, a note, a header …) as it is read into blocks. */
export class RtfStory {
  readonly kind: BlockKind;
  paragraph = plainParagraph();
  readonly #list: BlockList;
  readonly #paths: FlowPaths;
  #text = new MarkedText();
  #label = '';

  constructor(list: BlockList, prefix: string, kind: BlockKind) {
    this.#list = list;
    this.kind = kind;
    this.#paths = new FlowPaths(prefix);
  }

  get hasText(): boolean {
    return this.#text.length > 0;
  }

  append(text: string, marks: Iterable<MarkName>): void {
    this.#text.append(text, marks);
  }

  /** Text of the automatic number, as the writing program left it. */
  appendLabel(text: string): void {
    this.#label += text;
  }

  endParagraph(): void {
    this.#close(Math.min(this.paragraph.depth, maxTableDepth), false);
  }

  endCell(depth: number): void {
    const at = Math.min(depth, maxTableDepth);
    this.#close(at, true);
    this.#paths.endCell(at);
  }

  endRow(depth: number): void {
    const at = Math.min(depth, maxTableDepth);
    if (this.hasText) this.#close(at, true);
    this.#paths.endRow(at);
  }

  /** Ends what was not ended. */
  finish(): void {
    if (this.hasText) this.endParagraph();
  }

  #close(depth: number, isCellEnd: boolean): void {
    const text = this.#text;
    const label = this.#label.trim();
    this.#text = new MarkedText();
    this.#label = '';
    if (text.length === 0 && label === '' && !(isCellEnd && this.#paths.isCellEmpty(depth))) {
      if (depth === 0) this.#paths.paragraph(0);
      return;
    }
    const path = this.#paths.paragraph(depth);
    const isBody = this.kind === 'paragraph';
    const level = isBody && depth === 0 ? this.paragraph.level : 0;
    const kind = isBody && depth > 0 ? 'cell' : level > 0 ? 'heading' : this.kind;
    this.#list.add({
      path,
      kind,
      label: label === '' ? null : label,
      level,
      align: this.paragraph.align,
      ...text.take(false),
    });
  }
}
