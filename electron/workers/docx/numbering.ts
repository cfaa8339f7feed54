import type { DocxPackage } from './docxPackage.ts';
import { formatNumber, isKnownFormat } from './numberFormat.ts';
import { isOn, type NumberingReference, type StyleSheet } from './styles.ts';
import type { Attributes, XmlHandler } from './xmlReader.ts';

/** One level of a list definition (`w:lvl`). */
interface Level {
  start: number;
  format: string;
  /** `第%1条`: %n stands for the number of level n. */
  text: string;
  isLegal: boolean;
  /** 1-based level at and above which use restarts this one; 0 never; null: any higher level. */
  restart: number | null;
  paragraphStyle: string | null;
}

interface AbstractList {
  levels: Map<number, Level>;
  styleLink: string | null;
  numStyleLink: string | null;
}

interface List {
  abstractId: string;
  startOverrides: Map<number, number>;
  levels: Map<number, Level>;
}

const levelCount = 9;
const plainBullet = '•';

const newLevel = (): Level => ({
  start: 1,
  format: 'decimal',
  text: '',
  isLegal: false,
  restart: null,
  paragraphStyle: null,
});

const intOf = (attributes: Attributes, name: string, otherwise: number): number => {
  const value = Number.parseInt(attributes[name] ?? '', 10);
  return Number.isFinite(value) ? value : otherwise;
};

class NumberingHandler implements XmlHandler {
  readonly abstracts = new Map<string, AbstractList>();
  readonly lists = new Map<string, List>();
  #abstract: AbstractList | null = null;
  #list: List | null = null;
  #override: number | null = null;
  #level: Level | null = null;

  open(name: string, attributes: Attributes): void {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:abstractNum') {
      this.#abstract = { levels: new Map(), styleLink: null, numStyleLink: null };
      this.abstracts.set(attributes['w:abstractNumId'] ?? '', this.#abstract);
    } else if (name === 'w:num') {
      this.#list = { abstractId: '', startOverrides: new Map(), levels: new Map() };
      this.lists.set(attributes['w:numId'] ?? '', this.#list);
    } else if (name === 'w:lvlOverride') this.#override = intOf(attributes, 'w:ilvl', 0);
    else if (name === 'w:lvl') this.#openLevel(attributes);
    else if (name === 'w:abstractNumId' && this.#list !== null) this.#list.abstractId = value;
    else if (name === 'w:startOverride' && this.#list !== null && this.#override !== null) {
      this.#list.startOverrides.set(this.#override, intOf(attributes, 'w:val', 1));
    } else if (name === 'w:styleLink' && this.#abstract !== null) this.#abstract.styleLink = value;
    else if (name === 'w:numStyleLink' && this.#abstract !== null)
      this.#abstract.numStyleLink = value;
    else if (this.#level !== null) takeLevelProperty(this.#level, name, attributes);
  }

  text(): void {
    // numbering.xml holds no text
  }

  close(name: string): void {
    if (name === 'w:lvl') this.#level = null;
    else if (name === 'w:lvlOverride') this.#override = null;
    else if (name === 'w:abstractNum') this.#abstract = null;
    else if (name === 'w:num') this.#list = null;
  }

  #openLevel(attributes: Attributes): void {
    const level = newLevel();
    const index = intOf(attributes, 'w:ilvl', this.#override ?? 0);
    this.#level = level;
    if (this.#list !== null) this.#list.levels.set(index, level);
    else this.#abstract?.levels.set(index, level);
  }
}

function takeLevelProperty(level: Level, name: string, attributes: Attributes): void {
  const value = attributes['w:val'] ?? '';
  if (name === 'w:start') level.start = intOf(attributes, 'w:val', 1);
  else if (name === 'w:numFmt') level.format = formatName(value, attributes['w:format']);
  else if (name === 'w:lvlText') level.text = value;
  else if (name === 'w:isLgl') level.isLegal = isOn(attributes);
  else if (name === 'w:lvlRestart') level.restart = intOf(attributes, 'w:val', 0);
  else if (name === 'w:pStyle') level.paragraphStyle = value;
}

/** Custom formats say by example how many digits they pad to (`001, 002, 003, ...`). */
function formatName(value: string, custom: string | undefined): string {
  if (value !== 'custom') return value;
  const digits = /^(0+)1\b/.exec(custom ?? '')?.[1]?.length;
  return digits === undefined ? 'decimal' : `pad${digits + 1}`;
}

const paddedNumber = (value: number, format: string): string => {
  const pad = /^pad(\d+)$/.exec(format)?.[1];
  return pad === undefined ? formatNumber(value, format) : String(value).padStart(Number(pad), '0');
};

/** A paragraph's number as it is shown, and whether its format is one that is known. */
export interface NumberLabel {
  readonly label: string | null;
  readonly isResolved: boolean;
}

/** Counts numbered paragraphs in document order and gives each its number as Word shows it. */
export class Numbering {
  readonly #abstracts: ReadonlyMap<string, AbstractList>;
  readonly #lists: ReadonlyMap<string, List>;
  readonly #styles: StyleSheet;
  /** Lists of one definition count on together. */
  #counters = new Map<string, (number | undefined)[]>();
  #overridesUsed = new Set<string>();
  readonly #handler: NumberingHandler;

  constructor(handler: NumberingHandler, styles: StyleSheet) {
    this.#handler = handler;
    this.#abstracts = handler.abstracts;
    this.#lists = handler.lists;
    this.#styles = styles;
  }

  /**
   * The next number for a paragraph of this reference; null when the paragraph is in no list. `styleId` is the style
   * that the reference comes from, if it comes from one: the definition then says the level.
   */
  next(reference: NumberingReference, styleId: string | undefined): NumberLabel | null {
    const { numId } = reference;
    if (numId === undefined || numId === '0') return null;
    const list = this.#lists.get(numId);
    if (list === undefined) return { label: null, isResolved: false };
    const abstractId = this.#resolveLinks(list.abstractId);
    const at = reference.level ?? this.#levelOfStyle(list, abstractId, styleId);
    const level = this.#level(list, abstractId, at);
    if (level === null) return { label: null, isResolved: false };
    const counters = this.#advance(numId, list, abstractId, at);
    return this.#label(list, abstractId, at, level, counters);
  }

  /** Another count that stands where this one stands. */
  copy(): Numbering {
    const copy = new Numbering(this.#handler, this.#styles);
    copy.#counters = new Map(Array.from(this.#counters, ([id, counters]) => [id, [...counters]]));
    copy.#overridesUsed = new Set(this.#overridesUsed);
    return copy;
  }

  #resolveLinks(abstractId: string): string {
    const link = this.#abstracts.get(abstractId)?.numStyleLink;
    if (link == null) return abstractId;
    for (const [id, abstract] of this.#abstracts) if (abstract.styleLink === link) return id;
    const numId = this.#styles.chain(link)[0]?.paragraph.numbering?.numId ?? '';
    return this.#lists.get(numId)?.abstractId ?? abstractId;
  }

  #levelOfStyle(list: List, abstractId: string, styleId: string | undefined): number {
    if (styleId === undefined) return 0;
    for (let i = 0; i < levelCount; i++) {
      if (this.#level(list, abstractId, i)?.paragraphStyle === styleId) return i;
    }
    return 0;
  }

  #level(list: List, abstractId: string, at: number): Level | null {
    return list.levels.get(at) ?? this.#abstracts.get(abstractId)?.levels.get(at) ?? null;
  }

  #advance(numId: string, list: List, abstractId: string, at: number): (number | undefined)[] {
    let counters = this.#counters.get(abstractId);
    if (counters === undefined) {
      counters = [];
      this.#counters.set(abstractId, counters);
    }
    const start = (i: number) =>
      list.startOverrides.get(i) ?? this.#level(list, abstractId, i)?.start ?? 1;
    for (let i = 0; i < at; i++) counters[i] ??= start(i);
    // A list starts a level over at its first paragraph of that level; those above go on until then.
    const mark = `${numId}/${at}`;
    if (list.startOverrides.has(at) && !this.#overridesUsed.has(mark)) {
      this.#overridesUsed.add(mark);
      counters[at] = undefined;
    }
    const before = counters[at];
    counters[at] = before === undefined ? start(at) : before + 1;
    for (let i = at + 1; i < levelCount; i++) {
      const restart = this.#level(list, abstractId, i)?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) counters[i] = undefined;
    }
    return counters;
  }

  #label(
    list: List,
    abstractId: string,
    at: number,
    level: Level,
    counters: readonly (number | undefined)[],
  ): NumberLabel {
    if (level.format === 'bullet') {
      const sign = level.text.trim();
      // Symbol fonts keep their signs in the private use area, where they mean nothing without the font.
      return {
        label: sign === '' ? null : /\p{Co}/u.test(sign) ? plainBullet : sign,
        isResolved: true,
      };
    }
    let isResolved = true;
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = this.#level(list, abstractId, index);
      if (shown === null || index > at) return '';
      const format = level.isLegal ? 'decimal' : shown.format;
      if (!isKnownFormat(format) && !format.startsWith('pad')) isResolved = false;
      return paddedNumber(counters[index] ?? shown.start, format);
    });
    return { label: label.trim() === '' ? null : label.trim(), isResolved };
  }
}

/** Reads the numbering part; returns a maker, because each story (body, notes, headers) counts for itself. */
export function readNumbering(
  pack: DocxPackage,
  part: string | undefined,
  styles: StyleSheet,
): () => Numbering {
  const handler = new NumberingHandler();
  if (part !== undefined) pack.readXml(part, handler);
  return () => new Numbering(handler, styles);
}
