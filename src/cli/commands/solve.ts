import { solveFor, type SolveTarget } from "../../scenario/solve.ts";
import { solutionSheet } from "../../scenario/total-sheets.ts";
import { TriedValues } from "../../scenario/tried-values.ts";
import { layOut } from "../../statement/layout/lay-out.ts";
import { textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { scheduleIn } from "../arguments/options.ts";
import { fail } from "../report/failure.ts";
import { panelsIn } from "./panels-in.ts";
import { checkOutput, writeFound } from "./scenario-output.ts";
import { variedIn } from "./varied.ts";

/** `forfait-mt solve LIST`: the amount or the rate that meets a budget. */
export async function solve(context: Context): Promise<number> {
  const { args, locale } = context;
  checkOutput(context);
  const paths = textOf(args, "path")?.split(",");
  if (paths === undefined)
    fail(
      "USAGE",
      "--chemin manque : le montant ou le taux cherché, par exemple c2s.amount",
      "--path is missing: the amount or rate to find, for example c2s.amount",
    );
  const target = await targetIn(context);
  const { schedule, year } = await variedIn(context);
  const read = await panelsIn(context, schedule, year);
  if (read === undefined) return 1;
  const path = paths.length === 1 ? (paths[0] as string) : paths;
  const result = solveFor(read, { year, schedule, path, target });
  const tried = new TriedValues(schedule, year);
  await writeFound(context, {
    schedule: result.schedule,
    text: layOut("result", { locale }, (of) => solutionSheet(result, tried, of)),
    json: result,
    columns: [
      { name: "side", title: "côté", holds: "text" },
      { name: "value", title: "valeur", holds: "text" },
      { name: "total", title: "total", holds: "euros" },
      { name: "rest", title: "reste", holds: "euros" },
    ],
    rows: (["below", "above"] as const).flatMap((side) => {
      const one = result[side];
      return one ? [[side, one.value, one.total, one.rest]] : [];
    }),
  });
  return 0;
}

async function targetIn({ args, io }: Context): Promise<SolveTarget> {
  const [total, change, other] = (["total", "change", "neutral-to"] as const).map((name) =>
    textOf(args, name),
  );
  const given = [total, change, other].filter((one) => one !== undefined);
  if (given.length !== 1)
    fail(
      "USAGE",
      "attendu une cible : --total EUR, --écart EUR ou --neutre-envers ID",
      "expected one target: --total EUR, --change EUR or --neutral-to ID",
    );
  if (total !== undefined) return { total };
  if (change !== undefined) return { change };
  return { neutralTo: await scheduleIn(other as string, io) };
}
