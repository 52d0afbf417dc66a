import type { Locale, LocalizedText } from "../error.ts";
import { freeze } from "../freeze.ts";
import type { Cents } from "../money/cents.ts";
import { fastRate } from "../money/fast-rate.ts";
import { lineOf } from "./weighted.ts";
import { isZero, negated, type Rate } from "../money/rate.ts";
import type { Panel } from "../panel/panel.ts";
import type { FactReader } from "../schedule/conditions.ts";
import { attributionOf } from "../schedule/provenance.ts";
import { withYears } from "../schedule/years.ts";
import type { Compiled } from "./compiled.ts";
import { factName } from "../schedule/declared-facts.ts";
import { NBSP } from "../typography.ts";
import { paidUplifts, payWholeYear, rateAt, takeOff } from "./due.ts";
import type { Entry, Evaluation } from "./evaluation.ts";
import {
  planOf,
  quantityLayout,
  type Layout,
  type Plan,
  type PlannedUplift,
  type Term,
} from "./plan.ts";
import { OnePhysician } from "./quantities.ts";

/** What is evaluated of a panel. */
export interface Year {
  readonly panel: Panel;
  /** Evaluates the panel as it was so many years earlier. */
  readonly yearsBack: number;
  /** Reads the physician's facts; called only for facts that affect the result. */
  readonly physician: FactReader;
  /** Omits uplifts that depend on a share of the list. */
  readonly alone: boolean;
  /** Part of the year that is not due. */
  readonly missing: Rate | undefined;
}

/** The class of the only physician. */
const ONE = [new Uint32Array(1)];

/** Evaluates panels of one physician at a time: the kernel computes, the entries say how. */
export class Evaluator {
  readonly #compiled: Compiled;
  readonly #layout: Layout;
  readonly #table: OnePhysician;
  readonly #due: readonly Float64Array[];
  readonly #year: number;
  readonly #labels = new Map<string, LocalizedText>();

  constructor(compiled: Compiled, year: number) {
    this.#compiled = compiled;
    this.#year = year;
    this.#layout = quantityLayout(compiled);
    this.#table = new OnePhysician(compiled);
    this.#due = compiled.components.map(() => new Float64Array(1));
  }

  evaluate({ panel, yearsBack, physician, alone, missing }: Year): Evaluation {
    this.#table.count(panel, yearsBack, physician, alone);
    for (const sums of this.#due) sums[0] = 0;
    const isCounted = ({ column }: Term): boolean => this.#quantity(column) > 0;
    const whole = planOf(this.#compiled, this.#layout, physician, isCounted);
    const plan = alone
      ? { ...whole, uplifts: whole.uplifts.filter((one) => "rate" in one) }
      : whole;
    const payees = { classes: ONE, plans: [plan], highestOnly: this.#compiled.highestOnly };
    const { bearing } = payWholeYear(payees, this.#table, this.#due);
    const entries = [...this.#amounts(plan), ...this.#uplifts(plan, bearing?.[0] ?? 0)];
    if (missing && !isZero(missing)) entries.push(...this.#reductions(missing));
    return { entries, totals: this.#due.map(([amount]) => amount as Cents) };
  }

  #quantity(column: number): number {
    return (this.#table.columns[column] as Float64Array)[0] as number;
  }

  #dueTo(component: number): Cents {
    return (this.#due[component] as Float64Array)[0] as Cents;
  }

  #amounts({ amounts }: Plan): Entry[] {
    const { components } = this.#compiled;
    return amounts.flatMap(({ terms }, i) =>
      terms.map(({ column, cents, rule: { rule, label, attribution } }): Entry => {
        const { scale } = this.#table;
        const quantity = this.#quantity(column);
        return {
          component: components[i] as string,
          rule,
          label: this.#labelIn(rule, label),
          attribution,
          amount: lineOf(quantity, cents, scale),
          times: { quantity: quantity / scale, unit: cents },
        };
      }),
    );
  }

  #uplifts({ uplifts }: Plan, bearing: Cents): Entry[] {
    if (bearing === 0) return [];
    const { components, highestOnly } = this.#compiled;
    return paidUplifts(uplifts, highestOnly, this.#table, 0).flatMap((uplift): Entry[] => {
      const rate = rateAt(uplift, this.#table, 0);
      const { rule, label, attribution } = uplift.rule;
      return isZero(rate)
        ? []
        : [
            {
              component: components[uplift.component] as string,
              rule,
              label: this.#labelIn(rule, label),
              attribution,
              amount: this.#dueTo(uplift.component),
              share: { of: bearing, rate, kind: "uplift", ...this.#counted(uplift) },
            },
          ];
    });
  }

  /** What a rate that grows with a share of the list counted. */
  #counted(uplift: PlannedUplift): Pick<NonNullable<Entry["share"]>, "counted"> {
    if ("rate" in uplift) return {};
    const { column, terms } = uplift;
    const names = Object.keys(terms.share).map((fact) => factName(this.#compiled.schedule, fact));
    const words = (locale: Locale): string => names.map((name) => name[locale]).join(", ");
    return {
      counted: freeze({
        fr: words("fr"),
        en: words("en"),
        patients: this.#quantity(column) / this.#table.scale,
        of: (this.#table.patients[0] as number) / this.#table.scale,
      }),
    };
  }

  /** The label of a rule, with the years that it names. */
  #labelIn(rule: string, label: LocalizedText): LocalizedText {
    const known = this.#labels.get(rule);
    if (known) return known;
    const named = freeze(withYears(this.#compiled.schedule, label, this.#year));
    this.#labels.set(rule, named);
    return named;
  }

  /** Takes off the part of the year that is not due: one line per component. */
  #reductions(missing: Rate): Entry[] {
    const { schedule, components } = this.#compiled;
    const names: Record<string, LocalizedText> = {
      ...schedule.amounts,
      ...schedule.uplifts?.cases,
    };
    const before = components.map((_, i) => this.#dueTo(i));
    takeOff(fastRate(missing), 0, this.#due);
    const rate = negated(missing);
    return components.flatMap((component, i): Entry[] => {
      const of = before[i] as Cents;
      if (of === 0) return [];
      const { fr, en } = withYears(schedule, names[component] as LocalizedText, this.#year);
      return [
        {
          component,
          rule: "eligible.partYear",
          label: freeze({
            fr: `Année incomplète${NBSP}: ${fr}`,
            en: `Incomplete year: ${en}`,
          }),
          attribution: freeze(attributionOf(schedule, schedule.eligible)),
          amount: this.#dueTo(i) - of,
          share: { of, rate, kind: "reduction" },
        },
      ];
    });
  }
}
