import type { Cents } from "../money/cents.ts";
import { MILLION, type Scale } from "../millionths.ts";
import { lineOf, roundedCents } from "../statement/weighted.ts";
import { weightedSum } from "../statement/bulk/physician-weights.ts";
import { patientsUnder } from "../statement/bulk/panel-quantities.ts";
import { payeesOf } from "../statement/bulk/settle.ts";
import { quantityLayout, type Term } from "../statement/plan.ts";
import type { Frame, Priced } from "./priced.ts";
import type { CasePart } from "./change-parts.ts";

/** A part in cents. */
export type CentsByCase = Omit<CasePart, "change" | "label"> & { readonly cents: Cents };

/** A rule that pays some of the physicians: for whom it counts how many. */
interface Paying {
  readonly path: string;
  readonly cents: Cents;
  readonly term: Term;
  /** 1 for the physicians whom it pays. */
  readonly pays: Uint8Array;
  /** What it counts for each of them. */
  readonly counted: Float64Array;
}

/**
 * What patients, actions, points and slabs move to from one schedule to the other: by pairs of
 * cases where at most one case of a component holds for a patient, case by case elsewhere. Uplifts,
 * and what is not due for a part of the year, are parts of their own.
 */
export function casePartsOf(frame: Frame, a: Priced, b: Priced): CentsByCase[] {
  const sum = (values: Float64Array): bigint => weightedSum(values, frame.weights);
  const { scale } = b.table;
  const [before, after] = [payingOf(frame, a), payingOf(frame, b)];
  const components = [...new Set([...before.keys(), ...after.keys()])];
  const parts = components.flatMap((component) => {
    const [from, to] = [before.get(component) ?? [], after.get(component) ?? []];
    const pairs =
      isOneCase(a, component) && isOneCase(b, component) ? pairsOf(frame, a, b, from, to) : [];
    return [
      ...pairs.map(({ one, other, counts }) => part(component, one, other, sum(counts), scale)),
      ...from.map((one) => part(component, one, null, sum(without(one, pairs, "one")), scale)),
      ...to.map((other) =>
        part(component, null, other, sum(without(other, pairs, "other")), scale),
      ),
    ];
  });
  const missing = notDue(frame, b, after) - notDue(frame, a, before);
  const partYear = partOfYear(missing);
  return [...parts.filter(({ count }) => count !== 0), ...otherParts(frame, a, b), ...partYear];
}

interface Pair {
  readonly one: Paying;
  readonly other: Paying;
  readonly counts: Float64Array;
}

function part(
  component: string,
  a: Paying | null,
  b: Paying | null,
  millionths: bigint,
  scale: Scale,
): CentsByCase {
  const each = (b?.cents ?? 0) - (a?.cents ?? 0);
  return {
    component,
    a: a?.path ?? null,
    b: b?.path ?? null,
    count: Number(millionths) / (MILLION * scale),
    cents: roundedCents(millionths * BigInt(each), MILLION * scale),
  };
}

function isOneCase({ schedule }: Priced, component: string): boolean {
  const found = schedule.amounts[component];
  return found !== undefined && found.per === "patient" && found.pick !== "each";
}

function pairsOf(
  { panels }: Frame,
  a: Priced,
  b: Priced,
  from: readonly Paying[],
  to: readonly Paying[],
): Pair[] {
  return from.flatMap((one) =>
    to.map((other) => {
      const both = [
        { schedule: a.schedule, conditions: one.term.rule.patient },
        { schedule: b.schedule, conditions: other.term.rule.patient },
      ];
      const counts = patientsUnder(panels, both, b.years);
      return {
        one,
        other,
        counts: counts.map(
          (count, slot) => count * (one.pays[slot] as number) * (other.pays[slot] as number),
        ),
      };
    }),
  );
}

/** What a case counts that no pair does. */
function without(case_: Paying, pairs: readonly Pair[], side: "one" | "other"): Float64Array {
  const left = case_.counted.slice();
  for (const pair of pairs)
    if (pair[side] === case_)
      for (let slot = 0; slot < left.length; slot++)
        left[slot] = (left[slot] as number) - (pair.counts[slot] as number);
  return left;
}

/** The rules of each component of amounts that pay anybody. */
function payingOf({ panels, year }: Frame, { compiled, table }: Priced): Map<string, Paying[]> {
  const { roster } = panels;
  const { payees } = payeesOf(compiled, year, roster, quantityLayout(compiled), table);
  const found = new Map<Term["rule"], Paying>();
  return new Map(
    compiled.amounts.map(({ component }, i) => {
      const rules: Paying[] = [];
      for (const [number, slots] of payees.classes.entries())
        for (const term of payees.plans[number]?.amounts[i]?.terms ?? []) {
          const known = found.get(term.rule) ?? {
            path: term.rule.path,
            cents: term.cents,
            term,
            pays: new Uint8Array(roster.count),
            counted: new Float64Array(roster.count),
          };
          if (!found.has(term.rule)) rules.push(known);
          found.set(term.rule, known);
          const column = table.columns[term.column] as Float64Array;
          for (const slot of slots) {
            known.pays[slot] = 1;
            known.counted[slot] = column[slot] as number;
          }
        }
      return [component, rules] as const;
    }),
  );
}

/** Uplifts of either, and what is not due of the amounts for a part of the year. */
function otherParts(frame: Frame, a: Priced, b: Priced): CentsByCase[] {
  const sumOf = ({ compiled, due }: Priced, component: string): Cents => {
    const at = compiled.components.indexOf(component);
    return at < 0 ? 0 : roundedCents(weightedSum(due[at] as Float64Array, frame.weights));
  };
  const uplifts = new Set(
    [a, b].flatMap(({ compiled }) => compiled.uplifts.map(({ component }) => component)),
  );
  const has = ({ compiled }: Priced, component: string): string | null =>
    compiled.components.includes(component) ? component : null;
  const rates = [...uplifts].map((component) => ({
    component,
    a: has(a, component),
    b: has(b, component),
    cents: sumOf(b, component) - sumOf(a, component),
  }));
  return rates.filter(({ cents }) => cents !== 0);
}

/** What is not due for a part of the year is taken from what is paid. */
function partOfYear(missing: Cents): CentsByCase[] {
  const both = { component: "eligible", a: "eligible.partYear", b: "eligible.partYear" };
  return missing === 0 ? [] : [{ ...both, cents: 0 - missing }];
}

/** Cents of amounts that are not due for a part of the year. */
function notDue(frame: Frame, priced: Priced, paying: ReadonlyMap<string, Paying[]>): Cents {
  const whole = [...paying.values()].flat();
  const gross = whole.reduce((sum, { cents, counted }) => {
    const lines = counted.map((quantity) => lineOf(quantity, cents, priced.table.scale));
    return sum + weightedSum(lines, frame.weights);
  }, 0n);
  const net = priced.compiled.amounts.reduce(
    (sum, _, i) => sum + weightedSum(priced.due[i] as Float64Array, frame.weights),
    0n,
  );
  return roundedCents(gross - net);
}
