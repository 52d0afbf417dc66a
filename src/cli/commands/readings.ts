import type { Locale } from "../../error.ts";
import { money } from "../../statement/format/locale.ts";
import { priceReadings, type Extreme, type ReadingPrices } from "../../statement/price-readings.ts";
import { choiceOf } from "../args.ts";
import type { Context } from "../context.ts";
import { readObjects } from "../input/objects.ts";
import { filesOf, optionsOf } from "../options.ts";
import { aligned } from "../output/aligned.ts";

/** `forfait-mt readings LIST`: what each open question is worth in euros on this list. */
export async function readings({ args, io, locale }: Context): Promise<number> {
  const format = choiceOf(args, "format", ["table", "json"], "table");
  const options = await optionsOf(args, io);
  const prices = priceReadings(await readObjects(io, await filesOf(args, io)), options);
  await io.out.write(format === "json" ? `${JSON.stringify(prices)}\n` : page(prices, locale));
  return 0;
}

function page({ schedule, year, total, readings: questions, lowest, highest }: ReadingPrices, locale: Locale): string {
  const fr = locale === "fr";
  const signed = (amount: string): string => `${amount.startsWith("-") || amount === "0.00" ? "" : "+"}${money(amount, locale)}`;
  const extreme = ({ total: sum, readings: changes }: Extreme): string => {
    const words = Object.entries(changes).map(([id, option]) => `${id} = ${option}`);
    return `${money(sum, locale)}  ${words.join(", ")}`;
  };
  return [
    `${schedule}, ${year}${fr ? " : " : ": "}${money(total, locale)}`,
    ...questions.flatMap(({ id, options, ...question }) => [
      "",
      `${question[locale]}  [${id}]`,
      ...rightAligned(options.map(({ id: option, inUse, difference, refused, ...words }) => [
        `  ${inUse ? "*" : " "} ${option}`,
        words[locale],
        difference === undefined ? (refused?.message[locale] ?? "") : signed(difference),
      ])),
    ]),
    "",
    `${fr ? "Le moins" : "Least"}${fr ? " : " : ": "}${extreme(lowest)}`,
    `${fr ? "Le plus" : "Most"}${fr ? " : " : ": "}${extreme(highest)}`,
    fr ? "* : la lecture retenue." : "*: the reading in use.",
    "",
  ].join("\n");
}

function rightAligned(rows: readonly (readonly [string, string, string])[]): string[] {
  const width = Math.max(...rows.map(([, , amount]) => amount.length));
  return aligned(rows.map(([option, words, amount]) => [option, words, amount.padStart(width)]));
}
