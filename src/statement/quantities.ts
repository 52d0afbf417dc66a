import { younger, type Cell } from "../list/cell.ts";
import type { Scale } from "../millionths.ts";
import type { Panel } from "../panel/panel.ts";
import type { FactReader } from "../schedule/conditions.ts";
import type { Compiled } from "./compiled.ts";
import { rules as asked } from "../schedule/rules/rules.ts";
import { rules } from "./rules/rules.ts";

/** Numbers that amounts are computed from: a column for each quantity, indexed by physician. */
export interface Table {
  readonly columns: readonly Float64Array[];
  readonly patients: Float64Array;
  /** What one of each of these is held as. */
  readonly scale: Scale;
}

/** A table of one physician, which can be counted into again and again. */
export class OnePhysician implements Table {
  readonly columns: readonly Float64Array[];
  readonly patients: Float64Array = new Float64Array(1);
  scale: Scale = 1;
  readonly #compiled: Compiled;
  #ofClass = new Float64Array(64);

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
    this.columns = Array.from({ length: compiled.columns }, () => new Float64Array(1));
  }

  /**
   * Counts a panel as it was `years` earlier, facts other than age being equal, without those not
   * yet born.
   * @param alone leaves out what is paid for the list as a whole
   */
  count(panel: Panel, years: number, physician: FactReader, alone: boolean): void {
    for (const column of this.columns) column[0] = 0;
    this.scale = panel.scale;
    this.#countPatients(panel, years);
    const of = { panel, counted: this.#counted, physician };
    for (const component of this.#compiled.amounts)
      if (!(alone && asked[component.per].paysWholeList))
        rules[component.per].count(component, of, this.#add);
  }

  #countPatients({ cells, counts }: Panel, years: number): void {
    const { classes } = this.#compiled;
    let ofClass = this.#ofClass.fill(0);
    let patients = 0;
    for (let i = 0; i < cells.length; i++) {
      const cell = years === 0 ? (cells[i] as Cell) : younger(cells[i] as Cell, years);
      if (cell === undefined) continue;
      const found = classes.classOf(cell);
      if (found >= ofClass.length) ofClass = this.#grow(found);
      const count = counts === undefined ? 1 : (counts[i] as number);
      ofClass[found] = (ofClass[found] as number) + count;
      patients += count;
    }
    this.patients[0] = patients;
    for (const [found, columns] of classes.columns.entries()) {
      const count = ofClass[found] ?? 0;
      if (count > 0) for (const column of columns) this.#add(column, count);
    }
  }

  #grow(found: number): Float64Array<ArrayBuffer> {
    const larger = new Float64Array(2 * found);
    larger.set(this.#ofClass);
    return (this.#ofClass = larger);
  }

  readonly #counted = (column: number): number =>
    (this.columns[column] as Float64Array)[0] as number;

  readonly #add = (column: number, count: number): void => {
    const values = this.columns[column] as Float64Array;
    values[0] = (values[0] as number) + count;
  };
}
