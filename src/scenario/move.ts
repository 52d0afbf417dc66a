import type { ByComponent } from "../ids.ts";
import { euros, type Cents } from "../money/cents.ts";
import type { Euros } from "../schedule/language.ts";
import { MILLION, type Scale } from "../millionths.ts";
import { roundedCents } from "../statement/weighted.ts";
import { weightedSum } from "../statement/bulk/physician-weights.ts";
import type { Frame, Priced } from "./priced.ts";

/** An amount under both schedules, in euros. */
export interface Move {
  readonly from: Euros;
  readonly to: Euros;
  /** `to` minus `from`: below zero for a loss. */
  readonly change: Euros;
}

/** Physicians who gain, or lose, and by how much together. */
export interface Movers {
  /** Number of physicians; with weights, of those whom they stand for. */
  readonly physicians: number;
  readonly change: Euros;
}

/** What physicians are paid under both schedules. */
export interface MoveOfPhysicians {
  readonly physicians: number;
  readonly patients: number;
  readonly total: Move;
  readonly components: ByComponent<Move>;
  readonly gainers: Movers;
  readonly losers: Movers;
  readonly unchanged: Movers;
}

/** What some physicians are paid under both schedules. */
export function moveOf(
  { weights }: Frame,
  a: Priced,
  b: Priced,
  change: Float64Array,
  slots: readonly number[],
): MoveOfPhysicians {
  const sum = (values: Float64Array | undefined): Cents =>
    values === undefined ? 0 : roundedCents(weightedSum(values, weights, slots));
  const of = (priced: Priced, component: string): Float64Array | undefined =>
    priced.due[priced.compiled.components.indexOf(component)];
  const components = new Set([...a.compiled.components, ...b.compiled.components]);
  const movers = (sign: number): Movers => {
    const some = slots.filter((slot) => Math.sign(change[slot] as number) === sign);
    return {
      physicians: numberOf(weightedSum(ones(change.length), weights, some)),
      change: euros(roundedCents(weightedSum(change, weights, some))),
    };
  };
  return {
    physicians: numberOf(weightedSum(ones(change.length), weights, slots)),
    patients: numberOf(weightedSum(b.table.patients, weights, slots), b.table.scale),
    total: move(sum(a.totals), sum(b.totals)),
    components: Object.fromEntries(
      [...components].map((one) => [one, move(sum(of(a, one)), sum(of(b, one)))]),
    ),
    gainers: movers(1),
    losers: movers(-1),
    unchanged: movers(0),
  };
}

export function move(from: Cents, to: Cents): Move {
  return { from: euros(from), to: euros(to), change: euros(to - from) };
}

function ones(length: number): Float64Array {
  return new Float64Array(length).fill(1);
}

/** @param scale what one is counted as, before weights */
function numberOf(millionths: bigint, scale: Scale = 1): number {
  return Number(millionths) / (MILLION * scale);
}
