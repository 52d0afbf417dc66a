import { copyOfList, guard, refuse, type LocalizedText } from "../error.ts";
import { freeze } from "../freeze.ts";
import { checkKeys } from "../known-keys.ts";
import { euros, type Cents } from "../money/cents.ts";
import type { Panels } from "../panel/panels.ts";
import { applyPatch } from "../schedule/apply.ts";
import type { Euros, Schedule, SchedulePatch } from "../schedule/language.ts";
import { amountAt } from "../statement/amounts.ts";
import { headOf } from "../statement/head.ts";
import type { Statement } from "../statement/statement.ts";
import { BASE_KEYS, baseOf, type BaseSchedule } from "./base.ts";
import { bracket, type Evaluated } from "./bracket.ts";
import { STATIC, type Static } from "./note.ts";
import { openOptions, type ScenarioOptions } from "./options.ts";
import { totalOf, type Frame } from "./priced.ts";
import { scheduleIn, type ScheduleChoice } from "./sides.ts";
import { shownAs, withTables } from "./tables.ts";
import { solutionSheet } from "./total-sheets.ts";
import { valueAt, valueText, type StepValue } from "./value-paths.ts";
import { TriedValues } from "./tried-values.ts";
import { typeset } from "../typography.ts";

/** What a total has to come to. */
export type SolveTarget =
  | { readonly total: Euros }
  /** More, or less, than the schedule gives as it stands. */
  | { readonly change: Euros }
  /** As much as another schedule gives on the same reference day. */
  | { readonly neutralTo: ScheduleChoice };

/** Options of `solveFor`. */
export interface SolveOptions extends ScenarioOptions, BaseSchedule {
  /** An amount or a percentage; several are multiplied by one factor, and rounded each. */
  readonly path: string | readonly string[];
  readonly target: SolveTarget;
}

/** A value, and how far its total is from the target. */
export interface SolvedValue {
  /** As a patch writes it; of several paths, the factor, with six decimals. */
  readonly value: string;
  /** The patch: value by path. */
  readonly values: SchedulePatch;
  readonly total: Euros;
  /** `total` minus the target. */
  readonly rest: Euros;
}

/** Why a target is not reached. */
export interface SolveReason extends LocalizedText {
  readonly code: "flat" | "too-low" | "too-high";
}

/** The two neighbouring values between which a target lies. */
export interface Solution extends Static {
  readonly schedule: Statement["schedule"];
  readonly path: string | readonly string[];
  /** The total to reach, in euros. */
  readonly target: Euros;
  /** Whether a value gives the target to the cent: then it is both `below` and `above`. */
  readonly exact: boolean;
  /** The last value under the target; null if there is none. */
  readonly below: SolvedValue | null;
  /** The first value at the target or over it; null if there is none. */
  readonly above: SolvedValue | null;
  /** Null where the target lies between both. */
  readonly reason: SolveReason | null;
}

/**
 * Which amount or rate brings a total to a target. Amounts go by the cent and rates by a hundredth
 * of a point, so that mostly none does exactly: both neighbours are given, each with its rest.
 * Several paths are multiplied by one factor, as a reform that keeps its proportions.
 * @param panels of `panelsFromColumns` or `panelsFromCounts`
 * @returns the neighbours as patches, with totals and rests in euros; frozen
 * @throws ForfaitError INPUT_INVALID for a path that is no amount and no percentage; AMOUNT_INVALID
 * @example
 * // Which amount for the C2S costs 100 EUR more, with 30 such patients?
 * const table = [{ age: "7-74", ald: false, c2s: true, n: 30 }];
 * const panels = panelsFromCounts(table, { year: 2026 });
 * const target = { change: "100" };
 * const { below, above } = solveFor(panels, { year: 2026, path: "c2s.amount", target });
 * [below, above].map((one) => [one?.value, one?.rest])
 * //=> [["13.33", "-0.10"], ["13.34", "0.20"]]
 */
export function solveFor(panels: Panels, options: SolveOptions): Solution {
  const { given, frame } = openOptions(panels, options, [...BASE_KEYS, "path", "target"]);
  const schedule = baseOf(given.year, given);
  const path = pathsOf(given.path);
  const values = (typeof path === "string" ? [path] : path).map((one, i) =>
    valueAt(schedule, one, typeof path === "string" ? "options.path" : `options.path[${i}]`),
  );
  const target = targetOf(given.target, frame, schedule);
  const scale =
    typeof path === "string" ? singleScale(values[0] as StepValue) : factorScale(values);
  const found = bracket(scale, target, (step) => totalAt(frame, schedule, scale.patchAt(step)));
  const side = (one: Evaluated | undefined): SolvedValue | null =>
    one === undefined
      ? null
      : {
          value: scale.textAt(one.step),
          values: scale.patchAt(one.step),
          total: euros(one.total),
          rest: euros(one.total - target),
        };
  const solution: Solution = freeze({
    ...STATIC,
    schedule: headOf(schedule, given.year).schedule,
    path,
    target: euros(target),
    exact: found.exact,
    below: side(found.below),
    above: side(found.above),
    reason: found.reason ? { code: found.reason, ...typeset(reasons[found.reason]) } : null,
  });
  return withTables(
    solution,
    shownAs("result", (locale) =>
      solutionSheet(solution, new TriedValues(schedule, given.year), locale),
    ),
  );
}

function totalAt(frame: Frame, schedule: Schedule, patch: SchedulePatch): Cents {
  return totalOf(frame, applyPatch(schedule, patch));
}

/** Steps of the unknown, from the least that the schedule allows. */
export interface Scale {
  readonly least: number;
  /** Where to begin. */
  readonly start: number;
  readonly most: number;
  readonly patchAt: (step: number) => SchedulePatch;
  readonly textAt: (step: number) => string;
}

/** The most that is tried: a million euros, or 9,999 points. */
const MOST_CENTS = 100_000_000;
const MOST_POINTS = 999_900;

function singleScale(value: StepValue): Scale {
  return {
    least: value.least,
    start: Math.round(value.steps),
    most: value.isAmount ? MOST_CENTS : MOST_POINTS,
    patchAt: (step) => ({ [value.path]: valueText(value, step) }),
    textAt: (step) => valueText(value, step),
  };
}

/** A factor has six decimals. */
const UNIT = 1_000_000;

function factorScale(values: readonly StepValue[]): Scale {
  const positive = values.filter(({ steps }) => steps > 0);
  const bounds = (limit: (one: StepValue) => number): number[] =>
    positive.map((one) => (limit(one) / one.steps) * UNIT);
  const stepsAt = ({ steps }: StepValue, factor: number): number =>
    Math.floor((2 * steps * factor + UNIT) / (2 * UNIT));
  return {
    least: Math.ceil(Math.max(0, ...bounds(({ least }) => least))),
    start: UNIT,
    most: Math.floor(
      Math.min(1000 * UNIT, ...bounds((one) => (one.isAmount ? MOST_CENTS : MOST_POINTS))),
    ),
    patchAt: (factor) =>
      Object.fromEntries(values.map((one) => [one.path, valueText(one, stepsAt(one, factor))])),
    textAt: (factor) => (factor / UNIT).toFixed(6),
  };
}

function pathsOf(path: SolveOptions["path"]): string | readonly string[] {
  if (typeof path === "string") return path;
  const copy = copyOfList("options.path", path as readonly string[]);
  const twice = copy.find((one, i) => copy.indexOf(one) !== i);
  if (copy.length === 0 || twice !== undefined)
    refuse("INPUT_INVALID", "options.path", twice ?? copy, {
      fr: "un chemin, ou une liste de chemins distincts",
      en: "a path, or a list of distinct paths",
    });
  return copy;
}

function targetOf(target: SolveTarget, frame: Frame, schedule: Schedule): Cents {
  const path = "options.target";
  if (typeof target !== "object" || target === null) refuse("INPUT_INVALID", path, target, aTarget);
  const copy = guard(path, () => ({ ...target })) as Partial<
    Record<"total" | "change" | "neutralTo", unknown>
  >;
  checkKeys(path, copy, ["total", "change", "neutralTo"]);
  const told = Object.entries(copy).filter(([, value]) => value !== undefined);
  if (told.length !== 1) refuse("INPUT_INVALID", path, target, aTarget);
  const { total, change, neutralTo } = copy;
  if (total !== undefined) return Number(amountAt(`${path}.total`, total));
  if (change !== undefined)
    return totalOf(frame, schedule) + Number(amountAt(`${path}.change`, change));
  const other = scheduleIn(frame.year, "target.neutralTo", neutralTo as ScheduleChoice, schedule);
  const { on } = schedule.reads;
  return totalOf(frame, other.reads.on === on ? other : applyPatch(other, { "reads.on": on }));
}

const aTarget: LocalizedText = {
  fr: "{ total }, { change } ou { neutralTo }",
  en: "{ total }, { change } or { neutralTo }",
};

const reasons: Readonly<Record<SolveReason["code"], LocalizedText>> = {
  flat: {
    fr: "aucune valeur ne change le total : elle n'est payée pour personne",
    en: "no value changes the total: it is paid for nobody",
  },
  "too-low": {
    fr: "la plus petite valeur permise dépasse déjà la cible",
    en: "the least value that is allowed is already over the target",
  },
  "too-high": {
    fr: "la plus grande valeur essayée reste sous la cible",
    en: "the largest value that is tried stays under the target",
  },
};
