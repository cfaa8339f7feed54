import type { BlockKind, BlockText } from '#shared/domain/text/text.ts';
import { emptyCell, type Paragraph, type Revision } from './paragraph.ts';
import { cellRevisionIn, type Signature } from './storyElements.ts';
import type { Attributes } from './xmlReader.ts';

/** A sequence of blocks: the body, a cell, a text box, one note. */
interface Container {
  readonly prefix: string;
  readonly kind: BlockKind;
  next: number;
  /** Where its blocks begin among those of the part. */
  readonly firstSlot: number;
  /** Of a table cell, once its properties are read. */
  cell?: { columns: number; goesOn: boolean };
  /** The tracked change of the cell as a whole. */
  revision?: Revision;
  /** Of a comment. */
  readonly by?: Signature;
}

interface Table {
  readonly path: string;
  row: number;
  cell: number;
  rowRevision: Revision | null;
}

const widestSpan = 63; // Word's limit on the columns of a table

function spanOf(value: string | undefined): number {
  const columns = Number(value);
  return Number.isInteger(columns) ? Math.min(Math.max(columns, 1), widestSpan) : 1;
}

/** Where in a part the reader stands: in which tables, cells, boxes and notes, and so the paths of its blocks. */
export class StoryPlaces {
  readonly #containers: Container[];
  readonly #tables: Table[] = [];
  #boxes = 0;

  constructor(prefix: string, kind: BlockKind) {
    this.#containers = [{ prefix, kind, next: 0, firstSlot: 0 }];
  }

  /** The sequence of blocks at hand. */
  get path(): string | undefined {
    return this.#containers.at(-1)?.prefix;
  }

  /** Path and kind of a paragraph that begins here, or null outside everything. */
  nextParagraph(): { readonly path: string; readonly kind: BlockKind } | null {
    const container = this.#containers.at(-1);
    return container === undefined ? null : { path: nextPath(container), kind: container.kind };
  }

  /** The block with what its cell or comment says of it. */
  placed(block: BlockText | null): BlockText | null {
    const container = this.#containers.at(-1);
    if (block === null || container === undefined) return block;
    const { cell, by } = container;
    return { ...block, ...(cell && { cell: { ...cell } }), ...this.#ofRow(), ...(by && { by }) };
  }

  #ofRow(): Pick<BlockText, 'row'> {
    const row = this.#tables.at(-1)?.rowRevision;
    return row == null ? {} : { row: row.kind };
  }

  openNote(kind: BlockKind, id: string, by: Signature, firstSlot: number): void {
    const prefix = `${kind}/${id}`;
    this.#containers.push({ prefix, kind, next: 0, firstSlot, ...(kind === 'comment' && { by }) });
  }

  closeNote(): void {
    this.#containers.pop();
  }

  /** A text box in `host`, or beside the paragraphs. */
  openBox(host: Paragraph | undefined, firstSlot: number): boolean {
    const container = this.#containers.at(-1);
    if (container === undefined) return false;
    const prefix =
      host === undefined ? `${container.prefix}/box` : `${host.path}/box${++host.boxes}`;
    this.#containers.push({ prefix, kind: 'textbox', next: 0, firstSlot });
    this.#boxes += 1;
    return true;
  }

  get isInBox(): boolean {
    return this.#boxes > 0;
  }

  closeBox(): void {
    this.#containers.pop();
    this.#boxes = Math.max(0, this.#boxes - 1);
  }

  openTable(): void {
    const container = this.#containers.at(-1);
    if (container === undefined) return;
    this.#tables.push({ path: nextPath(container), row: 0, cell: 0, rowRevision: null });
  }

  closeTable(): void {
    this.#tables.pop();
  }

  openRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.row += 1;
    table.cell = 0;
    table.rowRevision = null;
  }

  /** The tracked change of the cell or row at hand as a whole, or of one around its table. */
  get revision(): Revision | null {
    const cell = this.#containers.findLast((one) => one.revision !== undefined)?.revision;
    return cell ?? this.#tables.findLast((one) => one.rowRevision !== null)?.rowRevision ?? null;
  }

  reviseRow(revision: Revision): void {
    const table = this.#tables.at(-1);
    if (table !== undefined) table.rowRevision = revision;
  }

  openCell(firstSlot: number): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.cell += 1;
    const prefix = `${table.path}/r${table.row}/c${table.cell}`;
    this.#containers.push({ prefix, kind: 'cell', next: 0, firstSlot });
  }

  takeCellProperty(name: string, attributes: Attributes): void {
    const container = this.#containers.at(-1);
    if (container?.kind !== 'cell') return;
    const revision = cellRevisionIn(name, attributes);
    if (revision !== null) container.revision = revision;
    const cell = container.cell ?? { columns: 1, goesOn: false };
    if (name === 'w:gridSpan') cell.columns = spanOf(attributes['w:val']);
    else if (name === 'w:vMerge') cell.goesOn = attributes['w:val'] !== 'restart';
    else return;
    container.cell = cell;
  }

  /** Where the blocks of the cell began, and the block that stands for it if it has none. */
  closeCell(): { readonly firstSlot: number; readonly empty: BlockText } | null {
    const cell = this.#tables.length > 0 ? this.#containers.pop() : undefined;
    if (cell === undefined) return null;
    const empty = {
      ...emptyCell(`${cell.prefix}/0`),
      ...(cell.cell && { cell: cell.cell }),
      ...this.#ofRow(),
    };
    return { firstSlot: cell.firstSlot, empty };
  }
}

function nextPath(container: Container): string {
  return `${container.prefix}/${container.next++}`;
}
