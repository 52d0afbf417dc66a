import { PATIENT_DATES } from "../facts.ts";
import { hasNumber, readNumbers } from "./ald-numbers.ts";
import { yearOf } from "./date.ts";
import { daySpan, isBy, isFrom } from "./day-span.ts";
import { isAbsent, type Patient } from "./patient.ts";

/**
 * Fields whose values decide the cell of a row and its actions; those with many classes are last,
 * which makes a tree of them small.
 */
export const CLASSED_FIELDS = [
  ...PATIENT_DATES,
  "visits",
  "ald",
  "c2s",
  "seen",
  "lastSeen",
  "sex",
  "aldNumbers",
  "prevention",
  "age",
  "birthDate",
] as const satisfies (keyof Patient)[];

export type ClassedField = (typeof CLASSED_FIELDS)[number];

/** Most classes of a field. Rows with values of still others are read one by one. */
export const MOST_CLASSES = 256;

/** In place of a class: the value counts by itself, so that its row has to be read. */
export const NO_CLASS = -1;

/**
 * The values of a field that count alike, whatever else their rows say: a date of birth counts by
 * its year, a registration by being over or not on the day of the list.
 */
export class ValueClasses {
  readonly #keyOf: (value: unknown) => unknown;
  readonly #classes = new Map<unknown, number>();
  /** One value of each class. */
  readonly examples: unknown[] = [];

  /** @param day of the list, a 31 December: YYYY-MM-DD */
  constructor(field: ClassedField, day: string) {
    this.#keyOf = keysOf(field, day);
  }

  classOf(value: unknown): number {
    const key = isAbsent(value) ? null : this.#keyOf(value);
    if (key === undefined) return NO_CLASS;
    const known = this.#classes.get(key);
    if (known !== undefined) return known;
    if (this.examples.length === MOST_CLASSES) return NO_CLASS;
    this.#classes.set(key, this.examples.length);
    return this.examples.push(value) - 1;
  }
}

/** Returns what values of a class have in common, never empty; undefined for no class. */
function keysOf(field: ClassedField, day: string): (value: unknown) => unknown {
  switch (field) {
    case "birthDate":
    case "lastSeen":
      return (date) => yearUntil(date, day);
    case "age":
    case "ald":
    case "seen":
    case "c2s":
      return (value) => (typeof value === "object" ? undefined : value);
    case "sex":
      return (sex) => (sex === "F" || sex === "M" ? sex : undefined);
    case "aldNumbers":
      return isOfAld;
    case "prevention":
      return (actions) => (Array.isArray(actions) ? JSON.stringify(actions) : actions);
    case "visits":
      return () => undefined;
    case "registeredFrom":
    case "aldFrom":
    case "c2sFrom":
      return (date) => hasCome(date, day);
    case "diedOn":
    case "registeredUntil":
    case "aldUntil":
    case "c2sUntil":
      return (date) => isToCome(date, day, field === "diedOn");
  }
}

/** Whether numbers say that there is an ALD; which ones matters to acts alone. */
function isOfAld(given: unknown): boolean | undefined {
  const numbers = readNumbers(given);
  return numbers && hasNumber(numbers);
}

/** The year of a date until the day: which day of it matters nowhere. */
function yearUntil(date: unknown, day: string): number | undefined {
  const year = yearOf(date);
  return year >= 0 && year <= Number.parseInt(day, 10) ? year : undefined;
}

function hasCome(date: unknown, day: string): true | undefined {
  const span = daySpan(date);
  return (span && isBy(day, span)) || undefined;
}

/** Two such dates, or one and one that has come, are in order. */
function isToCome(date: unknown, day: string, isAfter: boolean): true | undefined {
  const span = daySpan(date);
  if (!span || (isAfter && span.first === day)) return undefined;
  return isFrom(day, span) || undefined;
}
