import type { Locale } from "../../src/index.ts";
import { ASSUMED, REGISTERED } from "../../src/population/assumed.ts";
import { statusNames } from "../../src/statement/format/words.ts";
import { count } from "../../src/typography.ts";
import { numberIn, tableOf } from "../markdown.ts";
import type { Check, Figure } from "./figure.ts";
import { populationFigures } from "./figures.ts";
import { RUN } from "./run.ts";
import { SOURCES } from "./sources.ts";
import { texts } from "./texts.ts";

/** The page on the synthetic country, with what a run has of each figure. */
export function populationPage(locale: Locale): string {
  const t = texts[locale];
  const { groups, checks, onLists, peopleInAld, onList, meanWithMoreZip } = populationFigures();
  const number = (value: number, decimals = 1): string => numberIn(locale, value, decimals);
  return [
    t.intro,
    t.calibrated(count(RUN.physicians, locale), RUN.seed),
    ...groups.flatMap(({ title, figures }) => [
      `### ${title[locale]}`,
      tableOf(
        t.figures,
        figures.map((figure) => figureRow(figure, locale)),
        [4],
      ),
    ]),
    t.onLists(
      Object.entries(onLists)
        .map(([band, share]) => `${band} ${number(share)} %`)
        .join(", "),
    ),
    `### ${t.sources}`,
    Object.entries(SOURCES)
      .map(([id, source]) => sourceLine(id, source, locale))
      .join("\n"),
    t.disagree(number(peopleInAld), number(100 * onList)),
    t.assumed(ASSUMED, REGISTERED),
    t.checks,
    tableOf(
      t.checked,
      checks.map((check) => checkRow(check, locale)),
    ),
    t.explained(amount(meanWithMoreZip, locale)),
    `${t.rest}\n`,
  ].join("\n\n");
}

const UNITS = {
  fr: { patients: "", numbers: "", percent: "\u00a0%", years: "\u00a0ans", euros: "\u00a0€" },
  en: { patients: "", numbers: "", percent: "\u00a0%", years: "\u00a0years", euros: "\u00a0EUR" },
} as const;

const DECIMALS = { patients: 0, numbers: 2, percent: 2, years: 1, euros: 0 } as const;

function amount(value: number, locale: Locale): string {
  return numberIn(locale, value, 0) + UNITS[locale].euros;
}

function figureRow(
  { label, unit, target, reached, tolerance, source }: Figure,
  locale: Locale,
): string[] {
  const text = (value: number): string =>
    numberIn(locale, value, DECIMALS[unit]) + UNITS[locale][unit];
  const allowed =
    tolerance < 1 || unit !== "patients"
      ? numberIn(locale, tolerance, 1)
      : numberIn(locale, tolerance, 0);
  return [label[locale], text(target), text(reached), `±\u00a0${allowed}`, `\`${source}\``];
}

function checkRow({ label, unit, published, reached }: Check, locale: Locale): string[] {
  const [low, high] = published;
  const text = (value: number): string =>
    numberIn(locale, value, unit === "euros" ? 0 : 1) + UNITS[locale][unit];
  const range =
    low === high
      ? text(low)
      : `${numberIn(locale, low, 0)} – ${numberIn(locale, high, 0)}${UNITS[locale][unit]}`;
  const gap = 100 * (reached / low - 1);
  const differs =
    low === high
      ? `${gap < 0 ? "−" : "+"}${numberIn(locale, Math.abs(gap), 1)}\u00a0%`
      : texts[locale].within(reached >= low && reached <= high);
  return [label[locale], range, text(reached), differs];
}

function sourceLine(
  id: string,
  source: { fr: string; en: string; status: "official" | "secondary"; url?: string },
  locale: Locale,
): string {
  const link = source.url === undefined ? source[locale] : `[${source[locale]}](${source.url})`;
  return `- \`${id}\`: ${link} (${statusNames[source.status][locale]})`;
}
