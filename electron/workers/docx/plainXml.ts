/** What a scanner of XML reports, names and attributes as the file has them. */
export interface TagSink {
  /** `declares`: among the attributes is a declaration of a namespace. */
  open(name: string, attributes: Record<string, string>, declares: boolean): void;
  text(text: string): void;
  close(name: string): void;
}

/** A tag as it was read; shared between equal tags, so nobody changes it. */
interface Tag {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly declares: boolean;
  readonly isEmpty: boolean;
}

/** Most tags of a file recur letter by letter: so many are kept to be known again. */
const keptTags = 2_000;
const longestKeptTag = 300;
/** Beyond this a single tag or text is left to the strict parser, which does not read it again with every piece. */
const longestToken = 1024 * 1024;
const odd = -1;
const incomplete = -2;

/** Characters that XML forbids, or that end what this scanner does not know: left to the strict parser. */
const unusual = /[^\t\n\r -\uFFFD]/;
const declaration =
  /^<\?xml version=(["'])1\.0\1(?: encoding=(["'])[A-Za-z][\w.-]*\2)?(?: standalone=(["'])(?:yes|no)\3)?[ \t\r\n]*\?>/;
const notBlank = /[^ \t\r\n]/;
const reference = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/g;
const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

const [tab, newLine, carriageReturn, space] = [0x09, 0x0a, 0x0d, 0x20];
const [doubleQuote, singleQuote, slash] = [0x22, 0x27, 0x2f];
const [less, equals, greater, question, bang] = [0x3c, 0x3d, 0x3e, 0x3f, 0x21];

const [startsName, inName] = [1, 2];
/** What an ASCII character can be in a name; names with others are left to the strict parser. */
const nameCodes = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_:]/.test(char)) return startsName | inName;
  return /[\d.-]/.test(char) ? inName : 0;
});

const isBlank = (code: number): boolean =>
  code === space || code === newLine || code === carriageReturn || code === tab;

/**
 * Scans the plain XML that word processors write: elements, attributes, text, character references. It stops at the first
 * thing that is anything else (comment, CDATA, damage …) and gives back the rest, so that a strict parser decides on it.
 */
export class PlainXml {
  readonly #sink: TagSink;
  readonly #tags = new Map<string, Tag>();
  readonly #open: string[] = [];
  #declaration = '';
  #carry = '';
  #hasBegun = false;
  #hasRoot = false;

  constructor(sink: TagSink) {
    this.#sink = sink;
  }

  /** A document that puts another parser where this one stands; what it reports of it is known already. */
  get context(): string {
    const root = this.#hasRoot && this.#open.length === 0 ? '<a/>' : '';
    return this.#declaration + root + this.#open.map((name) => `<${name}>`).join('');
  }

  /** Takes the next piece; gives back what must be read by another parser from here on, null where all went well. */
  take(piece: string): string | null {
    const text = this.#carry + piece;
    this.#carry = '';
    if (unusual.test(text) || text.includes(']]>')) return text;
    let at = 0;
    if (!this.#hasBegun) {
      at = this.#begin(text);
      if (at === odd) return text;
    }
    while (at >= 0) {
      const next = this.#token(text, at);
      if (next === odd) return text.slice(at);
      if (next === incomplete) break;
      at = next;
    }
    if (at < 0) at = 0;
    if (text.length - at > longestToken) return text.slice(at);
    this.#carry = text.slice(at);
    return null;
  }

  /** At the end: what is left for another parser, null where the document is whole. */
  end(): string | null {
    return this.#carry === '' && this.#hasRoot && this.#open.length === 0 ? null : this.#carry;
  }

  #begin(text: string): number {
    if (!text.startsWith('<?')) {
      this.#hasBegun = text !== '';
      return 0;
    }
    const found = declaration.exec(text);
    if (found !== null) {
      this.#hasBegun = true;
      this.#declaration = found[0];
      return found[0].length;
    }
    return text.includes('?>') ? odd : incomplete;
  }

  /** Reports the text from `at` and the tag after it; gives where that ends. */
  #token(text: string, at: number): number {
    const tag = text.indexOf('<', at);
    if (tag < 0) return incomplete;
    const code = text.charCodeAt(tag + 1);
    if (code === slash) return this.#closeTag(text, at, tag);
    if (code === question || code === bang) return odd;
    const close = text.indexOf('>', tag);
    if (close < 0) return incomplete;
    const source = text.slice(tag + 1, close);
    const found = this.#tags.get(source) ?? this.#scan(source);
    // A value may hold the sign that ends a tag; that is rare enough to leave it to the other.
    if (found === null || (this.#open.length === 0 && this.#hasRoot)) return odd;
    if (!this.#report(text, at, tag)) return odd;
    this.#hasRoot = true;
    this.#sink.open(found.name, found.attributes, found.declares);
    if (found.isEmpty) this.#sink.close(found.name);
    else this.#open.push(found.name);
    return close + 1;
  }

  #scan(source: string): Tag | null {
    const tag = scanTag(source);
    if (tag !== null && this.#tags.size < keptTags && source.length <= longestKeptTag)
      this.#tags.set(source, tag);
    return tag;
  }

  #closeTag(text: string, at: number, tag: number): number {
    const name = this.#open.at(-1);
    if (name === undefined) return odd;
    const last = tag + 2 + name.length;
    if (last >= text.length) return incomplete;
    if (text.charCodeAt(last) !== greater || !text.startsWith(name, tag + 2)) return odd;
    if (!this.#report(text, at, tag)) return odd;
    this.#open.pop();
    this.#sink.close(name);
    return last + 1;
  }

  /** False where the text is not for this scanner; nothing is reported then. */
  #report(text: string, from: number, to: number): boolean {
    if (from === to) return true;
    const raw = text.slice(from, to);
    if (this.#open.length === 0) return !notBlank.test(raw);
    const resolved = resolve(raw);
    if (resolved === null) return false;
    this.#sink.text(resolved);
    return true;
  }
}

/** Without a prototype: names come from the file. */
const newAttributes = (): Record<string, string> => Object.create(null) as Record<string, string>;
const noAttributes = Object.freeze(newAttributes());

/** What stands between the angle brackets; null where it is not plain. */
function scanTag(source: string): Tag | null {
  const isEmpty = source.charCodeAt(source.length - 1) === slash;
  const end = isEmpty ? source.length - 1 : source.length;
  let at = endOfName(source, 0);
  if (at < 0 || at > end) return null;
  const name = source.slice(0, at);
  let attributes: Record<string, string> = noAttributes;
  let declares = false;
  while (at < end) {
    const apart = at;
    while (isBlank(source.charCodeAt(at))) at += 1;
    if (at >= end) break;
    const nameEnd = endOfName(source, at);
    if (apart === at || nameEnd < 0) return null;
    const key = source.slice(at, nameEnd);
    const valueEnd = endOfValue(source, nameEnd);
    if (valueEnd < 0 || valueEnd > end) return null;
    const value = resolve(source.slice(nameEnd + 2, valueEnd - 1));
    if (attributes === noAttributes) attributes = newAttributes();
    if (value === null || attributes[key] !== undefined) return null;
    attributes[key] = value;
    declares ||= key.startsWith('xmlns');
    at = valueEnd;
  }
  return { name, attributes, declares, isEmpty };
}

function endOfName(source: string, from: number): number {
  if (((nameCodes[source.charCodeAt(from)] ?? 0) & startsName) === 0) return odd;
  let at = from + 1;
  while (((nameCodes[source.charCodeAt(at)] ?? 0) & inName) !== 0) at += 1;
  return at;
}

/** Behind the quote that closes the value whose equals sign stands at `at`. */
function endOfValue(source: string, at: number): number {
  const quote = source.charCodeAt(at + 1);
  if (source.charCodeAt(at) !== equals || (quote !== doubleQuote && quote !== singleQuote))
    return odd;
  for (let i = at + 2; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === quote) return i + 1;
    if (code < space || code === less) return odd;
  }
  return odd;
}

/** Text with line ends made one and references replaced; null where it holds any that are not plain. */
function resolve(raw: string): string | null {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  let isPlain = !text.replace(reference, '').includes('&');
  const resolved = text.replace(
    reference,
    (_, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return named[name] ?? '';
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      if (isXmlCharacter(code)) return String.fromCodePoint(code);
      isPlain = false;
      return '';
    },
  );
  return isPlain ? resolved : null;
}

function isXmlCharacter(code: number): boolean {
  if (code < space) return code === tab || code === newLine || code === carriageReturn;
  return (
    code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
  );
}
