import type { Cell } from "../../list/cell.ts";
import type { CountedPatient, PatientList } from "../../list/patient-list.ts";
import { countPanel, type Panel } from "../../panel/panel.ts";
import type { PatientClasses } from "../patient-classes.ts";

/** Cells, and how many patients each of them has. */
type Counted = Required<Pick<Panel, "cells" | "counts">>;

/**
 * A panel that patients join and leave. It begins with one cell for each class of patients whom the
 * schedule treats alike, tens where a list has hundreds, so that it is priced at once.
 */
export class OpenPanel implements Panel {
  readonly referenceYear: number;
  readonly scale = 1;
  readonly cells: Cell[];
  /** Below zero for one who leaves: other cells of the class have more. */
  readonly counts: number[];
  readonly indicators: Map<string, number>;
  patients: number;
  actions: number;

  private constructor(panel: Panel, { cells, counts }: Counted) {
    this.referenceYear = panel.referenceYear;
    this.cells = Array.from(cells);
    this.counts = Array.from(counts);
    this.indicators = new Map(panel.indicators);
    this.patients = panel.patients;
    this.actions = panel.actions;
  }

  static of(classes: PatientClasses, referenceYear: number, list: PatientList): OpenPanel {
    const panel = countPanel(referenceYear, list);
    return new OpenPanel(panel, countClasses(classes, list.cells));
  }

  copy(): OpenPanel {
    return new OpenPanel(this, this);
  }

  join(patient: CountedPatient): void {
    this.#count(patient, 1);
  }

  leave(patient: CountedPatient): void {
    this.#count(patient, -1);
  }

  #count({ cell, prevention }: CountedPatient, sign: 1 | -1): void {
    this.cells.push(cell);
    this.counts.push(sign);
    this.patients += sign;
    if (typeof prevention === "number") this.actions += sign * prevention;
    else
      for (const id of prevention) this.indicators.set(id, (this.indicators.get(id) ?? 0) + sign);
  }
}

/** The first cell of each class, with the patients of the class. */
function countClasses(classes: PatientClasses, all: Iterable<Cell>): Counted {
  const places = new Map<number, number>();
  const cells: Cell[] = [];
  const counts: number[] = [];
  for (const cell of all) {
    const found = classes.classOf(cell);
    const place = places.get(found) ?? cells.push(cell) - 1;
    places.set(found, place);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { cells, counts };
}
