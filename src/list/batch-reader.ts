import { onBothDays } from "./both-days.ts";
import { CellTree } from "./cell-tree.ts";
import type { ClassedField } from "./value-classes.ts";
import { lastDay } from "../day.ts";
import type { Notice } from "../notice.ts";
import { RowCounts, type Counts, type LeftOutRow } from "./left-out.ts";
import { OpenAccounts, type BatchColumns, type OpenAccountsOptions } from "./open-accounts.ts";
import { PatientList } from "./patient-list.ts";
import type { ListContext, ListName, Owner } from "./list-context.ts";
import type { RejectedRow, RowOutcome } from "./rejected-row.ts";
import { RowReader } from "./row-reader.ts";
import { sharedPatients } from "./shared-ids.ts";
import { ListColumns } from "./list-columns.ts";
import { listContext, type ListRequirements } from "./list-requirements.ts";
import type { Patient } from "./patient.ts";
import { physicianOf, type Columns, type ColumnsOn, type ToldColumns } from "./told-columns.ts";
import type { Physician, PhysicianFacts } from "./physician.ts";
import { Practices, type Practice } from "./practice.ts";

/** One physician with their patients, and those of an earlier year if given. */
export interface Account {
  readonly physician: PhysicianFacts;
  readonly patients: PatientList;
  /** What became of the physician's rows. */
  readonly counts: Counts;
  /** Columns of the patients; undefined without any row that is on the list. */
  readonly columns: Columns | undefined;
  readonly previous?: PatientList;
  /** Index of the physician in the input; undefined if only patient rows refer to them. */
  readonly place?: number;
  /** About the row of the physician, and an earlier list that is not read. */
  readonly warnings: readonly Notice[];
}

/** A batch after reading: one account per physician, and the rows that are not kept. */
export interface ReadBatch {
  readonly accounts: readonly Account[];
  readonly leftOut: readonly LeftOutRow[];
  readonly rejected: readonly RejectedRow[];
  readonly counts: Counts;
}

/** Where rows stand in the input. */
export interface RowPaths {
  readonly physician: (index: number) => string;
  readonly practice: (index: number) => string;
}

export const inLists: RowPaths = {
  physician: (index) => `physicians[${index}]`,
  practice: (index) => `practices[${index}]`,
};

interface BatchReaderOptions extends Pick<OpenAccountsOptions, "columns" | "claims" | "check"> {
  readonly practices?: readonly Practice[] | undefined;
  readonly paths?: RowPaths;
  /** The batch has a list of patients of an earlier year. */
  readonly hasPrevious?: boolean;
}

/** A list whose rows are read by the classes of their values. */
export interface ListByClass {
  readonly tree: CellTree;
  /** The list of a physician; undefined if their rows are refused. */
  readonly ownerOf: (physicianId: string | null, index: number) => PatientList | undefined;
}

const SIDES = { patients: "patients", previousPatients: "previous" } as const;

/** Reads a batch row by row, so that lists can be streamed. */
export class BatchReader {
  readonly #required: ListRequirements;
  readonly #accounts: OpenAccounts;
  readonly #leftOut: LeftOutRow[] = [];
  readonly #rejected: RejectedRow[] = [];
  readonly #others = new RowCounts();
  readonly #hasPrevious: boolean;
  readonly #openLists = new Map<ListName, { context: ListContext; owner: Owner }>();
  #told: ToldColumns | undefined;
  #plainRows: RowReader | undefined;

  constructor(
    required: ListRequirements,
    physicians: readonly Physician[] | undefined,
    { practices, paths = inLists, hasPrevious = false, ...options }: BatchReaderOptions = {},
  ) {
    const known = new Practices(practices, paths.practice);
    this.#accounts = new OpenAccounts({
      ...options,
      referenceYear: required.referenceYear,
      physicians: physicians?.length,
      practices: known,
    });
    this.#required = required;
    this.#hasPrevious = hasPrevious;
    this.#rejected.push(...known.rejected);
    physicians?.forEach((row, index) => this.#open(row, index, paths.physician(index)));
  }

  /**
   * Registers a physician found in the list. If the row is invalid, the physician and all their
   * patients are rejected.
   */
  addPhysician(row: Physician, index: number): RejectedRow | undefined {
    return this.#open(row, index, inLists.physician(index));
  }

  /**
   * Opens a list with the given columns. Returns a function that reads one row. Where payments rest
   * on an earlier list as well, dates in the rows make it, unless it is given.
   */
  list(name: ListName, columns: ColumnsOn): (row: Patient, index: number) => RowOutcome {
    const { referenceYear, previousYear } = this.#required;
    if (name === "previousPatients") {
      if (previousYear === undefined) return () => undefined;
      const told = columns([lastDay(previousYear)]);
      const earlier = this.#reader(name, previousYear, told, "previous");
      return (row, index) => this.#record(earlier.read(row, index), earlier.owner);
    }
    const otherYear = this.#hasPrevious ? undefined : previousYear;
    const years = [referenceYear, ...(otherYear === undefined ? [] : [otherYear])];
    const told = columns(years.map(lastDay));
    this.#told = told;
    const reader = this.#reader(name, referenceYear, told, "patients");
    if (otherYear === undefined || !told.hasDates()) {
      this.#plainRows = otherYear === undefined ? undefined : reader;
      return (row, index) => this.#record(reader.read(row, index), reader.owner);
    }
    const earlier = this.#reader(name, otherYear, told, "previous");
    this.#openLists.delete(name);
    return (row, index) => {
      const isDated = told.isDated(physicianOf(row));
      const outcome = isDated ? onBothDays(reader, earlier, row, index) : reader.read(row, index);
      return this.#record(outcome, reader.owner);
    };
  }

  /**
   * The same list for rows that have few different values, to be read by class.
   * @param fields that rows have, in the order of their classes
   * @returns undefined where a row is read on two days
   */
  byClass(name: ListName, fields: readonly ClassedField[]): ListByClass | undefined {
    const opened = this.#openLists.get(name);
    if (!opened) return undefined;
    const { context, owner } = opened;
    const nobody = new PatientList(new ListColumns());
    return {
      tree: new CellTree(new RowReader(context, () => nobody), fields, context.day),
      ownerOf: (id, index) => {
        const found = owner(id, index);
        return found instanceof PatientList ? found : undefined;
      },
    };
  }

  /** Whether rows that were read for one day hold dates that make an earlier list as well. */
  get needsBothDays(): boolean {
    return this.#plainRows?.hasDates ?? false;
  }

  /** Counts a row of patients that is rejected before it is read. */
  reject(row: RejectedRow, physicianId: unknown): RejectedRow {
    const key = typeof physicianId === "number" ? String(physicianId) : physicianId;
    return this.#record(row, this.#accounts.of(key as string | null)?.patients) as RejectedRow;
  }

  end(): ReadBatch {
    const isUnused = this.#hasPrevious && this.#required.previousYear === undefined;
    const opened = this.#accounts.all;
    const shared = this.#required.choices.idsAreShared
      ? sharedPatients(
          opened.map(({ physician: { id }, patients }) => ({ physicianId: id, patients })),
        )
      : [];
    const accounts = opened.map(
      ({ physician, patients, previous, place, warnings }, i): Account => {
        const id = physician.id;
        const { counts } = patients;
        const hasPrevious =
          this.#required.previousYear !== undefined &&
          (this.#hasPrevious || (this.#told?.isDated(id) ?? false));
        return {
          physician,
          patients,
          counts,
          columns: counts.read > counts.leftOut ? this.#told?.of(id, patients) : undefined,
          ...(hasPrevious && { previous }),
          ...(place !== undefined && { place }),
          warnings: [
            ...warnings.list(),
            ...(isUnused ? [previousUnused] : []),
            ...(shared[i] ?? []),
          ],
        };
      },
    );
    const computed = accounts.reduce((sum, { patients }) => sum + patients.size, 0);
    return {
      accounts,
      leftOut: this.#leftOut,
      rejected: this.#rejected,
      counts: this.#others.with(computed),
    };
  }

  #reader(
    list: ListName,
    referenceYear: number,
    told: ToldColumns,
    side: keyof BatchColumns,
  ): RowReader {
    const context = listContext(this.#required, list, referenceYear, told.seenOf);
    const owner = this.#accounts.ownerOf(list, told.physicianId, side);
    if (side === SIDES[list]) this.#openLists.set(list, { context, owner });
    return new RowReader(context, owner);
  }

  #open(row: Physician, index: number, path: string): RejectedRow | undefined {
    const rejected = this.#accounts.open(row, index, path);
    if (rejected) this.#rejected.push(rejected);
    return rejected;
  }

  #record(outcome: RowOutcome, owner: PatientList | undefined): RowOutcome {
    if (outcome === undefined) return undefined;
    const counted = outcome.kind === "patient" ? [this.#others, owner?.others] : [];
    if ("leftOut" in outcome) {
      this.#leftOut.push(outcome);
      for (const counts of counted) counts?.leaveOut(outcome.leftOut);
    } else {
      this.#rejected.push(outcome);
      const codes = outcome.refusals.map(({ code }) => code);
      for (const counts of counted) counts?.reject(codes);
    }
    return outcome;
  }
}

const previousUnused: Notice = {
  code: "previous-unused",
  path: "previousPatients",
  fr:
    "patientèle de l'année précédente non lue : les versements de ce barème reposent " +
    "sur une seule liste",
  en: "list of the year before not read: the payments of this schedule rest on one list",
};
