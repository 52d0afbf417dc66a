import { compile } from "../../statement/compile.ts";
import { computePanelReadings } from "../../statement/bulk/readings.ts";
import { computeReadings, type ReadingPrices } from "../../statement/compute-readings.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { countedPanels, ofSchedule } from "./counted-panels.ts";
import { withTables } from "../duckdb/with-duckdb.ts";
import { readFiles } from "../input/batch.ts";
import { onlyPhysician } from "../input/one-physician.ts";
import { filesOf, optionsOf, scheduleFor } from "../arguments/options.ts";
import { printableJson } from "../../printable.ts";
import { pageOf } from "../output/page.ts";
import { readingsPage } from "../output/readings-page.ts";
import { reportFiles, reportRejected } from "../report/report.ts";

/** `forfait-mt readings LIST`: the impact in euros of each open question on this list. */
export async function readings(context: Context): Promise<number> {
  const { args, io } = context;
  choiceOf(args, "format", ["table", "json"], "table");
  const options = await optionsOf(args, io);
  if (textOf(args, "counts") !== undefined) {
    const read = await countedPanels(context, options);
    return read === undefined ? 1 : print(context, computePanelReadings(read, ofSchedule(options)));
  }
  const files = await filesOf(args, io);
  const whole = await withTables(args, (tables) =>
    readFiles(io, compile(scheduleFor(options)), options, { ...files, ...tables, keep: true }),
  );
  const batch = onlyPhysician(whole, textOf(args, "physician"));
  await reportFiles(context, batch);
  if (batch.refused.length > 0) {
    await reportRejected(context, batch, false);
    return 1;
  }
  return print(context, computeReadings(batch.rows, options));
}

async function print({ args, io, locale }: Context, prices: ReadingPrices): Promise<number> {
  const format = choiceOf(args, "format", ["table", "json"], "table");
  await io.out.write(
    format === "json" ? `${printableJson(prices)}\n` : pageOf(readingsPage(prices, locale)),
  );
  return 0;
}
