import type { Locale, LocalizedText } from "../error.ts";
import type { Euros, SchedulePatch } from "../schedule/language.ts";
import { money, signedMoney } from "../statement/format/locale.ts";
import type { Sheet, SheetTable } from "../statement/layout/sheet.ts";
import type { Statement } from "../statement/statement.ts";
import { colon } from "../typography.ts";

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

/** The totals of a sweep, a row for each combination of values. */
export function sweepSheet({ schedule, total, results, note }: Sweep, locale: Locale): Sheet {
  const { title, amount, change, asIs } = words[locale];
  return sheetOf({ schedule, note }, locale, {
    title,
    head: ["", amount, change],
    rows: [
      { cells: [asIs, money(total, locale), ""] },
      ...results.map((one) => ({
        cells: [
          textOf(one.values, locale),
          money(one.total, locale),
          signedMoney(one.change, locale),
        ],
      })),
    ],
  });
}

/** Both sides of a solution, each with what it leaves to the target. */
export function solutionSheet(solution: Solved, locale: Locale): Sheet {
  const { target, below, above, exact, reason } = solution;
  const { title, amount, rest, goal } = words[locale];
  const sides = exact ? [below] : [below, above];
  const sheet = sheetOf(solution, locale, {
    title,
    head: ["", amount, rest],
    rows: [
      { cells: [goal, money(target, locale), ""] },
      ...sides.flatMap((one) =>
        one
          ? [
              {
                cells: [
                  textOf(one.values, locale),
                  money(one.total, locale),
                  signedMoney(one.rest, locale),
                ],
              },
            ]
          : [],
      ),
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

/** `c2s.amount : 15`, a path for each value. */
function textOf(values: SchedulePatch, locale: Locale): string {
  return Object.entries(values)
    .map(([path, value]) => `${path}${colon(locale)}${String(value)}`)
    .join(", ");
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
  > & { readonly facts: Readonly<Record<Unknown, string>> }
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
    facts: { prevention: "prevention", c2s: "C2S", seen: "patients seen", all: "together" },
  },
};
