import type { Reading, Type } from "../formula/expression/expression.ts";

/** A column of any type as SQL: the first arm of a CASE that holds, or what is read otherwise. */
export interface ReadColumn {
  /** `WHEN condition THEN value`; there may be none. */
  readonly arms: readonly string[];
  readonly otherwise: string;
}

/** How a database reads a column of any type: each reading is NULL where it does not apply. */
export type Readings = (column: string, as: Reading) => ReadColumn;

/** What the readings of a database are made of. */
interface Means {
  /** The text of a column of any type, without the blanks around it. */
  readonly text: (column: string) => string;
  /** The same, where a date is YYYY-MM-DD whatever the settings of the session. Default: `text`. */
  readonly isoText?: (column: string) => string;
  /** What the first group of a pattern takes from a text, as a type; NULL if it does not match. */
  readonly taken: (text: string, pattern: string, type: Type) => string;
  /** A group that is a day. Default: three numbers, of which `taken` makes a day or NULL. */
  readonly day?: string;
  /** Arms for columns of a type that needs no text. */
  readonly typed?: Readonly<Partial<Record<Reading, (column: string) => string>>>;
}

export const YES = ["true", "t", "yes", "y", "oui", "o", "vrai"];
export const NO = ["false", "f", "no", "n", "non", "faux"];

// No pattern has a backslash: what one means inside a text depends on the database.
const WHOLE = "^(-?[0-9]{1,9})([.]0*)?$";
const ONE_OR_ZERO = "^([01])([.]0*)?$";
const DECIMAL = "^([0-9]+([.][0-9]+)?([eE][+-]?[0-9]{1,2})?)$";
/** A year alone, with a month, or with a day of no month, as carte Vitale files have it. */
const YEAR = "^([0-9]{4})(-[0-9]{2}|-(00|1[3-9]|[2-9][0-9])-[0-9]{2})?$";
const DAY = "([1-9][0-9]{3}-[0-9]{2}-[0-9]{2})";
/** What may follow a day: midnight, where a zone is told that of UTC. */
const MIDNIGHT = "([ T]00:00(:00([.]0+)?)?([+]00(:?00)?|Z)?)?";

/**
 * The days of the calendar, for a database whose casts end the query where there is no such day.
 * Of each month 28 days, then the 29th and 30th, then the 31st, and 29 February of leap years.
 */
export const CALENDAR_DAY =
  "([1-9][0-9]{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)" +
  "|(?:0[13578]|1[02])-31)|(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])" +
  "|(?:[2468][048]|[13579][26])00)-02-29)";

/** The readings of a database, from its means. */
export function readingsBy(means: Means): Readings {
  const { text, isoText = text, taken, day = DAY, typed = {} } = means;
  const isWord = (column: string, words: readonly string[]): string =>
    `LOWER(${text(column)}) IN (${words.map((word) => `'${word}'`).join(", ")})`;
  const arms: Readonly<Partial<Record<Reading, (column: string) => string[]>>> = {
    flag: (column) => [
      `WHEN ${isWord(column, YES)} THEN TRUE`,
      `WHEN ${isWord(column, NO)} THEN FALSE`,
    ],
    answer: (column) => [
      `WHEN ${isWord(column, YES)} THEN 'yes'`,
      `WHEN ${isWord(column, NO)} THEN 'none'`,
      `WHEN ${taken(text(column), ONE_OR_ZERO, "integer")} = 1 THEN 'yes'`,
      `WHEN ${taken(text(column), ONE_OR_ZERO, "integer")} = 0 THEN 'none'`,
    ],
  };
  const otherwise: Readonly<Record<Reading, (column: string) => string>> = {
    text: (column) => `NULLIF(${text(column)}, '')`,
    whole: (column) => taken(text(column), WHOLE, "integer"),
    flag: (column) => taken(text(column), ONE_OR_ZERO, "boolean"),
    answer: (column) => `NULLIF(${text(column)}, '')`,
    day: (column) => taken(isoText(column), `^${day}${MIDNIGHT}$`, "day"),
    year: (column) => taken(isoText(column), YEAR, "integer"),
    decimal: (column) => taken(text(column), DECIMAL, "decimal"),
  };
  return (column, as) => ({
    arms: [...(typed[as] ? [typed[as](column)] : []), ...(arms[as]?.(column) ?? [])],
    otherwise: otherwise[as](column),
  });
}
