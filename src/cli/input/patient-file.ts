import type { LocalizedText } from "../../error.ts";
import type { Patient } from "../../list/patient.ts";
import type { FileColumns } from "./file-columns.ts";

/** What a file tells of the patients of a list. */
export interface PatientFile {
  /** A row with what the file tells of its patient. */
  readonly with: (row: Patient) => Patient;
  readonly columns: readonly FileColumns[];
  /** What is told of the file once the list is read. */
  readonly notes: () => readonly LocalizedText[];
}
