import { quoted } from "../../printable.ts";
import { sharePanels, type SharedPanelTable } from "../../scenario/share/share-panels.ts";
import { headOf } from "../../statement/head.ts";
import { textOf, yearOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { optionsOf, scheduleFor } from "../arguments/options.ts";
import { column, type OutputColumn, type OutputValue } from "../output/records.ts";
import { fail } from "../report/failure.ts";
import { panelsIn } from "./panels-in.ts";
import { checkOutput, writeFound } from "./scenario-output.ts";

/** `forfait-mt share LIST`: a panel to give away, as JSON or Parquet. */
export async function share(context: Context): Promise<number> {
  const { args, io } = context;
  checkOutput(context);
  const year = yearOf(args);
  const threshold = textOf(args, "threshold");
  if (threshold !== undefined && !/^\d{1,6}$/.test(threshold))
    fail(
      "USAGE",
      `--seuil ${quoted(threshold)} : attendu un nombre entier`,
      `--threshold ${quoted(threshold)}: expected a whole number`,
    );
  const schedule = scheduleFor(await optionsOf(args, io));
  const panels = await panelsIn(context, schedule, year);
  if (panels === undefined) return 1;
  const shared = sharePanels(panels, {
    year,
    schedule,
    ...(threshold !== undefined && { threshold: Number(threshold) }),
  });
  const text = `${JSON.stringify(shared, undefined, 2)}\n`;
  await writeFound(context, {
    schedule: headOf(schedule, year).schedule,
    text,
    json: shared,
    ...tableOf(shared),
  });
  return 0;
}

function tableOf(shared: SharedPanelTable): { columns: OutputColumn[]; rows: OutputValue[][] } {
  return {
    columns: [
      column("referenceDate", "jour de référence", "text"),
      column("age", "âge", "text"),
      column("ald", "ALD", "text"),
      column("c2s", "C2S", "text"),
      column("seen", "vu", "text"),
      column("n", "patients", "number"),
      column("group", "groupe", "number"),
      column("groupN", "patients du groupe", "number"),
    ],
    rows: shared
      .rows()
      .map(({ referenceDate, age, ald, c2s, seen, n, group, groupN }) => [
        referenceDate,
        age,
        String(ald),
        String(c2s),
        seen === null ? null : String(seen),
        n,
        group,
        groupN,
      ]),
  };
}
