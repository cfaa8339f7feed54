/** What stands once in pdf.js's worker half, and what is put in its place. */
export interface SourceChange {
  readonly from: string;
  readonly to: string;
}

/** A change that needs more than one place. All of its places are changed, or none. */
export interface WorkerChange {
  readonly name: string;
  readonly places: readonly SourceChange[];
}

/**
 * A copied text state has the old state as its prototype, though it has every field of its own, and V8 gives each object
 * that serves as prototype a hidden class of its own: no access to the state in the loop over the glyphs stays fast. So
 * does a matrix that is a typed array in the first state and a plain one in the others.
 */
const plainStates: WorkerChange = {
  name: 'plain text states',
  places: [
    {
      from: `class TextState {
  ctm = new Float32Array(IDENTITY_MATRIX);`,
      to: `class TextState {
  ctm = IDENTITY_MATRIX.slice();`,
    },
    {
      from: `    const clone = Object.assign(Object.create(this), this);
    clone.textMatrix = this.textMatrix.slice();`,
      to: `    const clone = Object.assign(new TextState(), this);
    clone.textMatrix = this.textMatrix.slice();`,
    },
  ],
};

/** The same products and sums in the same order, without an array for what lies between; three times for each glyph. */
const oneTransform: WorkerChange = {
  name: 'one transform',
  places: [
    {
      from: `      return Util.transform(textState.ctm, Util.transform(textState.textMatrix, tsm));
    }
    function ensureTextContentItem() {`,
      to: `      const { ctm, textMatrix } = textState;
      const t0 = tsm[0], t3 = tsm[3], t5 = tsm[5];
      const m0 = textMatrix[0], m1 = textMatrix[1], m2 = textMatrix[2], m3 = textMatrix[3];
      const a = m0 * t0 + m2 * 0, b = m1 * t0 + m3 * 0;
      const c = m0 * 0 + m2 * t3, d = m1 * 0 + m3 * t3;
      const e = m0 * 0 + m2 * t5 + textMatrix[4], f = m1 * 0 + m3 * t5 + textMatrix[5];
      const c0 = ctm[0], c1 = ctm[1], c2 = ctm[2], c3 = ctm[3];
      return [c0 * a + c2 * b, c1 * a + c3 * b, c0 * c + c2 * d, c1 * c + c3 * d, c0 * e + c2 * f + ctm[4], c1 * e + c3 * f + ctm[5]];
    }
    function ensureTextContentItem() {`,
    },
  ],
};

/** A font that the same stream has set before is set at once, not after five turns of promises. */
const knownFonts: WorkerChange = {
  name: 'known fonts at once',
  places: [
    {
      from: `    const showSpacedTextBuffer = [];
    let xobjs = null;
    const emptyXObjectCache`,
      to: `    const showSpacedTextBuffer = [];
    const knownFonts = new Map();
    let xobjs = null;
    const emptyXObjectCache`,
    },
    {
      from: `      textState.loadedName = translated.loadedName;
      textState.font = translated.font;
      textState.fontMatrix = translated.font.fontMatrix || FONT_IDENTITY_MATRIX;
    }
    function applyInverseRotation(`,
      to: `      if (fontName !== null) {
        knownFonts.set(fontName, translated);
      }
      setTranslatedFont(translated);
    }
    function setTranslatedFont(translated) {
      textState.loadedName = translated.loadedName;
      textState.font = translated.font;
      textState.fontMatrix = translated.font.fontMatrix || FONT_IDENTITY_MATRIX;
    }
    function applyInverseRotation(`,
    },
    {
      from: `            next(handleSetFont(fontNameArg, null));
            return;`,
      to: `            const knownFont = knownFonts.get(fontNameArg);
            if (knownFont !== undefined) {
              setTranslatedFont(knownFont);
              break;
            }
            next(handleSetFont(fontNameArg, null));
            return;`,
    },
  ],
};

/** Text without a letter of a script that runs from right to left needs no list of its characters and their kinds. */
const leftToRight: WorkerChange = {
  name: 'left to right',
  places: [
    {
      from: `    return createBidiText(str, isLTR, vertical);
  }
  chars.length = strLength;`,
      to: `    return createBidiText(str, isLTR, vertical);
  }
  let mayRunLeft = false;
  for (let at = 0; at < strLength && !mayRunLeft; ++at) {
    const unit = str.charCodeAt(at);
    mayRunLeft = unit >= 0x0590 && (unit <= 0x08ac || unit >= 0xfb50 && unit <= 0xfeff);
  }
  if (!mayRunLeft) {
    return createBidiText(str, isLTR);
  }
  chars.length = strLength;`,
    },
  ],
};

/** Whole lines hardly recur in a document; what was kept for them is only looked up, hashed and held until its end. */
const fewKeptStrings: WorkerChange = {
  name: 'short strings kept',
  places: [
    {
      from: `    let glyphs = this.#charsCache.get(chars);
    if (glyphs) {
      return glyphs;
    }
    glyphs = [];`,
      to: `    const isKept = chars.length <= 4;
    let glyphs = isKept ? this.#charsCache.get(chars) : undefined;
    if (glyphs) {
      return glyphs;
    }
    glyphs = [];`,
    },
    {
      from: `    this.#charsCache.set(chars, glyphs);
    return glyphs;`,
      to: `    if (isKept) {
      this.#charsCache.set(chars, glyphs);
    }
    return glyphs;`,
    },
  ],
};

/**
 * An image is put into the page's list of operations at its place and not decoded: reading text needs to know how much of
 * the page it covers and nothing else of it. Images within a font's glyphs give the glyphs their boxes and stay as they
 * are; so does a single pixel, which may be drawn as a plain area.
 */
const placedImages: WorkerChange = {
  name: 'images placed',
  places: [
    {
      from: `    let optionalContent;
    if (dict.has("OC")) {
      optionalContent = await this.parseMarkedContentProps(dict.get("OC"), resources);
    }
    const imageMask = dict.get("IM", "ImageMask") || false;
    let imgData, fn, args;`,
      to: `    if (!this.parsingType3Font && (w > 1 || h > 1)) {
      operatorList.addImageOps(OPS.paintImageXObject, []);
      return;
    }
    let optionalContent;
    if (dict.has("OC")) {
      optionalContent = await this.parseMarkedContentProps(dict.get("OC"), resources);
    }
    const imageMask = dict.get("IM", "ImageMask") || false;
    let imgData, fn, args;`,
    },
  ],
};

/** What makes reading text faster and changes nothing that is read; made for the release of pdf.js that package.json names. */
export const textChanges: readonly WorkerChange[] = [
  plainStates,
  oneTransform,
  knownFonts,
  leftToRight,
  fewKeptStrings,
];

/** For a thread that reads text and draws nothing. */
export const placingChanges: readonly WorkerChange[] = [placedImages];

/** The source with every change; a change of which a place is not found exactly once is left out, and named in `missed`. */
export function withChanges(
  source: string,
  changes: readonly WorkerChange[],
): { readonly source: string; readonly missed: readonly string[] } {
  const missed: string[] = [];
  const places: { at: number; change: SourceChange }[] = [];
  for (const { name, places: own } of changes) {
    const found = own.map((change) => ({ at: onlyPlace(source, change.from), change }));
    if (found.every(({ at }) => at >= 0)) places.push(...found);
    else missed.push(name);
  }
  const parts: string[] = [];
  let end = 0;
  for (const { at, change } of places.sort((a, b) => a.at - b.at)) {
    parts.push(source.slice(end, at), change.to);
    end = at + change.from.length;
  }
  return { source: parts.join('') + source.slice(end), missed };
}

/** Where a text stands that stands once; −1 for any other. */
function onlyPlace(source: string, text: string): number {
  const at = source.indexOf(text);
  return at >= 0 && source.indexOf(text, at + 1) < 0 ? at : -1;
}
