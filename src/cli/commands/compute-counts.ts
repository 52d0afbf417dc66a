import { addAmounts, subtractAmounts } from "../../statement/amounts.ts";
import type { Locale } from "../../error.ts";
import type { Panels } from "../../panel/panels.ts";
import type { Schedule } from "../../schedule/language.ts";
import { printableJson } from "../../printable.ts";
import { computePanels } from "../../statement/bulk/statements.ts";
import { formatStatement } from "../../statement/format/format.ts";
import { money } from "../../statement/format/locale.ts";
import type { ComputeOptions } from "../../statement/options.ts";
import type { Statement } from "../../statement/statement.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import { csvFormOf, type CsvForm } from "../arguments/csv-form.ts";
import type { Context } from "../arguments/context.ts";
import { optionsOf, scheduleFor } from "../arguments/options.ts";
import { countedPanels, ofSchedule } from "./counted-panels.ts";
import { aligned } from "../output/aligned.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { csvTable, UTF8_MARK } from "../output/csv-table.ts";
import { outputColumns, outputRows } from "../output/records.ts";
import { pageOf } from "../output/page.ts";
import { writeResult } from "../output/write-result.ts";
import { fail } from "../report/failure.ts";
import { euros } from "../../words/euros.ts";

/** `forfait-mt compute --counts FILE`: a statement for each physician or group of the table. */
export async function computeCounts(context: Context): Promise<number> {
  const { args, io, locale } = context;
  checkOutputs(args, io, textOf(args, "out") ?? "-");
  const format = choiceOf(args, "format", ["table", "json", "csv"], "table");
  const options = await optionsOf(args, io);
  const panels = await countedPanels(context, options);
  if (panels === undefined) return 1;
  const chosen = ofSchedule(options);
  const raise = textOf(args, "raise");
  const text =
    raise === undefined
      ? laidOut(
          statementsOf(panels, chosen),
          format,
          scheduleFor(options),
          csvFormOf(args, format === "csv"),
          locale,
        )
      : pageOf(raisedPage(panels, chosen, scheduleFor(options), raise, locale));
  await writeResult(context, text);
  return 0;
}

function laidOut(
  statements: readonly Statement[],
  format: "table" | "json" | "csv",
  schedule: Schedule,
  csv: CsvForm,
  locale: Locale,
): string {
  if (format === "json") return `${printableJson({ statements })}\n`;
  if (format === "table")
    return statements.map((statement) => formatStatement(statement, { locale })).join("\n\n");
  const table = csvTable(outputColumns("physicians", schedule), csv, locale);
  const records = statements.flatMap((statement) =>
    outputRows(statement, [], "physicians", locale).map((row) => table.record(row, statement)),
  );
  return (csv === "excel" ? UTF8_MARK : "") + table.header + records.join("");
}

function statementsOf(panels: Panels, options: ComputeOptions): Statement[] {
  const { statement } = computePanels(panels, options);
  return panels.physicianIds.map((_, index) => statement(index));
}

const totalOf = (panels: Panels, options: ComputeOptions): string =>
  addAmounts(statementsOf(panels, options).map(({ total }) => total));

/** What it would cost to add as many euros to each amount, one at a time. */
function raisedPage(
  panels: Panels,
  options: ComputeOptions,
  { amounts }: Schedule,
  raise: string,
  locale: Locale,
): string[] {
  const more = euros(raise);
  if (more === undefined)
    return fail(
      "USAGE",
      `--augmenter ${raise} : attendu des euros, par exemple 1 ou 0,50`,
      `--raise ${raise}: expected euros, for example 1 or 0.50`,
    );
  const fr = locale === "fr";
  const total = totalOf(panels, options);
  const paths = Object.entries(amounts).flatMap(([id, { amount, cases = {} }]) => [
    ...(amount === undefined ? [] : [[`${id}.amount`, amount] as const]),
    ...Object.entries(cases).flatMap(([name, one]) =>
      one.amount === undefined ? [] : [[`${id}.${name}.amount`, one.amount] as const],
    ),
  ]);
  const rows = paths.map(([path, before]) => {
    const now = String(options.patch?.[path] ?? before);
    const patch = { ...options.patch, [path]: addAmounts([now, more]) };
    const difference = subtractAmounts(totalOf(panels, { ...options, patch }), total);
    return [path, `${now} → ${patch[path]}`, money(difference, locale)] as const;
  });
  const width = Math.max(...rows.map(([, , difference]) => difference.length));
  return [
    fr
      ? `SIMULATION : un montant à la fois, +${money(addAmounts([more]), locale)}`
      : `SIMULATION: one amount at a time, +${money(addAmounts([more]), locale)}`,
    `${fr ? "Total sans changement : " : "Total without a change: "}${money(total, locale)}`,
    "",
    ...aligned(rows.map(([path, change, amount]) => [path, change, amount.padStart(width)])),
  ];
}
