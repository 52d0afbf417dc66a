import { isAbsent, type Patient } from "../list/patient.ts";
import type { Physician } from "../list/physician.ts";
import { PATIENT_FIELDS } from "../list/patient-fields.ts";

/** A fact that two lists tell otherwise: as each gives it, null where it gives none. */
export interface DifferingFact {
  readonly field: string;
  readonly a: unknown;
  readonly b: unknown;
}

type Field = keyof Patient & string;

const FACTS = PATIENT_FIELDS.filter((field) => field !== "id" && field !== "physicianId");

/** Facts that both lists tell, and those that one alone does, which are not compared. */
export function factsTold(
  a: readonly Patient[],
  b: readonly Patient[],
): { readonly both: readonly Field[]; readonly one: readonly Field[] } {
  const tells = (rows: readonly Patient[], field: Field): boolean =>
    rows.some((row) => !isAbsent(row[field]));
  const [inA, inB] = [a, b].map((rows) => FACTS.filter((field) => tells(rows, field))) as [
    Field[],
    Field[],
  ];
  const isEmpty = a.length === 0 || b.length === 0;
  return {
    both: inA.filter((field) => inB.includes(field)),
    one: isEmpty ? [] : FACTS.filter((field) => inA.includes(field) !== inB.includes(field)),
  };
}

export function differingFacts(a: Patient, b: Patient, fields: readonly Field[]): DifferingFact[] {
  return fields.flatMap((field) => difference(field, a[field], b[field]));
}

/** What two lists tell of their physician, or of no physician. */
export function differingPhysician(a: Physician, b: Physician): DifferingFact[] {
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Physician)[];
  return fields
    .filter((field) => field !== "id")
    .flatMap((field) => difference(field, a[field], b[field]));
}

function difference(field: string, a: unknown, b: unknown): DifferingFact[] {
  return canonical(a) === canonical(b) ? [] : [{ field, a: copyOf(a), b: copyOf(b) }];
}

/** The result is frozen; the rows of the caller are not. */
function copyOf(value: unknown): unknown {
  return isAbsent(value) ? null : JSON.parse(JSON.stringify(value));
}

/** Actions and visits have no order; an empty cell is one that says nothing. */
function canonical(value: unknown): string {
  if (isAbsent(value)) return "";
  const parts = Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value;
  return JSON.stringify(parts);
}
