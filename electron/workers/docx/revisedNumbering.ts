import type { BlockText } from '#shared/domain/text/text.ts';
import type { NumberLabel, Numbering } from './numbering.ts';
import type { NumberingReference } from './styles.ts';

/** A paragraph's number, with what it is before and after the tracked changes where that is not the same. */
export interface RevisedLabel extends NumberLabel {
  readonly labels: BlockText['labels'];
}

/**
 * Counts a story three times from its first inserted or deleted paragraph on: as Word shows it with the changes marked, after
 * them and before them.
 */
export class RevisedNumbering {
  readonly #marked: Numbering;
  #views: { readonly final: Numbering; readonly original: Numbering } | null = null;

  constructor(marked: Numbering) {
    this.#marked = marked;
  }

  /** `change` is what became of the paragraph as a whole; for the rest see `Numbering.next`. */
  next(
    reference: NumberingReference,
    styleId: string | undefined,
    change: 'inserted' | 'deleted' | null,
  ): RevisedLabel | null {
    if (change !== null && this.#views === null)
      this.#views = { final: this.#marked.copy(), original: this.#marked.copy() };
    const views = this.#views;
    const number = this.#marked.next(reference, styleId);
    if (number === null || views === null) return number && { ...number, labels: undefined };
    const final = change === 'deleted' ? null : views.final.next(reference, styleId);
    const original = change === 'inserted' ? null : views.original.next(reference, styleId);
    const labels = { final: final?.label ?? null, original: original?.label ?? null };
    const isSame = labels.final === number.label && labels.original === number.label;
    return { ...number, labels: isSame ? undefined : labels };
  }
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const labelsOf = ({ label, labels }: BlockText): NonNullable<BlockText['labels']> =>
  labels ?? { final: label, original: label };

/**
 * Where a paragraph goes on in the next one after the changes or before them, the number of the whole stands before its first
 * part. Blocks are changed in place.
 */
export function joinLabels(blocks: BlockText[]): void {
  for (let i = blocks.length - 2; i >= 0; i--) {
    const [block, next] = [blocks[i], blocks[i + 1]];
    if (block?.mark === undefined || next === undefined || block.text === '') continue;
    if (block.flags.includes(block.mark) || parentOf(block.path) !== parentOf(next.path)) continue;
    const view = block.mark === 'deleted' ? 'final' : 'original';
    const label = labelsOf(next)[view];
    if (label === null) continue;
    blocks[i] = { ...block, labels: { ...labelsOf(block), [view]: label } };
    blocks[i + 1] = { ...next, labels: { ...labelsOf(next), [view]: null } };
  }
}
