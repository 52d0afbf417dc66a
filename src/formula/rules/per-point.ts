import { conditionOf } from "../expression/conditions.ts";
import { number, plus, when } from "../expression/expression.ts";
import type { AmountFormula } from "./rule.ts";

/** Points of each case whose conditions hold, times the value of a point. */
export const perPoint: AmountFormula = {
  grain: "list",
  cents: ({ rules }, { tests }) =>
    plus(
      ...rules.map(({ physician, terms, unit }) =>
        when(conditionOf(physician, tests), number((terms.points as number) * unit), number(0)),
      ),
    ),
  counted: () => [],
};
