import { compile } from "../../statement/compile.ts";
import { printableJson } from "../../printable.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { filesOf, optionsOf, scheduleFor } from "../arguments/options.ts";
import { withTables } from "../duckdb/with-duckdb.ts";
import { readFiles } from "../input/batch.ts";
import { onlyPhysician } from "../input/one-physician.ts";
import { checkPage } from "../output/check-page.ts";
import { pageOf } from "../output/page.ts";
import { assumedIn } from "../report/assumed.ts";
import { checkReport } from "../report/check-report.ts";
import { withProgress } from "../report/progress.ts";
import { reportFiles, reportCounts, reportRows } from "../report/report.ts";

/** `forfait-mt check LIST`: what is read of the files, before any amount. */
export async function check(context: Context): Promise<number> {
  const { args, io, locale } = context;
  const format = choiceOf(args, "format", ["table", "json"], "table");
  const files = await filesOf(args, io);
  const options = await optionsOf(args, io);
  const compiled = compile(scheduleFor(options));
  const whole = await withTables(args, (tables) =>
    withProgress(context, files, (onBytes) =>
      readFiles(io, compiled, options, { ...files, ...tables, ...onBytes, dropIds: true }),
    ),
  );
  const batch = onlyPhysician(whole, textOf(args, "physician"));
  const report = checkReport(batch, assumedIn(compiled, options, batch.accounts));
  await reportFiles(context, { notes: batch.notes, notedColumns: [] });
  await io.out.write(
    format === "json" ? `${printableJson(report)}\n` : pageOf(checkPage(report, locale), locale),
  );
  await reportRows(context, batch.refused);
  await reportCounts(context, batch.counts, false);
  return batch.refused.length > 0 ? 1 : 0;
}
