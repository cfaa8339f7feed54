import type { BlockText } from '#shared/domain/text/text.ts';
import type { DocxPackage } from './docxPackage.ts';
import type { Attributes, XmlHandler } from './xmlReader.ts';
import { ownEntry } from '../ownEntry.ts';

export type Alignment = BlockText['align'];

/** Character properties that the text of record keeps; undefined where nothing is said. */
export interface RunProperties {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  hidden?: boolean;
}

export interface NumberingReference {
  numId?: string;
  level?: number;
}

/** Paragraph properties, direct or of a style. */
export interface ParagraphProperties {
  styleId?: string;
  /** 1–9, 0 for body text. */
  outline?: number;
  align?: Alignment;
  numbering?: NumberingReference;
}

export interface Style {
  readonly name: string;
  readonly basedOn: string | null;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
}

const maxChain = 20;

/** `w:b` without a value means on; 0, false, off and none mean off. */
export function isOn(attributes: Attributes): boolean {
  const value = attributes['w:val'];
  return value === undefined || !/^(0|false|off|none)$/i.test(value);
}

const alignments: Readonly<Record<string, Alignment>> = {
  left: 'start',
  start: 'start',
  center: 'center',
  right: 'end',
  end: 'end',
  both: 'justify',
  distribute: 'justify',
};

/** Takes one child element of `w:rPr` into the properties. */
export function takeRunProperty(run: RunProperties, name: string, attributes: Attributes): void {
  if (name === 'w:b') run.bold = isOn(attributes);
  else if (name === 'w:i') run.italic = isOn(attributes);
  else if (name === 'w:u') run.underline = isOn(attributes);
  else if (name === 'w:strike' || name === 'w:dstrike') run.strike = isOn(attributes);
  else if (name === 'w:vanish') run.hidden = isOn(attributes);
}

/** Takes one descendant element of `w:pPr` into the properties. */
export function takeParagraphProperty(
  paragraph: ParagraphProperties,
  name: string,
  attributes: Attributes,
): void {
  const value = attributes['w:val'] ?? '';
  if (name === 'w:pStyle') paragraph.styleId = value;
  else if (name === 'w:jc') paragraph.align = ownEntry(alignments, value) ?? null;
  else if (name === 'w:outlineLvl') paragraph.outline = outlineOf(value);
  else if (name === 'w:numId') paragraph.numbering = { ...paragraph.numbering, numId: value };
  else if (name === 'w:ilvl')
    paragraph.numbering = { ...paragraph.numbering, level: levelOf(value) };
}

const levelOf = (value: string): number =>
  Math.min(8, Math.max(0, Number.parseInt(value, 10) || 0));

function outlineOf(value: string): number {
  const level = Number.parseInt(value, 10);
  return level >= 0 && level <= 8 ? level + 1 : 0;
}

/** What a paragraph style says, what it inherits included. */
interface InheritedStyle {
  readonly properties: Readonly<ParagraphProperties>;
  readonly run: Readonly<RunProperties>;
}

/** Styles with what they inherit. */
export class StyleSheet {
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #defaultParagraph: string | null;
  readonly #paragraphs = new Map<string | undefined, InheritedStyle>();
  readonly #characters = new Map<string | undefined, Readonly<RunProperties>>();

  constructor(styles: ReadonlyMap<string, Style>, defaultParagraph: string | null) {
    this.#styles = styles;
    this.#defaultParagraph = defaultParagraph;
  }

  /** The style and those it is based on, nearest first; the default style for a paragraph that names none. */
  chain(id: string | undefined): (Style & { readonly id: string })[] {
    const chain: (Style & { id: string })[] = [];
    const seen = new Set<string>();
    let next: string | null = id ?? this.#defaultParagraph;
    while (next !== null && !seen.has(next) && chain.length < maxChain) {
      seen.add(next);
      const style = this.#styles.get(next);
      if (style === undefined) break;
      chain.push({ ...style, id: next });
      next = style.basedOn;
    }
    return chain;
  }

  /** What the paragraph style says where the paragraph itself says nothing. */
  paragraph(id: string | undefined): InheritedStyle {
    return remembered(this.#paragraphs, id, () => this.#inheritParagraph(id));
  }

  character(id: string | undefined): Readonly<RunProperties> {
    return remembered(this.#characters, id, () => this.#inheritCharacter(id));
  }

  #inheritParagraph(id: string | undefined): InheritedStyle {
    const properties: ParagraphProperties = {};
    let run: RunProperties = {};
    for (const style of this.chain(id)) {
      const { outline, align, numbering } = style.paragraph;
      const named = outlineOfName(style.name);
      if (properties.outline === undefined && (outline ?? named) !== undefined) {
        properties.outline = outline ?? named ?? 0;
      }
      if (properties.align === undefined && align !== undefined) properties.align = align;
      // A style's own level comes from the numbering (w:lvl/w:pStyle) when it says none.
      if (numbering !== undefined && properties.numbering?.numId === undefined) {
        properties.numbering = { ...numbering, ...properties.numbering };
        properties.styleId ??= style.id;
      }
      run = { ...style.run, ...run };
    }
    return { properties, run };
  }

  #inheritCharacter(id: string | undefined): RunProperties {
    if (id === undefined) return {};
    let run: RunProperties = {};
    for (const style of this.chain(id)) run = { ...style.run, ...run };
    return run;
  }
}

/** Bounded, because a file may name a new style with every run. */
const mostRemembered = 5_000;

function remembered<V>(
  known: Map<string | undefined, V>,
  id: string | undefined,
  make: () => V,
): V {
  const before = known.get(id);
  if (before !== undefined) return before;
  const made = make();
  if (known.size < mostRemembered) known.set(id, made);
  return made;
}

function outlineOfName(name: string): number | undefined {
  const level = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** Gathers `w:style` elements. */
class StylesHandler implements XmlHandler {
  readonly styles = new Map<string, Style>();
  defaultParagraph: string | null = null;
  #id: string | null = null;
  #name = '';
  #basedOn: string | null = null;
  #paragraph: ParagraphProperties = {};
  #run: RunProperties = {};
  readonly #within: string[] = [];

  open(name: string, attributes: Attributes): void {
    this.#within.push(name);
    if (name === 'w:style') this.#begin(attributes);
    if (this.#id === null || this.#within.includes('w:tblStylePr')) return;
    const parent = this.#within.at(-2);
    if (name === 'w:name' && parent === 'w:style') this.#name = attributes['w:val'] ?? '';
    else if (name === 'w:basedOn') this.#basedOn = attributes['w:val'] ?? null;
    else if (parent === 'w:rPr' && this.#within.at(-3) === 'w:style') {
      takeRunProperty(this.#run, name, attributes);
    } else if (parent === 'w:pPr' || parent === 'w:numPr') {
      takeParagraphProperty(this.#paragraph, name, attributes);
    }
  }

  text(): void {
    // styles.xml holds no text
  }

  close(name: string): void {
    this.#within.pop();
    if (name !== 'w:style' || this.#id === null) return;
    this.styles.set(this.#id, {
      name: this.#name,
      basedOn: this.#basedOn,
      paragraph: this.#paragraph,
      run: this.#run,
    });
    this.#id = null;
  }

  #begin(attributes: Attributes): void {
    this.#id = attributes['w:styleId'] ?? '';
    this.#name = '';
    this.#basedOn = null;
    this.#paragraph = {};
    this.#run = {};
    const isDefault = /^(1|true|on)$/.test(attributes['w:default'] ?? '');
    if (isDefault && attributes['w:type'] === 'paragraph') this.defaultParagraph = this.#id;
  }
}

/** Reads the styles part; without one every chain is empty. */
export function readStyles(pack: DocxPackage, part: string | undefined): StyleSheet {
  const handler = new StylesHandler();
  if (part !== undefined) pack.readXml(part, handler);
  return new StyleSheet(handler.styles, handler.defaultParagraph);
}
