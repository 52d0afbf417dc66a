import type { Patient } from "../../panel/patient.ts";
import type { Physician } from "../../panel/physician.ts";
import type { Batch } from "../../statement/read.ts";
import type { Io } from "../io.ts";
import type { BatchFiles } from "./batch.ts";
import { openPatients, readPhysicians, type InputList, type InputRow } from "./list.ts";
import { patientOf, physicianOf, physicianFieldsOf } from "./physician-in-list.ts";

/** Reads the files of a batch into objects, to be priced more than once. Rows are not checked here. */
export async function readObjects(io: Io, files: BatchFiles): Promise<Batch> {
  const options = { map: files.map };
  const list = await openPatients(io, files.list, options);
  const rows = await rowsOf(list);
  const given = files.physicians === undefined ? list.physicians : (await readPhysicians(io, files.physicians, options)).physicians;
  const physicians = given ?? physiciansIn(rows, list);
  const previous = files.previous === undefined ? list.previous : await openPatients(io, files.previous, options);
  return {
    patients: rows.map((row) => patientOf(row) as Patient),
    ...(physicians && { physicians }),
    ...(previous && { previousPatients: (await rowsOf(previous)).map((row) => patientOf(row) as Patient) }),
  };
}

async function rowsOf({ rows }: InputList): Promise<InputRow[]> {
  const all: InputRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** The physicians of whom the list tells more than a name; the first row of each tells. */
function physiciansIn(rows: readonly InputRow[], { header }: InputList): Physician[] | undefined {
  const fields = physicianFieldsOf(header?.fields ?? []);
  if (fields.length === 0) return undefined;
  const first = new Map<unknown, Physician>();
  for (const row of rows) {
    const { physicianId } = row.value;
    if (!first.has(physicianId)) first.set(physicianId, physicianOf(row, fields));
  }
  return [...first.values()];
}
