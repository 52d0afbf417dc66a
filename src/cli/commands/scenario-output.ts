import { printableJson } from "../../printable.ts";
import type { Statement } from "../../statement/statement.ts";
import { choiceOf, textOf, type Args } from "../arguments/args.ts";
import { csvFormOf } from "../arguments/csv-form.ts";
import type { Context } from "../arguments/context.ts";
import { writeTable } from "../duckdb/output.ts";
import { withDuckdb } from "../duckdb/with-duckdb.ts";
import { isTyped } from "../input/typed.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { csvTable } from "../output/csv-table.ts";
import type { OutputColumn, OutputValue } from "../output/records.ts";
import { writeResult } from "../output/write-result.ts";
import { fail } from "../report/failure.ts";

/** What a command about scenarios has found. */
export interface Found {
  readonly schedule: Statement["schedule"];
  /** For a reader, in the language of the call. */
  readonly text: string;
  readonly json: unknown;
  readonly columns: readonly OutputColumn[];
  readonly rows: readonly (readonly OutputValue[])[];
}

const FORMATS = ["table", "csv", "json", "parquet"] as const;

/** Refuses an output that cannot be written, before anything is read. @throws Failure USAGE */
export function checkOutput({ args, io }: Context): void {
  formatOf(args);
  checkOutputs(args, io, textOf(args, "out") ?? "-");
}

function formatOf(args: Args): (typeof FORMATS)[number] {
  const out = textOf(args, "out");
  const named = out !== undefined && isTyped(out);
  const format = choiceOf(args, "format", FORMATS, named ? "parquet" : "table");
  if ((format === "parquet") !== named)
    fail(
      "USAGE",
      "--format parquet va avec --sortie FICHIER.parquet ou .arrow",
      "--format parquet goes with --out FILE.parquet or .arrow",
    );
  return format;
}

/** Writes what was found as the options ask. */
export async function writeFound(context: Context, found: Found): Promise<void> {
  const { args, io, locale } = context;
  const format = formatOf(args);
  const path = textOf(args, "out") ?? "-";
  if (format === "parquet") return writeParquet(io, path, found);
  const form = csvFormOf(args, format === "csv");
  const text =
    format === "json"
      ? `${printableJson(found.json)}\n`
      : format === "table"
        ? found.text
        : csvOf(found, form, locale);
  await writeResult(context, text);
}

function csvOf(
  { columns, rows, schedule }: Found,
  form: ReturnType<typeof csvFormOf>,
  locale: Context["locale"],
): string {
  const table = csvTable(columns, form, locale);
  const records = rows.map((row) => table.record(row, { schedule, simulation: true }));
  return table.header + records.join("");
}

async function writeParquet(
  io: Context["io"],
  path: string,
  { columns, rows }: Found,
): Promise<void> {
  await withDuckdb(async (duckdb) =>
    writeTable(await duckdb.engine(), io, path, columns, async (table) => table.add(rows)),
  );
}
