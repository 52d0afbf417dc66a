import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import type { Account } from "../../list/batch-reader.ts";
import type { ListChoices } from "../../list/batch.ts";
import { factsOf } from "../../list/cell.ts";
import { columnsWhere } from "../../list/told-columns.ts";
import type { Patient } from "../../list/patient.ts";
import type { Physician } from "../../list/physician.ts";
import type { Practice } from "../../list/practice.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { patientReader } from "../../statement/facts.ts";
import { fail } from "../report/failure.ts";
import { declaredIn } from "../input/declared-facts.ts";
import { openBatch } from "../input/facts-asked.ts";
import type { Header } from "../input/header.ts";
import { faultOf } from "../input/kinds/fault.ts";
import { patientOf, type PhysiciansInList } from "../input/physician-in-list.ts";
import { faultyRow } from "../input/refused-row.ts";
import { columnReaders, recordReader } from "../input/values.ts";
import type { RefusedRow } from "../report/messages.ts";

/** Input of the row reader for rows that SQL cannot parse. */
export interface FallbackJob {
  readonly file: string;
  readonly header: Header;
  readonly compiled: Compiled;
  readonly year: number;
  readonly choices: ListChoices;
  readonly physicians: readonly Physician[] | undefined;
  readonly practices: readonly Practice[] | undefined;
  /** Physician facts found in the list. */
  readonly inFile: PhysiciansInList | undefined;
  /** Indicators with a flag column, in order. */
  readonly indicators: readonly string[];
}

/** Number of rows held in memory at a time. */
const AT_A_TIME = 50_000;

/**
 * Re-reads the fallback rows of `listed` with the row reader. Accepted rows go to the table
 * `reread`, refused ones to `refuse`, in file order.
 * @param reader connection that reads `listed`
 * @param writer second connection, which writes `reread`
 * @returns how many are left out: they are not of the list on the day
 */
export async function readFallbackRows(
  reader: DuckDBConnection,
  writer: DuckDBConnection,
  job: FallbackJob,
  refuse: (row: RefusedRow) => Promise<void>,
): Promise<number> {
  let leftOut = 0;
  const appender = await writer.createAppender("reread");
  const result = await reader.stream(
    "SELECT CAST(place AS INTEGER), raw FROM listed WHERE fallback ORDER BY place",
  );
  let held: FallbackRow[] = [];
  for await (const rows of result.yieldRowsJson()) {
    held.push(
      ...(rows as [number, (string | null)[]][]).map(([place, raw]) => ({
        place,
        raw: raw.map((cell) => cell ?? ""),
      })),
    );
    if (held.length < AT_A_TIME) continue;
    leftOut += await readSome(held, job, appender, refuse);
    held = [];
  }
  leftOut += await readSome(held, job, appender, refuse);
  appender.closeSync();
  return leftOut;
}

interface FallbackRow {
  readonly place: number;
  readonly raw: readonly string[];
}

async function readSome(
  rows: readonly FallbackRow[],
  job: FallbackJob,
  appender: DuckDBAppender,
  refuse: (row: RefusedRow) => Promise<void>,
): Promise<number> {
  const { compiled, header, file, inFile, year, choices } = job;
  const reader = openBatch(compiled, { year, choices }, job.physicians, job.practices);
  const columns = columnsWhere((field) => header.fields.includes(field));
  const add = reader.list("patients", () => columns);
  const read = recordReader(header.fields, columnReaders(header, declaredIn(compiled.schedule)));
  for (const { place, raw } of rows) {
    if (raw.every((cell) => cell.trim() === "")) continue;
    const row = { value: read(raw), raw };
    const fault = faultOf(raw, header, row.value);
    const outcome =
      faultyRow({ ...row, ...(fault && { fault }) }, header, "patient", place) ??
      inFile?.read(row, place) ??
      add(patientOf(row) as Patient, place);
    if (outcome && "refusals" in outcome) await refuse({ ...outcome, file, raw, header });
  }
  const { accounts, leftOut } = reader.end();
  for (const account of accounts) append(account, job, appender);
  return leftOut.length;
}

/** Appends the patients of an account to `reread`. */
function append(
  { physician, patients }: Account,
  { compiled, indicators }: FallbackJob,
  appender: DuckDBAppender,
): void {
  const { rows, cells, ids: patientIds, prevention } = patients;
  for (const [i, cell] of cells.entries()) {
    const facts = factsOf(cell);
    const done = prevention[i] ?? 0;
    const ids = typeof done === "number" ? [] : done;
    const seen =
      compiled.reads.has("seen") && facts.seen !== "unknown"
        ? patientReader(compiled.schedule, facts)("seen") === true
        : true;
    const unflagged = indicators.length > 0 && ids.find((id) => !indicators.includes(id));
    if (unflagged)
      fail(
        "ENGINE_INDICATOR",
        `indicateur ${unflagged} : ce barème modifié demande le calcul ligne à ligne ` +
          "(sans --engine)",
        `indicator ${unflagged}: this changed schedule needs the row path (without --engine)`,
      );
    const id = patientIds[i] ?? null;
    appender.appendBigInt(BigInt(rows[i] as number));
    appender.appendVarchar(physician.id ?? "");
    if (id === null) appender.appendNull();
    else appender.appendVarchar(id);
    appender.appendInteger(facts.age);
    appender.appendBoolean(facts.ald);
    appender.appendVarchar(facts.c2s);
    appender.appendBoolean(seen);
    appender.appendInteger(
      typeof done === "number" ? done : indicators.length > 0 ? 0 : ids.length,
    );
    for (const indicator of indicators) appender.appendBoolean(ids.includes(indicator));
    appender.endRow();
  }
}
