import type { Tallies } from "../../panel/scan/tallies.ts";
import { ruleOf, type AmountRule, type Compiled } from "../compile.ts";

/** Validated actions that each rule pays, by the rule's column and then by physician. */
export function actionQuantities(
  { amounts }: Compiled,
  { actions, indicators, validated }: Tallies,
  slots: number,
): ReadonlyMap<number, Float64Array> {
  const quantities = new Map<number, Float64Array>();
  for (const { per, rules, ofIndicator, actionColumn } of amounts) {
    if (per !== "indicator") continue;
    for (const { column } of rules) quantities.set(column, new Float64Array(slots));
    quantities.set(actionColumn, actions.slice(0, slots));
    for (const [i, id] of indicators.entries()) {
      const rule = ruleOf(ofIndicator, id);
      if (rule === undefined) continue;
      const values = quantities.get((rules[rule] as AmountRule).column) as Float64Array;
      for (let slot = 0; slot < slots; slot++)
        values[slot] =
          (values[slot] as number) + (validated[slot * indicators.length + i] as number);
    }
  }
  return quantities;
}
