import type { Cell } from "./cell.ts";
import type { Prevention } from "./patient.ts";

/** What is kept of rows that are alike, by their kind. */
export interface KeptRows {
  readonly cells: readonly Cell[];
  readonly prevention: readonly (Prevention | undefined)[];
}

/** What is kept of a list: a column of each fact, for all its physicians together. */
export class ListColumns {
  readonly ids: (string | null)[];
  /** Validated indicators, by index, where they are itemised. */
  readonly indicators = new Map<number, Exclude<Prevention, number>>();
  #cells: Uint16Array<ArrayBuffer>;
  #rows: Uint32Array<ArrayBuffer>;
  #actions: Uint8Array<ArrayBuffer>;
  #size = 0;

  readonly #keepsRows: boolean;

  /**
   * @param expected number of rows, to which the columns are sized; they grow past it
   * @param keepsRows false to keep neither ids nor row numbers, which totals do not need
   */
  constructor(expected = 0, keepsRows = true) {
    this.#keepsRows = keepsRows;
    this.ids = [];
    if (keepsRows) this.ids.length = expected; // row by row, it would be copied again and again
    this.#cells = new Uint16Array(expected);
    this.#rows = new Uint32Array(keepsRows ? expected : 0);
    this.#actions = new Uint8Array(expected);
  }

  get cells(): Uint16Array<ArrayBuffer> {
    return this.#cells;
  }

  /** Row numbers in the input list, from 0. */
  get rows(): Uint32Array<ArrayBuffer> {
    return this.#rows;
  }

  /** Numbers of prevention actions that are not itemised. */
  get actions(): Uint8Array<ArrayBuffer> {
    return this.#actions;
  }

  /** Adds a row and returns its index. */
  add(cell: Cell, id: string | null, prevention: Prevention | undefined, row: number): number {
    const at = this.#room(1);
    this.#cells[at] = cell;
    if (this.#keepsRows) {
      this.ids[at] = id;
      this.#rows[at] = row;
    }
    this.#keep(at, prevention);
    return at;
  }

  /**
   * Adds consecutive rows without ids, the first of which is `row`, and returns its index.
   * @param kinds of the rows, from the first to the end
   */
  addAll(
    { cells, prevention }: KeptRows,
    kinds: Int32Array,
    first: number,
    end: number,
    row: number,
  ): number {
    const at = this.#room(end - first);
    const kept = this.#cells;
    for (let i = first; i < end; i++) {
      const kind = kinds[i] as number;
      kept[at + i - first] = cells[kind] as Cell;
      this.#keep(at + i - first, prevention[kind]);
    }
    if (this.#keepsRows)
      for (let i = 0; i < end - first; i++) {
        this.ids[at + i] = null;
        this.#rows[at + i] = row + i;
      }
    return at;
  }

  #keep(at: number, prevention: Prevention | undefined): void {
    if (typeof prevention === "number") this.#actions[at] = prevention;
    else if (prevention !== undefined) this.indicators.set(at, prevention);
  }

  /** Index of the first of rows to be added. */
  #room(count: number): number {
    const at = this.#size;
    this.#size += count;
    if (this.#size > this.#cells.length) this.#grow(this.#size);
    return at;
  }

  #grow(least: number): void {
    const size = Math.max(1024, least, 2 * this.#cells.length);
    const [cells, rows, actions] = [this.#cells, this.#rows, this.#actions];
    this.#cells = new Uint16Array(size);
    this.#rows = new Uint32Array(this.#keepsRows ? size : 0);
    this.#actions = new Uint8Array(size);
    this.#cells.set(cells);
    this.#rows.set(rows);
    this.#actions.set(actions);
  }
}
