import {
  call,
  compare,
  minus,
  number,
  over,
  internal,
  plus,
  quotient,
  remainder,
  sum,
  times,
  when,
  type Expression,
} from "./expression.ts";
import { kept, type Column, type Step } from "./query.ts";

/** An amount that is split among the patients of a physician in proportion to a weight. */
export interface Split {
  readonly name: string;
  readonly amount: Expression;
  readonly weight: Expression;
  /** The sum of the weights. */
  readonly weights: Expression;
}

/** The step that cuts each share to the cent, and keeps what the cut leaves; `keep` is handed on. */
export function cuts(
  name: string,
  from: string,
  keep: readonly string[],
  splits: readonly Split[],
): Step {
  const columns = splits.flatMap(({ name: id, amount, weight, weights }): Column[] => {
    const product = times(amount, weight);
    const some = compare(weights, "<>", number(0));
    return [
      { as: `${id}_cut`, value: when(some, quotient(product, weights), number(0)) },
      { as: `${id}_rest`, value: when(some, remainder(product, weights), number(0)) },
    ];
  });
  return {
    name,
    description: "Shares cut to the cent, and what the cut leaves.",
    select: { columns: [...kept(keep), ...columns], from },
  };
}

/** A patient's share, once it is cut: the cents left over go to the largest remainders, one each. */
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
