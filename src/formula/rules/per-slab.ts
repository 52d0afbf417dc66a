import { UNITS } from "../../decimal.ts";
import type { SlabMeasure } from "../../schedule/language.ts";
import { PATIENTS } from "../../schedule/rules/per-slab.ts";
import type { AmountRule } from "../../statement/compiled.ts";
import { conditionOf } from "../expression/conditions.ts";
import {
  and,
  call,
  compare,
  internal,
  number,
  plus,
  quotient,
  times,
  when,
  type Expression,
} from "../expression/expression.ts";
import { nameOf } from "../expression/names.ts";
import { unitsOf } from "../expression/units.ts";
import type { AmountFormula, KnownList } from "./rule.ts";

/** An amount per slab: the measure with the fewest counts, if each has reached what it must. */
export const perSlab: AmountFormula = {
  grain: "list",
  cents: ({ component, rules }, known) =>
    plus(
      ...rules.map((rule, i) => {
        const counted = internal(nameOf.counted(component, i));
        return when(
          conditionOf(rule.physician, known.tests),
          times(number(rule.unit), slabsOf(rule, counted, known)),
          number(0),
        );
      }),
    ),
  counted: ({ component, rules }, { tests }) =>
    rules.map(({ patient }, i) => ({
      as: nameOf.counted(component, i),
      value: when(conditionOf(patient, tests), number(1), number(0)),
    })),
};

function slabsOf({ terms }: AmountRule, counted: Expression, { measures }: KnownList): Expression {
  const { slabs = {}, most } = terms;
  const all = Object.entries(slabs).map(([id, measure]) => {
    const value = id === PATIENTS ? times(number(UNITS), counted) : (measures(id) as Expression);
    return { reached: reached(measure, value), slabs: quotient(value, unitsOf(measure.each)) };
  });
  const counts = [...all.map(({ slabs }) => slabs), ...(most === undefined ? [] : [number(most)])];
  const [only, ...others] = counts;
  const fewest = others.length > 0 ? call("LEAST", ...counts) : (only as Expression);
  return when(and(...all.map(({ reached }) => reached)), fewest, number(0));
}

/** Whether a measure has reached what it must. */
function reached({ from, over }: SlabMeasure, value: Expression): Expression {
  return and(
    ...(from === undefined ? [] : [compare(value, ">=", unitsOf(from))]),
    ...(over === undefined ? [] : [compare(value, ">", unitsOf(over))]),
  );
}
