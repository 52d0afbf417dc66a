import { listChoices } from "../../statement/options.ts";
import { money } from "../../statement/format/locale.ts";
import { choiceOf, textOf, type Args } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { computeWithDuckdb, type DuckdbResult } from "../duckdb/compute.ts";
import { formatOf } from "../duckdb/output.ts";
import { fail } from "../report/failure.ts";
import { scheduleFields } from "../input/schedule-fields.ts";
import { readTold, refusedTold } from "../input/told.ts";
import { filesOf, optionsOf, scheduleFor } from "../arguments/options.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { reportFiles, reportCounts, reportRows, reportSimulation } from "../report/report.ts";

/**
 * `forfait-mt compute LIST --engine duckdb`: one row per physician or per patient, for files larger
 * than memory.
 */
export async function computeInDuckdb(context: Context): Promise<number> {
  const { args, io, locale } = context;
  const out = outOf(args);
  checkOutputs(args, io, out);
  const { list, previous, map, sheets, ...files } = await filesOf(args, io);
  if (list === undefined)
    return fail(
      "USAGE",
      "attendu une LISTE avec --engine duckdb",
      "expected a LIST with --engine duckdb",
    );
  if (previous !== undefined)
    fail(
      "USAGE",
      "--previous ne va pas avec --engine duckdb",
      "--previous does not go with --engine duckdb",
    );
  if (args.values["shared-ids"] === true)
    fail(
      "USAGE",
      "--shared-ids ne va pas avec --engine duckdb : il demande le calcul ligne à ligne",
      "--shared-ids does not go with --engine duckdb: it needs the row path",
    );
  if (textOf(args, "physician") !== undefined)
    fail(
      "USAGE",
      "--physician ne va pas avec --engine duckdb : une ligne par médecin est écrite",
      "--physician does not go with --engine duckdb: it writes a row per physician",
    );
  const detail = choiceOf(args, "detail", ["physicians", "patients"], "physicians");
  const options = await optionsOf(args, io);
  const rejects = textOf(args, "rejects");

  const schedule = scheduleFor(options);
  const fields = scheduleFields(schedule, files.practices !== undefined);
  const told = await readTold(io, files, { map, fields, ...(sheets && { sheets }) });
  const result = await computeWithDuckdb({
    io,
    input: list,
    map,
    schedule,
    year: options.year,
    choices: listChoices(options),
    grain: detail === "patients" ? "patient" : "physician",
    skipInvalid: args.values["skip-invalid"] === true,
    locale,
    ...(told.physicians && { physicians: told.physicians }),
    ...(told.practices && { practices: told.practices }),
    ...(out !== undefined && { out }),
    ...(rejects !== undefined && { rejects }),
    ...(io.err.isTerminal && {
      onProgress: (step: string, done: number) =>
        void io.err.show(`${step} ${Math.floor(100 * done)} %`),
    }),
  });
  if (io.err.isTerminal) await io.err.show("");
  await reportFiles(context, {
    notes: [...result.notes, ...told.notes],
    notedColumns: result.notedColumns.map((column) => ({ file: list, ...column })),
  });
  const ofPhysicians = result.rejectedPhysicians.map((rejected) =>
    refusedTold(rejected, told, list),
  );
  await reportRows(context, [...ofPhysicians, ...result.rejectedInFile]);
  if (result.computed) await reportSimulation(context, schedule);
  await reportResult(context, result, rejects);
  await reportCounts(context, result.counts, result.computed !== undefined);
  const { rejected } = result.counts;
  return rejected + ofPhysicians.length + result.rejectedInFile.length > 0 ? 1 : 0;
}

/** Output path of the rows: standard output with `--format csv` alone. */
function outOf(args: Args): string | undefined {
  const [out, format] = [textOf(args, "out"), textOf(args, "format")];
  if (format === undefined) return out;
  if (format !== "csv" || (out !== undefined && formatOf(out) !== "csv"))
    fail(
      "USAGE",
      `--format ${format} ne va pas ici : --engine duckdb écrit du CSV, ` +
        "ou le format du nom de --out (.parquet, .arrow)",
      `--format ${format} does not go here: --engine duckdb writes CSV, ` +
        "or the format of the --out name (.parquet, .arrow)",
    );
  return out ?? "-";
}

async function reportResult(
  { io, locale }: Context,
  { counts: { rejected }, computed }: DuckdbResult,
  rejects: string | undefined,
): Promise<void> {
  const fr = locale === "fr";
  if (rejected > 0) {
    const where = rejects ?? (fr ? "--rejects FICHIER les liste" : "--rejects FILE lists them");
    await io.err.write(
      fr ? `${rejected} lignes refusées (${where})\n` : `${rejected} rows refused (${where})\n`,
    );
  }
  if (computed) {
    const { patients, physicians, total } = computed;
    const who = fr
      ? `${physicians} médecins, ${patients} patients : `
      : `${physicians} physicians, ${patients} patients: `;
    await io.err.write(`${who}${money(total, locale)}\n`);
  }
}
