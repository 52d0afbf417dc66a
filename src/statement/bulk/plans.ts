import type { Cents } from "../../money/cents.ts";
import { fastRate, type FastRate } from "../../money/fast-rate.ts";
import { isZero } from "../../money/rate.ts";
import { NoticeBook } from "../../notice.ts";
import type { PhysicianFacts } from "../../list/physician.ts";
import { holds } from "../../schedule/conditions.ts";
import { isShare, measuresOf } from "./measures.ts";
import { holdsAll, type AmountRule, type Compiled, type Rule } from "../compile.ts";
import { isShareRate, ruleOf } from "../evaluate.ts";
import { missingPart, physicianReader } from "../facts.ts";
import type { ShareTerms } from "../share-rate.ts";

/** How to price the physicians of one group, whatever their patients. */
export interface Plan {
  /** One entry per component of amounts, in order. */
  readonly amounts: readonly PlannedAmounts[];
  readonly uplifts: readonly PlannedUplift[];
  /** Part of the year that is not due, if any. */
  readonly missing: FastRate | undefined;
}

const NOTHING: Plan = { amounts: [], uplifts: [], missing: undefined };

export interface PlannedAmounts {
  /** Indexes of the measures that are due. */
  readonly measures: readonly number[];
  /**
   * Cents per validation of each indicator, by position; `perAction` prices actions given as a
   * number.
   */
  readonly perIndicator: readonly Cents[];
  readonly perAction: Cents;
  /** Whether uplifts apply to it. */
  readonly bears: boolean;
}

export type PlannedUplift = { readonly component: number } & (
  { readonly rate: FastRate } | { readonly terms: ShareTerms; readonly measure: number }
);

/** @param indicators ids of the indicators counted one by one */
export function planOf(
  compiled: Compiled,
  year: number,
  physician: PhysicianFacts,
  indicators: readonly string[],
): Plan {
  const { schedule } = compiled;
  const reader = physicianReader(schedule, year, physician, new NoticeBook());
  if (!holds(schedule.eligible.when, reader)) return NOTHING;

  const measures = measuresOf(compiled).all;
  const isDue = (rule: Rule): boolean => holdsAll(rule.physician, reader);
  const unitDue = (rule: AmountRule | undefined): Cents => (rule && isDue(rule) ? rule.unit : 0);
  const amounts = compiled.amounts.map((component): PlannedAmounts => ({
    measures: [...measures.entries()].flatMap(([i, measure]) =>
      !isShare(measure) &&
      measure.amounts === component &&
      isDue(component.rules[measure.rules[0] as number] as Rule)
        ? [i]
        : [],
    ),
    perIndicator:
      component.per === "indicator"
        ? indicators.map((id) => unitDue(component.rules[ruleOf(component.ofIndicator, id) ?? -1]))
        : [],
    perAction: unitDue(component.ofAction),
    bears: schedule.uplifts?.of.includes(component.component) ?? false,
  }));
  const uplifts = compiled.uplifts.flatMap(({ component, rules }): PlannedUplift[] => {
    const rule = rules.find(isDue);
    if (!rule) return [];
    const place = { component: compiled.components.indexOf(component) };
    if (!isShareRate(rule.rate)) return [{ ...place, rate: rule.rate }];
    const terms = rule.rate;
    return [
      {
        ...place,
        terms,
        measure: measures.findIndex((measure) => isShare(measure) && measure.terms === terms),
      },
    ];
  });
  const missing = missingPart(schedule, year, physician);
  return {
    amounts,
    uplifts,
    missing: missing && !isZero(missing) ? fastRate(missing) : undefined,
  };
}
