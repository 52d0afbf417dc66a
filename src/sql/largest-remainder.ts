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

/** An amount to allocate among a physician's patients in proportion to a weight. */
export interface Split {
  readonly name: string;
  readonly amount: Expression;
  readonly weight: Expression;
  /** Sum of the weights. */
  readonly weights: Expression;
}

/**
 * CTE that truncates each share to the cent and keeps the remainder; columns in `keep` pass
 * through.
 */
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
    description: "Shares truncated to the cent, with their remainders.",
    select: { columns: [...kept(keep), ...columns], from },
  };
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
