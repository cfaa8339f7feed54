type Phase = 'instruction' | 'result';

/**
 * Complex fields (`w:fldChar`): between begin and separate stands the instruction, which is not shown, then the result,
 * which is. An instruction that is still open when its paragraph ends was never closed by the file and hides nothing more.
 */
export class FieldStack {
  #stacks: Phase[][] = [[]];

  get isInstruction(): boolean {
    return this.#top().includes('instruction');
  }

  take(type: string): void {
    const stack = this.#top();
    if (type === 'begin') stack.push('instruction');
    else if (type === 'separate' && stack.length > 0) stack[stack.length - 1] = 'result';
    else if (type === 'end') stack.pop();
  }

  startParagraph(): void {
    const stack = this.#top();
    for (let i = 0; i < stack.length; i++) stack[i] = 'result';
  }

  /** A text box inside a field has fields of its own. */
  enter(): void {
    this.#stacks.push([]);
  }

  leave(): void {
    if (this.#stacks.length > 1) this.#stacks.pop();
  }

  #top(): Phase[] {
    const top = this.#stacks.at(-1);
    if (top === undefined) throw new Error('field stack is never empty');
    return top;
  }
}
