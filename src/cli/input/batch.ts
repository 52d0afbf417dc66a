import type { LocalizedText } from "../../error.ts";
import type { BatchReader, ReadBatch } from "../../list/batch-reader.ts";
import type { Batch } from "../../list/batch.ts";
import type { ListName } from "../../list/list-context.ts";
import type { Patient } from "../../list/patient.ts";
import { rules } from "../../schedule/rules/rules.ts";
import { isShare, type Compiled } from "../../statement/compiled.ts";
import { fail } from "../report/failure.ts";
import type { Io } from "../io.ts";
import type { RefusedRow } from "../report/messages.ts";
import { checkColumns, factsCheck, openBatch } from "./facts-asked.ts";
import { listChoices, type RowChoices } from "../../statement/options.ts";
import {
  pathsOf,
  readPatientFiles,
  type PatientFileNames,
  type PatientFiles,
} from "./patient-files.ts";
import { checkNamed } from "./check-header.ts";
import { columnsOfFile, notedIn, type FileColumns, type NotedInFile } from "./file-columns.ts";
import { HashedIds } from "./hashed-ids.ts";
import type { HeaderMap } from "./header.ts";
import type { InputList, TableReader } from "./input-list.ts";
import type { InputRow } from "./row-block.ts";
import { noPatients } from "./json-list.ts";
import { checkReadOnce, openPatients, type SheetNames } from "./list.ts";
import type { PhysicianCheck } from "../../list/physician-row.ts";
import { factsOf, patientOf, PhysiciansInList } from "./physician-in-list.ts";
import { PlainRows } from "./plain-rows.ts";
import { faultyRow, refusedRow } from "./refused-row.ts";
import { scheduleFields } from "./schedule-fields.ts";
import { columnsTold, readTold, refusedTold, type ToldFiles } from "./told.ts";

export interface BatchFiles extends ToldFiles, PatientFileNames {
  /** Undefined only if physicians are given. */
  readonly list: string | undefined;
  readonly previous?: string | undefined;
  readonly map: HeaderMap;
  readonly sheets?: SheetNames;
  readonly onBytes?: (count: number) => void;
  /** Reads Parquet and Arrow, if asked for. */
  readonly engine?: TableReader;
  /** Keeps the row objects, so that they can be priced more than once. */
  readonly keep?: true;
  /** Keeps no ids of patients, which totals do not need; one that comes twice is still refused. */
  readonly dropIds?: boolean;
}

/** A batch read from files, with every rejected row as written in the file. */
export interface BatchFromFiles extends ReadBatch {
  readonly refused: readonly RefusedRow[];
  /** What is told of how the files were read. */
  readonly notes: readonly LocalizedText[];
  readonly notedColumns: readonly NotedInFile[];
  readonly columns: readonly FileColumns[];
  /** Accepted rows, if `keep` is set. */
  readonly rows: Batch;
}

/** Reads a batch from files. A physicians file overrides physician facts in the patient list. */
export async function readFiles(
  io: Io,
  compiled: Compiled,
  options: RowChoices,
  files: BatchFiles,
): Promise<BatchFromFiles> {
  const isRead = [files.list, files.previous].every(
    (path) => path === undefined || (path !== "-" && (io.sizeOf(path) ?? 0) > 0),
  );
  if (!files.dropIds || options.idsAreShared || !isRead)
    return readOnce(io, compiled, options, files);
  const hashed = new HashedIds();
  const read = await readOnce(io, compiled, options, files, hashed);
  const suspects = hashed.repeated();
  return suspects.size === 0
    ? read
    : readOnce(io, compiled, options, files, new HashedIds(suspects));
}

async function readOnce(
  io: Io,
  compiled: Compiled,
  { year, ...choices }: RowChoices,
  files: BatchFiles,
  ids?: HashedIds,
): Promise<BatchFromFiles> {
  const { list, physicians, practices, previous: before, map, sheets, onBytes, engine } = files;
  checkReadOnce([list, physicians, practices, before, ...pathsOf(files)]);
  const fields = scheduleFields(compiled.schedule, practices !== undefined);
  const options = { map, fields, sheets, onBytes, engine };
  if (list === undefined && readsPatients(compiled)) failWithoutList();
  const told = await readTold(io, files, { map, fields, sheets, engine });
  const patients =
    list === undefined ? noPatients() : await openPatients(io, list, options, "list");
  const file = list ?? (physicians as string);

  const given = told.physicians ?? patients.physicians?.values;
  const inPractices = told.practices ?? patients.practices?.values;
  const hasPrevious = before !== undefined || patients.previous !== undefined;
  const asked = { year, choices: listChoices(choices) };
  const reader = openBatch(
    compiled,
    asked,
    given,
    inPractices,
    hasPrevious,
    ids,
    patients.rowCount,
  );
  const factsInList = factsOf(patients, fields.inList);
  if (inPractices && !given && factsInList.length === 0) failWithoutPhysicians();
  const inList =
    given === undefined ? new PhysiciansInList(reader, patients, factsInList) : undefined;
  const ofPatients = await readPatientFiles(
    io,
    files,
    { schedule: compiled.schedule, year, idsAreShared: choices.idsAreShared === true },
    { map, fields, sheets, engine },
  );
  const add = (name: ListName, rows: InputList, path: string): Promise<AddedRows> =>
    addRows(reader, name, rows, {
      keep: files.keep === true,
      file: path,
      hasFacts: factsOf(rows, fields.inList).length > 0,
      inList: name === "patients" ? inList : undefined,
      ofPatients,
    });

  const { count, refused, accepted } = await add("patients", patients, file);
  if (count === 0 && readsPatients(compiled))
    fail("INPUT_EMPTY", `${file} : aucun patient`, `${file}: no patient`);
  const previous =
    before === undefined ? patients.previous : await openPatients(io, before, options, "previous");
  const previousRows = previous && (await add("previousPatients", previous, before ?? file));
  ofPatients?.check();

  const read = reader.end();
  const refusedInList = (inList?.refused ?? []).map(({ rejected, row }) =>
    refusedRow(rejected, row, file, patients.header),
  );
  const refusedInFiles = read.rejected
    .filter(({ kind }) => kind === "practice" || (kind === "physician" && !inList))
    .map((rejected) => refusedTold(rejected, told, file));
  const facts = given ?? inList?.physicians;
  checkColumns(
    compiled,
    [...refusedInList, ...refusedInFiles, ...withoutRow(compiled, read)].flatMap(
      ({ refusals }) => refusals,
    ),
    [...(facts ?? []), ...(inPractices ?? [])],
  );
  const columns = [
    ...columnsOfFile(file, patients),
    ...columnsTold(told),
    ...columnsOfFile(before, previous),
    ...(ofPatients?.columns ?? []),
  ];
  checkNamed(map, columns);
  return {
    ...read,
    rows: {
      patients: accepted,
      ...(facts && { physicians: facts }),
      ...(inPractices && { practices: inPractices }),
      ...(previousRows && { previousPatients: previousRows.accepted }),
    },
    refused: [...refusedInFiles, ...refusedInList, ...refused, ...(previousRows?.refused ?? [])],
    notes: [
      ...(ofPatients?.notes() ?? []),
      ...(patients.notes ?? []),
      ...told.notes,
      ...(previous?.notes ?? []),
    ],
    columns,
    notedColumns: notedIn(columns),
  };
}

/** Whether anything paid depends on patients. */
function readsPatients({ amounts, uplifts }: Compiled): boolean {
  return (
    amounts.some(({ per }) => rules[per].readsPatients) ||
    uplifts.some((uplift) => uplift.rules.some(({ rate }) => isShare(rate)))
  );
}

function failWithoutList(): never {
  return fail(
    "USAGE",
    "attendu une LISTE : ce barème paie d'après les patients (voir --aide)",
    "expected a LIST: this schedule pays by the patients (see --help)",
  );
}

function failWithoutPhysicians(): never {
  return fail(
    "USAGE",
    "des cabinets sans médecins : il faut --médecins avec une colonne practiceId " +
      "(le cabinet de chacun)",
    "practices without physicians: --physicians is needed, with a column practiceId " +
      "(the practice of each)",
  );
}

/** What is asked of physicians whom only patient rows name, of whom no fact is known. */
function withoutRow(
  compiled: Compiled,
  { accounts }: ReadBatch,
): readonly { readonly refusals: ReturnType<PhysicianCheck> }[] {
  const check = factsCheck(compiled);
  const unknown = accounts.find(({ place }) => place === undefined);
  return check && unknown ? [{ refusals: check(unknown.physician, 0) }] : [];
}

interface AddedRows {
  readonly count: number;
  readonly refused: readonly RefusedRow[];
  readonly accepted: readonly Patient[];
}

interface AddOptions {
  readonly keep: boolean;
  readonly file: string;
  /** Whether rows also hold physician facts. */
  readonly hasFacts: boolean;
  readonly inList: PhysiciansInList | undefined;
  readonly ofPatients: PatientFiles | undefined;
}

async function addRows(
  reader: BatchReader,
  name: ListName,
  list: InputList,
  { keep, file, hasFacts, inList, ofPatients }: AddOptions,
): Promise<AddedRows> {
  const add = reader.list(name, ofPatients ? ofPatients.told(list.columns) : list.columns);
  const refused: RefusedRow[] = [];
  const accepted: Patient[] = [];
  let count = 0;
  const addWhole = (row: InputRow): boolean => {
    const given = (hasFacts ? patientOf(row) : row.value) as Patient;
    const patient = ofPatients ? ofPatients.with(given) : given;
    const unread = faultyRow(row, list.header, KINDS[name], count) ?? inList?.read(row, count);
    const outcome = unread ? reader.reject(unread, row.value["physicianId"]) : add(patient, count);
    if (outcome && "refusals" in outcome) refused.push(refusedRow(outcome, row, file, list.header));
    else if (keep) accepted.push(patient);
    count += 1;
    return unread === undefined;
  };
  const plain =
    keep || ofPatients ? undefined : PlainRows.of(reader, name, list, inList?.fields ?? []);
  if (!plain) for await (const row of list.rows) addWhole(row);
  else
    for await (const block of list.blocks?.(plain.readers) ?? []) {
      plain.open(block);
      for (let row = 0; ; row++) {
        const added = plain.addFrom(row, count);
        count += added;
        row += added;
        if (row === block.size) break;
        const whole = await block.row(row);
        if (whole && addWhole(whole)) plain.agree(row);
      }
    }
  return { count, refused, accepted };
}

const KINDS = { patients: "patient", previousPatients: "previousPatient" } as const;
