interface Table {
  readonly path: string;
  row: number;
  cell: number;
  next: number;
}

/**
 * Places of paragraphs in a flow where tables show only by the depth at which a paragraph stands and by the ends of cells
 * and rows, as in DOC and RTF: `body/3`, `body/4/r2/c1/0`, and `body/4/r2/c1/1/r1/c1/0` for a table in a cell.
 */
export class FlowPaths {
  readonly #prefix: string;
  readonly #tables: Table[] = [];
  #next = 0;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Path for the next paragraph at this depth of tables, 0 outside. */
  paragraph(depth: number): string {
    this.#moveTo(depth);
    const table = this.#tables.at(-1);
    return table === undefined
      ? `${this.#prefix}/${this.#next++}`
      : `${table.path}/r${table.row}/c${table.cell}/${table.next++}`;
  }

  /** Whether the cell at hand has no paragraph yet. */
  isCellEmpty(depth: number): boolean {
    this.#moveTo(depth);
    return this.#tables.at(-1)?.next === 0;
  }

  endCell(depth: number): void {
    this.#moveTo(depth);
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.cell += 1;
    table.next = 0;
  }

  endRow(depth: number): void {
    this.#moveTo(depth);
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.row += 1;
    table.cell = 1;
    table.next = 0;
  }

  #moveTo(depth: number): void {
    while (this.#tables.length > depth) this.#tables.pop();
    while (this.#tables.length < depth) {
      const outer = this.#tables.at(-1);
      const path =
        outer === undefined
          ? `${this.#prefix}/${this.#next++}`
          : `${outer.path}/r${outer.row}/c${outer.cell}/${outer.next++}`;
      this.#tables.push({ path, row: 1, cell: 1, next: 0 });
    }
  }
}
