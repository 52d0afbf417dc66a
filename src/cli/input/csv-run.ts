import { KnownCells } from "./csv-cells.ts";
import { UNCLASSED } from "./texts.ts";

/** A column of patients, whose values have classes in a tree. */
export interface PatientColumn {
  /** Its place among the fields of the tree. */
  readonly place: number;
  readonly classOf: (text: string) => number;
}

/** Most different texts of several columns together. */
const MOST_TOGETHER = 1 << 13;

/**
 * Consecutive columns of patients. What a row says of age, ALD, C2S and visits, thousands of others
 * say too: one look-up for all of them takes a third of the time of one for each.
 */
export class Run {
  readonly cells: KnownCells;
  readonly #columns: readonly PatientColumn[];
  readonly #separator: number;
  /** Classes of each kind of cells, one for each column. */
  readonly #classes: number[] = [];
  readonly #kinds = new Map<string, number>();
  /** Classes of the texts of each column. */
  readonly #texts: readonly Map<string, number>[];

  constructor(columns: readonly PatientColumn[], separator: number) {
    this.#columns = columns;
    this.#separator = separator;
    this.#texts = columns.map(() => new Map());
    const most = columns.length > 1 ? MOST_TOGETHER : undefined;
    this.cells = new KnownCells(columns.length, separator, (cells) => this.#kindOf(cells), most);
  }

  /** Writes the classes of a row into the columns of the tree. */
  spread(row: number, inTree: readonly Int32Array[]): void {
    const columns = this.#columns;
    const first = (this.cells.classes[row] as number) * columns.length;
    for (let i = 0; i < columns.length; i++)
      (inTree[(columns[i] as PatientColumn).place] as Int32Array)[row] = this.#classes[
        first + i
      ] as number;
  }

  /**
   * Itself; or, of columns that have too many different texts together, the one that has most of
   * them by itself.
   */
  parted(): readonly Run[] {
    if (this.#columns.length === 1 || !this.cells.isFull) return [this];
    const sizes = this.#texts.map(({ size }) => size);
    const at = sizes.indexOf(Math.max(...sizes));
    return [[0, at] as const, [at, at + 1] as const, [at + 1, sizes.length] as const]
      .filter(([from, end]) => end > from)
      .map(([from, end]) => new Run(this.#columns.slice(from, end), this.#separator));
  }

  #kindOf(cells: readonly string[]): number {
    const classes = cells.map((text, i) => {
      const known = (this.#texts[i] as Map<string, number>).get(text);
      const found = known ?? (this.#columns[i] as PatientColumn).classOf(text);
      if (known === undefined) this.#texts[i]?.set(text, found);
      return found;
    });
    if (classes.includes(UNCLASSED)) return UNCLASSED;
    const key = classes.join();
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    this.#kinds.set(key, this.#kinds.size);
    this.#classes.push(...classes);
    return this.#kinds.size - 1;
  }
}
