const headingName = /^(?:heading|标题)\s*([1-9])\b/i;

/** Heading levels of the styles of a file, by their outline level or by their name. */
export class HeadingStyles {
  readonly #levels = new Map<number, number>();
  #style = 0;
  #name = '';

  /** Says which style the group at hand defines. */
  define(style: number): void {
    this.#style = style;
  }

  /** Outline level as the file counts: 0 for the highest, 9 for body text. */
  outline(level: number): void {
    if (level < 9) this.#levels.set(this.#style, level + 1);
  }

  appendName(text: string): void {
    this.#name += text;
  }

  /** Ends the definition at hand. */
  end(): void {
    const level = headingName.exec(this.#name.trim())?.[1];
    if (level !== undefined && !this.#levels.has(this.#style))
      this.#levels.set(this.#style, Number(level));
    this.#name = '';
    this.#style = 0;
  }

  levelOf(style: number): number {
    return this.#levels.get(style) ?? 0;
  }
}
