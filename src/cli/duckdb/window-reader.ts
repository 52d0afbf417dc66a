import type {
  DuckDBBlobValue,
  DuckDBDataChunk,
  DuckDBListVector,
  DuckDBVector,
} from "@duckdb/node-api";
import { NO_LEAF, type CellTree } from "../../list/cell-tree.ts";
import { fail } from "../report/failure.ts";
import { classReader, type BlockReaders, type RowBlock } from "../input/row-block.ts";
import { UNCLASSED } from "../input/texts.ts";
import type { ColumnReader } from "../input/values.ts";
import { codeColumns } from "./coded-columns.ts";
import { CodedReader, type ClassedColumn } from "./coded-reader.ts";
import { IdTexts } from "./id-texts.ts";
import { JoinedTexts, joinedTexts } from "./joined-texts.ts";
import type { TypedColumn } from "./typed-columns.ts";
import type { TypedTable } from "./typed-table.ts";

/** What the columns of a table are read as. */
export interface ReadColumns {
  readonly fields: readonly (string | undefined)[];
  readonly readers: readonly (ColumnReader | undefined)[];
}

/** What is asked of a window, and what is done with the answer. */
interface Part {
  readonly sql: string;
  readonly read: (answer: DuckDBVector, size: number) => void;
}

/**
 * Reads windows of a table: some hundred thousand rows, which DuckDB gathers into a list of numbers
 * for columns together, and the ids into one text. A number of a list takes 12 ns, a row of a
 * result 180.
 */
export class WindowReader {
  readonly #table: TypedTable;
  readonly #tree: CellTree | undefined;
  readonly #size: number;
  readonly #columns: readonly (ClassedColumn | undefined)[];
  readonly #classes: ReadonlyMap<string, Int32Array>;
  readonly #leaves: Int32Array;
  readonly #ids: IdTexts;
  readonly #parts: Part[] = [];

  /** @param size most rows of a window */
  static async open(
    table: TypedTable,
    columns: ReadColumns,
    classes: BlockReaders,
    size: number,
  ): Promise<WindowReader> {
    const reader = new WindowReader(table, columns, classes, size);
    const inTree: ReadonlySet<string | undefined> = new Set(classes.tree?.fields);
    const places = [...table.columns.keys()].filter((at) => reader.#columns[at] !== undefined);
    const [ofPatients, others] = [true, false].map((isInTree) =>
      places.filter((at) => inTree.has(columns.fields[at]) === isInTree),
    ) as [number[], number[]];
    if (!(await reader.#addClassed(ofPatients)).some(({ isWhole }) => isWhole))
      reader.#parts.push({ sql: "COUNT(*)", read: (_, count) => reader.#findLeaves(count) });
    await reader.#addClassed(others);
    reader.#parts.push({
      sql: "COUNT(*)",
      read: (answer, count) => {
        if (Number(answer.getItem(0)) !== count) failShort();
        reader.#leaveOut(others, count);
      },
    });
    const id = table.columns[columns.fields.indexOf("id")];
    if (id)
      reader.#parts.push({
        sql: joinedTexts(id.sql),
        read: (answer, count) => reader.#ids.read(bytesOf(answer), count, reader.#leaves),
      });
    return reader;
  }

  private constructor(
    table: TypedTable,
    { fields, readers }: ReadColumns,
    classes: BlockReaders,
    size: number,
  ) {
    this.#table = table;
    this.#tree = classes.tree;
    this.#size = size;
    this.#columns = table.columns.map((_, at): ClassedColumn | undefined => {
      const classOf = classReader(at, { fields, readers }, classes);
      return classOf && { field: fields[at], classOf, classes: new Int32Array(size) };
    });
    this.#classes = new Map(
      this.#columns.flatMap((column) =>
        column?.field === undefined ? [] : [[column.field, column.classes]],
      ),
    );
    this.#leaves = new Int32Array(size);
    this.#ids = new IdTexts(readers[fields.indexOf("id")], size);
  }

  /** SQL of a window, without the table. */
  get select(): string {
    return `SELECT ${this.#parts.map(({ sql }) => sql).join(", ")}`;
  }

  /** Reads what `select` gives of a window. */
  read(answers: DuckDBDataChunk, size: number): Omit<RowBlock, "row"> {
    for (const [at, { read }] of this.#parts.entries()) read(answers.getColumnVector(at), size);
    return {
      size,
      leaves: this.#leaves,
      classes: this.#classes,
      hashes: this.#ids.hashes,
      idOf: (row) => this.#ids.idOf(row),
    };
  }

  /** Columns as codes, or as texts where there are too many to be known before. */
  async #addClassed(places: readonly number[]): Promise<readonly CodedReader[]> {
    const coded = await codeColumns(this.#table, places);
    const readers = coded.map((one): CodedReader => {
      const columns = one.places.map((at) => this.#columns[at] as ClassedColumn);
      const reader = new CodedReader(one, columns, this.#tree);
      const read = (answer: DuckDBVector): void => reader.read(numbersOf(answer), this.#leaves);
      this.#parts.push({ sql: `LIST(${one.sql})`, read });
      return reader;
    });
    for (const at of places) {
      if (coded.some((one) => one.places.includes(at))) continue;
      const { sql, textOf } = this.#table.columns[at] as TypedColumn;
      const texts = new JoinedTexts(this.#size);
      const read = (answer: DuckDBVector, count: number): void =>
        readTexts(texts, bytesOf(answer), count, this.#columns[at] as ClassedColumn, textOf);
      this.#parts.push({ sql: joinedTexts(sql), read });
    }
    return readers;
  }

  #findLeaves(count: number): void {
    const tree = this.#tree;
    const inTree = tree?.fields.map((field) => this.#classes.get(field) as Int32Array);
    for (let row = 0; row < count; row++)
      this.#leaves[row] = tree && inTree ? tree.leafOf(inTree, row) : NO_LEAF;
  }

  /** Takes the leaf of rows that other columns do not let be plain. */
  #leaveOut(others: readonly number[], count: number): void {
    for (const at of others) {
      const { classes } = this.#columns[at] as ClassedColumn;
      for (let row = 0; row < count; row++)
        if (classes[row] === UNCLASSED) this.#leaves[row] = NO_LEAF;
    }
  }
}

/** Classes of texts that are seldom the same, each asked for. */
function readTexts(
  texts: JoinedTexts,
  bytes: Buffer,
  count: number,
  { classOf, classes }: ClassedColumn,
  textOf: TypedColumn["textOf"],
): void {
  if (!texts.read(bytes, count)) {
    classes.fill(UNCLASSED, 0, count);
    return;
  }
  for (let row = 0; row < count; row++) {
    const text = texts.textOf(row);
    classes[row] = classOf(textOf && text !== "" ? textOf(Number(text)) : text);
  }
}

function failShort(): never {
  fail(
    "ENGINE_FORMAT",
    "le fichier n'a pas autant de lignes qu'il l'annonce : l'exporter à nouveau",
    "the file has not as many rows as it says: export it again",
  );
}

function bytesOf(answer: DuckDBVector): Buffer {
  return (answer.getItem(0) as DuckDBBlobValue).bytes as Buffer;
}

/** Numbers of the only list of a vector; where they stand, if the client shows it. */
function numbersOf(answer: DuckDBVector): Int32Array {
  const { childVector } = answer as DuckDBListVector;
  const { items } = childVector as unknown as { readonly items?: unknown };
  if (items instanceof Int32Array) return items;
  return Int32Array.from({ length: childVector.itemCount }, (_, i) =>
    Number(childVector.getItem(i)),
  );
}
