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

/** Reads codes of columns. What a code means is asked once, when it is first seen. */
export class CodedReader {
  /** Whether the columns are all those of the tree: rows have a leaf at once. */
  readonly isWhole: boolean;
  readonly #columns: readonly ClassedColumn[];
  readonly #textsOf: CodedColumns["textsOf"];
  readonly #tree: CellTree | undefined;
  readonly #table = new CodeTable((code) => this.#learn(code));
  /** Of each column, the class by the number of a code. */
  readonly #known: readonly number[][];
  readonly #leaves: number[] = [];

  constructor(
    { textsOf }: CodedColumns,
    columns: readonly ClassedColumn[],
    tree: CellTree | undefined,
  ) {
    this.#textsOf = textsOf;
    this.#columns = columns;
    this.#tree = tree;
    this.#known = columns.map(() => []);
    const fields = columns.map(({ field }) => field);
    this.isWhole = tree !== undefined && tree.fields.every((field) => fields.includes(field));
  }

  /** Writes the leaf of each row, or else the classes of its columns. The codes are lost. */
  read(codes: Int32Array, leaves: Int32Array): void {
    this.#table.number(codes);
    if (this.isWhole) return copy(codes, this.#leaves, leaves);
    for (const [i, { classes }] of this.#columns.entries())
      copy(codes, this.#known[i] as number[], classes);
  }

  #learn(code: number): void {
    const texts = this.#textsOf(code);
    const found = this.#columns.map(({ classOf }, i) =>
      texts === undefined ? UNCLASSED : classOf(texts[i] as string),
    );
    for (const [i, one] of found.entries()) this.#known[i]?.push(one);
    if (!this.isWhole || !this.#tree) return;
    const inTree = this.#tree.fields.map((field) =>
      Int32Array.of(found[this.#columns.findIndex((column) => column.field === field)] as number),
    );
    this.#leaves.push(this.#tree.leafOf(inTree, 0));
  }
}

function copy(numbers: Int32Array, from: readonly number[], to: Int32Array): void {
  for (let row = 0; row < numbers.length; row++) to[row] = from[numbers[row] as number] as number;
}
