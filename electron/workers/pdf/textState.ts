/** The state that pdf.js keeps while it reads a page's text, with all its fields. */
interface TextState {
  ctm: ArrayLike<number>;
  fontName: unknown;
  fontSize: unknown;
  loadedName: unknown;
  font: unknown;
  fontMatrix: readonly number[];
  textMatrix: readonly number[];
  textLineMatrix: readonly number[];
  charSpacing: unknown;
  wordSpacing: unknown;
  leading: unknown;
  textHScale: unknown;
  textRise: unknown;
}

interface TextStateMethods {
  clone: (this: TextState) => TextState;
}

const fields =
  'charSpacing,ctm,font,fontMatrix,fontName,fontSize,leading,loadedName,textHScale,textLineMatrix,textMatrix,textRise,wordSpacing';

function isTextState(value: object | null): value is TextState {
  return value !== null && Object.hasOwn(value, 'textLineMatrix');
}

function isKnown(state: TextState, methods: TextStateMethods): boolean {
  return (
    Object.keys(state).sort().join(',') === fields &&
    Object.hasOwn(methods, 'clone') &&
    methods.clone.toString().includes('Object.assign(Object.create(this), this)')
  );
}

/** A copy field by field. Its numbers lie in a plain array, as in every state whose space was transformed. */
class CopiedState implements TextState {
  ctm: ArrayLike<number>;
  fontName: unknown;
  fontSize: unknown;
  loadedName: unknown;
  font: unknown;
  fontMatrix: readonly number[];
  textMatrix: readonly number[];
  textLineMatrix: readonly number[];
  charSpacing: unknown;
  wordSpacing: unknown;
  leading: unknown;
  textHScale: unknown;
  textRise: unknown;

  constructor(from: TextState) {
    this.ctm = from.ctm instanceof Float32Array ? Array.from(from.ctm) : from.ctm;
    this.fontName = from.fontName;
    this.fontSize = from.fontSize;
    this.loadedName = from.loadedName;
    this.font = from.font;
    this.fontMatrix = from.fontMatrix.slice();
    this.textMatrix = from.textMatrix.slice();
    this.textLineMatrix = from.textLineMatrix.slice();
    this.charSpacing = from.charSpacing;
    this.wordSpacing = from.wordSpacing;
    this.leading = from.leading;
    this.textHScale = from.textHScale;
    this.textRise = from.textRise;
  }
}

/**
 * pdf.js copies its text state with the old state as the prototype of the copy, though the copy has every field of its
 * own. V8 gives each object that serves as prototype a hidden class of its own, so that no access to the state in the
 * loop over the glyphs stays fast. The copies are made plain from the first one on, with the same content; a state with
 * other fields than those known here is left as it is. The class is not exported, so it is met at its first copy.
 */
export function copyTextStatesPlainly(): void {
  const create = Object.create;
  Object.create = (proto: object | null, properties?: PropertyDescriptorMap): object => {
    if (isTextState(proto)) {
      Object.create = create;
      const methods = Object.getPrototypeOf(proto) as TextStateMethods;
      if (isKnown(proto, methods)) {
        Object.setPrototypeOf(CopiedState.prototype, methods);
        methods.clone = function clone() {
          return new CopiedState(this);
        };
      }
    }
    return properties === undefined ? create(proto) : create(proto, properties);
  };
}
