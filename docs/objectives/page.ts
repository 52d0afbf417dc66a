import type { Locale } from "../../src/index.ts";
import { lastDay } from "../../src/day.ts";
import { day } from "../../src/statement/format/locale.ts";
import { count } from "../../src/typography.ts";
import { numberIn, tableOf } from "../markdown.ts";
import { followed, type Between, type Followed } from "./followed.ts";
import { RUN } from "./run.ts";
import { sharedCountry, type GivenPanel } from "./shared-country.ts";
import { texts } from "./texts.ts";

/** The page that follows collective objectives on the synthetic country, from shared panels. */
export function objectivesPage(locale: Locale): string {
  const t = texts[locale];
  const { before, now } = countries();
  const country = followed(now);
  return [
    t.intro(now.length, RUN),
    `## ${t.national}`,
    nationalTable(followed(before), country, locale),
    t.afterNational(
      count(country.physicians, locale),
      count(Math.round(country.perPhysician * country.physicians), locale),
    ),
    `## ${t.departements}`,
    spreadTable(now, locale),
    `<details><summary>${t.all}</summary>`,
    departementTable(now, locale),
    "</details>",
    t.secrecy(secrecyTable(locale)),
    t.own(t.sharing),
  ].join("\n\n");
}

interface Countries {
  readonly before: readonly GivenPanel[];
  readonly now: readonly GivenPanel[];
  /** The later day, with few physicians in each département. */
  readonly fewer: readonly GivenPanel[];
}

let made: Countries | undefined;

function countries(): Countries {
  const [earlier, later] = RUN.days;
  return (made ??= {
    before: sharedCountry(RUN.physicians, earlier),
    now: sharedCountry(RUN.physicians, later),
    fewer: sharedCountry(RUN.few, later),
  });
}

const SHARES = ["ald", "c2s", "aged80", "seen"] as const satisfies (keyof Followed)[];

function nationalTable(before: Followed, now: Followed, locale: Locale): string {
  const t = texts[locale];
  const days = RUN.days.map((year) => day(lastDay(year), locale));
  const row = (name: keyof typeof t.rows, of: (some: Followed) => string): string[] => {
    return [t.rows[name], of(before), of(now), t.published[name]];
  };
  const rows = [
    row("perPhysician", ({ perPhysician }) => numberIn(locale, perPhysician, 0)),
    ...SHARES.map((name) => row(name, (some) => shareText(some[name], locale))),
    row("without", () => t.notTold),
    row("prevention", () => t.notMade),
  ];
  return tableOf(t.head(days), rows, [3]);
}

/** The département whose share is lowest, and the one whose share is highest, by their bounds. */
function spreadTable(given: readonly GivenPanel[], locale: Locale): string {
  const t = texts[locale];
  const all = given.map((one) => ({ departement: one.departement, ...followed([one]) }));
  const told = (departement: string, text: string): string => `${text} (${departement})`;
  const ends = (
    valueOf: (one: Followed) => number,
  ): [(typeof all)[number], (typeof all)[number]] => {
    const sorted = [...all].sort((a, b) => valueOf(a) - valueOf(b));
    return [sorted[0], sorted[sorted.length - 1]] as never;
  };
  const sizes = ends(({ perPhysician }) => perPhysician).map(({ departement, perPhysician }) =>
    told(departement, numberIn(locale, perPhysician, 0)),
  );
  const shares = SHARES.map((name) => [
    t.rows[name],
    ...ends((one) => one[name].low + one[name].high).map((one) =>
      told(one.departement, shareText(one[name], locale)),
    ),
  ]);
  return tableOf(t.spread, [[t.rows.perPhysician, ...sizes], ...shares]);
}

function departementTable(given: readonly GivenPanel[], locale: Locale): string {
  const rows = given.map((one) => {
    const { perPhysician, ...rest } = followed([one]);
    const shares = SHARES.map((name) => shareText(rest[name], locale));
    return [one.departement, numberIn(locale, perPhysician, 0), ...shares];
  });
  return tableOf(texts[locale].columns, rows);
}

function secrecyTable(locale: Locale): string {
  const { fewer, now } = countries();
  const rows = (
    [
      [RUN.few, fewer],
      [RUN.physicians, now],
    ] as const
  ).map(([physicians, given]) => {
    const { ald, c2s, seen } = followed(given);
    return [String(physicians), ...[ald, c2s, seen].map((share) => shareText(share, locale))];
  });
  return tableOf(texts[locale].secrecyHead, rows);
}

/** One decimal; both bounds where they differ by it. */
function shareText({ low, high }: Between, locale: Locale): string {
  const [from, to] = [numberIn(locale, low, 1), numberIn(locale, high, 1)];
  return from === to ? `${from}\u00a0%` : `${from} – ${to}\u00a0%`;
}
