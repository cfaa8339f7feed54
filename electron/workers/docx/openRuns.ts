import { noRun } from '#shared/domain/text/text.ts';
import { takeRunProperty, type RunProperties, type StyleSheet } from './styles.ts';
import type { Attributes } from './xmlReader.ts';

interface OpenRun {
  /** In its part. */
  readonly number: number;
  readonly format: RunProperties;
  style: string | undefined;
  font: string | undefined;
}

/** The run at hand, within the runs around its text box. */
export class OpenRuns {
  readonly #styles: StyleSheet;
  readonly #open: OpenRun[] = [];

  constructor(styles: StyleSheet) {
    this.#styles = styles;
  }

  enter(number: number): void {
    this.#open.push({ number, format: {}, style: undefined, font: undefined });
  }

  leave(): void {
    this.#open.pop();
  }

  /** Takes a child of the run's `w:rPr`. */
  takeProperty(name: string, attributes: Attributes): void {
    const run = this.#open.at(-1);
    if (run === undefined) return;
    if (name === 'w:rStyle') run.style = attributes['w:val'];
    else if (name === 'w:rFonts') run.font = attributes['w:ascii'] ?? attributes['w:hAnsi'];
    else takeRunProperty(run.format, name, attributes);
  }

  get number(): number {
    return this.#open.at(-1)?.number ?? noRun;
  }

  get font(): string | undefined {
    return this.#open.at(-1)?.font;
  }

  /** Direct over character style; of the paragraph style only whether text is hidden, its looks belong to the style. */
  formatIn(paragraphStyle: string | undefined): RunProperties {
    const { hidden } = this.#styles.paragraph(paragraphStyle).run;
    const base = hidden === undefined ? {} : { hidden };
    const run = this.#open.at(-1);
    if (run?.style === undefined) return { ...base, ...run?.format };
    return { ...base, ...this.#styles.character(run.style), ...run.format };
  }
}
