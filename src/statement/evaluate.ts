import type { LocalizedText } from "../error.ts";
import { factsOf, type Cell } from "../list/cell.ts";
import type { Cents } from "../money/cents.ts";
import { fastRate, fastRateOf, type FastRate } from "../money/fast-rate.ts";
import { isGreater, isZero, negated, rateOf, type Rate } from "../money/rate.ts";
import type { Panel } from "../panel/panel.ts";
import { holds, type FactReader } from "../schedule/conditions.ts";
import { type Attribution, attributionOf } from "../schedule/provenance.ts";
import {
  holdsAll,
  type AmountRule,
  type Compiled,
  type CompiledAmounts,
  type CompiledUplift,
  type UpliftRule,
} from "./compile.ts";
import { patientReader } from "./facts.ts";
import { shareRate, type ShareTerms } from "./share-rate.ts";

/** A line before formatting: quantity x unit, or base x rate. */
export interface Entry {
  readonly component: string;
  readonly rule: string;
  readonly label: LocalizedText;
  readonly attribution: Attribution;
  readonly amount: Cents;
  readonly times?: { readonly quantity: number; readonly unit: Cents };
  readonly share?: {
    readonly of: Cents;
    readonly rate: Rate;
    readonly kind: "uplift" | "reduction";
  };
}

type Counted = Entry & Required<Pick<Entry, "times">>;
type Rated = Entry & Required<Pick<Entry, "share">>;

/** Amounts due for a whole year, followed by the reductions for part of a year. */
export interface Evaluation {
  readonly entries: readonly Entry[];
  /** Sum of the entries of each component, including components at zero. */
  readonly totals: ReadonlyMap<string, Cents>;
}

/**
 * Evaluates a panel for a whole year.
 * @param physician reads the physician's facts; called only for facts that affect the result
 * @param withShares false to omit uplifts that depend on a share of the list
 */
export function evaluate(
  compiled: Compiled,
  panel: Panel,
  physician: FactReader,
  withShares: boolean,
): Evaluation {
  const amounts = compiled.amounts.flatMap((component) => {
    const quantities =
      component.per === "patient" ? patientsOf(component, panel) : actionsOf(component, panel);
    const entries = component.rules.map((rule, index) =>
      quantityEntry(component.component, rule, quantities[index] as number, physician),
    );
    return component.ofAction
      ? [
          ...entries,
          quantityEntry(component.component, component.ofAction, panel.actions, physician),
        ]
      : entries;
  });
  const entries = mergeByRule(amounts.filter((entry) => entry !== undefined));
  const base = sum(
    entries.filter(({ component }) => compiled.schedule.uplifts?.of.includes(component)),
  );
  const uplifts = compiled.uplifts.flatMap((uplift) => {
    const rule = ruleFor(uplift, physician);
    return rule && base > 0 && (withShares || !isShareRate(rule.rate))
      ? [upliftEntry(compiled, uplift.component, rule, base, panel)]
      : [];
  });
  const paid = uplifts.filter(({ share }) => !isZero(share.rate));
  return total(compiled, [
    ...entries,
    ...(compiled.schedule.uplifts?.together === "highest" ? highest(paid) : paid),
  ]);
}

/** First case of an uplift that applies to the physician. */
export function ruleFor({ rules }: CompiledUplift, physician: FactReader): UpliftRule | undefined {
  return rules.find((rule) => holdsAll(rule.physician, physician));
}

/** Deducts the part of the year not due: one line per component. */
export function reduce(compiled: Compiled, whole: Evaluation, missing: Rate): Evaluation {
  const taken = fastRate(missing);
  const rate = negated(missing);
  const { schedule } = compiled;
  const names: Record<string, LocalizedText> = { ...schedule.amounts, ...schedule.uplifts?.cases };
  const reductions = [...whole.totals]
    .filter(([, of]) => of !== 0)
    .map(([component, of]): Entry => {
      const { fr, en } = names[component] as LocalizedText;
      return {
        component,
        rule: "eligible.partYear",
        label: { fr: `${fr} : part de l'année non due`, en: `${en}: part of the year not due` },
        attribution: attributionOf(schedule, schedule.eligible),
        amount: 0 - fastRateOf(taken, of),
        share: { of, rate, kind: "reduction" },
      };
    });
  return total(compiled, [...whole.entries, ...reductions]);
}

/** An evaluation with every component at zero. */
export function nothing(compiled: Compiled): Evaluation {
  return total(compiled, []);
}

export function totalOf({ totals }: Evaluation): Cents {
  return [...totals.values()].reduce((a, b) => a + b, 0);
}

function total({ components }: Compiled, entries: readonly Entry[]): Evaluation {
  const totals = new Map(
    components.map((component) => [
      component,
      sum(entries.filter((entry) => entry.component === component)),
    ]),
  );
  return { entries, totals };
}

function sum(entries: readonly Entry[]): Cents {
  return entries.reduce((before, { amount }) => before + amount, 0);
}

/** Number of patients for each rule. */
function patientsOf({ rules, rulesFor }: CompiledAmounts, { cells, counts }: Panel): number[] {
  const quantities = rules.map(() => 0);
  for (let i = 0; i < cells.length; i++) {
    const matching = rulesFor(cells[i] as Cell);
    for (let j = 0; j < matching.length; j++)
      quantities[matching[j] as number] =
        (quantities[matching[j] as number] as number) + (counts[i] as number);
  }
  return quantities;
}

/**
 * Number of validated indicators for each rule; `any` covers the indicators without a rule of their
 * own.
 */
function actionsOf({ rules, ofIndicator }: CompiledAmounts, panel: Panel): number[] {
  const quantities = rules.map(() => 0);
  for (const [id, count] of panel.indicators) {
    const rule = ruleOf(ofIndicator, id);
    if (rule !== undefined) quantities[rule] = (quantities[rule] as number) + count;
  }
  return quantities;
}

export function ruleOf(ofIndicator: ReadonlyMap<string, number>, id: string): number | undefined {
  return ofIndicator.get(id) ?? ofIndicator.get("any") ?? ofIndicator.get("");
}

function quantityEntry(
  component: string,
  { rule, label, attribution, unit, physician }: AmountRule,
  quantity: number,
  read: FactReader,
): Counted | undefined {
  if (quantity === 0 || !holdsAll(physician, read)) return undefined;
  return {
    component,
    rule,
    label,
    attribution,
    amount: quantity * unit,
    times: { quantity, unit },
  };
}

/** Merges into one line the actions itemised by indicator and those counted under the same rule. */
function mergeByRule(entries: readonly Counted[]): Entry[] {
  const merged = new Map<string, Counted>();
  for (const entry of entries) {
    const known = merged.get(entry.rule);
    merged.set(
      entry.rule,
      known
        ? {
            ...entry,
            amount: known.amount + entry.amount,
            times: { ...entry.times, quantity: known.times.quantity + entry.times.quantity },
          }
        : entry,
    );
  }
  return [...merged.values()];
}

export function isShareRate(rate: FastRate | ShareTerms): rate is ShareTerms {
  return "share" in rate;
}

function upliftEntry(
  compiled: Compiled,
  component: string,
  rule: UpliftRule,
  of: Cents,
  panel: Panel,
): Rated {
  const { rate, amount } = isShareRate(rule.rate)
    ? shareUplift(compiled, rule.rate, panel, of)
    : { rate: rule.rate.exact, amount: fastRateOf(rule.rate, of) };
  return {
    component,
    rule: rule.rule,
    label: rule.label,
    attribution: rule.attribution,
    amount,
    share: { of, rate, kind: "uplift" },
  };
}

function shareUplift(
  { schedule }: Compiled,
  terms: ShareTerms,
  panel: Panel,
  of: Cents,
): { rate: Rate; amount: Cents } {
  let counted = 0;
  for (const [i, cell] of panel.cells.entries())
    if (holds(terms.share, patientReader(schedule, factsOf(cell))))
      counted += panel.counts[i] as number;
  const rate = shareRate(terms, counted, panel.patients);
  return { rate, amount: rateOf(rate, of, "half away from zero") };
}

function highest(entries: readonly Rated[]): readonly Rated[] {
  const [first, ...others] = entries;
  return first
    ? [
        others.reduce(
          (best, entry) => (isGreater(entry.share.rate, best.share.rate) ? entry : best),
          first,
        ),
      ]
    : [];
}
