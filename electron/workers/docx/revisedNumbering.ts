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
