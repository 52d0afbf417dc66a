import type { Compiled } from "../../statement/compile.ts";
import { quoted } from "./engine.ts";
import { ageOf, booleanOf, c2sOf, seenOf, trimmed, yearsSince } from "./quick-values.ts";
import { preventionOf } from "./quick-prevention.ts";
import type { PhysiciansRead } from "./physicians.ts";
import { textOf, textsOf, type Source } from "./source.ts";

/**
 * The rows of a file, read by SQL alone: `physicianId`, `id`, `age`, `ald`, `c2s`, `seen`, `prevention`, a flag `did_0`, `did_1`... for
 * each indicator where they are told apart, `odd`, `raw` (the cells of an odd row as text), and `place` where the format numbers its rows. Only what is written in one of the usual
 * ways is read; a row with anything else is odd, and the row path has the last word on it.
 */
export interface QuickRead {
  readonly sql: string;
  /** The indicators that have a flag, in order; empty where their number is enough. */
  readonly indicators: readonly string[];
}

export function quickRead(source: Source, compiled: Compiled, referenceYear: number, physicians: PhysiciansRead | undefined): QuickRead {
  const texts = textsOf(source);
  const prevention = preventionOf(compiled, texts.get("prevention"));
  const within = Number.parseInt(compiled.schedule.reads.seenWithin ?? "2", 10);
  const seen = seenOf(texts.get("seen"), yearsSince(texts.get("lastSeen"), referenceYear), within);
  const columns = [
    ...(source.place === undefined ? [] : [`${source.place} AS place`]),
    `${ownerOf(texts.get("physicianId"), physicians)} AS "physicianId"`,
    `${trimmed(texts.get("id"))} AS id`,
    `${ageOf(texts.get("age"), yearsSince(texts.get("birthDate"), referenceYear))} AS age`,
    `${booleanOf(texts.get("ald"))} AS ald`,
    `${c2sOf(texts.get("c2s"))} AS c2s`,
    `${seen ?? "TRUE"} AS seen`,
    ...prevention.columns,
  ];
  const isRead = [
    ...["age", "ald", "seen"].map((name) => `${name} IS NOT NULL`),
    compiled.c2sKind ? "c2s <> 'yes'" : "c2s IS NOT NULL",
    "prevention >= 0",
    physicians ? '"physicianId" IN (SELECT id FROM physicians)' : '"physicianId" IS NOT NULL',
  ];
  const raw = source.columns.map((column, i) => `${textOf(column, source.types[i] as string)} AS raw_${i}`);
  const cells = raw.map((_, i) => `raw_${i}`).join(", ");
  const facts = `SELECT ${[...columns, ...raw].join(",\n    ")}\n  FROM ${source.table}`;
  const judged = `SELECT *, (${isRead.join(" AND ")}) IS NOT TRUE AS odd\n  FROM (${facts})`;
  return { sql: `SELECT * EXCLUDE (${cells}), CASE WHEN odd THEN [${cells}] END AS raw\nFROM (${judged})`, indicators: prevention.indicators };
}

/** The physician of a row; in a list that names none the only one there is, or one without a name. */
function ownerOf(text: string | undefined, physicians: PhysiciansRead | undefined): string {
  if (text !== undefined) return trimmed(text);
  const only = physicians ? physicians.only : "";
  return typeof only === "string" ? quoted(only) : "CAST(NULL AS VARCHAR)";
}
