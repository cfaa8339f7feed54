import { SaxesParser } from 'saxes';
import { AppError } from '#shared/contract/errors.ts';
import { ownEntry } from '../ownEntry.ts';
import { PlainXml, type TagSink } from './plainXml.ts';

/** Attributes by canonical name (`w:val`). */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** `name` carries the canonical prefix of its namespace (`w:p`), whatever the file calls it. */
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

const canonicalPrefix: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
};

/** Complaints of the parser that leave the structure whole, control characters in text among them. */
const harmless = /character entity|disallowed character|unexpected character|XML declaration/i;

/**
 * Reads one XML part piece by piece: no DTD, no entities of its own, a bound on depth. What is plain is scanned, and from the
 * first thing that is not on, a strict parser reads.
 */
export class XmlReader implements TagSink {
  readonly #plain = new PlainXml(this);
  #strict: SaxesParser | null = null;
  readonly #prefixes = new Map<string, string>();
  /** Names of the file with the canonical ones, since the last declaration. */
  readonly #canonical = new Map<string, string>();
  readonly #handler: XmlHandler;
  readonly #maxDepth: number;
  #depth = 0;
  #isRenamed = false;
  #decoder: InstanceType<typeof TextDecoder> | null = null;

  /** Throws AppError limit-nesting and file-damaged from `write` and `end`. */
  constructor(handler: XmlHandler, maxDepth: number) {
    this.#handler = handler;
    this.#maxDepth = maxDepth;
  }

  write(chunk: Uint8Array): void {
    this.#decoder ??= new TextDecoder(encodingOf(chunk));
    this.#feed(this.#decoder.decode(chunk, { stream: true }));
  }

  end(): void {
    if (this.#decoder === null) throw new AppError('file-damaged');
    this.#feed(this.#decoder.decode());
    const rest = this.#strict === null ? this.#plain.end() : null;
    if (rest !== null) this.#goStrict(rest);
    this.#strict?.close();
  }

  open(name: string, attributes: Record<string, string>, declares: boolean): void {
    this.#depth += 1;
    if (this.#depth > this.#maxDepth)
      throw new AppError('limit-nesting', { limit: this.#maxDepth });
    if (declares) this.#declareAll(attributes);
    if (this.#isRenamed) this.#handler.open(this.#nameOf(name), this.#rename(attributes));
    else this.#handler.open(name, attributes);
  }

  text(text: string): void {
    if (this.#depth > 0) this.#handler.text(text);
  }

  close(name: string): void {
    this.#depth -= 1;
    this.#handler.close(this.#isRenamed ? this.#nameOf(name) : name);
  }

  #feed(text: string): void {
    if (text === '') return;
    if (this.#strict !== null) {
      this.#strict.write(text);
      return;
    }
    const rest = this.#plain.take(text);
    if (rest !== null) this.#goStrict(rest);
  }

  #goStrict(rest: string): void {
    const parser = new SaxesParser({ xmlns: false, position: false });
    this.#strict = parser;
    parser.write(this.#plain.context);
    parser.on('error', (error) => {
      if (!harmless.test(error.message)) throw new AppError('file-damaged', {}, { cause: error });
    });
    parser.on('doctype', () => {
      throw new AppError('file-damaged');
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.open(name, attributes, Object.keys(attributes).some(isDeclaration));
    });
    parser.on('text', (text) => this.text(text));
    parser.on('cdata', (text) => this.text(text));
    parser.on('closetag', ({ name }) => this.close(name));
    parser.write(rest);
  }

  #declareAll(attributes: Attributes): void {
    for (const name in attributes) {
      if (isDeclaration(name)) this.#declare(name, attributes[name] ?? '');
    }
  }

  #declare(name: string, uri: string): void {
    const prefix = name === 'xmlns' ? '' : name.slice('xmlns:'.length);
    const canonical = ownEntry(canonicalPrefix, uri) ?? prefix;
    this.#prefixes.set(prefix, canonical);
    this.#canonical.clear();
    if (canonical !== prefix) this.#isRenamed = true;
  }

  #nameOf(name: string): string {
    let canonical = this.#canonical.get(name);
    if (canonical === undefined) {
      canonical = this.#canonicalName(name);
      if (this.#canonical.size < mostNames) this.#canonical.set(name, canonical);
    }
    return canonical;
  }

  #canonicalName(name: string): string {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const canonical = this.#prefixes.get(prefix) ?? prefix;
    const local = colon < 0 ? name : name.slice(colon + 1);
    return canonical === '' ? local : `${canonical}:${local}`;
  }

  #rename(attributes: Attributes): Attributes {
    const renamed: Record<string, string> = {};
    for (const name in attributes) {
      // Attributes without a prefix are in no namespace.
      const key = name.includes(':') ? this.#nameOf(name) : name;
      renamed[key] = attributes[name] ?? '';
    }
    return renamed;
  }
}

const mostNames = 1_000;

const isDeclaration = (name: string): boolean => name.startsWith('xmlns');

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (start[0] === 0x3c && start[1] === 0) return 'utf-16le';
  if (start[0] === 0 && start[1] === 0x3c) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(start.subarray(0, 120));
  const label = /^\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return 'utf-8';
  }
}
