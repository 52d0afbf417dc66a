import type { Cents } from "../money/cents.ts";
import type { FastRate } from "../money/fast-rate.ts";
import type { FactReader } from "../schedule/conditions.ts";
import { isShare, type AmountRule, type Compiled, type UpliftRule } from "./compiled.ts";
import { allRules } from "./rules/per-indicator.ts";
import type { ShareTerms } from "./rules/share-terms.ts";

/** What a physician is paid, whatever their patients: which columns of a table, times how much. */
export interface Plan {
  /** One entry per component of amounts, in order. */
  readonly amounts: readonly PlannedAmounts[];
  readonly uplifts: readonly PlannedUplift[];
}

export interface PlannedAmounts {
  readonly terms: readonly Term[];
  /** Whether uplifts apply to it. */
  readonly bears: boolean;
}

/** A column of a table, and cents for each unit in it. */
export interface Term {
  readonly column: number;
  readonly cents: Cents;
  /** The rule that pays, or one of several that pay under the same condition on the physician. */
  readonly rule: AmountRule;
}

export type PlannedUplift = { readonly component: number; readonly rule: UpliftRule } & (
  { readonly rate: FastRate } | { readonly terms: ShareTerms; readonly column: number }
);

/** Where a table has the numbers of a schedule. */
export interface Layout {
  /** Terms of each component of amounts, in order. */
  readonly amounts: readonly (readonly Term[])[];
  /** Column of the patients whom a share counts, from its column among the quantities. */
  readonly shareColumn: (column: number) => number;
}

/** The layout of a table of quantities: a column for each rule. */
export function quantityLayout({ amounts }: Compiled): Layout {
  return {
    amounts: amounts.map((component) =>
      allRules(component).map((rule): Term => ({ column: rule.column, cents: rule.unit, rule })),
    ),
    shareColumn: (column) => column,
  };
}

/**
 * Plans what an eligible physician is paid for a whole year.
 * @param physician reads the physician's facts; called only for the terms that are asked for
 * @param isAsked whether a term can pay anything
 */
export function planOf(
  { amounts, uplifts, components }: Compiled,
  layout: Layout,
  physician: FactReader,
  isAsked: (term: Term) => boolean = () => true,
): Plan {
  return {
    amounts: amounts.map(({ bears }, i) => ({
      terms: (layout.amounts[i] as readonly Term[]).filter(
        (term) => isAsked(term) && term.rule.pays(physician),
      ),
      bears,
    })),
    uplifts: uplifts.flatMap(({ component, rules }): PlannedUplift[] => {
      const rule = rules.find(({ pays }) => pays(physician));
      if (!rule) return [];
      const place = { component: components.indexOf(component), rule };
      const { rate } = rule;
      return isShare(rate)
        ? [{ ...place, terms: rate.terms, column: layout.shareColumn(rate.column) }]
        : [{ ...place, rate }];
    }),
  };
}
