import { printableJson } from "../../printable.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { formatStatement } from "../../statement/format/format.ts";
import { StatementSeries, type SeriesLayout } from "../../statement/format/series.ts";
import type { Context } from "../arguments/context.ts";
import type { Duckdb } from "../duckdb/duckdb.ts";
import { writeTable } from "../duckdb/output.ts";
import type { BatchFromFiles } from "../input/batch.ts";
import type { Sink } from "../io.ts";
import { csvTable } from "../output/csv-table.ts";
import { outputColumns, type Totals } from "../output/records.ts";
import { writeOutput } from "../output/write-output.ts";
import { Together } from "../output/together.ts";
import { printedAs, type Target } from "./compute-target.ts";
import type { Computed, TableRows, WholeStatement } from "./computed.ts";

interface Results {
  readonly compiled: Compiled;
  readonly batch: BatchFromFiles;
  readonly computed: Computed;
}

/** Writes statements where they are to go, and adds them up. */
export async function writeStatements(
  { io, locale }: Context,
  duckdb: Duckdb,
  target: Target,
  results: Results,
): Promise<Totals> {
  const totals = { physicians: 0, patients: 0, cents: 0n };
  function* counted<One extends TableRows | WholeStatement>(all: Generator<One>): Generator<One> {
    for (const one of all) {
      totals.physicians += 1;
      totals.patients += one.of.patients;
      totals.cents += BigInt(one.of.total.replace(".", ""));
      yield one;
    }
  }
  const { table, whole } = results.computed;
  const computed = {
    table: () => counted(table()),
    whole: () => counted(whole()),
  };
  const counting = { ...results, computed };
  const { path, format } = target;
  if (format === "none") for (const _ of computed.table()) continue;
  else if (format === "typed") await writeTyped(io, duckdb, target, counting);
  else if (path === "-") await writeTexts(io.out, target, counting, locale);
  else await writeOutput(io, path, "shared", (file) => writeTexts(file, target, counting, locale));
  return totals;
}

async function writeTyped(
  io: Context["io"],
  duckdb: Duckdb,
  { path, detail }: Target,
  { compiled, computed }: Results,
): Promise<void> {
  const columns = outputColumns(detail, compiled.schedule);
  await writeTable(await duckdb.engine(), io, path, columns, async (table) => {
    for (const { rows } of computed.table()) table.add(rows);
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
  const together = new Together(sink);
  if (target.format === "json") await writeJson(together, results);
  else await writeCsv(together, target, results, locale);
  await together.end();
}

async function writeCsv(
  sink: Sink,
  { detail, csv }: Target,
  { compiled, computed }: Results,
  locale: "fr" | "en",
): Promise<void> {
  const table = csvTable(outputColumns(detail, compiled.schedule), csv, locale);
  await sink.write(table.header);
  for (const { of, rows } of computed.table())
    await sink.write(rows.map((row) => table.record(row, of)).join(""));
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
  for (const { of: statement, readings } of computed.whole())
    await sink.write(
      isAlone
        ? formatStatement(statement, {
            locale,
            as,
            ...(readings && { readings }),
          })
        : series.next(statement, readings),
    );
  await sink.write(series.end());
}

async function writeJson(
  sink: Sink,
  { batch: { refused, leftOut, counts }, computed }: Results,
): Promise<void> {
  await sink.write('{"statements":[\n');
  let isFirst = true;
  for (const { of } of computed.whole()) {
    await sink.write((isFirst ? "" : ",\n") + printableJson(of));
    isFirst = false;
  }
  const rejected = refused.map(({ file, line, kind, index, id, physicianId, refusals }) => ({
    kind,
    index,
    id,
    physicianId,
    refusals,
    file,
    line,
  }));
  await sink.write(`\n],${printableJson({ leftOut, rejected, counts }).slice(1)}\n`);
}
