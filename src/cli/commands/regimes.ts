import { compareRegimes } from "../../scenario/regimes/compare-regimes.ts";
import { headOf } from "../../statement/head.ts";
import { scheduleOf } from "../../statement/schedule-of.ts";
import { yearOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { addedIn, writeRegimes } from "./added-amounts.ts";
import { panelsIn } from "./panels-in.ts";
import { checkOutput } from "./scenario-output.ts";

/** `forfait-mt regimes LIST`: FPMT and what went with it against FMT and what goes with it. */
export async function regimes(context: Context): Promise<number> {
  checkOutput(context);
  const year = yearOf(context.args);
  const schedule = scheduleOf({ year });
  const panels = await panelsIn(context, schedule, year);
  if (panels === undefined) return 1;
  const isOne = panels.physicianIds.length === 1;
  const result = compareRegimes(panels, {
    year,
    old: { added: addedIn(context, "add", isOne) },
    new: { added: addedIn(context, "add-new", isOne) },
  });
  await writeRegimes(context, headOf(schedule, year).schedule, result);
  return 0;
}
