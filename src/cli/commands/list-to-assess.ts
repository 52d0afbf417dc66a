import { isDay } from "../../day.ts";
import { ForfaitError } from "../../error.ts";
import type { Patient } from "../../list/patient.ts";
import type { PreventionOptions } from "../../prevention/assess-prevention.ts";
import { quoted } from "../../printable.ts";
import { compile } from "../../statement/compile.ts";
import { readDate } from "../../words/date.ts";
import { textOf, type Args } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { filesOf, optionsOf, scheduleFor } from "../arguments/options.ts";
import { withTables } from "../duckdb/with-duckdb.ts";
import { readFiles } from "../input/batch.ts";
import { onlyPhysician } from "../input/one-physician.ts";
import { fail } from "../report/failure.ts";
import { reportFiles, reportRejected } from "../report/report.ts";

/** A list whose prevention is asked of, as of a day. */
export interface ListToAssess {
  readonly options: PreventionOptions;
  readonly rows: readonly Patient[];
  /** Whether rows were refused, and are left out because the user says so. */
  readonly isRefused: boolean;
}

/**
 * Reads a list for `--as-of`; its year is that of the day unless it is said.
 * @param physician of whom the rows are wanted; of all, if there is none
 * @returns undefined where rows are refused, and reported
 * @throws Failure USAGE
 */
export async function listToAssess(
  context: Context,
  physician: string | undefined,
): Promise<ListToAssess | undefined> {
  const { args, io } = context;
  const asOf = dayIn(args);
  const { neverSeen, idsAreShared, ...options } = await optionsOf(withYear(args, asOf), io);
  const files = await filesOf(args, io);
  const choices = {
    ...options,
    ...(neverSeen && { neverSeen }),
    ...(idsAreShared && { idsAreShared }),
  };
  const whole = await withTables(args, (tables) =>
    readFiles(io, compile(scheduleFor(options)), choices, { ...files, ...tables, keep: true }),
  );
  const batch = onlyPhysician(whole, physician);
  await reportFiles(context, batch);
  const isRefused = batch.refused.length > 0;
  const skip = args.values["skip-invalid"] === true;
  if (isRefused) await reportRejected(context, batch, skip);
  if (isRefused && !skip) return undefined;
  return { options: { ...options, asOf }, rows: batch.rows.patients, isRefused };
}

/**
 * What is read of each row. A row that is refused for what its prevention says is reported.
 * @returns undefined where one is, unless the user leaves such rows out
 */
export async function eachRow<Read>(
  { args, io, locale }: Context,
  { rows, isRefused }: ListToAssess,
  read: (row: Patient, path: string) => Read,
): Promise<{ readonly read: readonly Read[]; readonly isRefused: boolean } | undefined> {
  const all: Read[] = [];
  let some = isRefused;
  for (const [i, row] of rows.entries())
    try {
      all.push(read(row, `patients[${i}]`));
    } catch (error) {
      if (!(error instanceof ForfaitError)) throw error;
      some = true;
      await io.err.write(`${error.code}: ${error.refusal.message[locale]}\n`);
    }
  return some && args.values["skip-invalid"] !== true ? undefined : { read: all, isRefused: some };
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
