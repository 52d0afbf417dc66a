import type { Cell } from "./cell.ts";
import type { Patient, Prevention } from "./patient.ts";
import type { RowReader } from "./row-reader.ts";
import { MOST_CLASSES, NO_CLASS, ValueClasses, type ClassedField } from "./value-classes.ts";

/** In place of a leaf: the row has to be read by itself. */
export const NO_LEAF = -1;

/** Most inner nodes, of 1 kB each; rows beyond them are read one by one. */
const MOST_NODES = 1 << 14;

const UNKNOWN = 0;
/** Of a node in place of a leaf; leaves are kept from 1. */
const UNREADABLE = -1;

/**
 * What becomes of ordinary rows, by the classes of their values. A combination is read once, by the
 * row reader; all rows of the same classes then share its cell and its actions.
 */
export class CellTree {
  readonly classes: readonly ValueClasses[];
  readonly cells: Cell[] = [];
  readonly prevention: (Prevention | undefined)[] = [];
  readonly fields: readonly ClassedField[];
  readonly #reader: RowReader;
  /** For each node and class, the node below or the leaf. */
  #below = new Int32Array(16 * MOST_CLASSES);
  #nodes = 1;

  /**
   * @param reader whose rows belong to nobody
   * @param day of the list, YYYY-MM-DD
   */
  constructor(reader: RowReader, fields: readonly ClassedField[], day: string) {
    this.#reader = reader;
    this.fields = fields;
    this.classes = fields.map((field) => new ValueClasses(field, day));
  }

  /**
   * Leaf of a row, an index of `cells` and `prevention`.
   * @param columns class of each field, in their order, by row
   */
  leafOf(columns: readonly Int32Array[], row: number): number {
    let node = 0;
    for (let level = 0; level < columns.length; level++) {
      const found = (columns[level] as Int32Array)[row] as number;
      if (found === NO_CLASS) return NO_LEAF;
      const at = node * MOST_CLASSES + found;
      node = this.#below[at] as number;
      if (node === UNKNOWN) node = this.#grow(at, columns, row, level);
      if (node === UNREADABLE) return NO_LEAF;
    }
    return node - 1;
  }

  #grow(at: number, columns: readonly Int32Array[], row: number, level: number): number {
    const isLast = level === columns.length - 1;
    const node = isLast
      ? this.#read(columns, row)
      : this.#nodes < MOST_NODES
        ? this.#nodes++
        : UNREADABLE;
    this.#below[at] = node;
    if (!isLast && (node + 1) * MOST_CLASSES > this.#below.length) {
      const larger = new Int32Array(2 * this.#below.length);
      larger.set(this.#below);
      this.#below = larger;
    }
    return node;
  }

  #read(columns: readonly Int32Array[], row: number): number {
    const values = this.fields.map((field, i) => {
      const found = (columns[i] as Int32Array)[row] as number;
      return [field, (this.classes[i] as ValueClasses).examples[found]] as const;
    });
    const ordinary = this.#reader.ordinary(Object.fromEntries(values) as unknown as Patient);
    if (!ordinary) return UNREADABLE;
    this.prevention.push(ordinary.prevention);
    return this.cells.push(ordinary.cell);
  }
}
