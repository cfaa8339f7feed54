import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { AppError } from '#shared/contract/errors.ts';
import { ownEntry } from '../ownEntry.ts';

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
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
};

/** Complaints of the parser that leave the structure whole, control characters in text among them. */
const harmless = /character entity|disallowed character|unexpected character|XML declaration/i;

const letterX = 0x78;

/** Reads one XML part piece by piece: no DTD, no entities of its own, a bound on depth. */
export class XmlReader {
  readonly #parser: SaxesParser;
  readonly #prefixes = new Map<string, string>();
  readonly #handler: XmlHandler;
  readonly #maxDepth: number;
  #depth = 0;
  #isRenamed = false;
  #decoder: InstanceType<typeof TextDecoder> | null = null;

  /** Throws AppError limit-nesting and file-damaged from `write` and `end`. */
  constructor(handler: XmlHandler, maxDepth: number) {
    this.#handler = handler;
    this.#maxDepth = maxDepth;
    this.#parser = new SaxesParser({ xmlns: false, position: false });
    this.#parser.on('error', (error) => {
      if (!harmless.test(error.message)) throw new AppError('file-damaged', {}, { cause: error });
    });
    this.#parser.on('doctype', () => {
      throw new AppError('file-damaged');
    });
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('text', (text) => handler.text(text));
    this.#parser.on('cdata', (text) => handler.text(text));
    this.#parser.on('closetag', (tag) => {
      this.#depth -= 1;
      handler.close(this.#nameOf(tag.name));
    });
  }

  write(chunk: Uint8Array): void {
    this.#decoder ??= new TextDecoder(encodingOf(chunk));
    this.#feed(this.#decoder.decode(chunk, { stream: true }));
  }

  end(): void {
    if (this.#decoder === null) throw new AppError('file-damaged');
    this.#feed(this.#decoder.decode());
    this.#parser.close();
  }

  #feed(text: string): void {
    if (text !== '') this.#parser.write(text);
  }

  #open(tag: SaxesTagPlain): void {
    this.#depth += 1;
    if (this.#depth > this.#maxDepth)
      throw new AppError('limit-nesting', { limit: this.#maxDepth });
    const attributes = tag.attributes;
    for (const name in attributes) {
      if (name.charCodeAt(0) === letterX && name.startsWith('xmlns'))
        this.#declare(name, attributes[name] ?? '');
    }
    this.#handler.open(
      this.#nameOf(tag.name),
      this.#isRenamed ? this.#rename(attributes) : attributes,
    );
  }

  #declare(name: string, uri: string): void {
    const prefix = name === 'xmlns' ? '' : name.slice('xmlns:'.length);
    const canonical = ownEntry(canonicalPrefix, uri) ?? prefix;
    this.#prefixes.set(prefix, canonical);
    if (canonical !== prefix) this.#isRenamed = true;
  }

  #nameOf(name: string): string {
    if (!this.#isRenamed) return name;
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
