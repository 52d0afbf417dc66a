import { NO_LEAF, type CellTree } from "../../list/cell-tree.ts";
import { IdCells, KnownCells, ROWS, TO_SPLIT, UnreadCells, type Cells } from "./csv-cells.ts";
import { CARRIAGE_RETURN, LINE_FEED, LONGEST } from "./csv-record.ts";
import { Run, type PatientColumn } from "./csv-run.ts";
import { classReader, type BlockReaders } from "./row-block.ts";
import type { ColumnReader } from "./values.ts";

/** Reads the records of a CSV file by their bytes, as long as they have a cell for each header. */
export class RecordScanner {
  /** Leaf of each row in the tree. */
  readonly leaves = new Int32Array(ROWS);
  /** Classes of what is told of physicians, by field. */
  readonly classes: ReadonlyMap<string, Int32Array>;
  readonly ids: IdCells;
  readonly #separator: number;
  readonly #tree: CellTree | undefined;
  readonly #inTree: readonly Int32Array[];
  /** In the order of the columns. */
  #cells: readonly Cells[] = [];
  #parts: readonly (Cells | Run)[];
  #runs: readonly Run[] = [];
  /** Of the kinds of cells of a list that has one run. */
  #leafOfKind: number[] = [];

  constructor(
    separator: number,
    fields: readonly (string | undefined)[],
    readers: readonly (ColumnReader | undefined)[],
    classes: BlockReaders,
  ) {
    const { tree } = classes;
    this.#separator = separator;
    this.#tree = tree;
    this.#inTree = (tree?.fields ?? []).map(() => new Int32Array(ROWS));
    this.ids = new IdCells(separator, readers[fields.indexOf("id")]);
    const known = new Map<string, Int32Array>();
    const parts: (Cells | PatientColumn[])[] = [];
    for (const [i, field] of fields.entries()) {
      const classOf = classReader(i, { fields, readers }, classes);
      const place =
        (tree?.fields as readonly (string | undefined)[] | undefined)?.indexOf(field) ?? -1;
      const before = parts.at(-1);
      if (field === "id") parts.push(this.ids);
      else if (!classOf) parts.push(new UnreadCells(separator));
      else if (place < 0) {
        const cells = new KnownCells(1, separator, ([text]) => classOf(text as string));
        if (field !== undefined) known.set(field, cells.classes);
        parts.push(cells);
      } else if (Array.isArray(before)) before.push({ place, classOf });
      else parts.push([{ place, classOf }]);
    }
    this.classes = known;
    this.#parts = parts.map((part) => (Array.isArray(part) ? new Run(part, separator) : part));
    this.prepare();
  }

  /** To be called before a block is read. */
  prepare(): void {
    const parts = this.#parts.flatMap((part): readonly (Cells | Run)[] =>
      part instanceof Run ? part.parted() : [part],
    );
    if (parts.length === this.#cells.length) return;
    this.#parts = parts;
    this.#cells = parts.map((part) => (part instanceof Run ? part.cells : part));
    this.#runs = parts.filter((part) => part instanceof Run);
    this.#leafOfKind = [];
  }

  /**
   * Reads the cells of a record that has as many as the header, none of which goes over a line.
   * @returns where the next record begins; 0 for a record that has to be split
   */
  scan(bytes: Buffer, view: DataView, from: number, end: number, row: number): number {
    const cells = this.#cells;
    const separator = this.#separator;
    let isPlain = true;
    let at = from;
    for (let i = 0; i < cells.length; i++) {
      const one = cells[i] as Cells;
      at = one.read(bytes, view, at, end, row);
      if (at === TO_SPLIT) return 0;
      if ((at < end && bytes[at] === separator) === (i === cells.length - 1)) return 0;
      isPlain &&= one.isPlain;
      at += 1;
    }
    if (at - from > LONGEST) return 0;
    this.leaves[row] = isPlain ? this.#leafOf(row) : NO_LEAF;
    return at < end && bytes[at - 1] === CARRIAGE_RETURN && bytes[at] === LINE_FEED ? at + 1 : at;
  }

  #leafOf(row: number): number {
    if (this.#runs.length !== 1) return this.#leafOfClasses(row);
    const kind = this.#runs[0]?.cells.classes[row] as number;
    return (this.#leafOfKind[kind] ??= this.#leafOfClasses(row));
  }

  #leafOfClasses(row: number): number {
    for (const run of this.#runs) run.spread(row, this.#inTree);
    return this.#tree?.leafOf(this.#inTree, row) ?? NO_LEAF;
  }
}
