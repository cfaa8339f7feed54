import type { WarningLog } from '../warnings.ts';
import type { Numbering } from './numbering.ts';
import type { Paragraph } from './paragraph.ts';
import { RevisedNumbering } from './revisedNumbering.ts';
import type { StyleSheet } from './styles.ts';

/** Gives the paragraphs of one story their automatic numbers. */
export class StoryNumbers {
  readonly #styles: StyleSheet;
  readonly #warnings: WarningLog;
  readonly #story: RevisedNumbering;
  /** Text boxes count apart from the text around them, together with each other. */
  readonly #boxes: RevisedNumbering;

  constructor(styles: StyleSheet, warnings: WarningLog, newNumbering: () => Numbering) {
    this.#styles = styles;
    this.#warnings = warnings;
    this.#story = new RevisedNumbering(newNumbering());
    this.#boxes = new RevisedNumbering(newNumbering());
  }

  /** Numbers the paragraph, once; `change` is what became of the paragraph as a whole. */
  number(paragraph: Paragraph, isInBox: boolean, change: 'inserted' | 'deleted' | null): void {
    if (paragraph.isNumbered) return;
    paragraph.isNumbered = true;
    const own = paragraph.properties.numbering ?? {};
    const { properties } = this.#styles.paragraph(paragraph.properties.styleId);
    const isFromStyle = own.numId === undefined;
    const reference = isFromStyle ? { ...properties.numbering, ...own } : own;
    const style = isFromStyle ? properties.styleId : undefined;
    const number = (isInBox ? this.#boxes : this.#story).next(reference, style, change);
    if (number === null) return;
    paragraph.label = number.label;
    paragraph.labels = number.labels;
    if (!number.isResolved) this.#warnings.add('numbering-unresolved', paragraph.path);
  }
}
