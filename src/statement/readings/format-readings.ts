import { byKey } from "../../by-key.ts";
import { refuse, type Locale, type Refusal } from "../../error.ts";
import { signedCents } from "../../money/cents.ts";
import { NBSP, semicolon, upper } from "../../typography.ts";
import type {
  Extreme,
  OptionPrice,
  PricedInstalment,
  ReadingPrice,
  ReadingPrices,
} from "../compute-readings.ts";
import { due, money, signedMoney } from "../format/locale.ts";
import { words } from "../format/words.ts";
import { layOut, type SheetOptions } from "../layout/lay-out.ts";
import type { Sheet, SheetRow, SheetTable } from "../layout/sheet.ts";

/**
 * What the open questions are worth, for a reader: the total and how far it can move, each question
 * that moves the year or an instalment with its answers, then those that move nothing or that the
 * list cannot answer.
 * @param prices what `computeReadings` or `computePanelReadings` returned
 * @param options `locale`, by default `fr`, and `as`, by default `text`
 * @returns text, Markdown or HTML
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // How does the sheet of a patient's open questions begin in English?
 * const patients = [{ age: 40, ald: false, c2s: true, seen: false }];
 * const prices = computeReadings({ patients }, { year: 2026 });
 * formatReadings(prices, { locale: "en" }).split("\n")[0]
 * //=> "What the open questions of the text are worth · unofficial estimate"
 */
export function formatReadings(prices: ReadingPrices, options: SheetOptions = {}): string {
  if (!Array.isArray((prices as Partial<ReadingPrices> | null | undefined)?.readings))
    refuse("INPUT_INVALID", "prices", prices, {
      fr: "des questions chiffrées, comme les rend computeReadings",
      en: "priced questions, as computeReadings returns them",
    });
  return layOut("prices", options, (locale) => sheetOf(prices, locale));
}

function sheetOf(prices: ReadingPrices, locale: Locale): Sheet {
  const { schedule, year, readings } = prices;
  const label = labels[locale];
  const moving = readings.filter(moves);
  const still = readings.filter((one) => !moves(one) && one.options.every(isPriced));
  return {
    simulation: undefined,
    title: `${label.title} · ${words.unofficial[locale]}`,
    subtitle: `${words.schedule[locale]} ${schedule} · ${year}`,
    tables: [
      {
        title: label.range,
        head: [label.interpretation, words.amount[locale]],
        rows: [
          { cells: [words.total[locale], money(prices.total, locale)], kind: "total" },
          extremeRow(label.least, prices.lowest, prices, locale),
          extremeRow(label.most, prices.highest, prices, locale),
        ],
      },
      ...moving.map((one) => questionTable(one, locale)),
    ],
    lists: [
      {
        title: label.unanswered,
        items: readings.flatMap((question) =>
          question.options.flatMap((one) =>
            one.refusal === undefined
              ? []
              : [`${question[locale]} ${answerOf(one, locale)}${whyNot(one.refusal, locale)}`],
          ),
        ),
      },
      { title: label.still, items: still.map((one) => one[locale]) },
      { title: words.notes[locale], items: [words.disclaimer[locale]] },
    ],
  };
}

const moves = ({ options }: ReadingPrice): boolean =>
  options
    .filter(isPriced)
    .some(
      ({ difference, instalments }) =>
        difference !== "0.00" || instalments.some((one) => one.difference !== "0.00"),
    );

type PricedOption = OptionPrice & Required<Pick<OptionPrice, "difference" | "instalments">>;

const isPriced = (one: OptionPrice): one is PricedOption => one.refusal === undefined;

function questionTable(question: ReadingPrice, locale: Locale): SheetTable {
  const label = labels[locale];
  return {
    title: question[locale],
    head: [label.answer, label.onYear],
    rows: question.options
      .filter(isPriced)
      .map(({ difference, instalments, inUse, ...answer }) => ({
        cells: [
          inUse ? `${answer[locale]} (${label.inUse})` : answer[locale],
          signedCents(difference) === 0 ? "—" : signedMoney(difference, locale),
        ],
        note: movedInstalments(instalments, locale),
      })),
  };
}

/** The total, and the answers that make it. */
function extremeRow(
  name: string,
  { total, readings: changes }: Extreme,
  { readings }: ReadingPrices,
  locale: Locale,
): SheetRow {
  const answers = Object.entries(changes).map(([id, option]) => {
    const question = readings.find((one) => one.id === id) as ReadingPrice;
    const answer = question.options.find((one) => one.id === option) as OptionPrice;
    return `${question[locale]} ${upper(answer[locale])}.`;
  });
  return { cells: [name, money(total, locale)], note: answers.join(" ") };
}

/** `−1 260,75 € en avril 2026, juin 2026` : the dates on which an option moves what is paid. */
export function movedInstalments(instalments: readonly PricedInstalment[], locale: Locale): string {
  const moved = instalments.filter(({ difference }) => signedCents(difference) !== 0);
  const alike = [...byKey(moved, ({ difference }) => difference)];
  return alike
    .map(([difference, all]) => {
      const dates = all.map(({ due: date }) => due(date, locale)).join(", ");
      return `${signedMoney(difference, locale)} ${labels[locale].in} ${dates}`;
    })
    .join(semicolon(locale));
}

function answerOf(option: OptionPrice, locale: Locale): string {
  return locale === "fr" ? `«${NBSP}${option.fr}${NBSP}»${NBSP}: ` : `"${option.en}": `;
}

/** Why an option has no amount. */
export function whyNot({ code, allowed, message }: Refusal, locale: Locale): string {
  return code === "READING_UNANSWERED"
    ? `${labels[locale].missing} ${allowed[locale]}`
    : message[locale];
}

const labels = {
  fr: {
    title: "Ce que valent les questions que le texte laisse ouvertes",
    range: "Sur l'année, toutes interprétations comprises",
    interpretation: "Interprétation",
    least: "Le moins",
    most: "Le plus",
    answer: "Réponse",
    onYear: "Écart sur l'année",
    inUse: "interprétation retenue",
    in: "en",
    unanswered: "Questions que la liste ne permet pas de chiffrer",
    missing: "la liste ne dit pas",
    still: "Questions sans effet sur cette liste",
  },
  en: {
    title: "What the open questions of the text are worth",
    range: "On the year, under every interpretation",
    interpretation: "Interpretation",
    least: "Least",
    most: "Most",
    answer: "Answer",
    onYear: "Difference on the year",
    inUse: "interpretation used",
    in: "in",
    unanswered: "Questions that the list cannot answer",
    missing: "the list does not tell",
    still: "Questions that change nothing for this list",
  },
} as const;
