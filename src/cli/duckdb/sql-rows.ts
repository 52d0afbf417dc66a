import { OLDEST, type Fact } from "../../facts.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { quoted } from "./engine.ts";
import type { ListRequirements } from "../../list/list-requirements.ts";
import { ageOf, booleanOf, c2sOf, idOf, isTrim, seenOf, yearsSince } from "./sql-cells.ts";
import { LABELS } from "../input/kinds/total-row.ts";
import { datesAreRead } from "./sql-dates.ts";
import { preventionOf } from "./sql-prevention.ts";
import type { PhysiciansRead } from "./physicians.ts";
import { textOf, textsOf, type Source } from "./source.ts";

/**
 * SQL that parses the rows of a file: `physicianId`, `id`, `age`, `ald`, `c2s`, `seen`,
 * `prevention`, and a flag `did_0`, `did_1`... for each indicator priced on its own. Only common
 * spellings are parsed; any other row is a fallback row, re-read by the row reader, which decides.
 */
export interface SqlRows {
  /**
   * Every row, with `fallback`, `raw` (the cells of a fallback row as text), and `place` if the
   * format numbers its rows.
   */
  readonly staged: string;
  /** Every row; `physicianId` is NULL for fallback rows that the schedule's query cannot detect. */
  readonly streamed: string;
  /** Indicators with a flag, in order; empty if their number is enough. */
  readonly indicators: readonly string[];
}

export function sqlRows(
  source: Source,
  compiled: Compiled,
  required: ListRequirements,
  physicians: PhysiciansRead | undefined,
  contradicts: string | undefined,
): SqlRows {
  const texts = textsOf(source);
  const prevention = preventionOf(compiled, texts.get("prevention"));
  const { referenceYear, rows, choices } = required;
  const seen = seenOf(texts.get("seen"), texts.get("lastSeen"), {
    referenceYear,
    within: rows.seenWithin ?? 2,
    lateVisit: rows.lateVisit,
    neverSeen: choices.neverSeen,
  });
  const hasVisits = texts.has("visits");
  const dates = hasOwnWords(source) ? ["FALSE"] : datesAreRead(texts, required);
  const totals = totalsIn(source, texts);
  const columns = [
    `${ownerOf(texts.get("physicianId"), physicians)} AS "physicianId"`,
    `${idOf(texts.get("id"))} AS id`,
    `${ageOf(texts.get("age"), yearsSince(texts.get("birthDate"), referenceYear))} AS age`,
    `${booleanOf(texts.get("ald"))} AS ald`,
    `${c2sOf(texts.get("c2s"))} AS c2s`,
    `${seen ?? (hasVisits ? "CAST(NULL AS BOOLEAN)" : "TRUE")} AS seen`,
    ...prevention.columns,
    ...dates.map((test) => `(${test}) AS is_settled`),
    ...totals.map((test) => `(${test}) AS is_row`),
  ];
  const facts: readonly (readonly [string, string])[] = [
    ["age", `age BETWEEN 0 AND ${OLDEST}`],
    ["ald", "ald IS NOT NULL"],
    ["c2s", compiled.c2sKind ? "c2s <> 'yes'" : "c2s IS NOT NULL"],
    ["seen", seen === undefined && !hasVisits ? "TRUE" : "seen IS NOT NULL"],
    ["prevention", "prevention >= 0"],
  ];
  const unseen = [
    ...totals.map(() => "is_row"),
    ...facts.filter(([fact]) => !isChecked(compiled, fact)).map(([, isRead]) => isRead),
    ...dates.map(() => "is_settled"),
  ];
  const inner = `SELECT ${columns.join(",\n    ")}\n  FROM ${source.table}`;
  const owner = `CASE WHEN ${unseen.join(" AND ")} THEN "physicianId" END AS "physicianId"`;
  const streamed = unseen.length === 0 ? inner : `SELECT * REPLACE (${owner}) FROM (${inner})`;
  const isRead = [
    ...facts.map(([, one]) => one),
    ...dates.map(() => "is_settled"),
    ...idsAreRead(texts, physicians),
    ...totals.map(() => "is_row"),
    ...(contradicts === undefined ? [] : ["NOT contradicts"]),
  ].join(" AND ");
  return {
    staged: stagedRows(
      source,
      contradicts === undefined ? columns : [...columns, `${contradicts} AS contradicts`],
      isRead,
    ),
    streamed,
    indicators: prevention.indicators,
  };
}

/** Whether cells have words of the user, which the row reader reads. */
function hasOwnWords({ header: { blank, values } }: Source): boolean {
  return blank !== undefined || values.some((words) => words !== undefined);
}

/** Whether the schedule's query itself validates a fact. */
function isChecked({ reads, amounts }: Compiled, fact: string): boolean {
  return fact === "prevention"
    ? amounts.some(({ prevention }) => prevention)
    : reads.has(fact as Fact);
}

/** Tests that a row of a CSV file with ages is no total; a total has no birth date. */
function totalsIn({ separator, columns }: Source, texts: ReadonlyMap<string, string>): string[] {
  if (separator === undefined || !texts.has("age")) return [];
  const cells = new Set([texts.get("id"), texts.get("physicianId"), columns[0]]);
  const tests = [...cells]
    .filter((cell) => cell !== undefined)
    .flatMap((cell) =>
      LABELS.map((label) => `COALESCE(REGEXP_MATCHES(${cell}, ${quoted(label)}, 'i'), FALSE)`),
    );
  return [`NOT (${tests.join(" OR ")})`];
}

function idsAreRead(
  texts: ReadonlyMap<string, string>,
  physicians: PhysiciansRead | undefined,
): string[] {
  return [
    ...(texts.has("id") ? [`COALESCE(${isTrim("id")}, TRUE)`] : []),
    ...(texts.has("physicianId") ? [isTrim('"physicianId"')] : []),
    physicians ? '"physicianId" IN (SELECT id FROM physicians)' : '"physicianId" IS NOT NULL',
  ];
}

function stagedRows(
  { columns: cells, types, table, place }: Source,
  columns: readonly string[],
  isRead: string,
): string {
  const raw = cells.map((_, i) => `raw_${i}`).join(", ");
  const texts = cells.map((cell, i) => `${textOf(cell, types[i] as string)} AS raw_${i}`);
  const all = [...(place === undefined ? [] : [`${place} AS place`]), ...columns, ...texts].join(
    ",\n    ",
  );
  return [
    `SELECT * EXCLUDE (${raw}), CASE WHEN fallback THEN [${raw}] END AS raw`,
    `FROM (SELECT *, (${isRead}) IS NOT TRUE AS fallback`,
    `  FROM (SELECT ${all}`,
    `  FROM ${table}))`,
  ].join("\n");
}

/** Physician of a row; without a physician column, the single physician or an unnamed one. */
function ownerOf(text: string | undefined, physicians: PhysiciansRead | undefined): string {
  if (text !== undefined) return idOf(text);
  const only = physicians ? physicians.only : "";
  return typeof only === "string" ? quoted(only) : "CAST(NULL AS VARCHAR)";
}
