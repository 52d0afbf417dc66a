import { quoted } from "../../printable.ts";
import { formatRegimeComparison } from "../../scenario/regimes/format-regimes.ts";
import type { RegimeComparison } from "../../scenario/regimes/regime-comparison.ts";
import type { AddedAmount } from "../../scenario/regimes/regime.ts";
import type { Statement } from "../../statement/statement.ts";
import { pairsOf } from "../arguments/args.ts";
import { optionName } from "../arguments/french.ts";
import type { Context } from "../arguments/context.ts";
import { column } from "../output/records.ts";
import { fail } from "../report/failure.ts";
import { writeFound } from "./scenario-output.ts";

/** Amounts of `--add "ROSP=4900"`: of the only physician, or the mean of several. */
export function addedIn(
  { args }: Context,
  option: "add" | "add-new",
  isOne: boolean,
): AddedAmount[] {
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

/** Writes two regimes, part by part. */
export async function writeRegimes(
  context: Context,
  schedule: Statement["schedule"],
  result: RegimeComparison,
): Promise<void> {
  await writeFound(context, {
    schedule,
    text: formatRegimeComparison(result, { locale: context.locale }),
    json: result,
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
  });
}
