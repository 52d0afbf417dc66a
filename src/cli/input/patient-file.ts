import type { LocalizedText } from "../../error.ts";
import type { Patient } from "../../list/patient.ts";
import type { Schedule } from "../../schedule/language.ts";
import type { FileColumns } from "./file-columns.ts";

/** What such a file is read for. */
export interface AskedOfPatients {
  readonly schedule: Schedule;
  readonly year: number;
  /** An id is of one patient, whoever's list they are on. */
  readonly idsAreShared: boolean;
}

/** What a file tells of the patients of a list. */
export interface PatientFile {
  /** A row with what the file tells of its patient. */
  readonly with: (row: Patient) => Patient;
  readonly columns: readonly FileColumns[];
  /** What is told of the file once the list is read. */
  readonly notes: () => readonly LocalizedText[];
}
