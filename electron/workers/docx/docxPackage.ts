import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/contract/errors.ts';
import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import {
  InflateBudget,
  inflateEntry,
  listZip,
  type NativeZip,
  type ZipEntry,
} from '#shared/domain/text/zipFile.ts';
import { XmlReader, type XmlHandler } from './xmlReader.ts';

export interface Relationship {
  readonly id: string;
  /** Last part of the type's URI: `styles`, `footnotes`, `header` … */
  readonly type: string;
  /** Name of the part in the package, without a leading slash. */
  readonly target: string;
}

/** The members of a DOCX by name, read on demand and within the limits. */
export class DocxPackage {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #budget: InflateBudget;
  readonly #limits: ExtractLimits;

  /** Throws AppError file-damaged, file-encrypted, file-ambiguous (two members of one name), limit-entries. */
  constructor(bytes: Uint8Array, limits: ExtractLimits) {
    this.#bytes = bytes;
    this.#limits = limits;
    this.#budget = new InflateBudget(limits.inflatedBytes);
    this.#entries = index(listZip(bytes, limits.entries));
  }

  get names(): readonly string[] {
    return Array.from(this.#entries.keys());
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Feeds one part to the handler; false when there is no such part. */
  readXml(name: string, handler: XmlHandler): boolean {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return false;
    const reader = new XmlReader(handler, this.#limits.nesting);
    inflateEntry(this.#bytes, entry, this.#budget, (chunk) => reader.write(chunk), native);
    reader.end();
    return true;
  }

  /** Relationships of a part (`''` for the package's own) that point inside the package. */
  relationships(part: string): Relationship[] {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const found: Relationship[] = [];
    this.readXml(`${folder}_rels/${part.slice(slash + 1)}.rels`, {
      open(name, attributes) {
        if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
        const type = attributes['Type'] ?? '';
        const target = resolve(folder, attributes['Target'] ?? '');
        found.push({
          id: attributes['Id'] ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          target,
        });
      },
      text: () => undefined,
      close: () => undefined,
    });
    return found;
  }
}

function inflateNatively(packed: Uint8Array, maxBytes: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      return null;
    }
    throw error;
  }
}

const native: NativeZip = { inflateAll: inflateNatively, crc32 };

/** OPC names are compared without regard to case. */
function index(entries: readonly ZipEntry[]): Map<string, ZipEntry> {
  const decoder = new TextDecoder();
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (entry.isFolder) continue;
    const name = decoder
      .decode(entry.nameBytes)
      .replaceAll('\\', '/')
      .replace(/^\//, '')
      .toLowerCase();
    if (byName.has(name)) throw new AppError('file-ambiguous', { part: name });
    byName.set(name, entry);
  }
  return byName;
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
