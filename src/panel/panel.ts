import type { Scale } from "../millionths.ts";
import { younger, type Cell } from "../list/cell.ts";

/** A physician's patients, counted by cell, and their prevention actions. */
export interface Panel {
  /** Facts are read on 31 December of this year. */
  readonly referenceYear: number;
  /** What a patient, or an action, is counted as, here and below. */
  readonly scale: Scale;
  readonly patients: number;
  /** Cells with patients; the same cell may occur more than once. */
  readonly cells: ArrayLike<Cell>;
  /**
   * Number of patients in each of these cells, in the same order; absent where it is always one.
   */
  readonly counts?: ArrayLike<number>;
  /** Number of validations of each prevention indicator. */
  readonly indicators: ReadonlyMap<string, number>;
  /** Validations given as a number, not by indicator. */
  readonly actions: number;
}

/** A list before it is counted. */
export interface Uncounted {
  readonly cells: ArrayLike<Cell>;
  /** Numbers of actions. */
  readonly actions: ArrayLike<number>;
  /** Itemised indicators, of those patients who have them. */
  readonly indicators: Iterable<readonly string[]>;
}

export function countPanel(referenceYear: number, list: Uncounted): Panel {
  const { cells, actions: each } = list;
  let actions = 0;
  for (let i = 0; i < each.length; i++) actions += each[i] as number;
  const indicators = new Map<string, number>();
  for (const ids of list.indicators)
    for (const id of ids) indicators.set(id, (indicators.get(id) ?? 0) + 1);
  return { referenceYear, scale: 1, patients: cells.length, cells, indicators, actions };
}

/**
 * The same patients `years` later (earlier if negative), facts other than age being equal. Patients
 * whose age would fall outside the accepted range are left out.
 */
export function moved(panel: Panel, years: number): Panel {
  if (years === 0) return panel;
  const cells: Cell[] = [];
  const counts: number[] = [];
  let patients = 0;
  for (let i = 0; i < panel.cells.length; i++) {
    const movedCell = younger(panel.cells[i] as Cell, -years);
    if (movedCell === undefined) continue;
    const count = panel.counts === undefined ? 1 : (panel.counts[i] as number);
    cells.push(movedCell);
    counts.push(count);
    patients += count;
  }
  return { ...panel, referenceYear: panel.referenceYear + years, patients, cells, counts };
}
