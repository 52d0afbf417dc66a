import { refusal, show } from "../../error.ts";
import type { RejectedRow } from "../../list/rejected-row.ts";
import { isAbsent } from "../../list/patient.ts";
import type { Physician } from "../../list/physician.ts";
import type { BatchReader } from "../../list/batch-reader.ts";
import { factOf } from "./declared-facts.ts";
import { IN_LIST_FIELDS, type Names } from "../../words/fields.ts";
import type { InputList } from "./input-list.ts";
import type { InputRow } from "./row-block.ts";

const PHYSICIAN_FIELDS: Readonly<Record<string, keyof Physician>> = {
  physicianBirthDate: "birthDate",
  physicianAge: "age",
};

/**
 * Reads physician facts from a patient list: each physician's first row sets them, later rows must
 * agree.
 */
export class PhysiciansInList {
  readonly #reader: BatchReader;
  /** Physician facts present in the list. */
  readonly fields: readonly string[];
  readonly #found: Physician[] = [];
  /** Whether the list has a physician column. */
  readonly #hasPhysicianColumn: boolean;
  readonly #first = new Map<string, Readonly<Record<string, unknown>>>();
  /** Rejected physicians, with the row that holds their facts. */
  readonly refused: { readonly rejected: RejectedRow; readonly row: InputRow }[] = [];

  constructor(
    reader: BatchReader,
    { hasPhysicianId }: Pick<InputList, "hasPhysicianId">,
    fields: readonly string[],
  ) {
    this.#reader = reader;
    this.fields = fields;
    this.#hasPhysicianColumn = hasPhysicianId;
  }

  /** Physicians found in the list; undefined if it has no physician facts beyond ids. */
  get physicians(): readonly Physician[] | undefined {
    return this.fields.length > 0 ? this.#found : undefined;
  }

  /** Reads the facts of a row. Returns a rejection if they contradict the physician's first row. */
  read(row: InputRow, index: number): RejectedRow | undefined {
    const { value } = row;
    if (this.fields.length === 0 || typeof value !== "object" || value === null) return undefined;
    const id = value["physicianId"];
    if (typeof id === "object" || (this.#hasPhysicianColumn && isAbsent(id))) return undefined;
    const name = String(id);
    const first = this.#first.get(name);
    if (first === undefined) {
      this.#first.set(name, value);
      const physician = this.#physicianOf(row);
      this.#found.push(physician);
      const rejected = this.#reader.addPhysician(physician, index);
      if (rejected) this.refused.push({ rejected, row });
      return undefined;
    }
    const field = this.fields.find((one) => {
      const [here, there] = [valueIn(value, one), valueIn(first, one)];
      return here !== there && !(isAbsent(here) && isAbsent(there));
    });
    if (field === undefined) return undefined;
    const wanted = show(valueIn(first, field) ?? "");
    const allowed = {
      fr: `${wanted}, comme à sa première ligne`,
      en: `${wanted}, as on its first row`,
    };
    return {
      kind: "patient",
      index,
      refusals: [
        refusal(
          "PHYSICIAN_CONTRADICTED",
          `patients[${index}].${field}`,
          valueIn(value, field),
          allowed,
        ),
      ],
    };
  }

  #physicianOf({ value }: InputRow): Physician {
    const own = this.fields.filter((field) => factOf(field) === undefined);
    const facts = own.map((field) => [PHYSICIAN_FIELDS[field] ?? field, value[field]]);
    return {
      id: value["physicianId"],
      ...Object.fromEntries(facts),
      ...(own.length < this.fields.length && { facts: value["facts"] }),
    } as Physician;
  }
}

type Value = InputRow["value"];

function valueIn(value: Value, field: string): unknown {
  const id = factOf(field);
  if (id === undefined) return value[field];
  const { facts } = value;
  return typeof facts === "object" ? (facts as Value | null)?.[id] : undefined;
}

/** Physician facts present in a patient list, of those that may be. */
export function factsOf({ fields }: Pick<InputList, "fields">, inList: Names): string[] {
  return Object.keys(inList).filter((field) => fields.has(field));
}

const NOT_OF_PATIENTS: ReadonlySet<string> = new Set([
  ...Object.keys(IN_LIST_FIELDS),
  "practiceId",
  "facts",
]);

/** The patient part of a row, without physician facts. */
export function patientOf({ value }: InputRow): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([field]) => !NOT_OF_PATIENTS.has(field)));
}
