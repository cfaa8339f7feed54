import type { Paragraph } from './paragraph.ts';

/** Open ranges bounded, so that a file cannot hang every comment on every paragraph. */
const mostOpen = 200;

/** Follows the ranges of comments through the paragraphs of a part; a comment without a range is about a point. */
export class CommentRanges {
  /** Where in the paragraph at hand each open range begins. */
  readonly #open = new Map<string, { paragraph: Paragraph | undefined; start: number }>();
  readonly #known = new Set<string>();

  take(name: string, id: string | undefined, paragraph: Paragraph | undefined): void {
    if (id === undefined) return;
    if (name === 'w:commentRangeStart') {
      if (this.#open.size >= mostOpen) return;
      this.#open.set(id, { paragraph, start: paragraph?.length ?? 0 });
      this.#known.add(id);
    } else if (name === 'w:commentRangeEnd') {
      const range = this.#open.get(id);
      if (range === undefined) return;
      this.#open.delete(id);
      if (paragraph !== undefined) noteIn(paragraph, id, range);
    } else if (name === 'w:commentReference' && !this.#known.has(id) && paragraph !== undefined) {
      this.#known.add(id);
      paragraph.comment(id, paragraph.length);
    }
  }

  /** Ranges that go on after the paragraph are noted in it up to its end. */
  closeParagraph(paragraph: Paragraph): void {
    for (const [id, range] of this.#open) {
      noteIn(paragraph, id, range);
      // What comes next is covered from its beginning.
      if (range.paragraph === paragraph) range.paragraph = undefined;
    }
  }
}

function noteIn(
  paragraph: Paragraph,
  id: string,
  range: { readonly paragraph: Paragraph | undefined; readonly start: number },
): void {
  const start = range.paragraph === paragraph ? range.start : 0;
  if (paragraph.length > start) paragraph.comment(id, start);
}
