import { compareSchedules, type ScheduleComparison } from "../../scenario/compare-schedules.ts";
import { formatScheduleComparison } from "../../scenario/format-comparison.ts";
import { compareRegimes } from "../../scenario/regimes/compare-regimes.ts";
import { scheduleIn as scheduleOfSide, type Variant } from "../../scenario/sides.ts";
import { headOf } from "../../statement/head.ts";
import { pairsOf, textOf, yearOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { patchIn, scheduleIn } from "../arguments/options.ts";
import { column, type OutputColumn } from "../output/records.ts";
import { fail } from "../report/failure.ts";
import { addedIn, writeRegimes } from "./added-amounts.ts";
import { groupsIn } from "./groups-in.ts";
import { panelsIn } from "./panels-in.ts";
import { checkOutput, writeFound } from "./scenario-output.ts";

/** `forfait-mt compare LIST`: what a reform gives to whom, and what it costs. */
export async function compare(context: Context): Promise<number> {
  const { args, io, locale } = context;
  checkOutput(context);
  const year = yearOf(args);
  const quantiles = textOf(args, "quantiles");
  const readings = Object.fromEntries(pairsOf(args, "reading"));
  const side = async (option: "a" | "b"): Promise<Variant> => {
    const name = textOf(args, option);
    return { ...(name !== undefined && { schedule: await scheduleIn(name, io) }), readings };
  };
  const patch = await patchIn(args, io);
  if (textOf(args, "b") === undefined && patch === undefined)
    fail(
      "USAGE",
      "attendu --b ID, ou --changer CHEMIN=VALEUR : ce que l'on compare",
      "expected --b ID, or --set PATH=VALUE: what is compared",
    );
  const a = await side("a");
  const b = { ...(await side("b")), ...(patch && { patch }) };
  const first = scheduleOfSide(year, "a", a);
  const second = scheduleOfSide(year, "b", b, first);
  const by = await groupsIn(context, second);
  const read = await panelsIn(context, second, year);
  if (read === undefined) return 1;
  const parts = { ...(quantiles !== undefined && { quantiles: Number(quantiles) }) };
  if (pairsOf(args, "add").length + pairsOf(args, "add-new").length > 0) {
    const isOne = read.physicianIds.length === 1;
    const regimes = compareRegimes(read, {
      year,
      old: { forfait: first, added: addedIn(context, "add", isOne) },
      new: { forfait: second, added: addedIn(context, "add-new", isOne) },
      ...(by.length > 0 && { by }),
      ...parts,
    });
    await writeRegimes(context, headOf(second, year).schedule, regimes);
    return 0;
  }
  const result = compareSchedules(read, { year, a, b, by, ...parts });
  const { columns, rows } = tableOf(result);
  const text = formatScheduleComparison(result, { locale });
  await writeFound(context, { schedule: result.b, text, json: result, columns, rows });
  return 0;
}

function tableOf(result: ScheduleComparison): {
  columns: OutputColumn[];
  rows: (string | number)[][];
} {
  const keys = Object.keys(result.groups[0]?.keys ?? {});
  const all = result.groups.length > 0 ? result.groups : [{ ...result, keys: {} }];
  return {
    columns: [
      ...keys.map((key) => column(key, key, "text")),
      column("component", "composante", "text"),
      column("physicians", "médecins", "number"),
      column("patients", "patients", "number"),
      column("from", "avant", "euros"),
      column("to", "après", "euros"),
      column("change", "écart", "euros"),
    ],
    rows: all.flatMap(({ keys: group, physicians, patients, components, total }) =>
      [...Object.entries(components), ["total", total] as const].map(([component, move]) => [
        ...Object.values<string>(group),
        component,
        physicians,
        patients,
        move.from,
        move.to,
        move.change,
      ]),
    ),
  };
}
