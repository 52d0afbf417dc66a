import { ForfaitError } from "../../error.ts";
import { isDay } from "../../day.ts";
import { inOrder, worklistReader, type WorklistVisit } from "../../prevention/worklist.ts";
import { layOut } from "../../statement/layout/lay-out.ts";
import { compile } from "../../statement/compile.ts";
import { printableJson, quoted } from "../../printable.ts";
import { readDate } from "../../words/date.ts";
import { choiceOf, textOf, type Args } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { csvFormOf } from "../arguments/csv-form.ts";
import { filesOf, optionsOf, scheduleFor } from "../arguments/options.ts";
import { withTables } from "../duckdb/with-duckdb.ts";
import { readFiles } from "../input/batch.ts";
import { onlyPhysician } from "../input/one-physician.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { worklistCsv, worklistSheet } from "../output/worklist.ts";
import { writeResult } from "../output/write-result.ts";
import { fail } from "../report/failure.ts";
import { reportFiles, reportRejected } from "../report/report.ts";

const FORMATS = ["table", "csv", "json", "html"] as const;

/** `forfait-mt worklist LIST --as-of DATE`: what is left to do, and by when. */
export async function worklist(context: Context): Promise<number> {
  const { args, io, locale } = context;
  const format = choiceOf(args, "format", FORMATS, "table");
  const form = csvFormOf(args, format === "csv");
  const out = textOf(args, "out") ?? "-";
  checkOutputs(args, io, out);
  const asOf = dayIn(args);
  const options = await optionsOf(withYear(args, asOf), io);
  const files = await filesOf(args, io);
  const whole = await withTables(args, (tables) =>
    readFiles(io, compile(scheduleFor(options)), options, { ...files, ...tables, keep: true }),
  );
  const batch = onlyPhysician(whole, textOf(args, "physician"));
  await reportFiles(context, batch);
  const skip = args.values["skip-invalid"] === true;
  if (batch.refused.length > 0) await reportRejected(context, batch, skip);
  if (batch.refused.length > 0 && !skip) return 1;

  const { neverSeen: _, idsAreShared: __, ...others } = options;
  const { reader, visitsOf } = worklistReader({
    ...others,
    asOf,
    withAmounts: args.values["with-amounts"] === true,
  });
  const visits: WorklistVisit[] = [];
  let isRefused = batch.refused.length > 0;
  for (const [i, row] of batch.rows.patients.entries())
    try {
      visits.push(...visitsOf(row, `patients[${i}]`));
    } catch (error) {
      if (!(error instanceof ForfaitError)) throw error;
      isRefused = true;
      await io.err.write(`${error.code}: ${error.refusal.message[locale]}\n`);
    }
  if (isRefused && !skip) return 1;
  const ordered = inOrder(visits);
  const { document: schedule, prevention } = reader;
  const asked = { asOf, year: options.year, schedule, indicators: prevention.indicators };
  const text =
    format === "json"
      ? `${printableJson(ordered)}\n`
      : format === "csv"
        ? worklistCsv(ordered, schedule, form, locale)
        : layOut("worklist", { locale, as: format === "html" ? "page" : "text" }, (language) =>
            worklistSheet(ordered, asked, language),
          );
  await writeResult(context, text, "private");
  return isRefused ? 1 : 0;
}

/** The day of `--as-of`, YYYY-MM-DD; no day is taken from the clock. */
function dayIn(args: Args): string {
  const given = textOf(args, "as-of");
  if (given === undefined)
    fail(
      "USAGE",
      "--au manque : le jour où la liste est lue, par exemple --au 2026-10-15",
      "--as-of is missing: the day on which the list is read, for example --as-of 2026-10-15",
    );
  const day = isDay(given) ? given : readDate(given, "midnight");
  if (isDay(day)) return day;
  return fail(
    "USAGE",
    `--au ${quoted(given)} : attendu un jour, par exemple 2026-10-15`,
    `--as-of ${quoted(given)}: expected a day, for example 2026-10-15`,
  );
}

/** The year is that of the day, unless it is said. */
function withYear(args: Args, asOf: string): Args {
  const year = textOf(args, "year") ?? asOf.slice(0, 4);
  return { ...args, values: { ...args.values, year } };
}
