import type { Cell } from "../../list/cell.ts";
import type { CountedPatient, PatientList } from "../../list/patient-list.ts";
import { countPanel, type Panel } from "../../panel/panel.ts";
import type { PatientClasses } from "../patient-classes.ts";

/** A panel that says how many patients each cell has. */
type CountedPanel = Panel & Required<Pick<Panel, "counts">>;

/**
 * A panel that patients join and leave. It has one cell for each class of patients whom the
 * schedule treats alike, tens where a list has hundreds, so that it is priced at once.
 */
export class OpenPanel implements Panel {
  readonly referenceYear: number;
  readonly scale = 1;
  readonly cells: Cell[];
  readonly counts: number[];
  readonly indicators: Map<string, number>;
  patients: number;
  actions: number;
  readonly #classes: PatientClasses;
  /** Index in `cells`, plus one, of each class. */
  readonly #places: number[];

  private constructor(classes: PatientClasses, panel: CountedPanel, places: readonly number[]) {
    this.#classes = classes;
    this.#places = [...places];
    this.referenceYear = panel.referenceYear;
    this.cells = Array.from(panel.cells);
    this.counts = Array.from(panel.counts);
    this.indicators = new Map(panel.indicators);
    this.patients = panel.patients;
    this.actions = panel.actions;
  }

  static of(classes: PatientClasses, referenceYear: number, list: PatientList): OpenPanel {
    const panel = countPanel(referenceYear, list);
    const open = new OpenPanel(classes, { ...panel, cells: [], counts: [] }, []);
    const { cells } = panel;
    for (let i = 0; i < cells.length; i++) open.#add(cells[i] as Cell, 1);
    return open;
  }

  copy(): OpenPanel {
    return new OpenPanel(this.#classes, this, this.#places);
  }

  join(patient: CountedPatient): void {
    this.#count(patient, 1);
  }

  leave(patient: CountedPatient): void {
    this.#count(patient, -1);
  }

  #count({ cell, prevention }: CountedPatient, sign: 1 | -1): void {
    this.#add(cell, sign);
    this.patients += sign;
    if (typeof prevention === "number") this.actions += sign * prevention;
    else
      for (const id of prevention) this.indicators.set(id, (this.indicators.get(id) ?? 0) + sign);
  }

  #add(cell: Cell, sign: 1 | -1): void {
    const found = this.#classes.classOf(cell);
    const place = (this.#places[found] ??= this.cells.push(cell)) - 1;
    this.counts[place] = (this.counts[place] ?? 0) + sign;
  }
}
