import { copyOfList, guard, oneOf, refusal, refuse, type LocalizedText } from "../error.ts";
import { checkKeys } from "../known-keys.ts";
import { NoticeBook, type Notice } from "../notice.ts";
import {
  columnsOf,
  PatientList,
  type Columns,
  type ListContext,
  type ListName,
  type Owner,
  RowReader,
  unknownField,
  type RejectedRow,
} from "./patient-list.ts";
import { ListColumns } from "./list-columns.ts";
import type { Requirements, Patient } from "./patient.ts";
import { columnNotices, type ColumnRequirements } from "./column-notices.ts";
import {
  aPhysician,
  PHYSICIAN_FIELDS,
  readPhysicianRow,
  type PhysicianCheck,
} from "./physician-row.ts";
import { unknownPhysician, type Physician, type PhysicianFacts } from "./physician.ts";
import { Practices, type Practice } from "./practice.ts";

/** What a schedule requires of a list in a payment year. */
export interface ListRequirements {
  readonly referenceYear: number;
  /** Of the list of an earlier year; undefined if all payments rest on one list. */
  readonly previousYear: number | undefined;
  readonly rows: Requirements;
  readonly columns: ColumnRequirements;
}

/** One physician with their patients, and those of an earlier year if given. */
export interface Account {
  readonly physician: PhysicianFacts;
  readonly patients: PatientList;
  readonly previous?: PatientList;
  /** Index of the physician in the input; undefined if only patient rows refer to them. */
  readonly place?: number;
}

export interface Batch {
  /** If undefined, one physician per distinct `physicianId`, with the schedule's defaults. */
  readonly physicians?: readonly Physician[];
  /** Practices that physicians name by their `practiceId`. */
  readonly practices?: readonly Practice[];
  readonly patients: readonly Patient[];
  /** Patients of an earlier year, for schedules that base advances on them. */
  readonly previousPatients?: readonly Patient[];
}

/** A batch after reading: one account per physician, rejected rows, and notices on the list. */
export interface ReadBatch {
  readonly accounts: readonly Account[];
  readonly rejected: readonly RejectedRow[];
  readonly listed: {
    readonly assumptions: readonly Notice[];
    readonly warnings: readonly Notice[];
  };
}

/** Where rows stand in the input. */
export interface RowPaths {
  readonly physician: (index: number) => string;
  readonly practice: (index: number) => string;
}

const inLists: RowPaths = {
  physician: (index) => `physicians[${index}]`,
  practice: (index) => `practices[${index}]`,
};

/** Reads every physician and every row; invalid rows are returned, never thrown. */
export function readBatch(
  required: ListRequirements,
  batch: Batch,
  paths: RowPaths = inLists,
): ReadBatch {
  const { physicians, practices, patients, previousPatients } = checkBatch(batch);
  const columns = {
    patients: new ListColumns(patients.length),
    previous: new ListColumns(previousPatients?.length ?? 0),
  };
  const reader = new BatchReader(required, physicians, { practices, paths, columns });
  readList(reader, "patients", patients);
  if (previousPatients) readList(reader, "previousPatients", previousPatients);
  return reader.end();
}

function readList(reader: BatchReader, name: ListName, rows: readonly Patient[]): void {
  const add = reader.list(name, columnsOf(rows));
  for (let i = 0; i < rows.length; i++) add(rows[i] as Patient, i);
}

interface OpenAccount {
  readonly physician: PhysicianFacts;
  readonly patients: PatientList;
  readonly previous: PatientList;
  readonly place?: number;
}

/** What is kept of the lists of a batch. */
interface BatchColumns {
  readonly patients: ListColumns;
  readonly previous: ListColumns;
}

interface BatchReaderOptions {
  readonly practices?: readonly Practice[] | undefined;
  readonly paths?: RowPaths;
  readonly columns?: BatchColumns;
  readonly check?: PhysicianCheck | undefined;
}

/** Reads a batch row by row, so that lists can be streamed. */
export class BatchReader {
  readonly #required: ListRequirements;
  readonly #practices: Practices;
  readonly #check: PhysicianCheck | undefined;
  readonly #columns: BatchColumns;
  /** Number of physicians passed in; undefined if they come from the list. */
  readonly #physicians: number | undefined;
  readonly #opened = new Map<string | null, OpenAccount>();
  readonly #refused = new Set<string | null>();
  readonly #rejected: RejectedRow[] = [];
  readonly #assumptions: Notice[] = [];
  readonly #warnings = new NoticeBook();
  #hasPrevious = false;

  constructor(
    required: ListRequirements,
    physicians: readonly Physician[] | undefined,
    {
      practices,
      paths = inLists,
      columns = { patients: new ListColumns(), previous: new ListColumns() },
      check,
    }: BatchReaderOptions = {},
  ) {
    this.#check = check;
    this.#columns = columns;
    this.#required = required;
    this.#practices = new Practices(practices, paths.practice);
    this.#rejected.push(...this.#practices.rejected);
    this.#physicians = physicians?.length;
    physicians?.forEach((row, index) => this.#openAccount(row, index, paths.physician(index)));
  }

  /**
   * Registers a physician found in the list. If the row is invalid, the physician and all their
   * patients are rejected.
   */
  addPhysician(row: Physician, index: number): RejectedRow | undefined {
    const before = this.#rejected.length;
    this.#openAccount(row, index, inLists.physician(index));
    return this.#rejected[before];
  }

  /** Opens a list with the given columns. Returns a function that reads one row. */
  list(name: ListName, columns: Columns): (row: Patient, index: number) => RejectedRow | undefined {
    const { referenceYear, previousYear } = this.#required;
    const year = name === "patients" ? referenceYear : previousYear;
    if (year === undefined) {
      this.#warnings.add(previousUnused);
      return () => undefined;
    }
    if (name === "previousPatients") this.#hasPrevious = true;
    const context: ListContext = {
      ...this.#required.rows,
      list: name,
      referenceYear: year,
      seenColumn: columns.seen,
    };
    const reader = new RowReader(context, this.#ownerOf(name, columns), this.#warnings);
    let isEmpty = true;
    return (row, index) => {
      if (isEmpty && name === "patients") {
        const { assumptions, warnings } = columnNotices(this.#required.columns, {
          seen: columns.seen !== undefined,
          prevention: columns.prevention,
        });
        this.#assumptions.push(...assumptions);
        for (const warning of warnings) this.#warnings.add(warning);
      }
      isEmpty = false;
      const rejected = reader.read(row, index);
      if (rejected) this.#rejected.push(rejected);
      return rejected;
    };
  }

  end(): ReadBatch {
    const accounts = [...this.#opened.values()].map(({ previous, ...account }) => ({
      ...account,
      ...(this.#hasPrevious && { previous }),
    }));
    return {
      accounts,
      rejected: this.#rejected,
      listed: { assumptions: this.#assumptions, warnings: this.#warnings.list() },
    };
  }

  #openAccount(row: Physician, index: number, path: string): void {
    const isTaken = (id: string | null): boolean =>
      this.#opened.has(id) || (id !== null && this.#refused.has(id));
    const { physician, rejected } = readPhysicianRow(row, index, () => path, {
      referenceYear: this.#required.referenceYear,
      needsId: (this.#physicians ?? 1) !== 1,
      isTaken,
      practices: this.#practices,
      check: this.#check,
      onUnknown: (field) => {
        const rows = path.replace(/\[\d+\]$/, "[]");
        this.#warnings.add(unknownField(rows, field, PHYSICIAN_FIELDS));
      },
    });
    if (!rejected) {
      this.#opened.set(physician.id, { ...this.#emptyAccount(physician), place: index });
      return;
    }
    this.#refused.add(physician.id);
    this.#rejected.push(rejected);
  }

  #emptyAccount(physician: PhysicianFacts): OpenAccount {
    const { patients, previous } = this.#columns;
    return {
      physician,
      patients: new PatientList(patients),
      previous: new PatientList(previous),
    };
  }

  /** Finds the list of a row's physician; rows without a physician column go to the only one. */
  #ownerOf(list: ListName, columns: Columns): Owner {
    const side = list === "patients" ? "patients" : "previous";
    const isSinglePhysician = this.#physicians === 1 && !columns.physicianId;
    let last: { readonly key: string | null; readonly found: PatientList } | undefined;
    const listOf = (key: string | null): PatientList | undefined => {
      if (last?.key === key) return last.found;
      const found = this.#opened.get(key)?.[side];
      if (found) last = { key, found };
      return found;
    };
    return (id, index) => {
      const found = listOf(isSinglePhysician ? ([...this.#opened.keys()][0] ?? null) : id);
      if (found) return found;
      const path = `${list}[${index}].physicianId`;
      if (isSinglePhysician || this.#refused.has(id))
        return refusal("PHYSICIAN_REFUSED", path, id, acceptedPhysician);
      if (id === null && (columns.physicianId || this.#physicians !== undefined))
        return refusal("PHYSICIAN_MISSING", path, id, aPhysician);
      if (this.#physicians !== undefined)
        return refusal(
          "PHYSICIAN_UNKNOWN",
          path,
          id,
          oneOf([...this.#opened.keys()].map(String).slice(0, 20)),
        );
      const account = this.#emptyAccount(unknownPhysician(id));
      this.#opened.set(id, account);
      return account[side];
    };
  }
}

/** Copies the lists, because accessors in rows could change them during reading. */
function checkBatch(batch: Batch): Batch {
  const lists = guard("batch", () =>
    LISTS.map((name) => [name, (batch as Partial<Batch> | null | undefined)?.[name]] as const),
  );
  const copies = lists.flatMap(([name, list]) =>
    list === undefined && name !== "patients"
      ? []
      : [[name, copyOfList(name, list as readonly unknown[])] as const],
  );
  guard("batch", () => checkKeys("batch", batch, LISTS));
  const copy = Object.fromEntries(copies) as unknown as Batch;
  return copy.practices && !copy.physicians
    ? refuse("INPUT_INVALID", "physicians", undefined, physiciansOfPractices)
    : copy;
}

const LISTS = ["physicians", "practices", "patients", "previousPatients"] as const;

/** Practices are reached through their physicians. */
export const physiciansOfPractices: LocalizedText = {
  fr: "les médecins et leur practiceId, puisqu'il y a des cabinets",
  en: "the physicians and their practiceId, since there are practices",
};
const acceptedPhysician: LocalizedText = {
  fr: "un médecin dont la ligne est acceptée",
  en: "a physician whose row is accepted",
};
const previousUnused: Notice = {
  code: "previous-unused",
  path: "previousPatients",
  fr:
    "patientèle de l'année précédente non lue : les versements de ce barème reposent " +
    "sur une seule liste",
  en: "list of the year before not read: the payments of this schedule rest on one list",
};
