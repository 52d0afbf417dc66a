import { CELLS, younger, type Cell } from "./cell.ts";

/** What a list comes down to. */
export interface Panel {
  /** The panel was taken on 31 December of this year. */
  readonly referenceYear: number;
  readonly patients: number;
  /** The cells that hold patients; one may come more than once. */
  readonly cells: readonly Cell[];
  /** How many patients each of these cells holds, in the same order. */
  readonly counts: readonly number[];
  /** Validations of each prevention indicator. */
  readonly indicators: ReadonlyMap<string, number>;
  /** Validations given as a number, without saying of which indicators. */
  readonly actions: number;
}

/** The actions validated for one patient: indicator ids, or how many. */
export type Prevention = readonly string[] | number;

/** Counts the patients of one physician. */
export function countPanel(
  referenceYear: number,
  cells: readonly Cell[],
  prevention: readonly (Prevention | undefined)[],
): Panel {
  const indicators = new Map<string, number>();
  let actions = 0;
  for (const done of prevention) {
    if (done === undefined) continue;
    if (typeof done === "number") actions += done;
    else for (const id of done) indicators.set(id, (indicators.get(id) ?? 0) + 1);
  }
  return { referenceYear, patients: cells.length, ...countCells(cells), indicators, actions };
}

/** Counts cell by cell in an array that is left as it was found, all zeros: a map would be asked twice for each patient. */
function countCells(all: readonly Cell[]): Pick<Panel, "cells" | "counts"> {
  const cells: Cell[] = [];
  for (const cell of all) {
    if (tally[cell] === 0) cells.push(cell);
    tally[cell] = (tally[cell] as number) + 1;
  }
  const counts = cells.map((cell) => tally[cell] as number);
  for (const cell of cells) tally[cell] = 0;
  return { cells, counts };
}

const tally = new Uint32Array(CELLS);

/** The same patients whole years earlier, facts other than age being equal; who was not born yet is left out. */
export function movedBack(panel: Panel, years: number): Panel {
  return moved(panel, -years);
}

/** The same patients whole years later, or earlier if below 0; who would be of an age that a list may not hold is left out. */
export function moved(panel: Panel, years: number): Panel {
  if (years === 0) return panel;
  const cells: Cell[] = [];
  const counts: number[] = [];
  let patients = 0;
  for (const [i, cell] of panel.cells.entries()) {
    const then = younger(cell, -years);
    if (then === undefined) continue;
    const count = panel.counts[i] as number;
    cells.push(then);
    counts.push(count);
    patients += count;
  }
  return { ...panel, referenceYear: panel.referenceYear + years, patients, cells, counts };
}
