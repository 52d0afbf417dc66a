import {
  call,
  compare,
  internal,
  minus,
  number,
  over,
  plus,
  quotient,
  remainder,
  sum,
  times,
  when,
  type Expression,
  type Named,
} from "./expression/expression.ts";
import { nameOf } from "./expression/names.ts";

/** An amount to allocate among a physician's patients in proportion to a weight. */
export interface Split {
  readonly name: string;
  readonly amount: Expression;
  readonly weight: Expression;
  /** Sum of the weights. */
  readonly weights: Expression;
}

/** An uplift, in proportion to each patient's part of its base. */
export const upliftSplit = (id: string): Split => ({
  name: id,
  amount: internal(nameOf.total(id)),
  weight: internal("bearing"),
  weights: internal("uplift_base"),
});

/** A reduction of a component, in proportion to each patient's cents for it. */
export const reductionSplit = (id: string): Split => ({
  name: id,
  amount: internal(nameOf.unpaid(id)),
  weight: internal(nameOf.cents(id)),
  weights: internal(nameOf.total(id)),
});

/** A share truncated to the cent, and the remainder. */
export function cutsOf({ name, amount, weight, weights }: Split): Named[] {
  const product = times(amount, weight);
  const some = compare(weights, "<>", number(0));
  return [
    { as: `${name}_cut`, value: when(some, quotient(product, weights), number(0)) },
    { as: `${name}_rest`, value: when(some, remainder(product, weights), number(0)) },
  ];
}

/**
 * A patient's share: the truncated one, plus one cent for the largest remainders while cents are
 * left.
 */
export function shareOf({ name, amount, weights }: Split): Expression {
  const cut = internal(`${name}_cut`);
  const rank = over(
    call("ROW_NUMBER"),
    internal("physician_id"),
    { of: internal(`${name}_rest`), descending: true },
    { of: internal("place") },
  );
  const left = minus(amount, over(sum(cut), internal("physician_id")));
  const shared = compare(weights, "<>", number(0));
  const extra = when(
    { kind: "terms", operator: "AND", terms: [shared, compare(rank, "<=", left)] },
    number(1),
    number(0),
  );
  return plus(cut, extra);
}
