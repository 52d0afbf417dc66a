import { oneOf } from "../error.ts";
import type { Notice } from "../notice.ts";
import { DATED_FIELDS } from "./patient-on.ts";
import type { Patient } from "./patient.ts";
import { PREVENTION_FIELDS } from "./row-prevention.ts";

/** What is read of a patient. */
export const PATIENT_FIELDS = [
  "id",
  "physicianId",
  "birthDate",
  "age",
  "ald",
  "c2s",
  "seen",
  "lastSeen",
  "prevention",
  ...PREVENTION_FIELDS,
  ...DATED_FIELDS,
] as const satisfies (keyof Patient)[];
const FIELDS: ReadonlySet<string> = new Set(PATIENT_FIELDS);
const DATES: ReadonlySet<string> = new Set(DATED_FIELDS);
const OF_PREVENTION: ReadonlySet<string> = new Set(PREVENTION_FIELDS);

/** 1 for a field that a row has. */
export const present = (value: unknown): number => (value === undefined ? 0 : 1);

/** Number of fields. If as many known fields are set, the names need no check. */
export function fieldCount(row: object): number {
  let count = 0;
  for (const _ in row) count += 1;
  return count;
}

/** Fields of a row besides those that most rows have: dates, acts and the like, unknown ones. */
export function otherFields(row: object): {
  readonly dated: Record<string, unknown> | undefined;
  readonly prevention: Record<string, unknown> | undefined;
  readonly unknown: readonly string[];
} {
  const unknown: string[] = [];
  let dated: Record<string, unknown> | undefined;
  let prevention: Record<string, unknown> | undefined;
  for (const field in row)
    if (DATES.has(field)) {
      const value = (row as Record<string, unknown>)[field];
      if (value !== undefined) (dated ??= {})[field] = Array.isArray(value) ? [...value] : value;
    } else if (OF_PREVENTION.has(field)) {
      const value = (row as Record<string, unknown>)[field];
      if (value !== undefined) (prevention ??= {})[field] = value;
    } else if (!FIELDS.has(field)) unknown.push(field);
  return { dated, prevention, unknown };
}

/** Notice of a field of rows that nothing reads. */
export function unknownField(rows: string, field: string, known: Iterable<string>): Notice {
  return {
    code: "unknown-field",
    path: `${rows}.${field}`,
    fr: `champ inconnu « ${field} », non lu ; champs lus : ${oneOf(known).fr}`,
    en: `unknown field "${field}", not read; fields read: ${oneOf(known).en}`,
  };
}
