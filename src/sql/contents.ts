import {
  call,
  cast,
  coalesce,
  read,
  yearOf,
  type ColumnReference,
  type Expression,
} from "../formula/expression/expression.ts";
import { C2S_KINDS, OLDEST, PATIENT_DATES, SECTORS, ZONES } from "../facts.ts";

/** What the column of a field holds. */
export interface Content {
  /** Name of the value that is read from it. */
  readonly as: string;
  readonly value: (column: ColumnReference) => Expression;
  /** What is read, for the heading of the query. */
  readonly holds: string;
  /** An empty cell has a meaning, so that a value that is not read must be told from it. */
  readonly mayBeEmpty?: true;
}

const content = (as: string, holds: string, value: Content["value"]): Content => ({
  as,
  holds,
  value,
});
const orEmpty = (one: Content): Content => ({
  ...one,
  holds: `${one.holds}; or empty`,
  mayBeEmpty: true,
});

const id = (as: string): Content => content(as, "an id", (column) => read(column, "text"));
const whole = (as: string, holds = "a whole number"): Content =>
  content(as, holds, (column) => read(column, "whole"));
const flag = (as: string): Content => content(as, "yes or no", (column) => read(column, "flag"));
const day = (as: string): Content => orEmpty(content(as, "a day", (column) => read(column, "day")));
const year = (as: string): Content =>
  content(as, "a day, a month or a year", (column) =>
    call("COALESCE", yearOf(read(column, "day")), read(column, "year")),
  );
/** Another word is read as well, and refused by the fact that it is for. */
const word = (as: string, words: readonly string[], value: Content["value"]): Content =>
  content(as, `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}; or empty`, value);

const AGE = `a whole number from 0 to ${OLDEST}`;

const snake = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * By field, what a table of patients holds.
 * @param mostActions most prevention actions of a patient
 */
export const patientContents = (mostActions: number): Readonly<Record<string, Content>> => ({
  physicianId: id("physician_id"),
  id: content("patient_id", "an id, once in the list of a physician; or empty", (column) => column),
  place: content("place", "the order of the list", (column) => column),
  age: whole("age", AGE),
  birthDate: year("birth_year"),
  birthYear: whole("birth_year", "a year"),
  ald: flag("ald"),
  c2s: content("c2s", `yes or no, or ${["none", ...C2S_KINDS].join(", ")}`, (column) =>
    read(column, "answer"),
  ),
  seen: flag("seen"),
  lastSeen: year("last_year"),
  yearsSinceSeen: whole("years_since_seen"),
  prevention: orEmpty(whole("prevention", `a whole number from 0 to ${mostActions}`)),
  ...Object.fromEntries(PATIENT_DATES.map((field) => [field, day(snake(field))])),
});

/** By field, what a table of physicians holds. */
export const PHYSICIAN_CONTENTS: Readonly<Record<string, Content>> = {
  id: id("physician"),
  zone: word("zone", ZONES, (column) => read(column, "text")),
  age: orEmpty(whole("age", AGE)),
  birthDate: orEmpty(year("birth_year")),
  birthYear: orEmpty(whole("birth_year", "a year")),
  firstInstallation: orEmpty(year("first_year")),
  contract: orEmpty(flag("contract")),
  // A sector may be a number.
  sector: word("sector", SECTORS, (column) =>
    coalesce(cast(read(column, "whole"), "text"), read(column, "text")),
  ),
  activeFrom: day("active_from"),
  activeUntil: day("active_until"),
};

/** What the column of a prevention indicator holds, or that of a fact that a schedule declares. */
export const aFlag = (as: string): Content => orEmpty(flag(as));
export const aNumber = (as: string): Content =>
  orEmpty(content(as, "a number, rounded to four decimals", (column) => read(column, "decimal")));
