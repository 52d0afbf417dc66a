import type { LocalizedText } from "../../error.ts";
import { isAbsent } from "../../list/patient.ts";
import type { RejectedRow } from "../../list/rejected-row.ts";
import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import type { Io } from "../io.ts";
import type { RefusedRow } from "../report/messages.ts";
import { columnsOfFile, type FileColumns } from "./file-columns.ts";
import { readPhysicians, readPractices, type OpenOptions, type RowsRead } from "./list.ts";
import { faultyRow, refusedRow } from "./refused-row.ts";

/** The files of `--physicians` and `--practices`. */
export interface ToldFiles {
  readonly physicians?: string | undefined;
  readonly practices?: string | undefined;
}

/** What these files tell of physicians and practices. */
export interface Told {
  readonly physicians?: readonly Physician[];
  readonly practices?: readonly Practice[];
  /** What is told of how the files were read. */
  readonly notes: readonly LocalizedText[];
  /** Files with the rows as written, by kind of row. */
  readonly files: Readonly<Partial<Record<RejectedRow["kind"], RowsRead & { path: string }>>>;
}

export async function readTold(
  io: Io,
  { physicians: ofPhysicians, practices: ofPractices }: ToldFiles,
  options: OpenOptions,
): Promise<Told> {
  const physicians =
    ofPhysicians === undefined ? undefined : await readPhysicians(io, ofPhysicians, options);
  const practices =
    ofPractices === undefined ? undefined : await readPractices(io, ofPractices, options);
  const beside = physicians?.practices;
  const told = practices?.practices ?? beside?.values ?? practicesNamed(physicians);
  const files = [physicians?.file, practices?.file].filter((file) => file !== undefined);
  return {
    ...(physicians && { physicians: physicians.physicians }),
    ...(told && { practices: told }),
    notes: files.flatMap(({ notes = [] }) => notes),
    files: {
      ...(physicians && { physician: { ...physicians.file, path: ofPhysicians as string } }),
      ...(practices
        ? { practice: { ...practices.file, path: ofPractices as string } }
        : beside && { practice: { rows: [], keys: beside.keys, path: ofPhysicians as string } }),
    },
  };
}

/** The columns of these files. */
export function columnsTold({ files }: Told): readonly FileColumns[] {
  return [files.physician, files.practice].flatMap((rows) => columnsOfFile(rows?.path, rows));
}

/** Practices that the rows of a CSV file name, and tell of themselves where no other file does. */
function practicesNamed(
  read: { file: RowsRead; physicians: readonly (Physician | null)[] } | undefined,
): readonly Practice[] | undefined {
  if (!read?.file.header) return undefined;
  const ids = read.physicians.flatMap((row) => (isAbsent(row?.practiceId) ? [] : row?.practiceId));
  return ids.length === 0 ? undefined : [...new Set(ids)].map((id) => ({ id: id as string }));
}

/** A rejected physician or practice, as written in its file, or else in the list. */
export function refusedTold(rejected: RejectedRow, { files }: Told, list: string): RefusedRow {
  const { rows = [], header, path = list } = files[rejected.kind] ?? {};
  const row = rows[rejected.index];
  const faulty = row && faultyRow(row, header, rejected.kind, rejected.index);
  return refusedRow(faulty ?? rejected, row, path, header);
}
