import type { LocalizedText } from "../error.ts";
import { typeset } from "../typography.ts";
import { casesOf } from "./cases.ts";
import { labelOf } from "./label.ts";
import { withYears } from "./years.ts";
import type {
  Advances,
  AmountCase,
  EqualParts,
  Percent,
  Provenance,
  Reads,
  Schedule,
  ShareRate,
  UpliftCase,
  Condition,
} from "./language.ts";
import { isPaymentPlan } from "./consistency.ts";
import type { ValueEntry } from "./value-entry.ts";
import {
  bothLanguages,
  inheritProvenance,
  attributionOf,
  attributionOfAmount,
  attributionOfRate,
  type Status,
} from "./provenance.ts";
import { preventionEntries } from "./prevention-entries.ts";
import { ofRate } from "./rules/of-rate.ts";
import { inFrench } from "./rules/rule.ts";
import { rules } from "./rules/rules.ts";

export type { ValueEntry };

export interface ReadingEntry extends LocalizedText {
  readonly id: string;
  readonly because: LocalizedText;
  /** Options, default first. */
  readonly options: readonly (LocalizedText & { readonly id: string })[];
}

/** A fact that a schedule declares. */
export interface FactEntry {
  readonly id: string;
  readonly label: LocalizedText;
  readonly value: LocalizedText;
}

/** Contents of a schedule, in reading order. */
export interface Description {
  readonly amounts: readonly ValueEntry[];
  readonly rules: readonly ValueEntry[];
  /** Who is eligible for prevention, what validates it, and what it is told by. */
  readonly prevention: readonly ValueEntry[];
  readonly facts: readonly FactEntry[];
  readonly readings: readonly ReadingEntry[];
  /** Number of amounts and rates of each status. */
  readonly counts: Readonly<Record<Status, number>>;
}

export function describeSchedule(schedule: Schedule): Description {
  const amounts = [...amountEntries(schedule), ...upliftEntries(schedule)];
  const words = ({ assumed, ...entry }: ValueEntry): ValueEntry => ({
    ...entry,
    ...(assumed && { assumed: typeset(withYears(schedule, assumed)) }),
  });
  const counts = { official: 0, secondary: 0, assumed: 0, user: 0 };
  for (const { status } of amounts) counts[status] += 1;
  return {
    amounts: amounts.map(words),
    rules: ruleEntries(schedule).map(words),
    prevention: preventionEntries(schedule).map(words),
    facts: factEntries(schedule),
    readings: readingEntries(schedule),
    counts,
  };
}

function amountEntries(schedule: Schedule): ValueEntry[] {
  return Object.entries(schedule.amounts).flatMap(([id, component]) =>
    casesOf<AmountCase>(id, component).map(({ path, name, one }) => {
      const amount = (one.amount ?? component.amount) as string;
      const floor = one.atLeast ?? component.atLeast;
      const per = rules[component.per].per({ schedule, component, path, one });
      const [atLeast, auMoins] =
        floor === undefined
          ? ["", ""]
          : [` (at least ${floor} EUR)`, ` (au moins ${inFrench(floor)} €)`];
      return {
        path: `${path}.amount`,
        label: withYears(schedule, labelOf(component, name, one)),
        value: {
          fr: `${inFrench(amount)} € ${per.fr}${auMoins}`,
          en: `${amount} EUR ${per.en}${atLeast}`,
        },
        ...attributionOfAmount(schedule, component, one),
      };
    }),
  );
}

function upliftEntries(schedule: Schedule): ValueEntry[] {
  const { uplifts } = schedule;
  if (!uplifts) return [];
  const base = uplifts.of.join(" + ");
  return Object.entries(uplifts.cases).flatMap(([id, component]) => {
    return casesOf<UpliftCase>(id, component).map(({ path, name, one }) => ({
      path: `${path}.rate`,
      label: withYears(schedule, labelOf(component, name, one)),
      value: ofRate((one.rate ?? component.rate) as Percent | ShareRate, rules).text(base),
      ...attributionOfRate(schedule, component, one),
    }));
  });
}

function ruleEntries(schedule: Schedule): ValueEntry[] {
  const { inForce, reads, eligible, payment, facts = {} } = schedule;
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
    ...wordsOfReads.flatMap(([key, fr, en]) => {
      const value = reads[key];
      return value === undefined ? [] : [entry(`reads.${key}`, fr, en, value, reads)];
    }),
    ...Object.entries(facts).flatMap(([id, fact]) =>
      fact.ifMissing === undefined
        ? []
        : [
            entry(
              `facts.${id}.ifMissing`,
              `À défaut de « ${fact.fr} »`,
              `Where "${fact.en}" is missing`,
              String(fact.ifMissing),
              fact,
            ),
          ],
    ),
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
    ...(eligible.activity
      ? [entry("eligible.activity", "En activité", "In activity", eligible.activity, eligible)]
      : []),
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
    ...(payment.partsOf
      ? [entry("payment.partsOf", "Parts égales de", "Equal parts of", payment.partsOf, payment)]
      : []),
  ];
}

/** How facts are read, where a document says so. */
const wordsOfReads = [
  ["seenWithin", "Un patient compte comme vu dans les", "A patient counts as seen within"],
  ["zoneOn", "Jour où la zone est lue", "Day on which the zone is read"],
  ["preventionYear", "Année des actions de prévention payées", "Year of the prevention paid"],
  ["lateVisit", "Patient venu après ce jour seulement", "Patient seen only after that day"],
] as const satisfies (readonly [keyof Reads, string, string])[];

/** Whose fact it is, what it is, and whether it has to be given. */
function factEntries({ facts = {} }: Schedule): FactEntry[] {
  return Object.entries(facts).map(([id, { fr, en, of, is, ifMissing }]) => {
    const whose = { physician: "du médecin", practice: "du cabinet" }[of];
    const what = { boolean: "oui ou non", number: "nombre", amount: "euros" }[is];
    const kind = { boolean: "yes or no", number: "number", amount: "euros" }[is];
    const [required, exigé] = ifMissing === undefined ? [", required", ", à donner"] : ["", ""];
    return {
      id,
      label: { fr, en },
      value: { fr: `${what}, ${whose}${exigé}`, en: `${kind}, of the ${of}${required}` },
    };
  });
}

function paymentText(plan: EqualParts | Advances): string {
  if ("equal" in plan) return plan.equal.join(", ");
  const { advance, due, dueIn = {}, on, balance } = plan;
  const advances = due.map((date) => `${advance} ${date}`);
  const others = Object.entries(dueIn).map(([year, dates]) => `; ${year}: ${dates.join(", ")}`);
  return `${advances.join(", ")} (${on}), ${balance}${others.join("")}`;
}

function conditionText(when: Condition): string {
  const facts = Object.entries(when).map(([fact, value]) => `${fact} ${[value].flat().join("/")}`);
  return facts.join(", ") || "—";
}

function readingEntries(schedule: Schedule): ReadingEntry[] {
  const { readings = {} } = schedule;
  const words = (text: LocalizedText): LocalizedText => typeset(withYears(schedule, text));
  return Object.entries(readings).map(([id, { fr, en, because, or, answers, ...reading }]) => ({
    id,
    ...words({ fr, en }),
    because: words(bothLanguages(because)),
    options: [reading.default, ...Object.keys(or)].map((option) => ({
      id: option,
      ...words(answers?.[option] ?? { fr: option, en: option }),
    })),
  }));
}
