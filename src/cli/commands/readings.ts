import type { Locale, Refusal } from "../../error.ts";
import { compile } from "../../statement/compile.ts";
import { money } from "../../statement/format/locale.ts";
import {
  computeReadings,
  type Extreme,
  type ReadingPrices,
} from "../../statement/compute-readings.ts";
import { choiceOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { readFiles } from "../input/batch.ts";
import { filesOf, optionsOf, scheduleFor } from "../arguments/options.ts";
import { printableJson } from "../../printable.ts";
import { aligned } from "../output/aligned.ts";
import { pageOf } from "../output/page.ts";
import { reportFiles, reportRejected } from "../report/report.ts";

/** `forfait-mt readings LIST`: the impact in euros of each open question on this list. */
export async function readings(context: Context): Promise<number> {
  const { args, io, locale } = context;
  const format = choiceOf(args, "format", ["table", "json"], "table");
  const options = await optionsOf(args, io);
  const batch = await readFiles(io, compile(scheduleFor(options)), options, {
    ...(await filesOf(args, io)),
    keep: true,
  });
  await reportFiles(context, batch);
  if (batch.refused.length > 0) {
    await reportRejected(context, batch, false);
    return 1;
  }
  const prices = computeReadings(batch.rows, options);
  await io.out.write(
    format === "json" ? `${printableJson(prices)}\n` : pageOf(page(prices, locale)),
  );
  return 0;
}

function page(
  { schedule, year, total, readings: questions, lowest, highest }: ReadingPrices,
  locale: Locale,
): string[] {
  const fr = locale === "fr";
  const signed = (amount: string): string =>
    `${amount.startsWith("-") || amount === "0.00" ? "" : "+"}${money(amount, locale)}`;
  const extreme = ({ total: sum, readings: changes }: Extreme): string => {
    const chosen = Object.entries(changes).map(([id, option]) => `${id} = ${option}`);
    return `${money(sum, locale)}  ${chosen.join(", ")}`;
  };
  return [
    `${schedule}, ${year}${fr ? " : " : ": "}${money(total, locale)}`,
    ...questions.flatMap(({ id, options, ...question }) => [
      "",
      `${question[locale]}  [${id}]`,
      ...rightAligned(
        options.map(({ id: option, inUse, difference, ...answer }) => [
          `  ${inUse ? "*" : " "} ${option}`,
          answer[locale],
          difference === undefined ? "?" : signed(difference),
        ]),
      ),
      ...options.flatMap(({ id: option, refusal }) =>
        refusal ? [`    ${option}${fr ? " : " : ": "}${whyNot(refusal, locale)}`] : [],
      ),
    ]),
    "",
    `${fr ? "Le moins" : "Least"}${fr ? " : " : ": "}${extreme(lowest)}`,
    `${fr ? "Le plus" : "Most"}${fr ? " : " : ": "}${extreme(highest)}`,
    fr ? "* : la lecture retenue." : "*: the reading in use.",
  ];
}

/** Why an option has no amount. */
function whyNot({ code, allowed, message }: Refusal, locale: Locale): string {
  if (code !== "READING_UNANSWERED") return message[locale];
  const missing = locale === "fr" ? "la liste ne dit pas" : "the list does not tell";
  return `${missing} ${allowed[locale]}`;
}

function rightAligned(rows: readonly (readonly [string, string, string])[]): string[] {
  const width = Math.max(...rows.map(([, , amount]) => amount.length));
  return aligned(rows.map(([option, answer, amount]) => [option, answer, amount.padStart(width)]));
}
