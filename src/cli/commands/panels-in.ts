import type { Panels } from "../../panel/panels.ts";
import type { Schedule } from "../../schedule/language.ts";
import { panelsOfBatch } from "../../statement/bulk/panels-of-batch.ts";
import { compile } from "../../statement/compile.ts";
import type { ListOptions } from "../../statement/options.ts";
import { textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { filesOf, scheduleFor } from "../arguments/options.ts";
import { readFiles } from "../input/batch.ts";
import { onlyPhysician } from "../input/one-physician.ts";
import { reportFiles, reportRejected } from "../report/report.ts";
import { countedPanels } from "./counted-panels.ts";

/**
 * Panels of LIST, or of the table of `--counts`, read as a schedule asks. Rows that are refused are
 * reported.
 * @returns undefined if a row is refused
 */
export async function panelsIn(
  context: Context,
  schedule: Schedule,
  year: number,
): Promise<Panels | undefined> {
  const { args, io } = context;
  const options: ListOptions = { year, schedule };
  if (textOf(args, "counts") !== undefined) return countedPanels(context, options);
  const compiled = compile(scheduleFor(options));
  const files = { ...(await filesOf(args, io)), keep: true as const };
  const whole = await readFiles(io, compiled, options, files);
  const batch = onlyPhysician(whole, textOf(args, "physician"));
  await reportFiles(context, batch);
  if (batch.refused.length > 0) {
    await reportRejected(context, batch, false);
    return undefined;
  }
  return panelsOfBatch(compiled, year, batch, batch.rows);
}
