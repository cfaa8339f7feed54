import { AppError } from '#shared/contract/errors.ts';

interface DirectoryEntry {
  readonly name: string;
  readonly isStream: boolean;
  readonly isStorage: boolean;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const headerSize = 512;
const entrySize = 128;
/** Sector numbers from here on are marks (free, end of chain …), not sectors. */
const firstMark = 0xfffffffa;

const damaged = (): AppError => new AppError('file-damaged');

/** The streams of an OLE compound file ([MS-CFB]) by name; every chain is bounded by the size of the file. */
export class CompoundFile {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #sectorSize: number;
  readonly #miniSize: number;
  readonly #miniCutoff: number;
  readonly #fat: readonly number[];
  readonly #miniFat: readonly number[];
  readonly #entries: readonly DirectoryEntry[];
  readonly #miniStream: Uint8Array;

  /** Throws AppError file-damaged. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < headerSize) throw damaged();
    const sectorShift = this.#view.getUint16(30, true);
    const miniShift = this.#view.getUint16(32, true);
    if (sectorShift < 7 || sectorShift > 16 || miniShift < 4 || miniShift >= sectorShift)
      throw damaged();
    this.#sectorSize = 1 << sectorShift;
    this.#miniSize = 1 << miniShift;
    this.#miniCutoff = this.#view.getUint32(56, true);
    this.#fat = this.#readFat();
    this.#miniFat = this.#numbersOf(this.#chain(this.#view.getUint32(60, true)));
    this.#entries = this.#readDirectory(this.#chain(this.#view.getUint32(48, true)));
    const root = this.#entries[0];
    if (root === undefined) throw damaged();
    this.#miniStream = this.#chain(root.start);
  }

  /** Names of the storages and streams right below the root. */
  get names(): readonly string[] {
    return this.#rootMembers().map((entry) => entry.name);
  }

  /** Content of a stream right below the root (names are compared without regard to case), null when there is none; cut where its chain breaks off. */
  stream(name: string): Uint8Array | null {
    const wanted = name.toUpperCase();
    const entry = this.#rootMembers().find(
      (one) => one.isStream && one.name.toUpperCase() === wanted,
    );
    if (entry === undefined) return null;
    const isMini = entry.size < this.#miniCutoff;
    const content = isMini ? this.#miniChain(entry.start) : this.#chain(entry.start);
    return content.subarray(0, entry.size);
  }

  #rootMembers(): DirectoryEntry[] {
    const found: DirectoryEntry[] = [];
    const seen = new Set<number>();
    const waiting = [this.#entries[0]?.child ?? firstMark];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const entry = this.#entries[id];
      if (entry === undefined || seen.has(id)) continue;
      seen.add(id);
      if (entry.isStream || entry.isStorage) found.push(entry);
      waiting.push(entry.right, entry.left);
    }
    return found;
  }

  #sector(index: number): Uint8Array {
    const at = (index + 1) * this.#sectorSize;
    return this.#bytes.subarray(at, at + this.#sectorSize);
  }

  #numbersOf(bytes: Uint8Array): number[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const numbers: number[] = [];
    for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(view.getUint32(at, true));
    return numbers;
  }

  #readFat(): number[] {
    const sectors = this.#numbersOf(this.#bytes.subarray(76, headerSize));
    const most = Math.ceil(this.#bytes.length / this.#sectorSize);
    let next = this.#view.getUint32(68, true);
    for (let i = 0; next < firstMark && i < most; i++) {
      const numbers = this.#numbersOf(this.#sector(next));
      next = numbers.pop() ?? firstMark;
      sectors.push(...numbers);
    }
    const fat: number[] = [];
    for (const sector of sectors) {
      if (sector >= firstMark || fat.length > most) continue;
      for (const number of this.#numbersOf(this.#sector(sector))) fat.push(number);
    }
    return fat;
  }

  #chain(start: number): Uint8Array {
    const most = Math.ceil(this.#bytes.length / this.#sectorSize);
    const chunks: Uint8Array[] = [];
    let sector = start;
    while (sector < firstMark) {
      if (chunks.length > most) throw damaged();
      const chunk = this.#sector(sector);
      if (chunk.length === 0) break;
      chunks.push(chunk);
      sector = this.#fat[sector] ?? firstMark;
    }
    return Buffer.concat(chunks);
  }

  #miniChain(start: number): Uint8Array {
    const most = Math.ceil(this.#miniStream.length / this.#miniSize);
    const chunks: Uint8Array[] = [];
    let sector = start;
    while (sector < firstMark) {
      if (chunks.length > most) throw damaged();
      const at = sector * this.#miniSize;
      const chunk = this.#miniStream.subarray(at, at + this.#miniSize);
      if (chunk.length === 0) break;
      chunks.push(chunk);
      sector = this.#miniFat[sector] ?? firstMark;
    }
    return Buffer.concat(chunks);
  }

  #readDirectory(bytes: Uint8Array): DirectoryEntry[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const utf16 = new TextDecoder('utf-16le');
    const entries: DirectoryEntry[] = [];
    for (let at = 0; at + entrySize <= bytes.length; at += entrySize) {
      const nameLength = Math.min(64, Math.max(2, view.getUint16(at + 64, true))) - 2;
      const type = view.getUint8(at + 66);
      entries.push({
        name: utf16.decode(bytes.subarray(at, at + nameLength)),
        isStream: type === 2,
        isStorage: type === 1,
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }
}
