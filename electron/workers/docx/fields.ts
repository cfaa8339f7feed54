import { fieldText, isCountingField, isFormField, type FormField } from './fieldText.ts';
import { isOn } from './styles.ts';
import type { Attributes } from './xmlReader.ts';

interface Field {
  phase: 'instruction' | 'result';
  instruction: string;
  form: FormField | null;
  hasResult: boolean;
}

/**
 * What a field leaves when it ends: text that Word shows for it without a result in the file, a number that only Word counts, or
 * a form's entry that is not at hand.
 */
export type FieldEnd = { readonly text: string } | 'uncounted' | 'unread' | null;

const longestInstruction = 4_000;
const mostEntries = 200;

/**
 * Complex fields (`w:fldChar`): between begin and separate stands the instruction, which is not shown, then the result,
 * which is. An instruction that is still open when its paragraph ends was never closed by the file and hides nothing more.
 */
export class FieldStack {
  #stacks: Field[][] = [[]];

  get isInstruction(): boolean {
    return this.#top().some((field) => field.phase === 'instruction');
  }

  take(type: string): FieldEnd {
    const stack = this.#top();
    const field = stack.at(-1);
    if (type === 'begin')
      stack.push({ phase: 'instruction', instruction: '', form: null, hasResult: false });
    else if (type === 'separate' && field !== undefined) field.phase = 'result';
    else if (type === 'end') {
      stack.pop();
      return field === undefined || field.hasResult ? null : endOf(field);
    }
    return null;
  }

  /** Text of an instruction (`w:instrText`), or of a result inside one. */
  instruct(text: string): void {
    const field = this.#top().findLast(({ phase }) => phase === 'instruction');
    if (field !== undefined && field.instruction.length < longestInstruction)
      field.instruction += text;
  }

  /** Text that is shown while a result is open is that result. */
  noteResult(): void {
    for (const field of this.#top()) field.hasResult = true;
  }

  /** Descendants of `w:ffData`. */
  takeForm(name: string, attributes: Attributes): void {
    const field = this.#top().at(-1);
    if (field === undefined) return;
    field.form ??= {
      isBox: false,
      isTicked: null,
      isTickedFirst: false,
      entries: [],
      chosen: null,
      chosenFirst: 0,
    };
    const { form } = field;
    const number = Number.parseInt(attributes['w:val'] ?? '0', 10) || 0;
    if (name === 'w:checkBox') form.isBox = true;
    else if (name === 'w:checked') form.isTicked = isOn(attributes);
    else if (name === 'w:default' && form.isBox) form.isTickedFirst = isOn(attributes);
    else if (name === 'w:default') form.chosenFirst = number;
    else if (name === 'w:result') form.chosen = number;
    else if (name === 'w:listEntry' && form.entries.length < mostEntries)
      form.entries.push(attributes['w:val'] ?? '');
  }

  startParagraph(): void {
    for (const field of this.#top()) field.phase = 'result';
  }

  /** A text box inside a field has fields of its own. */
  enter(): void {
    this.#stacks.push([]);
  }

  leave(): void {
    if (this.#stacks.length > 1) this.#stacks.pop();
  }

  #top(): Field[] {
    const top = this.#stacks.at(-1);
    if (top === undefined) throw new Error('field stack is never empty');
    return top;
  }
}

function endOf({ instruction, form }: Field): FieldEnd {
  if (isCountingField(instruction)) return 'uncounted';
  if (isFormField(instruction) && form === null) return 'unread';
  const text = fieldText(instruction, form);
  return text === null || text === '' ? null : { text };
}
