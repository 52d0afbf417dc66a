import type { Locale } from "../../error.ts";
import {
  solveFor,
  type Solution,
  type SolvedValue,
  type SolveTarget,
} from "../../scenario/solve.ts";
import { money, signedMoney } from "../../statement/format/locale.ts";
import { colon } from "../../typography.ts";
import { textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { scheduleIn } from "../arguments/options.ts";
import { aligned } from "../output/aligned.ts";
import { pageOf } from "../output/page.ts";
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
  await writeFound(context, {
    schedule: result.schedule,
    text: pageOf(pageLines(result, locale), locale),
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

function pageLines(result: Solution, locale: Locale): string[] {
  const { schedule, target, below, above, exact, reason, note } = result;
  const fr = locale === "fr";
  const row = (name: string, one: SolvedValue | null): string[][] =>
    one ? [[name, valuesText(one), money(one.total, locale), signedMoney(one.rest, locale)]] : [];
  const sides = exact
    ? row(fr ? "exact" : "exact", below)
    : [...row(fr ? "au-dessous" : "below", below), ...row(fr ? "au-dessus" : "above", above)];
  return [
    `${schedule[locale]}, ${schedule.year}`,
    `${fr ? "Cible" : "Target"}${colon(locale)}${money(target, locale)}`,
    "",
    ...aligned(sides),
    ...(reason ? [reason[locale]] : []),
    "",
    note[locale],
  ];
}

function valuesText({ values }: SolvedValue): string {
  return Object.entries(values)
    .map(([path, value]) => `${path}=${String(value)}`)
    .join(" ");
}
