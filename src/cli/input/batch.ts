import { refusal } from "../../error.ts";
import { BatchReader, type Batch, type ReadBatch } from "../../list/batch-reader.ts";
import type { ListName, RejectedRow } from "../../list/patient-list.ts";
import type { Patient } from "../../list/patient.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { listRequirements } from "../../statement/requirements.ts";
import { fail } from "../report/failure.ts";
import type { Io } from "../io.ts";
import type { RefusedRow } from "../report/messages.ts";
import type { Header, HeaderMap } from "./header.ts";
import { openPatients, readPhysicians, type InputList, type InputRow } from "./list.ts";
import { hasPhysicianFacts, patientOf, PhysiciansInList } from "./physician-in-list.ts";

export interface BatchFiles {
  readonly list: string;
  readonly physicians?: string | undefined;
  readonly previous?: string | undefined;
  readonly map: HeaderMap;
  readonly onBytes?: (count: number) => void;
  /** Keeps the row objects, so that they can be priced more than once. */
  readonly keep?: true;
}

/** A batch read from files, with every rejected row as written in the file. */
export interface BatchFromFiles extends ReadBatch {
  /** Number of patient rows read. */
  readonly count: number;
  readonly refused: readonly RefusedRow[];
  readonly unknownColumns: readonly {
    readonly file: string;
    readonly name: string;
    readonly nearest?: string;
  }[];
  /** Accepted rows, if `keep` is set. */
  readonly rows: Batch;
}

/** Reads a batch from files. A physicians file overrides physician facts in the patient list. */
export async function readFiles(
  io: Io,
  compiled: Compiled,
  year: number,
  files: BatchFiles,
): Promise<BatchFromFiles> {
  if ([files.list, files.physicians, files.previous].filter((path) => path === "-").length > 1) {
    fail("USAGE", "« - » ne peut être lu qu'une fois", '"-" can be read only once');
  }
  const options = { map: files.map, ...(files.onBytes && { onBytes: files.onBytes }) };
  const physicians =
    files.physicians === undefined
      ? undefined
      : await readPhysicians(io, files.physicians, { map: files.map });
  const patients = await openPatients(io, files.list, options);
  const given = physicians?.physicians ?? patients.physicians;
  const reader = new BatchReader(listRequirements(compiled, year), given);
  const inList = given === undefined ? new PhysiciansInList(reader, patients) : undefined;

  const { count, refused, accepted } = await addRows(
    reader,
    "patients",
    patients,
    files,
    files.list,
    inList,
  );
  if (count === 0)
    fail("INPUT_EMPTY", `${files.list} : aucun patient`, `${files.list}: no patient`);
  const previous =
    files.previous === undefined
      ? patients.previous
      : await openPatients(io, files.previous, options);
  const previousRows =
    previous &&
    (await addRows(reader, "previousPatients", previous, files, files.previous ?? files.list));

  const read = reader.end();
  const file = files.physicians ?? files.list;
  const refusedPhysicians = inList
    ? inList.refused.map(({ rejected, row }) =>
        refusedRow(rejected, row, files.list, patients.header),
      )
    : read.rejected
        .filter(({ kind }) => kind === "physician")
        .map((rejected) =>
          refusedPhysician(rejected, physicians?.rows[rejected.index], file, physicians?.header),
        );
  const headers = [
    [files.list, patients.header],
    [file, physicians?.header],
    [files.previous ?? "", previous?.header],
  ] as const;
  const facts = given ?? inList?.physicians;
  return {
    ...read,
    count,
    rows: {
      patients: accepted,
      ...(facts && { physicians: facts }),
      ...(previousRows && { previousPatients: previousRows.accepted }),
    },
    refused: [...refusedPhysicians, ...refused, ...(previousRows?.refused ?? [])],
    unknownColumns: headers.flatMap(([name, header]) =>
      (header?.unknown ?? []).map((column) => ({ file: name, ...column })),
    ),
  };
}

interface AddedRows {
  readonly count: number;
  readonly refused: readonly RefusedRow[];
  readonly accepted: readonly Patient[];
}

async function addRows(
  reader: BatchReader,
  name: ListName,
  list: InputList,
  { keep }: BatchFiles,
  file: string,
  inList?: PhysiciansInList,
): Promise<AddedRows> {
  const add = reader.list(name, list.columns);
  const hasFacts = hasPhysicianFacts(list);
  const refused: RefusedRow[] = [];
  const accepted: Patient[] = [];
  let count = 0;
  for await (const row of list.rows) {
    const patient = (hasFacts ? patientOf(row) : row.value) as Patient;
    const rejected =
      raggedRow(row, list.header, KINDS[name], count) ??
      inList?.read(row, count) ??
      add(patient, count);
    if (rejected) refused.push(refusedRow(rejected, row, file, list.header));
    else if (keep) accepted.push(patient);
    count += 1;
  }
  return { count, refused, accepted };
}

const KINDS = { patients: "patient", previousPatients: "previousPatient" } as const;

function raggedRow(
  { ragged, raw }: InputRow,
  header: Header | undefined,
  kind: RejectedRow["kind"],
  index: number,
): RejectedRow | undefined {
  if (!ragged) return undefined;
  const wanted = String(header?.names.length);
  return {
    kind,
    index,
    refusals: [
      refusal("ROW_RAGGED", `${kind}s[${index}]`, raw.length, {
        fr: `${wanted} cellules`,
        en: `${wanted} cells`,
      }),
    ],
  };
}

/** A ragged row reaches the reader as null, so its refusal is replaced by ROW_RAGGED. */
export function refusedPhysician(
  rejected: RejectedRow,
  row: InputRow | undefined,
  file: string,
  header: Header | undefined,
): RefusedRow {
  const ragged = row && raggedRow(row, header, "physician", rejected.index);
  return refusedRow(ragged ?? rejected, row, file, header);
}

/** Adds the position in the file to a rejected row. */
export function refusedRow(
  rejected: RejectedRow,
  row: InputRow | undefined,
  file: string,
  header: Header | undefined,
): RefusedRow {
  return {
    ...rejected,
    file,
    raw: row?.raw ?? [],
    ...(row?.line !== undefined && { line: row.line }),
    ...(header && { header }),
  };
}
