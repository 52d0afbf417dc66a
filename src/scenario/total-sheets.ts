import type { Locale, LocalizedText } from "../error.ts";
import type { Euros, SchedulePatch } from "../schedule/language.ts";
import { money, signedMoney } from "../statement/format/locale.ts";
import type { Sheet, SheetRow, SheetTable } from "../statement/layout/sheet.ts";
import type { Statement } from "../statement/statement.ts";
import type { TriedValues } from "./tried-values.ts";

/** What every result of scenarios says. */
interface Result {
  readonly schedule: Statement["schedule"];
  readonly note: LocalizedText;
}

interface Sweep extends Result {
  readonly total: Euros;
  readonly results: readonly {
    readonly values: SchedulePatch;
    readonly total: Euros;
    readonly change: Euros;
  }[];
}

interface Solved extends Result {
  readonly target: Euros;
  readonly exact: boolean;
  readonly below: Side | null;
  readonly above: Side | null;
  readonly reason: LocalizedText | null;
}

interface Side {
  readonly values: SchedulePatch;
  readonly total: Euros;
  readonly rest: Euros;
}

interface Bounded extends Result {
  readonly counted: Euros;
  readonly bounds: readonly {
    readonly unknown: Unknown;
    readonly low: Euros;
    readonly proportional: Euros | null;
    readonly high: Euros;
    readonly assumption: LocalizedText;
  }[];
}

type Unknown = "prevention" | "c2s" | "seen" | "all";

/** The totals of a sweep: a column for each value that all rows have, or a text for each row. */
export function sweepSheet(
  { schedule, total, results, note }: Sweep,
  tried: TriedValues,
  locale: Locale,
): Sheet {
  const { title, amount, change, asIs } = words[locale];
  const [first = []] = results.map(({ values }) => Object.keys(values));
  const isGrid = results.every(({ values }) => first.every((path) => Object.hasOwn(values, path)));
  const figures = (one: Sweep["results"][number]): string[] => [
    money(one.total, locale),
    signedMoney(one.change, locale),
  ];
  const asItStands = [money(total, locale), ""];
  return sheetOf(
    { schedule, note },
    locale,
    isGrid
      ? {
          title,
          head: [...first.map((path) => tried.nameOf(path, locale)), amount, change],
          rows: [
            {
              cells: [...first.map((path) => tried.valueOf(path, locale)), ...asItStands],
              note: asIs,
            },
            ...results.map((one) => ({
              cells: [
                ...first.map((path) => tried.triedAt(path, one.values, locale)),
                ...figures(one),
              ],
            })),
          ],
        }
      : {
          title,
          head: ["", amount, change],
          rows: [
            { cells: [asIs, ...asItStands] },
            ...results.map((one) => ({
              cells: [tried.textOf(one.values, locale), ...figures(one)],
            })),
          ],
        },
  );
}

/** Both sides of a solution, each with what it leaves to the target. */
export function solutionSheet(solution: Solved, tried: TriedValues, locale: Locale): Sheet {
  const { target, below, above, exact, reason } = solution;
  const { title, amount, rest, goal, sides } = words[locale];
  const rowOf = (one: Side | null, note: string): SheetRow[] =>
    one
      ? [
          {
            cells: [
              tried.textOf(one.values, locale),
              money(one.total, locale),
              signedMoney(one.rest, locale),
            ],
            note,
          },
        ]
      : [];
  const sheet = sheetOf(solution, locale, {
    title,
    head: ["", amount, rest],
    rows: [
      { cells: [goal, money(target, locale), ""] },
      ...(exact
        ? rowOf(below, sides.exact)
        : [...rowOf(below, sides.below), ...rowOf(above, sides.above)]),
    ],
  });
  return reason ? { ...sheet, opening: [reason[locale]] } : sheet;
}

/** The least, the proportional and the most of each fact that is not known. */
export function boundsSheet(result: Bounded, locale: Locale): Sheet {
  const { title, counted, low, proportional, high, facts } = words[locale];
  const none = "";
  return sheetOf(result, locale, {
    title,
    head: ["", low, proportional, high],
    rows: [
      { cells: [counted, none, money(result.counted, locale), none] },
      ...result.bounds.map((one) => ({
        cells: [
          facts[one.unknown],
          money(one.low, locale),
          one.proportional === null ? none : money(one.proportional, locale),
          money(one.high, locale),
        ],
        note: one.assumption[locale],
      })),
    ],
  });
}

function sheetOf({ schedule, note }: Result, locale: Locale, table: SheetTable): Sheet {
  return {
    simulation: undefined,
    title: `${schedule[locale]} — ${schedule.year}`,
    subtitle: note[locale],
    tables: [table],
    lists: [],
  };
}

const words: Record<
  Locale,
  Readonly<
    Record<
      | "title"
      | "amount"
      | "change"
      | "asIs"
      | "goal"
      | "rest"
      | "counted"
      | "low"
      | "proportional"
      | "high",
      string
    >
  > & {
    readonly sides: Readonly<Record<"exact" | "below" | "above", string>>;
    readonly facts: Readonly<Record<Unknown, string>>;
  }
> = {
  fr: {
    title: "Totaux",
    amount: "total",
    change: "écart",
    asIs: "sans changement",
    goal: "cible",
    rest: "reste",
    counted: "comme compté",
    low: "au moins",
    proportional: "en proportion",
    high: "au plus",
    sides: { exact: "la cible au centime", below: "au-dessous", above: "au-dessus" },
    facts: { prevention: "prévention", c2s: "C2S", seen: "patients vus", all: "ensemble" },
  },
  en: {
    title: "Totals",
    amount: "total",
    change: "change",
    asIs: "as it stands",
    goal: "target",
    rest: "rest",
    counted: "as counted",
    low: "at least",
    proportional: "in proportion",
    high: "at most",
    sides: { exact: "the target to the cent", below: "below", above: "above" },
    facts: { prevention: "prevention", c2s: "C2S", seen: "patients seen", all: "together" },
  },
};
