import type { CellTree } from "../../list/cell-tree.ts";
import { UNCLASSED } from "../input/texts.ts";
import { CodeTable } from "./code-table.ts";
import type { CodedColumns } from "./coded-columns.ts";

/** A column whose values have classes. */
export interface ClassedColumn {
  readonly field: string | undefined;
  readonly classOf: (text: string) => number;
  /** Class of each row of a window. */
  readonly classes: Int32Array;
}

/** Reads codes of columns. */
export class CodedReader {
  /** Whether the columns are all those of the tree: rows have a leaf at once. */
  readonly isWhole: boolean;
  readonly #columns: readonly ClassedColumn[];
  readonly #textsOf: CodedColumns["textsOf"];
  readonly #leaves: CodeTable | undefined;
  readonly #classes: readonly CodeTable[];

  constructor(
    { textsOf }: CodedColumns,
    columns: readonly ClassedColumn[],
    tree: CellTree | undefined,
  ) {
    this.#textsOf = textsOf;
    this.#columns = columns;
    const places = tree?.fields.map((name) => columns.findIndex(({ field }) => field === name));
    this.isWhole = places !== undefined && !places.includes(-1);
    this.#leaves =
      tree && places && this.isWhole
        ? new CodeTable((code) => {
            const classes = places.map((at) => Int32Array.of(this.#classOf(code, at)));
            return tree.leafOf(classes, 0);
          })
        : undefined;
    this.#classes = this.#leaves
      ? []
      : columns.map((_, at) => new CodeTable((code) => this.#classOf(code, at)));
  }

  /** Writes the leaf of each row, or else the classes of its columns. */
  read(codes: Int32Array, leaves: Int32Array): void {
    this.#leaves?.read(codes, leaves);
    for (const [at, table] of this.#classes.entries())
      table.read(codes, (this.#columns[at] as ClassedColumn).classes);
  }

  #classOf(code: number, at: number): number {
    const text = this.#textsOf(code)?.[at];
    return text === undefined ? UNCLASSED : (this.#columns[at] as ClassedColumn).classOf(text);
  }
}
