import { AGES, cellOfKind, kindsOf, type Kind, type SeenForm } from "../../panel/columns/code.ts";
import { factsOf } from "../../list/cell.ts";
import { holds, interval } from "../../schedule/conditions.ts";
import { conditions } from "../../schedule/consistency.ts";
import type { Schedule } from "../../schedule/language.ts";
import type { AmountRule, Compiled, CompiledAmounts } from "../compile.ts";
import { isShareRate } from "../evaluate.ts";
import { patientReader } from "../facts.ts";
import type { ShareTerms } from "../share-rate.ts";

/**
 * A quantity summed over a physician's patients: cents due if the physician meets a condition, or
 * the number of patients counted by a share.
 */
export type Measure = CentsMeasure | ShareMeasure;

export interface CentsMeasure {
  readonly amounts: CompiledAmounts;
  /** Indexes of the rules with the same condition on the physician. */
  readonly rules: readonly number[];
}

export interface ShareMeasure {
  readonly terms: ShareTerms;
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
  const all = [...centsMeasures(compiled), ...shareMeasures(compiled)];
  const bands = bandsOf(compiled.schedule);
  const memo = new Map<string, Float64Array>();
  const weights = (kind: Kind, form: SeenForm): Float64Array => {
    const key = `${form} ${kind}`;
    const found =
      memo.get(key) ??
      Float64Array.from(
        bands.flatMap((age) =>
          all.map((measure) => weightOf(compiled.schedule, measure, cellOfKind(kind, age, form))),
        ),
      );
    memo.set(key, found);
    return found;
  };
  return { all, bands, weights };
}

export function isShare(measure: Measure): measure is ShareMeasure {
  return "terms" in measure;
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
  return amounts
    .filter(({ per }) => per === "patient")
    .flatMap((component) => {
      const byCondition = new Map<string, number[]>();
      for (const [index, { physician }] of component.rules.entries()) {
        const key = JSON.stringify(physician);
        byCondition.set(key, [...(byCondition.get(key) ?? []), index]);
      }
      return [...byCondition.values()].map((rules) => ({ amounts: component, rules }));
    });
}

function shareMeasures({ uplifts }: Compiled): ShareMeasure[] {
  return uplifts.flatMap(({ rules }) =>
    rules.flatMap(({ rate }) => (isShareRate(rate) ? [{ terms: rate }] : [])),
  );
}

function weightOf(schedule: Schedule, measure: Measure, cell: number): number {
  if (isShare(measure))
    return holds(measure.terms.share, patientReader(schedule, factsOf(cell))) ? 1 : 0;
  const { rulesFor, rules } = measure.amounts;
  const due = rulesFor(cell).filter((rule) => measure.rules.includes(rule));
  return due.reduce((before, rule) => before + (rules[rule] as AmountRule).unit, 0);
}

/** Ages at which the answer to some condition changes. */
function bandsOf(schedule: Schedule): number[] {
  const starts = new Set([0]);
  for (const [, { age = "0+" }] of conditions(schedule)) {
    const { from, to } = interval(age);
    for (const start of [from, to + 1]) if (start < AGES) starts.add(start);
  }
  return [...starts].sort((a, b) => a - b);
}
