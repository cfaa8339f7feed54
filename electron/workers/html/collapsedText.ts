import { MarkedText, type MarkName } from '../markedText.ts';

const cjk = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/;

/** Text of a block as HTML shows it: runs of white space are one space, none at the ends, none where a line of Chinese was wrapped. */
export class CollapsedText {
  readonly #text = new MarkedText();
  #space: '' | ' ' | '\n' = '';
  #last = '';

  get isEmpty(): boolean {
    return this.#text.length === 0;
  }

  append(source: string, marks: readonly MarkName[]): void {
    for (const [run] of source.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
      if (/^[ \t\r\n\f]/.test(run)) {
        if (this.#space !== ' ') this.#space = run.includes('\n') ? '\n' : ' ';
      } else this.#put(this.#separatorBefore(run) + run, marks);
    }
  }

  /** Text whose white space counts. */
  appendAsIs(source: string, marks: readonly MarkName[]): void {
    this.#put(source.replace(/\r\n?/g, '\n'), marks);
  }

  break(): void {
    this.#put('\n', []);
  }

  #separatorBefore(word: string): string {
    if (this.#space === '' || this.#last === '' || this.#last === '\n') return '';
    const isWrap = this.#space === '\n' && cjk.test(this.#last) && cjk.test(word.charAt(0));
    return isWrap ? '' : ' ';
  }

  #put(text: string, marks: readonly MarkName[]): void {
    this.#space = '';
    if (text === '') return;
    this.#text.append(text, marks);
    this.#last = text.charAt(text.length - 1);
  }

  take(): ReturnType<MarkedText['take']> {
    return this.#text.take(true);
  }
}
