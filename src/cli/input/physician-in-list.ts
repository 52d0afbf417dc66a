import { refusal } from "../../error.ts";
import type { Rejected } from "../../panel/list.ts";
import type { Physician } from "../../panel/physician.ts";
import type { BatchReader } from "../../statement/read.ts";
import { IN_LIST_FIELDS } from "./fields.ts";
import type { InputRow } from "./list.ts";

const AS_PHYSICIAN: Readonly<Record<string, keyof Physician>> = { physicianBirthDate: "birthDate", physicianAge: "age" };

/** Physicians whose facts stand in the list: the first row of each tells, and the others may not contradict it. */
export class PhysiciansInList {
  readonly #reader: BatchReader;
  readonly #fields: readonly string[];
  readonly #first = new Map<unknown, Readonly<Record<string, unknown>>>();
  /** Physicians that could not be read, with the row that told of them. */
  readonly refused: { readonly rejected: Rejected; readonly row: InputRow }[] = [];

  constructor(reader: BatchReader, fields: readonly (string | undefined)[]) {
    this.#reader = reader;
    this.#fields = physicianFieldsOf(fields);
  }

  /** Reads the facts in a row; gives why the row is refused, if it contradicts an earlier one. */
  read(row: InputRow, index: number): Rejected | undefined {
    if (this.#fields.length === 0) return undefined;
    const { physicianId } = row.value;
    const first = this.#first.get(physicianId);
    if (first === undefined) {
      this.#first.set(physicianId, row.value);
      const rejected = this.#reader.addPhysician(physicianOf(row, this.#fields), index);
      if (rejected) this.refused.push({ rejected, row });
      return undefined;
    }
    const field = this.#fields.find((one) => row.value[one] !== first[one]);
    if (field === undefined) return undefined;
    const wanted = JSON.stringify(first[field]);
    const allowed = { fr: `${wanted}, comme à sa première ligne`, en: `${wanted}, as on its first row` };
    return { kind: "patient", index, refusals: [refusal("PHYSICIAN_CONTRADICTED", `patients[${index}].${field}`, row.value[field], allowed)] };
  }
}

/** The columns of a list that tell of the physician. */
export function physicianFieldsOf(fields: readonly (string | undefined)[]): string[] {
  return Object.keys(IN_LIST_FIELDS).filter((field) => fields.includes(field));
}

/** The physician as a row of the list tells of him. */
export function physicianOf({ value }: InputRow, fields: readonly string[]): Physician {
  const facts = fields.map((field) => [AS_PHYSICIAN[field] ?? field, value[field]]);
  return { id: value["physicianId"], ...Object.fromEntries(facts) } as Physician;
}

/** A row of the list as the library takes it, without the facts of the physician. */
export function patientOf({ value }: InputRow): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([field]) => !Object.hasOwn(IN_LIST_FIELDS, field)));
}
