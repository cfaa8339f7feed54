import { formatNumber, isKnownFormat } from '../docx/numberFormat.ts';
import { tablePart, type WordFile } from './fileInformation.ts';
import type { WordBytes } from './wordBytes.ts';

interface Level {
  readonly start: number;
  /** Number format code ([MS-OSHARED] 2.2.1.3). */
  readonly format: number;
  /** Characters 0 to 8 stand for the numbers of these levels. */
  readonly text: string;
  readonly isLegal: boolean;
  readonly isNotRestarted: boolean;
}

interface Override {
  readonly list: number;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

/** Codes of number formats under the names that WordprocessingML gives them. */
const formats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  15: 'decimalHalfWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth',
  22: 'decimalZero',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  32: 'ideographZodiacTraditional',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};
const bullet = 23;
const levelCount = 9;
const listSize = 28;
const overrideSize = 16;
const maxLists = 10_000;

export interface ListLabel {
  readonly label: string | null;
  readonly isResolved: boolean;
}

/** Counts the numbered paragraphs of one story and gives each its number as Word shows it. */
export class ListNumbers {
  readonly #definitions: ReadonlyMap<number, readonly Level[]>;
  readonly #overrides: readonly Override[];
  readonly #counters = new Map<number, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(lists: Lists) {
    this.#definitions = lists.definitions;
    this.#overrides = lists.overrides;
  }

  /** Label of the next paragraph of list `index` (1-based); null when it is in no list. */
  next(index: number, level: number): ListLabel | null {
    if (index === 0 || index > 0xf800) return null;
    const override = this.#overrides[index - 1];
    if (override === undefined) return { label: null, isResolved: false };
    const shown = this.#level(override, level);
    if (shown === null) return { label: null, isResolved: false };
    return this.#label(override, level, shown, this.#advance(override, index, level));
  }

  #level(override: Override, level: number): Level | null {
    return override.levels.get(level) ?? this.#definitions.get(override.list)?.[level] ?? null;
  }

  #advance(override: Override, index: number, at: number): readonly (number | undefined)[] {
    const counters = this.#counters.get(override.list) ?? [];
    this.#counters.set(override.list, counters);
    const start = (i: number): number =>
      override.starts.get(i) ?? this.#level(override, i)?.start ?? 1;
    for (let i = 0; i < at; i++) counters[i] ??= start(i);
    // A list starts a level over at its first paragraph of that level; those above go on until then.
    const mark = `${index}/${at}`;
    if (override.starts.has(at) && !this.#started.has(mark)) {
      this.#started.add(mark);
      counters[at] = undefined;
    }
    const before = counters[at];
    counters[at] = before === undefined ? start(at) : before + 1;
    for (let i = at + 1; i < levelCount; i++)
      if (this.#level(override, i)?.isNotRestarted !== true) counters[i] = undefined;
    return counters;
  }

  #label(
    override: Override,
    at: number,
    level: Level,
    counters: readonly (number | undefined)[],
  ): ListLabel {
    if (level.format === bullet) {
      const sign = level.text.trim();
      // Symbol fonts keep their signs in the private use area, where they mean nothing without the font.
      return { label: sign === '' ? null : /\p{Co}/u.test(sign) ? '•' : sign, isResolved: true };
    }
    let isResolved = true;
    let label = '';
    for (const char of level.text) {
      const place = char.charCodeAt(0);
      if (place >= levelCount) {
        label += char;
        continue;
      }
      const shown = this.#level(override, place);
      if (shown === null || place > at) continue;
      const format = level.isLegal ? 'decimal' : (formats[shown.format] ?? '');
      if (!isKnownFormat(format)) isResolved = false;
      label += formatNumber(counters[place] ?? shown.start, format);
    }
    return { label: label.trim() === '' ? null : label.trim(), isResolved };
  }
}

/** List definitions by id, and the table through which paragraphs refer to them. */
export interface Lists {
  readonly definitions: ReadonlyMap<number, readonly Level[]>;
  readonly overrides: readonly Override[];
}

/** Throws AppError file-damaged where the tables break off. */
export function readLists(file: WordFile): Lists {
  const definitions = new Map<number, Level[]>();
  const heads = file.part(tablePart.lists);
  const references = file.part(tablePart.listOverrides);
  if (heads === null || references === null) return { definitions, overrides: [] };
  const count = Math.min(heads.u16(0), maxLists);
  // The levels follow the heads and are not counted in the stated size.
  const cursor = { at: file.offsetOf(tablePart.lists) + 2 + count * listSize };
  for (let i = 0; i < count; i++) {
    const head = heads.part(2 + i * listSize, listSize);
    const isSimple = (head.u8(26) & 1) !== 0;
    const levels: Level[] = [];
    for (let k = isSimple ? 1 : levelCount; k > 0; k--) levels.push(readLevel(file.table, cursor));
    definitions.set(head.u32(0), levels);
  }
  return { definitions, overrides: readOverrides(references) };
}

/** One level ([MS-DOC] 2.9.150); moves the cursor past it. */
function readLevel(table: WordBytes, cursor: { at: number }): Level {
  const { at } = cursor;
  const flags = table.u8(at + 5);
  const textAt = at + 28 + table.u8(at + 24) + table.u8(at + 25);
  const length = table.u16(textAt);
  const units: number[] = [];
  for (let i = 0; i < length; i++) units.push(table.u16(textAt + 2 + 2 * i));
  cursor.at = textAt + 2 + 2 * length;
  return {
    start: table.u32(at) | 0,
    format: table.u8(at + 4),
    text: String.fromCharCode(...units.slice(0, 1_000)),
    isLegal: (flags & 0x04) !== 0,
    isNotRestarted: (flags & 0x08) !== 0,
  };
}

function readOverrides(table: WordBytes): Override[] {
  const count = Math.min(table.u32(0), maxLists);
  const cursor = { at: 4 + count * overrideSize };
  const overrides: Override[] = [];
  for (let i = 0; i < count; i++) {
    const head = table.part(4 + i * overrideSize, overrideSize);
    const starts = new Map<number, number>();
    const levels = new Map<number, Level>();
    cursor.at += 4;
    for (let k = head.u8(12); k > 0 && cursor.at + 8 <= table.length; k--) {
      const flags = table.u32(cursor.at + 4);
      const level = flags & 0xf;
      const start = table.u32(cursor.at) | 0;
      cursor.at += 8;
      const own = (flags & 0x20) === 0 ? null : readLevel(table, cursor);
      if (own !== null) levels.set(level, own);
      if ((flags & 0x10) !== 0) starts.set(level, own?.start ?? start);
    }
    overrides.push({ list: head.u32(0), starts, levels });
  }
  return overrides;
}
