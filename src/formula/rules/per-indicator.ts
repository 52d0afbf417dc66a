import type { AmountRule, PreventionRules } from "../../statement/compiled.ts";
import { ruleOf } from "../../statement/rules/per-indicator.ts";
import { conditionOf } from "../expression/conditions.ts";
import { number, plus, times, when, type Expression } from "../expression/expression.ts";
import type { AmountFormula } from "./rule.ts";

/** An amount per validated indicator, and per action that is not itemised. */
export const perIndicator: AmountFormula = {
  grain: "patient",
  cents: ({ rules, prevention }, { tests, counted, indicators }) => {
    const { ofIndicator, ofAction } = prevention as PreventionRules;
    const paid = ({ physician, unit }: AmountRule): Expression =>
      when(conditionOf(physician, tests), number(unit), number(0));
    const itemised = [...indicators].map(([id, did]) => {
      const rule = rules[ruleOf(ofIndicator, id) ?? -1];
      return rule ? when(did, paid(rule), number(0)) : number(0);
    });
    return plus(ofAction ? times(counted, paid(ofAction)) : number(0), ...itemised);
  },
};
