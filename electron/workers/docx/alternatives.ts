/**
 * Readings of one thing for programs of different age (`mc:AlternateContent`): the fallback of a choice that showed anything
 * would show it a second time.
 */
export class Alternatives {
  readonly #open: { readonly before: number; isShown: boolean }[] = [];

  /** `shown` counts what the part has shown so far. */
  enter(shown: number): void {
    this.#open.push({ before: shown, isShown: false });
  }

  closeChoice(shown: number): void {
    const alternative = this.#open.at(-1);
    if (alternative !== undefined && shown > alternative.before) alternative.isShown = true;
  }

  isIdle(name: string): boolean {
    return name === 'mc:Fallback' && this.#open.at(-1)?.isShown === true;
  }

  leave(): void {
    this.#open.pop();
  }
}
