import type { LocalizedText } from "../error.ts";
import { casesOf } from "./cases.ts";
import { labelOf } from "./label.ts";
import type {
  Advances,
  AmountCase,
  EqualParts,
  Percent,
  Provenance,
  Schedule,
  ShareRate,
  UpliftCase,
  Condition,
} from "./language.ts";
import { isPaymentPlan } from "./consistency.ts";
import {
  bothLanguages,
  inheritProvenance,
  attributionOf,
  attributionOfAmount,
  attributionOfRate,
  type Status,
  type Attribution,
} from "./provenance.ts";
import { amountKinds } from "./rules/rules.ts";

/** A value of a schedule as text, with its status and sources. */
export interface ValueEntry extends Attribution {
  /** Patch path. */
  readonly path: string;
  readonly label: LocalizedText;
  readonly value: LocalizedText;
}

export interface ReadingEntry extends LocalizedText {
  readonly id: string;
  readonly because: LocalizedText;
  /** Options, default first. */
  readonly options: readonly (LocalizedText & { readonly id: string })[];
}

/** Contents of a schedule, in reading order. */
export interface Description {
  readonly amounts: readonly ValueEntry[];
  readonly rules: readonly ValueEntry[];
  readonly readings: readonly ReadingEntry[];
  /** Number of amounts and rates of each status. */
  readonly counts: Readonly<Record<Status, number>>;
}

export function describeSchedule(schedule: Schedule): Description {
  const amounts = [...amountEntries(schedule), ...upliftEntries(schedule)];
  const counts = { official: 0, secondary: 0, assumed: 0, user: 0 };
  for (const { status } of amounts) counts[status] += 1;
  return { amounts, rules: ruleEntries(schedule), readings: readingEntries(schedule), counts };
}

function amountEntries(schedule: Schedule): ValueEntry[] {
  return Object.entries(schedule.amounts).flatMap(([id, component]) => {
    const { per } = amountKinds[component.per];
    const entry = (
      path: string,
      label: LocalizedText,
      amount: string,
      attribution: Attribution,
      floor: string | undefined,
    ): ValueEntry => {
      const [atLeast, auMoins] =
        floor === undefined
          ? ["", ""]
          : [` (at least ${floor} EUR)`, ` (au moins ${withComma(floor)} €)`];
      return {
        path: `${path}.amount`,
        label,
        value: {
          fr: `${withComma(amount)} € ${per.fr}${auMoins}`,
          en: `${amount} EUR ${per.en}${atLeast}`,
        },
        ...attribution,
      };
    };
    return casesOf<AmountCase>(id, component).map(({ path, name, one }) =>
      entry(
        path,
        labelOf(component, name, one),
        (one.amount ?? component.amount) as string,
        attributionOfAmount(schedule, component, one),
        one.atLeast ?? component.atLeast,
      ),
    );
  });
}

function upliftEntries(schedule: Schedule): ValueEntry[] {
  const { uplifts } = schedule;
  if (!uplifts) return [];
  return Object.entries(uplifts.cases).flatMap(([id, component]) => {
    return casesOf<UpliftCase>(id, component).map(({ path, name, one }) => ({
      path: `${path}.rate`,
      label: labelOf(component, name, one),
      value: rateText((one.rate ?? component.rate) as string | ShareRate, uplifts.of),
      ...attributionOfRate(schedule, component, one),
    }));
  });
}

function rateText(rate: string | ShareRate, of: readonly string[]): LocalizedText {
  const base = of.join(" + ");
  if (typeof rate === "string")
    return { fr: `${inFrench(rate)} de ${base}`, en: `${rate} of ${base}` };
  const { above, slope, cap, capOn } = rate;
  const capped = capOn === "share" ? "part plafonnée" : "taux plafonné";
  return {
    fr:
      `${inFrench(slope)} de la part au-delà de ${inFrench(above)}, ` +
      `${capped} à ${inFrench(cap)}, de ${base}`,
    en: `${slope} of the share above ${above}, ${capOn} capped at ${cap}, of ${base}`,
  };
}

/** `"12.5%"` → `12,5 %`. */
function inFrench(rate: Percent): string {
  return withComma(rate).replace("%", " %");
}

function withComma(decimal: string): string {
  return decimal.replace(".", ",");
}

function ruleEntries(schedule: Schedule): ValueEntry[] {
  const { inForce, reads, eligible, payment } = schedule;
  const entry = (
    path: string,
    fr: string,
    en: string,
    value: string,
    provenance: Provenance,
  ): ValueEntry => ({
    path,
    label: { fr, en },
    value: { fr: value, en: value },
    ...attributionOf(schedule, provenance),
  });
  return [
    ...(inForce
      ? [entry("inForce", "En vigueur", "In force", `${inForce.from} – ${inForce.to}`, inForce)]
      : []),
    entry("reads.on", "Jour de référence", "Reference day", reads.on, reads),
    ...(reads.seenWithin
      ? [
          entry(
            "reads.seenWithin",
            "Un patient compte comme vu dans les",
            "A patient counts as seen within",
            reads.seenWithin,
            reads,
          ),
        ]
      : []),
    entry(
      "reads.ifMissing",
      "Valeur par défaut des informations absentes",
      "Defaults for missing facts",
      conditionText(reads.ifMissing as Condition),
      reads,
    ),
    entry(
      "eligible.when",
      "Médecins payés",
      "Physicians paid",
      conditionText(eligible.when),
      eligible,
    ),
    entry("eligible.partYear", "Partie de l'année", "Part of a year", eligible.partYear, eligible),
    ...Object.entries(payment).flatMap(([plan, value]) =>
      isPaymentPlan(value)
        ? [
            entry(
              `payment.${plan}`,
              `Versement « ${plan} »`,
              `Payment "${plan}"`,
              paymentText(value),
              inheritProvenance(value, payment),
            ),
          ]
        : [],
    ),
    entry("payment.oddCents", "Centimes restants", "Odd cents", payment.oddCents, payment),
  ];
}

function paymentText(plan: EqualParts | Advances): string {
  if ("equal" in plan) return plan.equal.join(", ");
  const advances = plan.due.map((due) => `${plan.advance} ${due}`);
  return `${advances.join(", ")} (${plan.on}), ${plan.balance}`;
}

function conditionText(when: Condition): string {
  return Object.entries(when)
    .map(([fact, value]) => `${fact} ${[value].flat().join("/")}`)
    .join(", ");
}

function readingEntries({ readings = {} }: Schedule): ReadingEntry[] {
  return Object.entries(readings).map(([id, { fr, en, because, or, answers, ...reading }]) => ({
    id,
    fr,
    en,
    because: bothLanguages(because),
    options: [reading.default, ...Object.keys(or)].map((option) => ({
      id: option,
      ...(answers?.[option] ?? { fr: option, en: option }),
    })),
  }));
}
