import type { Revision } from './paragraph.ts';
import type { Attributes } from './xmlReader.ts';

/** One element of an equation while it is read: what stands in it, and in its parts by their names. */
interface Piece {
  readonly name: string;
  text: string;
  readonly parts: [name: string, text: string][];
  readonly signs: Record<string, string>;
}

const newPiece = (name: string): Piece => ({ name, text: '', parts: [], signs: {} });

/** Elements that say by an attribute which sign is drawn; an empty value is none. */
const signs = new Set(['m:begChr', 'm:endChr', 'm:sepChr', 'm:chr', 'm:type']);
/** Parts of a structure, which it puts together itself. */
const parts = new Set(['m:num', 'm:den', 'm:e', 'm:sup', 'm:sub', 'm:deg', 'm:fName', 'm:lim']);

/** A stretch of an equation's text with the innermost tracked change around it. */
interface EquationPart {
  readonly text: string;
  readonly revision: Revision | null;
}

/**
 * What was changed stands between these, the first with its number, while the parts of an equation are put together; text
 * that was cleaned holds neither sign.
 */
const begins = (number: number): string => `\uFFFE${number}\uFFFF`;
const ends = '\uFFFE\uFFFF';
const bound = /\uFFFE(\d*)\uFFFF/;

/**
 * An equation (`m:oMath`) as one line of text: 1/2 and not 12, x^2 and not x2, brackets that Word draws by itself. The signs
 * between its parts stand in no run of the file.
 */
export class Equation {
  readonly #stack: Piece[] = [newPiece('m:oMath')];
  readonly #revisions: Revision[] = [];

  open(name: string, attributes: Attributes): void {
    if (signs.has(name)) {
      const owner = this.#stack.findLast((piece) => !piece.name.endsWith('Pr'));
      if (owner !== undefined) owner.signs[name] = attributes['m:val'] ?? '';
    }
    this.#stack.push(newPiece(name));
  }

  text(text: string): void {
    const top = this.#stack.at(-1);
    if (top !== undefined) top.text += text;
  }

  close(): void {
    const piece = this.#stack.pop();
    const outer = this.#stack.at(-1);
    if (piece === undefined || outer === undefined) return;
    const text = textOf(piece);
    if (parts.has(piece.name)) outer.parts.push([piece.name, text]);
    else outer.text += text;
  }

  beginChange(revision: Revision): void {
    this.text(begins(this.#revisions.push(revision) - 1));
  }

  endChange(): void {
    this.text(ends);
  }

  /** The whole line; `around` is the change that the equation stands in. */
  take(around: Revision | null): EquationPart[] {
    while (this.#stack.length > 1) this.close();
    const whole = this.#stack[0] === undefined ? '' : textOf(this.#stack[0]);
    const parts: EquationPart[] = [];
    const open: Revision[] = [];
    whole.split(bound).forEach((text, i) => {
      // Every second piece is of a bound: the number of a change that begins, nothing where one ends.
      if (i % 2 === 0) parts.push({ text, revision: open.at(-1) ?? around });
      else if (text === '') open.pop();
      else open.push(...this.#revisions.slice(Number(text), Number(text) + 1));
    });
    return parts.filter(({ text }) => text !== '');
  }
}

const isSimple = (text: string): boolean =>
  /^(?:[\p{L}\p{M}]|[\d.,]+|)$/u.test(text.replaceAll(/\uFFFE\d*\uFFFF/g, ''));
const grouped = (text: string): string => (isSimple(text) ? text : `(${text})`);

function textOf(piece: Piece): string {
  const all = (name: string) =>
    piece.parts.filter(([part]) => part === name).map(([, text]) => text);
  const one = (name: string) => all(name).join('');
  const raised =
    (one('m:sub') && `_${grouped(one('m:sub'))}`) + (one('m:sup') && `^${grouped(one('m:sup'))}`);
  switch (piece.name) {
    case 'm:f':
      return `${grouped(one('m:num'))}${piece.signs['m:type'] === 'noBar' ? '¦' : '/'}${grouped(one('m:den'))}`;
    case 'm:rad':
      return `${grouped(one('m:deg'))}√${grouped(one('m:e'))}`;
    case 'm:d': {
      const {
        'm:begChr': begin = '(',
        'm:endChr': end = ')',
        'm:sepChr': between = '|',
      } = piece.signs;
      return begin + all('m:e').join(between) + end;
    }
    case 'm:nary':
      return (piece.signs['m:chr'] ?? '∫') + raised + one('m:e');
    case 'm:func':
      return `${one('m:fName')} ${grouped(one('m:e'))}`;
    case 'm:sPre':
      return raised + one('m:e');
    case 'm:sSub':
    case 'm:sSup':
    case 'm:sSubSup':
      return one('m:e') + raised;
    case 'm:limLow':
      return `${one('m:e')}_${grouped(one('m:lim'))}`;
    case 'm:limUpp':
      return `${one('m:e')}^${grouped(one('m:lim'))}`;
    case 'm:mr':
      return `${all('m:e').join(' ')}; `;
    case 'm:eqArr':
      return all('m:e').join('; ');
    default:
      return piece.text + piece.parts.map(([, text]) => text).join('');
  }
}
