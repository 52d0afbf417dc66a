import { casesOf, whensOf } from "../../schedule/cases.ts";
import type { AmountCase, AmountComponent } from "../../schedule/language.ts";
import type { AmountRule } from "../../statement/compiled.ts";
import { conditionOf } from "../expression/conditions.ts";
import { choose, number, plus, type Branch } from "../expression/expression.ts";
import type { AmountFormula } from "./rule.ts";

/** An amount per patient: the case that matches, or each of them. */
export const perPatient: AmountFormula = {
  grain: "patient",
  cents: ({ component: id, rules }, { schedule, tests }) => {
    const component = schedule.amounts[id] as AmountComponent;
    const branches = casesOf<AmountCase>(id, component).map(({ one }, i): Branch => {
      const { unit, label } = rules[i] as AmountRule;
      return {
        when: conditionOf(whensOf(component, one), tests),
        value: number(unit),
        remark: label.en,
      };
    });
    if (component.pick === "each")
      return plus(...branches.map((branch) => choose([branch], number(0))));
    return choose(branches, number(0));
  },
};
