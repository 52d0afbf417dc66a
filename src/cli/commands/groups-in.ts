import { quoted } from "../../printable.ts";
import type { ComparisonGroup } from "../../scenario/groups.ts";
import type { Schedule } from "../../schedule/language.ts";
import { PHYSICIAN_FIELDS, type Names } from "../../words/fields.ts";
import { textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { columnsIn, sheetsOf } from "../arguments/options.ts";
import { openRows } from "../input/list.ts";
import { scheduleFields } from "../input/schedule-fields.ts";
import { fail } from "../report/failure.ts";

/** Groups of `--by`: `zone,listSize=500:1000,baseline=4`, or a column of the physicians. */
export async function groupsIn(context: Context, schedule: Schedule): Promise<ComparisonGroup[]> {
  const keys = textOf(context.args, "by");
  const groups: ComparisonGroup[] = [];
  for (const text of keys === undefined ? [] : keys.split(",")) {
    const [key, value] = text.split("=") as [string, string?];
    const fact = value === undefined ? FACTS[key] : undefined;
    if (fact !== undefined) groups.push(fact);
    else if (key === "listSize" || key === "taille")
      groups.push({ listSize: (value ?? "").split(":").map(Number) });
    else if (key === "baseline" || key === "quantile")
      groups.push({ baselineQuantile: Number(value) });
    else groups.push({ key, values: await columnOf(context, schedule, key) });
  }
  return groups;
}

const FACTS: Readonly<Record<string, "zone" | "sector" | "contract">> = {
  zone: "zone",
  sector: "sector",
  secteur: "sector",
  contract: "contract",
  contrat: "contract",
};

/** A column of `--physicians` that no schedule reads, by id of the physician. */
async function columnOf(
  { args, io }: Context,
  schedule: Schedule,
  key: string,
): Promise<Record<string, string>> {
  const path = textOf(args, "physicians");
  if (path === undefined || path === "-") return failKey(key);
  const fields = scheduleFields(schedule, false);
  const names = { id: PHYSICIAN_FIELDS.id, [key]: [key] } as Names;
  const open = { map: await columnsIn(args, io), sheets: sheetsOf(args), fields };
  const list = await openRows(io, path, open, names, "physicians");
  const values: Record<string, string> = {};
  let isFound = false;
  for await (const { value } of list.rows) {
    const row = value as Readonly<Record<string, unknown>>;
    isFound ||= row[key] !== undefined;
    values[String(row["id"])] = String(row[key] || "?");
  }
  return isFound ? values : failKey(key);
}

function failKey(key: string): never {
  return fail(
    "USAGE",
    `--par ${quoted(key)} : attendu zone, secteur, contrat, taille=500:1000, quantile=4, ` +
      "ou une colonne des médecins",
    `--by ${quoted(key)}: expected zone, sector, contract, listSize=500:1000, baseline=4, ` +
      "or a column of the physicians",
  );
}
