import type { Locale, Refusal } from "../../error.ts";
import { count } from "../../typography.ts";
import type { RefusedRow } from "./messages.ts";

/** Patients refused because their physician is: told once, with the row of this one. */
export class Waiting {
  readonly #refused: ReadonlySet<string | undefined>;
  /** Patients by id of their physician. */
  readonly #patients = new Map<string | undefined, number>();

  constructor(rows: readonly RefusedRow[]) {
    const ids = rows.flatMap(({ kind, id }) => (kind === "physician" ? [id] : []));
    this.#refused = new Set(ids.filter((id) => id !== undefined));
    for (const row of rows)
      if (row.refusals.some((one) => this.isTold(row, one)))
        this.#patients.set(row.physicianId, (this.#patients.get(row.physicianId) ?? 0) + 1);
  }

  /** Whether the refusal of the physician tells it. */
  isTold({ kind, physicianId }: RefusedRow, { code }: Refusal): boolean {
    return kind !== "physician" && code === "PHYSICIAN_REFUSED" && this.#refused.has(physicianId);
  }

  /** How many wait for these rows of physicians, whose patients are then told. */
  textOf(rows: readonly RefusedRow[], locale: Locale): string {
    let waiting = 0;
    for (const { kind, id } of rows) {
      if (kind !== "physician") continue;
      waiting += this.#patients.get(id) ?? 0;
      this.#patients.delete(id);
    }
    if (waiting === 0) return "";
    const many = count(waiting, locale);
    if (locale === "en")
      return waiting === 1 ? "; 1 patient waits for it" : `; ${many} patients wait for it`;
    return waiting === 1
      ? " ; 1 patient attend cette correction"
      : ` ; ${many} patients attendent cette correction`;
  }
}
