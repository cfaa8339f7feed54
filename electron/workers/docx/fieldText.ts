import { symbolOf } from './symbols.ts';

/** What a form field (`w:ffData`) says: a box that is ticked or not, or the entries of a list. */
export interface FormField {
  isBox: boolean;
  isTicked: boolean | null;
  isTickedFirst: boolean;
  readonly entries: string[];
  chosen: number | null;
  chosenFirst: number;
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** What Word shows for a field that brings no result along, from its instruction; `null` for one that shows nothing. */
export function fieldText(instruction: string, form: FormField | null): string | null {
  const [, name = '', rest = ''] = /^\s*(\w+)\s*([\s\S]*)$/.exec(instruction) ?? [];
  switch (name.toUpperCase()) {
    case 'FORMCHECKBOX':
      return (form?.isTicked ?? form?.isTickedFirst) === true ? '☒' : '☐';
    case 'FORMDROPDOWN':
      return form?.entries[form.chosen ?? form.chosenFirst] ?? '';
    case 'EQ':
      return equationText(rest);
    case 'MACROBUTTON':
    case 'GOTOBUTTON':
      return rest.replace(/^\S+\s?/, '').trimEnd();
    case 'SYMBOL':
      return symbolText(rest);
    default:
      return null;
  }
}

/** Fields of forms, which say what they hold beside the instruction. */
export const isFormField = (instruction: string): boolean =>
  /^\s*(?:FORMCHECKBOX|FORMDROPDOWN)\b/i.test(instruction);

/** Fields that count by themselves; Word keeps no result of theirs. */
export const isCountingField = (instruction: string): boolean =>
  /^\s*(?:AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM)\b/i.test(instruction);

function symbolText(rest: string): string {
  const [, code = ''] = /^(0x[\da-f]+|\d+)/i.exec(rest) ?? [];
  const font = /\\f\s+"?([^"\\]+?)"?\s*(?:\\|$)/i.exec(rest)?.[1];
  const value = Number(code);
  return Number.isInteger(value) ? symbolOf(font, value.toString(16)) : '';
}

/** The arguments in the first pair of brackets of `text`, and what follows them. */
function splitArguments(text: string): { readonly args: string[]; readonly rest: string } {
  const args: string[] = [''];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const last = args.length - 1;
    if (char === '\\' && /[(),;\\]/.test(text.charAt(i + 1))) args[last] += char + text.charAt(++i);
    else if (char === '(' && depth++ === 0) continue;
    else if (char === ')' && --depth === 0) return { args, rest: text.slice(i + 1) };
    else if ((char === ',' || char === ';') && depth === 1) args.push('');
    else if (depth > 0) args[last] += char;
  }
  return { args, rest: '' };
}

/** An `EQ` field as text: signs in a circle, one over another, fractions; looks alone leave their text. */
function equationText(instruction: string, depth = 0): string {
  if (depth > 20) return '';
  let text = '';
  let rest = instruction.replace(/\\\*\s*(?:"[^"]*"|\S+)/g, '');
  while (rest !== '') {
    const found = /\\([a-z])((?:\s*\\[a-z]+(?:\s*-?\d+)?)*)\s*\(/i.exec(rest);
    if (found === null) break;
    text += plain(rest.slice(0, found.index));
    const { args, rest: after } = splitArguments(rest.slice(found.index + found[0].length - 1));
    text += shown((found[1] ?? '').toLowerCase(), args, depth);
    rest = after;
  }
  return text + plain(rest);
}

const plain = (text: string): string =>
  text
    .replace(/\\([(),;\\])/g, '$1')
    .replace(/\\[a-z]+\s?\d*/gi, '')
    .trim();

function shown(name: string, args: readonly string[], depth: number): string {
  const texts = args.map((arg) => equationText(arg, depth + 1));
  if (name === 'f') return texts.join('/');
  if (name === 'r')
    return texts.length > 1 ? `${texts[0] ?? ''}√${texts[1] ?? ''}` : `√${texts[0] ?? ''}`;
  if (name === 'b') return `(${texts.join('')})`;
  if (name === 'l' || name === 'a') return texts.join(',');
  if (name !== 'o') return texts.join('');
  // Readings of characters are raised over them, as in a phonetic guide.
  const base = args.some((arg) => /\\s\s*\\up/i.test(arg))
    ? texts.filter((_, i) => !/\\s\s*\\up/i.test(args[i] ?? ''))
    : texts;
  const inside = base.filter((text) => !/^[○◯〇□△◇]$/.test(text)).join('');
  const number = /^\d{1,2}$/.test(inside) && base.length > 1 ? Number(inside) : 0;
  return circled.charAt(number - 1) || inside || base.join('');
}
