import type { AmountRule, CompiledAmounts, PreventionRules } from "../compiled.ts";
import type { AmountKind } from "./rule.ts";

/** An amount for each validated indicator, and for each action that is not itemised. */
export const perIndicator: AmountKind = {
  paysPatients: false,
  countsApart: false,
  count: ({ rules, prevention }, { panel: { indicators, actions } }, add) => {
    const { ofIndicator, ofAction } = prevention as PreventionRules;
    for (const [id, count] of indicators) {
      const rule = ruleOf(ofIndicator, id);
      if (rule !== undefined) add((rules[rule] as AmountRule).column, count);
    }
    if (ofAction) add(ofAction.column, actions);
  },
  columns: ({ rules, prevention }, { slots, tallies: { actions, indicators, validated } }) => {
    const { ofIndicator, actionColumn } = prevention as PreventionRules;
    const columns = new Map(rules.map(({ column }) => [column, new Float64Array(slots)]));
    columns.set(actionColumn, actions.slice(0, slots));
    for (const [i, id] of indicators.entries()) {
      const rule = ruleOf(ofIndicator, id);
      if (rule === undefined) continue;
      const values = columns.get((rules[rule] as AmountRule).column) as Float64Array;
      for (let slot = 0; slot < slots; slot++)
        values[slot] =
          (values[slot] as number) + (validated[slot * indicators.length + i] as number);
    }
    return columns;
  },
  quantityOf: ({ rules, prevention }, rule, patients) => {
    const { ofIndicator, ofAction } = prevention as PreventionRules;
    const index = rules.findIndex((one) => one.rule === rule);
    return patients.prevention.map((done) => {
      if (typeof done === "number") return ofAction?.rule === rule ? done : 0;
      return done.filter((id) => ruleOf(ofIndicator, id) === index).length;
    });
  },
};

/**
 * Index of the rule that pays an indicator: its own, or that of `any`, or the only one of a
 * component without cases.
 */
export function ruleOf(ofIndicator: ReadonlyMap<string, number>, id: string): number | undefined {
  return ofIndicator.get(id) ?? ofIndicator.get("any") ?? ofIndicator.get("");
}

/** Rules of a component, and the one of actions not itemised if no case is theirs. */
export function allRules({ rules, prevention }: CompiledAmounts): readonly AmountRule[] {
  const ofAction = prevention?.ofAction;
  return ofAction && ofAction !== rules[0] ? [...rules, ofAction] : rules;
}
