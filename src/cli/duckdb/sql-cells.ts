import { C2S_KINDS } from "../../facts.ts";
import type { NeverSeen } from "../../list/patient.ts";
import type { Requirements } from "../../list/patient-facts.ts";
import { MISSING_MARKERS } from "../../words/missing.ts";
import { quoted } from "./engine.ts";

/** SQL that parses the text of a cell; NULL unless the cell has one of the common spellings. */

type Sql = string;

/** An identifier, unchanged; NULL if empty. */
export function idOf(text: Sql | undefined): Sql {
  return text === undefined ? "CAST(NULL AS VARCHAR)" : `NULLIF(${text}, '')`;
}

const WHITE = [" ", "\t", "\n", "\r", "\u00a0", "\u202f", "\ufeff"];

/**
 * Tests that text starts with a printable ASCII character and does not end with white space, so
 * that there is nothing to trim, which is far cheaper than trimming; and that it is no marker of a
 * missing value, nor a number that a program rewrote, nor the error of a spreadsheet.
 */
export function isTrim(text: Sql): Sql {
  const endsWithWhite = WHITE.map((white) => `ENDS_WITH(${text}, ${quoted(white)})`).join(" OR ");
  const markers = [...MISSING_MARKERS].map(quoted).join(", ");
  const isScientific = `${text} SIMILAR TO '[0-9]+([.,][0-9]+[Ee][+-]?|[Ee][+-])[0-9]{1,3}'`;
  return (
    `${text} >= '!' AND ${text} < CHR(128) AND NOT (${endsWithWhite}) ` +
    `AND ${text} NOT IN (${markers}) AND NOT STARTS_WITH(${text}, '="') ` +
    `AND NOT ENDS_WITH(${text}, '.0') ` +
    `AND NOT STARTS_WITH(${text}, '#') AND NOT STARTS_WITH(${text}, 'Err:') ` +
    `AND NOT (${text} >= '0' AND ${text} < ':' AND ${isScientific})`
  );
}

/**
 * An integer from 0 to 255 in its shortest form. For one or two digits, comparing lengths is enough
 * and cheaper than casting back to text.
 */
export function wholeOf(text: Sql): Sql {
  const whole = `TRY_CAST(${text} AS UTINYINT)`;
  const digits = `CASE WHEN ${whole} < 10 THEN 1 WHEN ${whole} < 100 THEN 2 END`;
  return (
    `CASE WHEN STRLEN(${text}) = ${digits} ` +
    `OR CAST(${whole} AS VARCHAR) = ${text} THEN ${whole} END`
  );
}

/** Age, given or derived from the birth date; both must agree. It may be out of range. */
export function ageOf(age: Sql | undefined, sinceBirth: Sql | undefined): Sql {
  const given = age === undefined ? undefined : wholeOf(age);
  if (given === undefined) return sinceBirth ?? "CAST(NULL AS INTEGER)";
  if (sinceBirth === undefined) return given;
  return (
    `CASE WHEN ${isEmpty(age as Sql)} THEN ${sinceBirth} ` +
    `WHEN ${given} = ${sinceBirth} THEN ${given} END`
  );
}

const YES = ["true", "oui", "1", "O", "vrai", "Oui", "OUI", "VRAI", "TRUE", "o"];
const NO = ["false", "non", "0", "N", "faux", "Non", "NON", "FAUX", "FALSE", "n"];

export function booleanOf(text: Sql | undefined): Sql {
  return text === undefined
    ? "CAST(NULL AS BOOLEAN)"
    : cases(text, [
        [YES, "TRUE"],
        [NO, "FALSE"],
      ]);
}

export function c2sOf(text: Sql | undefined): Sql {
  const kinds = C2S_KINDS.map((kind) => [[kind], quoted(kind)] as const);
  const spellings = [[NO, "'none'"] as const, [YES, "'yes'"] as const, ...kinds];
  return text === undefined ? "CAST(NULL AS VARCHAR)" : cases(text, spellings);
}

/** Orders the branches by frequency: the most common spelling of each value first. */
function cases(text: Sql, meanings: readonly (readonly [readonly string[], Sql])[]): Sql {
  const longest = Math.max(...meanings.map(([spellings]) => spellings.length));
  const branches = Array.from({ length: longest }, (_, i) =>
    meanings.flatMap(([spellings, value]) =>
      spellings[i] === undefined ? [] : [`WHEN ${quoted(spellings[i])} THEN ${value}`],
    ),
  );
  return `CASE ${text} ${branches.flat().join(" ")} END`;
}

/** What decides who was seen, beside the cells. */
export interface SeenRule {
  readonly referenceYear: number;
  /** Years within which a patient counts as seen. */
  readonly within: number;
  /** What a patient is of whom only a visit after the reference day is known. */
  readonly lateVisit: Requirements["lateVisit"];
  /** What an empty cell of the last visit says, if anything. */
  readonly neverSeen: NeverSeen | undefined;
}

/**
 * Whether the patient was seen, given or derived from the date last seen; both must agree.
 * Undefined without either column.
 */
export function seenOf(
  seen: Sql | undefined,
  lastSeen: Sql | undefined,
  rule: SeenRule,
): Sql | undefined {
  const given = seen === undefined ? undefined : booleanOf(seen);
  const dated = lastSeen === undefined ? undefined : seenBy(lastSeen, rule);
  if (given === undefined || dated === undefined) return given ?? dated;
  return (
    `CASE WHEN ${isEmpty(seen as Sql)} THEN ${dated} ` +
    `WHEN (${given}) = (${dated}) THEN ${given} END`
  );
}

function seenBy(lastSeen: Sql, { referenceYear, within, lateVisit, neverSeen }: SeenRule): Sql {
  const since = yearsSince(lastSeen, referenceYear);
  const isWithin =
    lateVisit === "seen" ? `${since} < ${within}` : `${since} BETWEEN 0 AND ${within - 1}`;
  return neverSeen === "empty"
    ? `CASE WHEN ${isEmpty(lastSeen)} THEN FALSE ELSE ${isWithin} END`
    : isWithin;
}

/** Years from a valid date (`YYYY-MM-DD`, `DD/MM/YYYY` or `YYYY`) to the reference year. */
export function yearsSince(date: Sql | undefined, referenceYear: number): Sql | undefined {
  if (date === undefined) return undefined;
  const iso = yearOf(date);
  const french = yearOf(isoOf(date), `${isFrench(date)} AND `);
  const year =
    `CASE WHEN CAST(TRY_CAST(${date} AS USMALLINT) AS VARCHAR) = ${date} ` +
    `AND ${date} >= '1800' AND ${date} < '2200' THEN TRY_CAST(${date} AS INTEGER) END`;
  return (
    `${referenceYear} - CAST(CASE LENGTH(${date}) ` +
    `WHEN 10 THEN COALESCE(${iso}, ${french}) WHEN 4 THEN ${year} END AS INTEGER)`
  );
}

/** Year of an ISO date that exists; NULL otherwise, or if `condition` fails. */
function yearOf(iso: Sql, condition = ""): Sql {
  return (
    `CASE WHEN ${condition}CAST(TRY_CAST(${iso} AS DATE) AS VARCHAR) = ${iso} ` +
    `THEN YEAR(TRY_CAST(${iso} AS DATE)) END`
  );
}

/** A day that exists, as `YYYY-MM-DD` or `DD/MM/YYYY`; NULL for any other text. */
export function dayOf(date: Sql): Sql {
  const iso = `CASE WHEN ${isFrench(date)} THEN ${isoOf(date)} ELSE ${date} END`;
  const day = `TRY_CAST(${iso} AS DATE)`;
  return `CASE WHEN LENGTH(${date}) = 10 AND CAST(${day} AS VARCHAR) = ${iso} THEN ${day} END`;
}

/** `DD/MM/YYYY` as `YYYY-MM-DD`. */
const isoOf = (date: Sql): Sql => `${date}[7:10] || '-' || ${date}[4:5] || '-' || ${date}[1:2]`;
const isFrench = (date: Sql): Sql => `${date}[3] = '/' AND ${date}[6] = '/'`;

export const isEmpty = (text: Sql): Sql => `COALESCE(${text} = '', TRUE)`;
