import { cellOf, cellsOf, type Cells } from "./cells.ts";
import type { Curves } from "./curves.ts";
import type { Margins } from "./margins.ts";
import { MIX_STEPS, type Physicians } from "./physicians.ts";
import { spread, wordsOf, type Words } from "./words.ts";

/** The list of a physician: its length, the cell of each patient, and words for all else. */
export interface SyntheticList {
  readonly patients: number;
  readonly cellOf: (index: number) => number;
  readonly words: Words;
}

/** The lists of physicians by index. Lists of the same mix share their cells. */
export class Lists {
  readonly #seed: number;
  readonly #physicians: Physicians;
  readonly #curves: Curves;
  readonly #margins: Margins;
  readonly #cells = new Map<number, Cells>();

  constructor(seed: number, physicians: Physicians, curves: Curves, margins: Margins) {
    this.#seed = seed;
    this.#physicians = physicians;
    this.#curves = curves;
    this.#margins = margins;
  }

  list(index: number): SyntheticList {
    const { patients, older, poorer } = this.#physicians.traits(index);
    const cells = this.#cellsOf(older, poorer);
    const words = wordsOf(this.#seed, index);
    const start = words(-1);
    return { patients, cellOf: (patient) => cellOf(cells, spread(start, patient)), words };
  }

  #cellsOf(older: number, poorer: number): Cells {
    const key = older * (2 * MIX_STEPS.poorer + 1) + poorer;
    const known = this.#cells.get(key);
    if (known) return known;
    const cells = cellsOf(
      this.#curves,
      this.#margins,
      older / MIX_STEPS.older,
      poorer / MIX_STEPS.poorer,
    );
    this.#cells.set(key, cells);
    return cells;
  }
}
