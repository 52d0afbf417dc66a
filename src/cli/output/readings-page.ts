import { byKey } from "../../by-key.ts";
import type { Locale, Refusal } from "../../error.ts";
import type { Extreme, PricedInstalment, ReadingPrices } from "../../statement/compute-readings.ts";
import { due, money } from "../../statement/format/locale.ts";
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
    `${schedule}, ${year}${fr ? " : " : ": "}${money(total, locale)}`,
    ...questions.flatMap(({ id, options, ...question }) => [
      "",
      `${question[locale]}  [${id}]`,
      ...rightAligned(
        options.map(({ id: option, inUse, difference, ...answer }) => [
          `  ${inUse ? "*" : " "} ${option}`,
          answer[locale],
          difference === undefined ? "?" : signed(difference, locale),
        ]),
      ),
      ...options.flatMap(({ id: option, refusal, instalments = [] }) =>
        [refusal ? whyNot(refusal, locale) : "", ...movedInstalments(instalments, locale)].flatMap(
          (text) => (text === "" ? [] : [`    ${option}${fr ? " : " : ": "}${text}`]),
        ),
      ),
    ]),
    "",
    `${fr ? "Le moins" : "Least"}${fr ? " : " : ": "}${extreme(lowest)}`,
    `${fr ? "Le plus" : "Most"}${fr ? " : " : ": "}${extreme(highest)}`,
    ...(isUnanswered(questions)
      ? [
          fr
            ? "Ce que la liste ne permet pas de chiffrer (« ? ») n'est dans aucun des deux."
            : 'What the list cannot answer ("?") is in neither of them.',
        ]
      : []),
    fr ? "* : la lecture retenue." : "*: the reading in use.",
  ];
}

const isUnanswered = (questions: ReadingPrices["readings"]): boolean =>
  questions.some(({ options }) => options.some(({ refusal }) => refusal !== undefined));

function signed(amount: string, locale: Locale): string {
  return `${amount.startsWith("-") || amount === "0.00" ? "" : "+"}${money(amount, locale)}`;
}

/** `-1 260,75 € en avril 2026, juin 2026` : the dates on which an option moves what is paid. */
function movedInstalments(instalments: readonly PricedInstalment[], locale: Locale): string[] {
  const moved = instalments.filter(({ difference }) => difference !== "0.00");
  const texts = [...byKey(moved, ({ difference }) => difference)].map(([difference, alike]) => {
    const dates = alike.map(({ due: date }) => due(date, locale)).join(", ");
    return `${signed(difference, locale)} ${locale === "fr" ? "en" : "in"} ${dates}`;
  });
  return texts.length === 0 ? [] : [texts.join(locale === "fr" ? " ; " : "; ")];
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
