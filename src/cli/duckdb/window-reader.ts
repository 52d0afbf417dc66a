import type { DuckDBBlobValue, DuckDBDataChunk, DuckDBListVector } from "@duckdb/node-api";
import { NO_LEAF, type CellTree } from "../../list/cell-tree.ts";
import { classReader, type BlockReaders, type RowBlock } from "../input/row-block.ts";
import { UNCLASSED } from "../input/texts.ts";
import type { ColumnReader } from "../input/values.ts";
import { codeColumns, type CodedColumns } from "./coded-columns.ts";
import { CodedReader, type ClassedColumn } from "./coded-reader.ts";
import { IdTexts, joinedTexts } from "./id-texts.ts";
import type { TypedTable } from "./typed-table.ts";

/** What the columns of a table are read as. */
export interface ReadColumns {
  readonly fields: readonly (string | undefined)[];
  readonly readers: readonly (ColumnReader | undefined)[];
}

/**
 * Reads windows of a table: some hundred thousand rows, which DuckDB gathers into a list of numbers
 * for columns together, and the ids into one text. A number of a list takes 12 ns, a row of a
 * result 180.
 */
export class WindowReader {
  /** SQL of a window, without the table. */
  readonly select: string;
  readonly #coded: readonly CodedReader[];
  readonly #columns: readonly ClassedColumn[];
  readonly #classes: ReadonlyMap<string, Int32Array>;
  readonly #tree: CellTree | undefined;
  readonly #ids: IdTexts | undefined;
  readonly #leaves: Int32Array;

  /** @param size most rows of a window */
  static async open(
    table: TypedTable,
    { fields, readers }: ReadColumns,
    classes: BlockReaders,
    size: number,
  ): Promise<WindowReader> {
    const { tree } = classes;
    const columns = table.columns.map((_, at): ClassedColumn | undefined => {
      const classOf = classReader(at, { fields, readers }, classes);
      return classOf && { field: fields[at], classOf, classes: new Int32Array(size) };
    });
    const inTree: ReadonlySet<string | undefined> = new Set(tree?.fields);
    const places = [...columns.keys()].filter((at) => columns[at] !== undefined);
    const coded = [
      ...(await codeColumns(
        table,
        places.filter((at) => inTree.has(fields[at])),
      )),
      ...(await codeColumns(
        table,
        places.filter((at) => !inTree.has(fields[at])),
      )),
    ];
    const idAt = fields.indexOf("id");
    const id = table.columns[idAt];
    return new WindowReader(
      columns,
      coded,
      tree,
      id && { sql: joinedTexts(id.sql), texts: new IdTexts(readers[idAt], size) },
      size,
    );
  }

  private constructor(
    columns: readonly (ClassedColumn | undefined)[],
    coded: readonly CodedColumns[],
    tree: CellTree | undefined,
    id: { readonly sql: string; readonly texts: IdTexts } | undefined,
    size: number,
  ) {
    this.#columns = columns.filter((column) => column !== undefined);
    for (const { classes } of this.#columns) classes.fill(UNCLASSED);
    this.#coded = coded.map((one) => {
      const read = one.places.map((at) => columns[at] as ClassedColumn);
      return new CodedReader(one, read, tree);
    });
    this.#classes = new Map(
      this.#columns.flatMap(({ field, classes }) =>
        field === undefined ? [] : [[field, classes]],
      ),
    );
    this.#tree = tree;
    this.#ids = id?.texts;
    this.#leaves = new Int32Array(size);
    const lists = coded.map(({ sql }) => `LIST(${sql})`);
    this.select = `SELECT ${[...lists, ...(id ? [id.sql] : []), "COUNT(*)"].join(", ")}`;
  }

  /** Reads what `select` gives of a window. */
  read(result: DuckDBDataChunk, size: number): Omit<RowBlock, "row"> {
    for (const [at, coded] of this.#coded.entries())
      coded.read(numbersOf(result.getColumnVector(at) as DuckDBListVector), this.#leaves);
    if (!this.#coded.some(({ isWhole }) => isWhole)) this.#findLeaves(size);
    this.#leaveOut(size);
    if (this.#ids) {
      const joined = result.getColumnVector(this.#coded.length).getItem(0) as DuckDBBlobValue;
      this.#ids.read(joined.bytes as Buffer, size, this.#leaves);
    }
    return {
      size,
      leaves: this.#leaves,
      classes: this.#classes,
      hashes: this.#ids?.hashes ?? NO_HASHES,
      idOf: (row) => this.#ids?.idOf(row) ?? "",
    };
  }

  #findLeaves(size: number): void {
    const tree = this.#tree;
    const inTree = tree?.fields.map((field) => this.#classes.get(field) as Int32Array);
    for (let row = 0; row < size; row++)
      this.#leaves[row] = tree && inTree ? tree.leafOf(inTree, row) : NO_LEAF;
  }

  /** Takes the leaf of rows that other columns do not let be plain. */
  #leaveOut(size: number): void {
    const inTree: ReadonlySet<string | undefined> = new Set(this.#tree?.fields);
    for (const { field, classes } of this.#columns)
      if (!inTree.has(field))
        for (let row = 0; row < size; row++)
          if (classes[row] === UNCLASSED) this.#leaves[row] = NO_LEAF;
  }
}

const NO_HASHES = [new Int32Array(0), new Int32Array(0)] as const;

/** Numbers of the only list of a vector; where they stand, if the client shows it. */
function numbersOf(lists: DuckDBListVector): Int32Array {
  const { items } = lists.childVector as unknown as { readonly items?: unknown };
  if (items instanceof Int32Array) return items;
  const list = lists.getItemVector(0);
  return Int32Array.from({ length: list?.itemCount ?? 0 }, (_, i) => Number(list?.getItem(i)));
}
