import { byKey } from "../../by-key.ts";
import { AGES, cellOfKind, kindsOf, type Kind, type SeenForm } from "../../panel/columns/code.ts";
import { interval } from "../../interval.ts";
import { conditions } from "../../schedule/check-conditions.ts";
import type { Condition, Schedule } from "../../schedule/language.ts";
import type { AmountRule, Compiled } from "../compiled.ts";

/**
 * A number summed over a physician's patients in one pass: cents due if the physician meets a
 * condition, or the patients counted by a share or a slab.
 */
export type Measure = CentsMeasure | CountMeasure;

export interface CentsMeasure {
  /** Index of the component among those of amounts. */
  readonly component: number;
  /** Rules with the same condition on the physician. */
  readonly rules: readonly AmountRule[];
}

export interface CountMeasure {
  /** Column of the patients among the schedule's quantities. */
  readonly column: number;
}

/** Measures of a schedule, and the weight of a patient in each. */
export interface Measures {
  readonly all: readonly Measure[];
  /** First age of each band. Within a band, all patients of a profile have the same weights. */
  readonly bands: readonly number[];
  /** Weights of a profile: for each band and measure, at `band * all.length + measure`. */
  readonly weights: (kind: Kind, form: SeenForm) => Float64Array;
}

const known = new WeakMap<Compiled, Measures>();

export function measuresOf(compiled: Compiled): Measures {
  const measures = known.get(compiled) ?? newMeasures(compiled);
  known.set(compiled, measures);
  return measures;
}

function newMeasures(compiled: Compiled): Measures {
  const all = [...centsMeasures(compiled), ...countMeasures(compiled)];
  const bands = agesAskedBy(compiled.schedule);
  const memo = new Map<string, Float64Array>();
  const weights = (kind: Kind, form: SeenForm): Float64Array => {
    const key = `${form} ${kind}`;
    const found =
      memo.get(key) ??
      Float64Array.from(
        bands.flatMap((age) =>
          all.map((measure) => weightOf(compiled, measure, cellOfKind(kind, age, form))),
        ),
      );
    memo.set(key, found);
    return found;
  };
  return { all, bands, weights };
}

/** Weight in one measure of each profile and age, at `kind * 256 + age`. */
export function weightTable(
  { all, bands, weights }: Measures,
  measure: number,
  form: SeenForm,
): Float64Array {
  const kinds = kindsOf(form);
  const table = new Float64Array(kinds.length << 8);
  for (const kind of kinds) {
    const ofKind = weights(kind, form);
    for (const [band, first] of bands.entries()) {
      const end = bands[band + 1] ?? AGES;
      table.fill(
        ofKind[band * all.length + measure] as number,
        (kind << 8) | first,
        (kind << 8) | end,
      );
    }
  }
  return table;
}

function centsMeasures({ amounts }: Compiled): CentsMeasure[] {
  return amounts.flatMap(({ rules }, component) => {
    const byCondition = byKey(rules, ({ physician }) => JSON.stringify(physician));
    return [...byCondition.values()].map((alike) => ({ component, rules: alike }));
  });
}

function countMeasures({ amounts, counted }: Compiled): CountMeasure[] {
  const paid = new Set(amounts.flatMap(({ rules }) => rules.map(({ column }) => column)));
  return counted.filter(({ column }) => !paid.has(column)).map(({ column }) => ({ column }));
}

/** Place of the measure that counts the patients of a column. */
export function columnOf(all: Measures["all"], column: number): number {
  return all.findIndex((measure) => "column" in measure && measure.column === column);
}

function weightOf({ classes }: Compiled, measure: Measure, cell: number): number {
  const columns = classes.columnsOf(cell);
  if ("column" in measure) return columns.includes(measure.column) ? 1 : 0;
  return measure.rules
    .filter(({ column }) => columns.includes(column))
    .reduce((before, { unit }) => before + unit, 0);
}

/** Ages at which the answer to some condition of a schedule changes. */
export function agesAskedBy(schedule: Schedule): number[] {
  return agesOf([...conditions(schedule)].map(([, when]) => when));
}

/** First ages of the bands within which conditions treat all ages alike. */
export function agesOf(all: readonly Condition[]): number[] {
  const starts = new Set([0]);
  for (const age of all.map((when) => when.age).filter((range) => range !== undefined)) {
    const { from, to } = interval(age);
    for (const start of [from, to + 1]) if (start < AGES) starts.add(start);
  }
  return [...starts].sort((a, b) => a - b);
}
