import { refusal, type LocalizedText } from "../error.ts";
import { NoticeBook } from "../notice.ts";
import { ListColumns } from "./list-columns.ts";
import { PatientList } from "./patient-list.ts";
import {
  aPhysician,
  PHYSICIAN_FIELDS,
  readPhysicianRow,
  type PhysicianCheck,
} from "./physician-row.ts";
import { unknownPhysician, type Physician, type PhysicianFacts } from "./physician.ts";
import type { Practices } from "./practice.ts";
import type { ListName, Owner } from "./list-context.ts";
import { unknownField } from "./patient-fields.ts";
import type { RejectedRow } from "./rejected-row.ts";
import type { IdClaims } from "./unique-ids.ts";

/** A physician whose row is accepted, or whom patient rows name, with the rows read so far. */
export interface OpenAccount {
  readonly physician: PhysicianFacts;
  readonly patients: PatientList;
  readonly previous: PatientList;
  readonly place?: number;
  readonly warnings: NoticeBook;
}

/** What is kept of the lists of a batch. */
export interface BatchColumns {
  readonly patients: ListColumns;
  readonly previous: ListColumns;
}

export interface OpenAccountsOptions {
  readonly referenceYear: number;
  /** Number of physicians passed in; undefined if they come from the list. */
  readonly physicians: number | undefined;
  readonly practices: Practices;
  readonly columns?: BatchColumns | undefined;
  /** How ids are told apart, for each list of a physician; the ids that are kept, if absent. */
  readonly claims?: (() => IdClaims) | undefined;
  readonly check?: PhysicianCheck | undefined;
}

/** The accounts of a batch while it is read, by physician. */
export class OpenAccounts {
  readonly #options: OpenAccountsOptions;
  readonly #columns: BatchColumns;
  readonly #opened = new Map<string | null, OpenAccount>();
  readonly #refused = new Set<string | null>();

  constructor(options: OpenAccountsOptions) {
    this.#options = options;
    this.#columns = options.columns ?? { patients: new ListColumns(), previous: new ListColumns() };
  }

  /** In order of first appearance. */
  get all(): readonly OpenAccount[] {
    return [...this.#opened.values()];
  }

  of(id: string | null): OpenAccount | undefined {
    return this.#opened.get(id);
  }

  /**
   * Reads the row of a physician, who has an account unless it is refused.
   * @param path where the row stands
   */
  open(row: Physician, index: number, path: string): RejectedRow | undefined {
    const { referenceYear, physicians, practices, check } = this.#options;
    const isTaken = (id: string | null): boolean =>
      this.#opened.has(id) || (id !== null && this.#refused.has(id));
    const warnings = new NoticeBook();
    const { physician, rejected } = readPhysicianRow(row, index, () => path, {
      referenceYear,
      needsId: (physicians ?? 1) !== 1,
      isTaken,
      practices,
      check,
      onUnknown: (field) => {
        const rows = path.replace(/\[\d+\]$/, "[]");
        warnings.add(unknownField(rows, field, PHYSICIAN_FIELDS));
      },
    });
    if (rejected) this.#refused.add(physician.id);
    else this.#opened.set(physician.id, { ...this.#empty(physician, warnings), place: index });
    return rejected;
  }

  /** Finds the list of a row's physician; rows without a physician column go to the only one. */
  ownerOf(list: ListName, hasPhysicianId: boolean, side: keyof BatchColumns): Owner {
    const { physicians } = this.#options;
    const isSinglePhysician = physicians === 1 && !hasPhysicianId;
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
      if (id === null && (hasPhysicianId || physicians !== undefined))
        return refusal("PHYSICIAN_MISSING", path, id, aPhysician);
      if (physicians !== undefined) return refusal("PHYSICIAN_UNKNOWN", path, id, listedPhysician);
      const account = this.#empty(unknownPhysician(id));
      this.#opened.set(id, account);
      return account[side];
    };
  }

  #empty(physician: PhysicianFacts, warnings = new NoticeBook()): OpenAccount {
    const { claims } = this.#options;
    const { patients, previous } = this.#columns;
    return {
      physician,
      warnings,
      patients: new PatientList(patients, claims?.()),
      previous: new PatientList(previous, claims?.()),
    };
  }
}

const listedPhysician: LocalizedText = {
  fr: "l'id d'une ligne de physicians",
  en: "the id of a row of physicians",
};
const acceptedPhysician: LocalizedText = {
  fr: "un médecin dont la ligne est acceptée",
  en: "a physician whose row is accepted",
};
