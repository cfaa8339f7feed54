import ExcelJS from 'exceljs';
import type { Cell, Workbook, Worksheet } from 'exceljs';
import { checklistWorkbookZh as words } from '#shared/i18n/messages/checklistWorkbook.ts';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import { ChecklistShelf } from '../../electron/core/library/checklistShelf.ts';
import {
  type CheckedLists,
  checkLists,
  contextOf,
} from '../../electron/core/library/interchange/listCheck.ts';
import { exchangedList } from '../../electron/core/library/interchange/readList.ts';
import { readWorkbook } from '../../electron/core/library/interchange/workbookRead.ts';
import { writeWorkbook } from '../../electron/core/library/interchange/workbookWrite.ts';
import { readYaml } from '../../electron/core/library/interchange/yamlRead.ts';
import { loadLibrary } from '../../electron/core/library/library.ts';
import { readXlsx } from '../../electron/workers/xlsx/readXlsx.ts';
import { appFolders } from '../../electron/host/folders.ts';

export const library = loadLibrary(appFolders().resourcesDir);
export const shelf = new ChecklistShelf(library, null);
export const today = '2026-11-23';

/** A bundled list by its id. */
export function bundled(id: string): (typeof library.files)[number] {
  const found = library.files.find((file) => file.id === id);
  if (!found) throw new Error(`no list ${id}`);
  return found;
}

export function workbookOf(...ids: readonly string[]): Promise<Uint8Array> {
  const files = ids.length === 0 ? library.files : ids.map(bundled);
  return writeWorkbook(files.map(exchangedList), library);
}

/** What an import would find in a workbook, read as the thread reads it. */
export function checkWorkbook(bytes: Uint8Array): CheckedLists {
  const read = readWorkbook(readXlsx(bytes, defaultExtractLimits), library, contextOf(shelf));
  return checkLists(read, library, shelf, today);
}

export function checkYaml(text: string): CheckedLists {
  return checkLists(readYaml(text, library.instruments, contextOf(shelf)), library, shelf, today);
}

/** The same workbook after somebody worked on it, saved by another program. */
export async function edited(
  bytes: Uint8Array,
  edit: (book: OpenWorkbook) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  // The typings ask for an older Buffer; any bytes are taken.
  await book.xlsx.load(Buffer.from(bytes) as never);
  edit(new OpenWorkbook(book));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What is found in the workbook of `cl-csl` after an edit. */
export async function checkEdited(edit: (book: OpenWorkbook) => void): Promise<CheckedLists> {
  return checkWorkbook(await edited(await workbookOf('cl-csl'), edit));
}

type SheetKey = keyof typeof words.sheets;

/** Cells by sheet, header and row, as a person finds them. */
export class OpenWorkbook {
  readonly book: Workbook;

  constructor(book: Workbook) {
    this.book = book;
  }

  sheet(key: SheetKey): Worksheet {
    const found = this.book.getWorksheet(words.sheets[key]);
    if (!found) throw new Error(`no sheet ${key}`);
    return found;
  }

  column(key: SheetKey, header: string): number {
    const { values } = this.sheet(key).getRow(1);
    const at = Array.isArray(values) ? values.indexOf(header) : -1;
    if (at < 1) throw new Error(`no column ${header}`);
    return at;
  }

  list(header: keyof typeof words.lists, row = 2): Cell {
    return this.sheet('lists').getCell(row, this.column('lists', words.lists[header]));
  }

  item(header: keyof typeof words.items, row = 2): Cell {
    return this.sheet('items').getCell(row, this.column('items', words.items[header]));
  }

  base(header: keyof typeof words.bases, row = 2): Cell {
    return this.sheet('bases').getCell(row, this.column('bases', words.bases[header]));
  }

  /** The first row of bases that belongs to an item. */
  baseRow(itemId: string): number {
    const column = this.column('bases', words.bases.owner);
    for (let row = 2; row <= this.sheet('bases').rowCount; row += 1)
      if (this.sheet('bases').getCell(row, column).value === itemId) return row;
    throw new Error(`no basis of ${itemId}`);
  }
}
