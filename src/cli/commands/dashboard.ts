import { physicianOf } from "../../list/told-columns.ts";
import { preventionReader } from "../../prevention/assess-prevention.ts";
import { preventionDashboard } from "../../prevention/dashboard.ts";
import { formatPreventionDashboard } from "../../prevention/format-dashboard.ts";
import { printableJson, quoted } from "../../printable.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { writeResult } from "../output/write-result.ts";
import { fail } from "../report/failure.ts";
import { eachRow, listToAssess } from "./list-to-assess.ts";

const FORMATS = ["table", "json", "html", "markdown"] as const;
const LAYOUTS = { table: "text", html: "page", markdown: "markdown" } as const;

/** `forfait-mt dashboard LIST --as-of DATE`: the prevention of the patients of one physician. */
export async function dashboard(context: Context): Promise<number> {
  const { args, io, locale } = context;
  const format = choiceOf(args, "format", FORMATS, "table");
  checkOutputs(args, io, textOf(args, "out") ?? "-");
  const list = await listToAssess(context, undefined);
  if (!list) return 1;
  const reader = preventionReader(list.options);
  const rows = await eachRow(context, list, (row, path) => {
    reader.read(row, path);
    return row;
  });
  if (!rows) return 1;
  const physicianId = physicianIn(textOf(args, "physician"), rows.read.map(physicianOf));
  const patientId = textOf(args, "patient");
  const found = preventionDashboard(rows.read, {
    ...list.options,
    ...(physicianId !== undefined && { physicianId }),
    ...(patientId !== undefined && { patientId }),
  });
  const text =
    format === "json"
      ? `${printableJson(found)}\n`
      : formatPreventionDashboard(found, { locale, as: LAYOUTS[format] });
  await writeResult(context, text, "private");
  return rows.isRefused ? 1 : 0;
}

/** @throws Failure USAGE for a list of several physicians, none of whom is chosen */
function physicianIn(chosen: string | undefined, names: readonly string[]): string | undefined {
  const all = [...new Set(names)];
  if (chosen !== undefined || all.length < 2) return chosen;
  const shown = all.slice(0, 5).map(quoted).join(", ");
  return fail(
    "USAGE",
    `${all.length} médecins dans la liste : dire de qui est le tableau, --médecin ID (${shown})`,
    `${all.length} physicians in the list: say whose dashboard it is, --physician ID (${shown})`,
  );
}
