import { checkBatch, type Batch } from "./batch.ts";
import { BatchReader, inLists, type ReadBatch, type RowPaths } from "./batch-reader.ts";
import { ListColumns } from "./list-columns.ts";
import type { ListRequirements } from "./list-requirements.ts";
import type { Patient } from "./patient.ts";
import type { ListName } from "./list-context.ts";
import { columnsOf } from "./told-columns.ts";

/** Reads every physician and every row; invalid rows are returned, never thrown. */
export function readBatch(
  required: ListRequirements,
  batch: Batch,
  paths: RowPaths = inLists,
): ReadBatch {
  const { physicians, practices, patients, previousPatients } = checkBatch(batch);
  const read = (mayHaveDates: boolean): BatchReader => {
    const columns = {
      patients: new ListColumns(patients.length),
      previous: new ListColumns(previousPatients?.length ?? 0),
    };
    const hasPrevious = previousPatients !== undefined;
    const reader = new BatchReader(required, physicians, {
      practices,
      paths,
      columns,
      hasPrevious,
    });
    readList(reader, "patients", patients, mayHaveDates);
    if (previousPatients) readList(reader, "previousPatients", previousPatients, mayHaveDates);
    return reader;
  };
  // Few lists that rest on two days hold dates, and a look for them in every row costs a tenth.
  const reader = read(false);
  return (reader.needsBothDays ? read(true) : reader).end();
}

function readList(
  reader: BatchReader,
  name: ListName,
  rows: readonly Patient[],
  mayHaveDates: boolean,
): void {
  const add = reader.list(name, (days) => columnsOf(rows, days, mayHaveDates));
  for (let i = 0; i < rows.length; i++) add(rows[i] as Patient, i);
}
