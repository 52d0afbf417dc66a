import { ListColumns } from "./list-columns.ts";
import { listContext, type ListRequirements } from "./list-requirements.ts";
import { PatientList, type CountedPatient } from "./patient-list.ts";
import type { Patient, SeenColumn } from "./patient.ts";
import type { RejectedRow } from "./rejected-row.ts";
import { RowReader } from "./row-reader.ts";

/** Reads rows one by one as those of a list that is known are read, without adding them to it. */
export class OneRowReader {
  /** For the reference day, and for the day of an earlier list that dates make. */
  readonly #readers: readonly RowReader[];

  /** @param seenColumn the column by which the list tells who was seen */
  constructor(required: ListRequirements, isDated: boolean, seenColumn: SeenColumn | undefined) {
    const nobodys = new PatientList(new ListColumns());
    const { referenceYear, previousYear } = required;
    const years = isDated && previousYear !== undefined ? [previousYear] : [];
    this.#readers = [referenceYear, ...years].map(
      (year) =>
        new RowReader(
          listContext(required, "patients", year, () => seenColumn),
          () => nobodys,
        ),
    );
  }

  /** What counts of a patient; undefined for one who is not on the list on its day. */
  read(row: Patient): CountedPatient | RejectedRow | undefined {
    const outcomes = this.#readers.map((reader) => {
      const outcome = reader.prepare(row, 0);
      return outcome ?? reader.counted();
    });
    for (const outcome of outcomes) if ("refusals" in outcome) return outcome;
    const [onDay] = outcomes;
    return onDay && "cell" in onDay ? onDay : undefined;
  }
}
