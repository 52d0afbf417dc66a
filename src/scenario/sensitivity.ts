import { guard, refuse, type LocalizedText } from "../error.ts";
import { freeze } from "../freeze.ts";
import { euros, signedCents } from "../money/cents.ts";
import type { Panels } from "../panel/panels.ts";
import { applyPatch } from "../schedule/apply.ts";
import type { Euros, Schedule, SchedulePatch } from "../schedule/language.ts";
import { headOf } from "../statement/head.ts";
import type { Statement } from "../statement/statement.ts";
import { BASE_KEYS, baseOf, type BaseSchedule } from "./base.ts";
import { STATIC, type Static } from "./note.ts";
import { openOptions, type ScenarioOptions } from "./options.ts";
import { totalOf } from "./priced.ts";
import { shownAs, withTables } from "./tables.ts";
import { sweepSheet } from "./total-sheets.ts";
import { valuesOf, valueText } from "./value-paths.ts";
import { TriedValues } from "./tried-values.ts";

/** Options of `sensitivity`. */
export interface SensitivityOptions extends ScenarioOptions, BaseSchedule {
  /**
   * Values to try for each path, all with all: `{ "c2s.amount": ["10", "15"] }`. Absent: each
   * amount of the schedule with one euro more, each rate with one point more, one by one.
   */
  readonly vary?: Readonly<Record<string, readonly unknown[]>>;
}

/** What all physicians are paid under some values. */
export interface SweptTotal {
  readonly values: SchedulePatch;
  readonly total: Euros;
  /** From the total of the schedule as it stands. */
  readonly change: Euros;
}

/** A row of a sweep: a value for each path, and euros as numbers. */
export type SweptRow = Readonly<Record<string, unknown>> & {
  readonly total: number;
  readonly change: number;
};

/** Totals under many values. */
export interface Sensitivity extends Static {
  readonly schedule: Statement["schedule"];
  /** Total of the schedule as it stands. */
  readonly total: Euros;
  readonly results: readonly SweptTotal[];
  /** The same as rows, for a plot or a table of data; no part of its JSON. */
  readonly rows: () => SweptRow[];
}

/** Most combinations of values. */
const MOST = 100_000;

/**
 * What a total becomes under other values: a grid of them, or each value of the schedule a step
 * higher. Each combination is computed as if it were asked for alone.
 * @param panels of `panelsFromColumns` or `panelsFromCounts`
 * @returns totals and changes in euros as text, the last path varying fastest; frozen
 * @throws ForfaitError for refused options, or a value that the schedule refuses
 * @example
 * // What do 12 and 15 EUR for the C2S cost on 100 such patients?
 * const table = [{ age: "7-74", ald: false, c2s: true, n: 100 }];
 * const panels = panelsFromCounts(table, { year: 2026 });
 * const vary = { "c2s.amount": ["12", "15"] };
 * sensitivity(panels, { year: 2026, vary }).results.map(({ change }) => change)
 * //=> ["200.00", "500.00"]
 */
export function sensitivity(panels: Panels, options: SensitivityOptions): Sensitivity {
  const { given, frame } = openOptions(panels, options, [...BASE_KEYS, "vary"]);
  const schedule = baseOf(given.year, given);
  const before = totalOf(frame, schedule);
  const patches = given.vary === undefined ? oneMore(schedule) : gridOf(given.vary);
  const results = patches.map((values): SweptTotal => {
    const total = totalOf(frame, applyPatch(schedule, values));
    return { values, total: euros(total), change: euros(total - before) };
  });
  const data = {
    ...STATIC,
    schedule: headOf(schedule, given.year).schedule,
    total: euros(before),
    results,
  };
  return withTables(freeze(data), {
    rows: () => results.map(rowOf),
    ...shownAs("result", (locale) =>
      sweepSheet(data, new TriedValues(schedule, given.year), locale),
    ),
  });
}

function rowOf({ values, total, change }: SweptTotal): SweptRow {
  return { ...values, total: signedCents(total) / 100, change: signedCents(change) / 100 };
}

/** Each amount with a euro more, each rate with a point more. */
function oneMore(schedule: Schedule): SchedulePatch[] {
  return valuesOf(schedule).map((one) => ({ [one.path]: valueText(one, one.steps + 100) }));
}

function gridOf(vary: NonNullable<SensitivityOptions["vary"]>): SchedulePatch[] {
  const path = "options.vary";
  if (typeof vary !== "object" || vary === null) refuse("INPUT_INVALID", path, vary, aGrid);
  const axes = guard(path, () =>
    Object.entries(vary).map(([key, values]) => [key, values, Array.isArray(values)] as const),
  );
  const wrong = axes.find(([, values, isList]) => !isList || values.length === 0);
  if (axes.length === 0 || wrong)
    refuse("INPUT_INVALID", wrong ? `${path}.${wrong[0]}` : path, wrong ? wrong[1] : vary, aGrid);
  const count = axes.reduce((product, [, values]) => product * values.length, 1);
  if (count > MOST)
    refuse("INPUT_INVALID", path, count, {
      fr: `${MOST} combinaisons au plus`,
      en: `at most ${MOST} combinations`,
    });
  return axes.reduce<SchedulePatch[]>(
    (patches, [key, values]) =>
      patches.flatMap((patch) => [...values].map((value) => ({ ...patch, [key]: value }))),
    [{}],
  );
}

const aGrid: LocalizedText = {
  fr: '{ chemin: valeurs } : { "c2s.amount": ["10", "15"] }',
  en: '{ path: values }: { "c2s.amount": ["10", "15"] }',
};
