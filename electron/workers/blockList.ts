import { AppError } from '#shared/contract/errors.ts';
import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { BlockDocumentKind, BlockText, Extraction } from '#shared/domain/text/text.ts';
import { hasBidiControls, WarningLog } from './warnings.ts';

/** A block as a reader gives it; what is left out is nothing (no label, no flags, level 0 …). */
export type NewBlock = Pick<BlockText, 'path' | 'kind' | 'text'> & Partial<BlockText>;

// Other programs put such characters into text now and then; one unit stands for one, so that offsets hold.
const forbidden = /(?![\t\n\u007F-\u009F])[\p{Cc}\uFFFE\uFFFF]/gu;

/** The blocks of one file with the remarks about it, within the limits on characters and blocks. */
export class BlockList {
  readonly blocks: BlockText[] = [];
  readonly warnings = new WarningLog();
  readonly #limits: ExtractLimits;
  #characters = 0;

  constructor(limits: ExtractLimits) {
    this.#limits = limits;
  }

  /** Throws AppError limit-characters and limit-blocks. */
  add(block: NewBlock): void {
    const text = block.text.replace(forbidden, '\uFFFD');
    this.#characters += text.length;
    if (this.#characters > this.#limits.characters)
      throw new AppError('limit-characters', { limit: this.#limits.characters });
    if (this.blocks.length >= this.#limits.blocks)
      throw new AppError('limit-blocks', { limit: this.#limits.blocks });
    const { path, kind, label = null, flags = [], level = 0, align = null, marks = [] } = block;
    this.blocks.push({ path, kind, label, text, flags, level, align, marks });
    if (hasBidiControls(text)) this.warnings.add('bidi-controls', path);
    if (kind === 'comment') this.warnings.add('comments', path);
    if (marks.some(([, , name]) => name === 'hidden')) this.warnings.add('hidden-text', path);
    if (marks.some(([, , name]) => name === 'deleted' || name === 'inserted'))
      this.warnings.add('tracked-changes', path);
  }

  extraction(kind: BlockDocumentKind, meta: Record<string, string> = {}): Extraction {
    return {
      kind,
      blocks: this.blocks,
      characters: this.#characters,
      warnings: this.warnings.list(),
      meta,
    };
  }
}
