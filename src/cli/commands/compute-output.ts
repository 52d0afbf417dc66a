import { printableJson } from "../../printable.ts";
import type { Compiled } from "../../statement/compiled.ts";
import type { ReadingPrices } from "../../statement/compute-readings.ts";
import { formatStatement } from "../../statement/format/format.ts";
import { StatementSeries, type SeriesLayout } from "../../statement/format/series.ts";
import type { PatientShare } from "../../statement/shares.ts";
import type { Statement } from "../../statement/statement.ts";
import type { Context } from "../arguments/context.ts";
import type { Duckdb } from "../duckdb/duckdb.ts";
import { writeTable } from "../duckdb/output.ts";
import type { BatchFromFiles } from "../input/batch.ts";
import type { Sink } from "../io.ts";
import { csvTable, type CsvTable } from "../output/csv-table.ts";
import { outputColumns, outputRows, type Totals } from "../output/records.ts";
import { writeOutput } from "../output/write-output.ts";
import { printedAs, type Target } from "./compute-target.ts";

/** The statement of a physician, and the shares of their patients if asked for. */
export interface Computed {
  readonly statement: Statement;
  readonly shares: readonly PatientShare[];
  /** What the open questions are worth for the physician. */
  readonly readings: ReadingPrices | undefined;
}

interface Results {
  readonly compiled: Compiled;
  readonly batch: BatchFromFiles;
  readonly computed: Iterable<Computed>;
}

/** Writes statements where they are to go, and adds them up. */
export async function writeStatements(
  { io, locale }: Context,
  duckdb: Duckdb,
  target: Target,
  results: Results,
): Promise<Totals> {
  const totals = { physicians: 0, patients: 0, cents: 0n };
  function* counted(): Generator<Computed> {
    for (const one of results.computed) {
      totals.physicians += 1;
      totals.patients += one.statement.patients;
      totals.cents += BigInt(one.statement.total.replace(".", ""));
      yield one;
    }
  }
  const counting = { ...results, computed: counted() };
  const { path, format } = target;
  if (format === "none") for (const _ of counting.computed) continue;
  else if (format === "typed") await writeTyped(io, duckdb, target, counting, locale);
  else if (path === "-") await writeTexts(io.out, target, counting, locale);
  else await writeOutput(io, path, "shared", (file) => writeTexts(file, target, counting, locale));
  return totals;
}

async function writeTyped(
  io: Context["io"],
  duckdb: Duckdb,
  { path, detail }: Target,
  { compiled, computed }: Results,
  locale: "fr" | "en",
): Promise<void> {
  const columns = outputColumns(detail, compiled.schedule);
  await writeTable(await duckdb.engine(), io, path, columns, async (table) => {
    for (const { statement, shares } of computed)
      table.add(outputRows(statement, shares, detail, locale));
  });
}

async function writeTexts(
  sink: Sink,
  target: Target,
  results: Results,
  locale: "fr" | "en",
): Promise<void> {
  const as = printedAs(target);
  if (as) return print(sink, as, results, locale);
  const columns = outputColumns(target.detail, results.compiled.schedule);
  const table = csvTable(columns, target.csv, locale);
  const { start, between, end } = envelopeOf(target, results, table);
  await sink.write(start);
  let isFirst = true;
  for (const one of results.computed) {
    await sink.write((isFirst ? "" : between) + formatted(one, target, table, locale));
    isFirst = false;
  }
  await sink.write(end);
}

/** One statement whole, or several, which have in common what is said at their end. */
async function print(
  sink: Sink,
  as: SeriesLayout,
  { compiled, batch, computed }: Results,
  locale: "fr" | "en",
): Promise<void> {
  const series = new StatementSeries(compiled.schedule, as, locale);
  const isAlone = batch.accounts.length === 1;
  for (const { statement, readings } of computed)
    await sink.write(
      isAlone
        ? formatStatement(statement, { locale, as, ...(readings && { readings }) })
        : series.next(statement, readings),
    );
  await sink.write(series.end());
}

function envelopeOf(
  { format }: Target,
  { batch: { refused, leftOut, counts } }: Results,
  table: CsvTable,
): { start: string; between: string; end: string } {
  if (format === "csv") return { start: table.header, between: "", end: "" };
  const rejected = refused.map(({ file, line, kind, index, id, physicianId, refusals }) => ({
    kind,
    index,
    id,
    physicianId,
    refusals,
    file,
    line,
  }));
  return {
    start: '{"statements":[\n',
    between: ",\n",
    end: `\n],${printableJson({ leftOut, rejected, counts }).slice(1)}\n`,
  };
}

function formatted(
  { statement, shares }: Computed,
  { format, detail }: Target,
  table: CsvTable,
  locale: "fr" | "en",
): string {
  if (format === "json") return printableJson(statement);
  return outputRows(statement, shares, detail, locale)
    .map((row) => table.record(row, statement))
    .join("");
}
