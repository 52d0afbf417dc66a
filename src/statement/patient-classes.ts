import { CELLS, factsOf, type Cell } from "../list/cell.ts";
import { predicateOf } from "../schedule/conditions.ts";
import type { Condition, Schedule } from "../schedule/language.ts";
import { patientReader } from "./facts.ts";

/** A column of quantities, and the conditions of the patients that it counts. */
export interface ColumnConditions {
  readonly column: number;
  readonly conditions: readonly Condition[];
}

/**
 * Classes of patients whom a schedule treats alike: the same columns count them. A schedule has
 * tens of classes where a list has hundreds of cells. Each is found when its first patient is.
 */
export class PatientClasses {
  readonly #schedule: Schedule;
  readonly #counted: readonly {
    readonly column: number;
    readonly holds: ReturnType<typeof predicateOf>;
  }[];
  /** Class of each cell, plus one; 0 until a patient has the cell. */
  readonly #ofCell = new Uint16Array(CELLS);
  readonly #byColumns = new Map<string, number>();
  /** For each class, the columns that count its patients. */
  readonly columns: (readonly number[])[] = [];

  constructor(schedule: Schedule, columns: readonly ColumnConditions[]) {
    this.#schedule = schedule;
    this.#counted = columns.map(({ column, conditions }) => ({
      column,
      holds: predicateOf(...conditions),
    }));
  }

  classOf(cell: Cell): number {
    const known = this.#ofCell[cell] as number;
    return known > 0 ? known - 1 : this.#find(cell);
  }

  /** Columns that count a patient of a cell. */
  columnsOf(cell: Cell): readonly number[] {
    return this.columns[this.classOf(cell)] as readonly number[];
  }

  #find(cell: Cell): number {
    const reader = patientReader(this.#schedule, factsOf(cell));
    const columns = this.#counted.filter(({ holds }) => holds(reader)).map(({ column }) => column);
    const key = columns.join();
    const found = this.#byColumns.get(key) ?? this.columns.push(columns) - 1;
    this.#byColumns.set(key, found);
    this.#ofCell[cell] = found + 1;
    return found;
  }
}
