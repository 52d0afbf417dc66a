import { quoted } from "../../printable.ts";
import { compareRegimes } from "../../scenario/regimes/compare-regimes.ts";
import { formatRegimeComparison } from "../../scenario/regimes/format-regimes.ts";
import type { RegimeComparison } from "../../scenario/regimes/regime-comparison.ts";
import type { AddedAmount } from "../../scenario/regimes/regime.ts";
import { headOf } from "../../statement/head.ts";
import { scheduleOf } from "../../statement/schedule-of.ts";
import { pairsOf, yearOf } from "../arguments/args.ts";
import { optionName } from "../arguments/french.ts";
import type { Context } from "../arguments/context.ts";
import { column, type OutputColumn } from "../output/records.ts";
import { fail } from "../report/failure.ts";
import { panelsIn } from "./panels-in.ts";
import { checkOutput, writeFound } from "./scenario-output.ts";

/** `forfait-mt regimes LIST`: FPMT and what went with it against FMT and what goes with it. */
export async function regimes(context: Context): Promise<number> {
  const { args, locale } = context;
  checkOutput(context);
  const year = yearOf(args);
  const schedule = scheduleOf({ year });
  const panels = await panelsIn(context, schedule, year);
  if (panels === undefined) return 1;
  const isOne = panels.physicianIds.length === 1;
  const result = compareRegimes(panels, {
    year,
    old: { added: addedIn(context, "add", isOne) },
    new: { added: addedIn(context, "add-new", isOne) },
  });
  await writeFound(context, {
    schedule: headOf(schedule, year).schedule,
    text: formatRegimeComparison(result, { locale }),
    json: result,
    ...tableOf(result),
  });
  return 0;
}

/** Amounts of `--add "ROSP=4900"`: of the only physician, or the mean of several. */
function addedIn({ args }: Context, option: "add" | "add-new", isOne: boolean): AddedAmount[] {
  return pairsOf(args, option).map(([name, text]) => {
    const amount = text.replace(/[\s\u00a0\u202f]|(?:€|EUR)$/gi, "").replace(",", ".");
    if (!/^\d{1,9}(\.\d{1,2})?$/.test(amount))
      fail(
        "USAGE",
        `${optionName(option, "fr")} ${quoted(`${name}=${text}`)} : attendu des euros, ROSP=4900`,
        `--${option} ${quoted(`${name}=${text}`)}: expected euros, ROSP=4900`,
      );
    return isOne ? { name, euros: amount } : { name, mean: amount };
  });
}

function tableOf(result: RegimeComparison): { columns: OutputColumn[]; rows: string[][] } {
  return {
    columns: [
      column("regime", "régime", "text"),
      column("part", "part", "text"),
      column("total", "total", "euros"),
      column("mean", "moyenne", "euros"),
      column("basis", "connu par", "text"),
      column("status", "fiabilité", "text"),
    ],
    rows: (["old", "new"] as const).flatMap((regime) =>
      result[regime].parts.map(({ id, total, mean, basis, status }) => [
        regime,
        id,
        total,
        mean,
        basis,
        status,
      ]),
    ),
  };
}
