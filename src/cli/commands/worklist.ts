import { inOrder, worklistReader } from "../../prevention/worklist.ts";
import { printableJson } from "../../printable.ts";
import { layOut } from "../../statement/layout/lay-out.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { csvFormOf } from "../arguments/csv-form.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { worklistCsv, worklistSheet } from "../output/worklist.ts";
import { writeResult } from "../output/write-result.ts";
import { eachRow, listToAssess } from "./list-to-assess.ts";

const FORMATS = ["table", "csv", "json", "html"] as const;

/** `forfait-mt worklist LIST --as-of DATE`: what is left to do, and by when. */
export async function worklist(context: Context): Promise<number> {
  const { args, io, locale } = context;
  const format = choiceOf(args, "format", FORMATS, "table");
  const form = csvFormOf(args, format === "csv");
  checkOutputs(args, io, textOf(args, "out") ?? "-");
  const list = await listToAssess(context, textOf(args, "physician"));
  if (!list) return 1;
  const withAmounts = args.values["with-amounts"] === true;
  const { reader, visitsOf } = worklistReader({ ...list.options, withAmounts });
  const visits = await eachRow(context, list, visitsOf);
  if (!visits) return 1;
  const ordered = inOrder(visits.read.flat());
  const { document: schedule, prevention } = reader;
  const { asOf, year } = list.options;
  const asked = { asOf, year, schedule, indicators: prevention.indicators };
  const text =
    format === "json"
      ? `${printableJson(ordered)}\n`
      : format === "csv"
        ? worklistCsv(ordered, schedule, form, locale)
        : layOut("worklist", { locale, as: format === "html" ? "page" : "text" }, (language) =>
            worklistSheet(ordered, asked, language),
          );
  await writeResult(context, text, "private");
  return visits.isRefused ? 1 : 0;
}
