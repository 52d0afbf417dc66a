import type { Locale } from "../../error.ts";
import type { Extreme, ReadingPrices } from "../../statement/compute-readings.ts";
import { money, signedMoney } from "../../statement/format/locale.ts";
import { words } from "../../statement/format/words.ts";
import { movedInstalments, whyNot } from "../../statement/readings/format-readings.ts";
import { colon } from "../../typography.ts";
import { aligned } from "./aligned.ts";

/** What each question is worth on the year and on each instalment, and what all can make of it. */
export function readingsPage(
  { schedule, year, total, readings: questions, lowest, highest }: ReadingPrices,
  locale: Locale,
): string[] {
  const fr = locale === "fr";
  const extreme = ({ total: sum, readings: changes }: Extreme): string => {
    const chosen = Object.entries(changes).map(([id, option]) => `${id} = ${option}`);
    return `${money(sum, locale)}  ${chosen.join(", ")}`;
  };
  return [
    `${schedule}, ${year}${colon(locale)}${money(total, locale)} · ${words.unofficial[locale]}`,
    ...questions.flatMap(({ id, options, ...question }) => [
      "",
      `${question[locale]}  [${id}]`,
      ...rightAligned(
        options.map(({ id: option, inUse, difference, ...answer }) => [
          `  ${inUse ? "*" : " "} ${option}`,
          answer[locale],
          difference === undefined ? "?" : signedMoney(difference, locale),
        ]),
      ),
      ...options.flatMap(({ id: option, refusal, instalments = [] }) =>
        [refusal ? whyNot(refusal, locale) : movedInstalments(instalments, locale)].flatMap(
          (text) => (text === "" ? [] : [`    ${option}${colon(locale)}${text}`]),
        ),
      ),
    ]),
    "",
    `${fr ? "Le moins" : "Least"}${colon(locale)}${extreme(lowest)}`,
    `${fr ? "Le plus" : "Most"}${colon(locale)}${extreme(highest)}`,
    ...(isUnanswered(questions)
      ? [
          fr
            ? "Ce que la liste ne permet pas de chiffrer (« ? ») n'est dans aucun des deux."
            : 'What the list cannot answer ("?") is in neither of them.',
        ]
      : []),
    fr ? "* : l'interprétation retenue." : "*: the reading in use.",
  ];
}

const isUnanswered = (questions: ReadingPrices["readings"]): boolean =>
  questions.some(({ options }) => options.some(({ refusal }) => refusal !== undefined));

function rightAligned(rows: readonly (readonly [string, string, string])[]): string[] {
  const width = Math.max(...rows.map(([, , amount]) => amount.length));
  return aligned(rows.map(([option, answer, amount]) => [option, answer, amount.padStart(width)]));
}
