import type { Locale } from "../../error.ts";
import type { Panels } from "../../panel/panels.ts";
import { printableJson } from "../../printable.ts";
import type { Euros, Schedule } from "../../schedule/language.ts";
import { computePanelReadings } from "../../statement/bulk/readings.ts";
import { formatStatement } from "../../statement/format/format.ts";
import { StatementSeries, type SeriesLayout } from "../../statement/format/series.ts";
import type { ComputeOptions } from "../../statement/options.ts";
import { euros } from "../../words/euros.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import { csvFormOf, type CsvForm } from "../arguments/csv-form.ts";
import type { Context } from "../arguments/context.ts";
import { optionsOf, scheduleFor } from "../arguments/options.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { csvTable } from "../output/csv-table.ts";
import { pageOf } from "../output/page.ts";
import { raisedCsv, raisedPage } from "../output/raised-page.ts";
import { PRINTED } from "../output/printed.ts";
import { outputColumns, amountsRow } from "../output/records.ts";
import { writeResult } from "../output/write-result.ts";
import { fail } from "../report/failure.ts";
import { countedPanels, ofSchedule } from "./counted-panels.ts";
import { raisedAmounts, statementsOf } from "./raised-amounts.ts";

/** `forfait-mt compute --counts FILE`: a statement for each physician or group of the table. */
export async function computeCounts(context: Context): Promise<number> {
  const { args, io, locale } = context;
  checkOutputs(args, io, textOf(args, "out") ?? "-");
  const raise = textOf(args, "raise");
  const more = raise === undefined ? undefined : raiseOf(raise);
  const formats =
    more === undefined
      ? (["table", "json", "csv", "html", "markdown"] as const)
      : (["table", "json", "csv"] as const);
  const format = choiceOf(args, "format", formats, "table");
  const csv = csvFormOf(args, format === "csv");
  const options = await optionsOf(args, io);
  const panels = await countedPanels(context, options);
  if (panels === undefined) return 1;
  const schedule = scheduleFor(options);
  const chosen = ofSchedule(options);
  const text =
    more !== undefined
      ? raisedText(panels, chosen, schedule, more, { format, csv, locale })
      : format === "json"
        ? `${printableJson({ statements: statementsOf(panels, chosen) })}\n`
        : format === "csv"
          ? csvOf(panels, chosen, schedule, csv, locale)
          : printed(panels, chosen, schedule, PRINTED[format], locale);
  await writeResult(context, text);
  return 0;
}

/** One statement with what its open questions are worth, or several. */
function printed(
  panels: Panels,
  options: ComputeOptions,
  schedule: Schedule,
  as: SeriesLayout,
  locale: Locale,
): string {
  const statements = statementsOf(panels, options);
  const [first] = statements;
  if (first && statements.length === 1)
    return formatStatement(first, {
      locale,
      as,
      readings: computePanelReadings(panels, options),
    });
  const series = new StatementSeries(schedule, as, locale);
  return statements.map((one) => series.next(one, undefined)).join("") + series.end();
}

function csvOf(
  panels: Panels,
  options: ComputeOptions,
  schedule: Schedule,
  csv: CsvForm,
  locale: Locale,
): string {
  const table = csvTable(outputColumns("physicians", schedule), csv, locale);
  const records = statementsOf(panels, options).map((statement) => {
    const assumed = statement.assumptions.map(({ code }) => code);
    return table.record(amountsRow({ ...statement, assumed }), statement);
  });
  return table.header + records.join("");
}

function raisedText(
  panels: Panels,
  options: ComputeOptions,
  schedule: Schedule,
  more: Euros,
  {
    format,
    csv,
    locale,
  }: {
    readonly format: string;
    readonly csv: CsvForm;
    readonly locale: Locale;
  },
): string {
  const raised = raisedAmounts(panels, options, schedule, more);
  const { total, amounts } = raised;
  if (format === "json") return `${printableJson({ simulation: true, total, amounts })}\n`;
  return format === "csv"
    ? raisedCsv(raised, csv, locale)
    : pageOf(raisedPage(raised, more, locale), locale);
}

function raiseOf(raise: string): Euros {
  return (
    euros(raise) ??
    fail(
      "USAGE",
      `--augmenter ${raise} : attendu des euros, par exemple 1 ou 0,50`,
      `--raise ${raise}: expected euros, for example 1 or 0.50`,
    )
  );
}
