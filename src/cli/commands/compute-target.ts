import type { SeriesLayout } from "../../statement/format/series.ts";
import { choiceOf, textOf, type Args } from "../arguments/args.ts";
import { csvFormOf, type CsvForm } from "../arguments/csv-form.ts";
import { readsTables } from "../duckdb/with-duckdb.ts";
import { isTyped } from "../input/typed.ts";
import type { Detail } from "../output/records.ts";
import { fail } from "../report/failure.ts";

const FORMATS = ["table", "json", "csv", "html", "markdown"] as const;

/** Layouts for a reader, by format. */
const PRINTED: Readonly<Partial<Record<Target["format"], SeriesLayout>>> = {
  table: "text",
  html: "page",
  markdown: "markdown",
};

/** How statements are laid out for a reader; undefined where they are data. */
export function printedAs({ format }: Target): SeriesLayout | undefined {
  return PRINTED[format];
}

/** Where and how results are written. */
export interface Target {
  /** `-` for standard output. */
  readonly path: string;
  /** `none`: their sum alone is told. */
  readonly format: (typeof FORMATS)[number] | "typed" | "none";
  readonly detail: Detail;
  /** The form of CSV, refused rows included. */
  readonly csv: CsvForm;
  /** Whether Parquet and Arrow are read, as by `--engine duckdb`. */
  readonly isEngine: boolean;
  /** Whether the output is a file of typed columns: Parquet or Arrow. */
  readonly isTable: boolean;
}

/**
 * The output that the options ask for. Rows are written as Parquet or Arrow where the name of the
 * file says so. With the engine and neither a format nor a file, nothing is written.
 * @throws Failure USAGE
 */
export function targetOf(args: Args): Target {
  const isEngine = readsTables(args);
  const out = textOf(args, "out");
  const isTable = out !== undefined && isTyped(out);
  const given = textOf(args, "format");
  if (isTable && given !== undefined)
    fail(
      "USAGE",
      `--format ${given} ne va pas avec --sortie ${out} : le nom du fichier dit son format`,
      `--format ${given} does not go with --out ${out}: the name of the file says its format`,
    );
  const otherwise = isEngine && out !== undefined ? "csv" : "table";
  const format = choiceOf(args, "format", FORMATS, otherwise);
  const detail = choiceOf(args, "detail", ["physicians", "lines", "patients"], "physicians");
  const isNone = isEngine && out === undefined && given === undefined;
  if (detail !== "physicians" && !isTable && format !== "csv")
    fail(
      "USAGE",
      "--détail va avec --format csv, ou --sortie FICHIER.parquet ou .arrow",
      "--detail goes with --format csv, or --out FILE.parquet or .arrow",
    );
  return {
    path: out ?? "-",
    format: isTable ? "typed" : isNone ? "none" : format,
    detail,
    csv: csvFormOf(args, format === "csv" || textOf(args, "rejects") !== undefined),
    isEngine,
    isTable,
  };
}
