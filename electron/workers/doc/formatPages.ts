import { tablePart, type WordFile } from './fileInformation.ts';
import { WordBytes } from './wordBytes.ts';

/** Properties that hold for the bytes `from` to `to` of the main stream. */
export interface FormatRun {
  readonly from: number;
  readonly to: number;
  /** Property changes; null for none. */
  readonly group: WordBytes | null;
  /** Style of the paragraph, 0 for characters. */
  readonly style: number;
}

const pageSize = 512;
const empty = new WordBytes(new Uint8Array(0));

/** Finds the run that holds a byte of the main stream. */
export class FormatRuns {
  readonly #runs: readonly FormatRun[];

  constructor(runs: FormatRun[]) {
    this.#runs = runs.sort((a, b) => a.from - b.from);
  }

  at(offset: number): FormatRun | null {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = this.#runs[middle];
      if (run === undefined) break;
      if (offset < run.from) high = middle - 1;
      else if (offset >= run.to) low = middle + 1;
      else return run;
    }
    return null;
  }
}

/** Pages of formatting that the table stream lists; a page that cannot be read is left out. */
function* pagesOf(file: WordFile, index: number): Generator<WordBytes> {
  const plc = file.part(index) ?? empty;
  const count = Math.floor((plc.length - 4) / 8);
  const seen = new Set<number>();
  for (let i = 0; i < count; i++) {
    const number = plc.u32(4 * (count + 1) + 4 * i) & 0x3fffff;
    if (seen.has(number) || (number + 1) * pageSize > file.main.length) continue;
    seen.add(number);
    yield file.main.part(number * pageSize, pageSize);
  }
}

export function characterRuns(file: WordFile): FormatRuns {
  const runs: FormatRun[] = [];
  for (const page of pagesOf(file, tablePart.characterPages)) {
    const count = page.u8(pageSize - 1);
    if (count * 5 + 4 >= pageSize) continue;
    for (let i = 0; i < count; i++) {
      const at = page.u8(4 * (count + 1) + i) * 2;
      const size = at === 0 ? 0 : page.u8(at);
      const fits = size > 0 && at + 1 + size <= pageSize;
      const group = fits ? page.part(at + 1, size) : null;
      runs.push({ from: page.u32(4 * i), to: page.u32(4 * (i + 1)), group, style: 0 });
    }
  }
  return new FormatRuns(runs);
}

export function paragraphRuns(file: WordFile): FormatRuns {
  const runs: FormatRun[] = [];
  for (const page of pagesOf(file, tablePart.paragraphPages)) {
    const count = page.u8(pageSize - 1);
    if (count * 17 + 4 >= pageSize) continue;
    for (let i = 0; i < count; i++) {
      const at = page.u8(4 * (count + 1) + 13 * i) * 2;
      const { group, style } = paragraphGroup(page, at);
      runs.push({ from: page.u32(4 * i), to: page.u32(4 * (i + 1)), group, style });
    }
  }
  return new FormatRuns(runs);
}

function paragraphGroup(page: WordBytes, at: number): Pick<FormatRun, 'group' | 'style'> {
  if (at === 0 || at + 4 > pageSize) return { group: null, style: 0 };
  const words = page.u8(at);
  const start = words === 0 ? at + 2 : at + 1;
  const size = words === 0 ? 2 * page.u8(at + 1) : 2 * words - 1;
  if (size < 2 || start + size > pageSize) return { group: null, style: 0 };
  return { group: page.part(start + 2, size - 2), style: page.u16(start) };
}
