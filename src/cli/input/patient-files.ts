import type { ColumnsOn } from "../../list/told-columns.ts";
import type { CodedPatient } from "../../prevention/decode.ts";
import type { Io } from "../io.ts";
import type { OpenOptions } from "./list.ts";
import { readActs } from "./acts.ts";
import type { AskedOfPatients, PatientFile } from "./patient-file.ts";
import { readCodes } from "./codes.ts";
import { readStatuses, type StatusFile } from "./statuses.ts";

/** Files that tell of the patients of a list, beside it. */
export interface PatientFileNames {
  readonly acts?: string | undefined;
  readonly statuses?: readonly StatusFile[];
  /** What the codes of acts and of ALD mean. */
  readonly codes?: string | undefined;
}

/** All of them together. */
export interface PatientFiles extends PatientFile {
  /** Columns of the list, which these files complete. */
  readonly told: (columns: ColumnsOn) => ColumnsOn;
  /** @throws Failure for codes that were met and that nobody explained */
  readonly check: () => void;
}

export function pathsOf({ acts, statuses = [], codes }: PatientFileNames): (string | undefined)[] {
  return [acts, codes, ...statuses.map(({ path }) => path)];
}

/** @returns undefined where there is none */
export async function readPatientFiles(
  io: Io,
  names: PatientFileNames,
  asked: AskedOfPatients,
  options: OpenOptions,
): Promise<PatientFiles | undefined> {
  if (pathsOf(names).every((path) => path === undefined)) return undefined;
  const { acts, statuses = [], codes: table } = names;
  const { schedule, idsAreShared } = asked;
  const codes = table === undefined ? undefined : await readCodes(io, table, schedule, options);
  const files: PatientFile[] = [];
  if (acts !== undefined)
    files.push(await readActs(io, acts, schedule, options, idsAreShared, codes?.decoder));
  for (const one of statuses) files.push(await readStatuses(io, one, asked, options));
  let row = 0;
  return {
    columns: [...(codes?.columns ?? []), ...files.flatMap(({ columns }) => columns)],
    with(given) {
      row += 1;
      if (typeof given !== "object" || given === null) return given;
      const decoded = codes ? codes.decoder.decode(given as CodedPatient, `rows[${row}]`) : given;
      return files.reduce((patient, file) => file.with(patient), decoded);
    },
    told: (columns) => (files.length === 0 ? columns : withPrevention(columns)),
    check: () => codes?.check(),
    notes: () => [...(codes?.notes ?? []), ...files.flatMap(({ notes }) => notes())],
  };
}

/** Columns of a list whose patients' prevention is in another file. */
function withPrevention(columns: ColumnsOn): ColumnsOn {
  return (days) => {
    const told = columns(days);
    return { ...told, of: (id, kept) => ({ ...told.of(id, kept), prevention: true }) };
  };
}
