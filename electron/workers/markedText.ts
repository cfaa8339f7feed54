import type { BlockText, PartFlag } from '#shared/domain/text/text.ts';

type Mark = BlockText['marks'][number];
export type MarkName = Mark[2];

const wholeFlags = ['deleted', 'inserted', 'hidden'] as const;

/** The text of one block while it grows, with its marks; neighbours of one look become one mark. */
export class MarkedText {
  readonly #chunks: string[] = [];
  readonly #marks: Mark[] = [];
  readonly #lastOf = new Map<MarkName, Mark>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(text: string, marks: Iterable<MarkName> = []): void {
    const start = this.#length;
    this.#chunks.push(text);
    this.#length += text.length;
    for (const name of marks) this.#mark(name, start);
  }

  #mark(name: MarkName, start: number): void {
    const last = this.#lastOf.get(name);
    if (last !== undefined && last[1] === start) {
      last[1] = this.#length;
      return;
    }
    const mark: Mark = [start, this.#length, name];
    this.#marks.push(mark);
    this.#lastOf.set(name, mark);
  }

  /** Text and marks so far, without the white space at both ends when `isTrimmed`. */
  take(isTrimmed: boolean): { text: string; marks: Mark[]; flags: PartFlag[] } {
    const whole = this.#chunks.join('');
    const text = isTrimmed ? whole.trim() : whole;
    const shift = isTrimmed ? whole.length - whole.trimStart().length : 0;
    const marks = this.#marks
      .map(([from, to, name]): Mark => [
        Math.max(0, from - shift),
        Math.min(text.length, to - shift),
        name,
      ])
      .filter(([from, to]) => to > from);
    const flags = wholeFlags.filter((flag) =>
      marks.some(([from, to, name]) => name === flag && from === 0 && to === text.length),
    );
    return { text, marks, flags };
  }
}
