import { frenchDay } from "../day.ts";
import type { LocalizedText } from "../error.ts";
import { typeset } from "../typography.ts";
import { conditionText } from "./condition-text.ts";
import { isPaymentPlan } from "./consistency.ts";
import type { Condition, Payment, Provenance, Schedule } from "./language.ts";
import { paymentText } from "./payment-text.ts";
import { attributionOf, inheritProvenance } from "./provenance.ts";
import { inFrench } from "./rules/rule.ts";
import type { ValueEntry } from "./value-entry.ts";
import { yearsIn } from "./years.ts";

/** How a schedule reads lists, who is paid and when, in words. */
export function ruleEntries(schedule: Schedule): ValueEntry[] {
  const { inForce, reads, eligible, payment, facts = {} } = schedule;
  const entry = (
    path: string,
    label: LocalizedText,
    value: LocalizedText,
    provenance: Provenance,
  ): ValueEntry => ({
    path,
    label: typeset(label),
    value: typeset(value),
    ...attributionOf(schedule, provenance),
  });
  return [
    ...(inForce
      ? [entry("inForce", labels.inForce, periodText(inForce.from, inForce.to), inForce)]
      : []),
    entry("reads.on", labels.on, yearsIn(reads.on), reads),
    ...waysOfReading.flatMap(([key, label, values]) => {
      const value = reads[key];
      const text = value === undefined ? undefined : (values[value] ?? yearsIn(value));
      return text ? [entry(`reads.${key}`, label, text, reads)] : [];
    }),
    ...Object.entries(facts).flatMap(([id, fact]) =>
      fact.ifMissing === undefined
        ? []
        : [entry(`facts.${id}.ifMissing`, missing(fact), valueText(fact.ifMissing), fact)],
    ),
    entry(
      "reads.ifMissing",
      IF_MISSING,
      conditionText(schedule, reads.ifMissing as Condition),
      reads,
    ),
    entry("eligible.when", labels.when, conditionText(schedule, eligible.when), eligible),
    entry("eligible.partYear", labels.partYear, partYear[eligible.partYear], eligible),
    ...(eligible.activity
      ? [entry("eligible.activity", labels.activity, activity[eligible.activity], eligible)]
      : []),
    ...Object.entries(payment).flatMap(([plan, value]) =>
      isPaymentPlan(value)
        ? [
            entry(
              `payment.${plan}`,
              paidText(schedule, plan),
              paymentText(value),
              inheritProvenance(value, payment),
            ),
          ]
        : [],
    ),
    entry("payment.oddCents", labels.oddCents, oddCents[payment.oddCents], payment),
    ...(payment.partsOf
      ? [entry("payment.partsOf", labels.partsOf, partsOf[payment.partsOf], payment)]
      : []),
  ];
}

function missing({ fr, en }: LocalizedText): LocalizedText {
  return { fr: `À défaut de « ${fr} »`, en: `Where "${en}" is missing` };
}

function valueText(value: boolean | number | string): LocalizedText {
  if (typeof value !== "boolean") return { fr: inFrench(String(value)), en: String(value) };
  return value ? { fr: "oui", en: "yes" } : { fr: "non", en: "no" };
}

function periodText(from: string, to: string): LocalizedText {
  return { fr: `du ${frenchDay(from)} au ${frenchDay(to)}`, en: `from ${from} to ${to}` };
}

/** What a plan of payment pays. */
function paidText(schedule: Schedule, plan: string): LocalizedText {
  const { amounts, uplifts } = schedule;
  const parts = [...Object.values(amounts), ...Object.values(uplifts?.cases ?? {})].filter(
    ({ paid }) => paid === plan,
  );
  return {
    fr: `Dates de versement (${parts.map(({ fr }) => fr).join(", ")})`,
    en: `Dates of payment (${parts.map(({ en }) => en).join(", ")})`,
  };
}

/** What stands for facts that are not told. */
export const IF_MISSING: LocalizedText = {
  fr: "À défaut d'information",
  en: "Where nothing is told",
};

const labels = {
  inForce: { fr: "En vigueur", en: "In force" },
  on: { fr: "Jour de référence", en: "Reference day" },
  when: { fr: "Médecins concernés", en: "Physicians concerned" },
  partYear: { fr: "Départ en cours d'année", en: "Leaving during the year" },
  activity: { fr: "Être en activité", en: "In activity" },
  oddCents: { fr: "Centimes non divisibles", en: "Odd cents" },
  partsOf: { fr: "Parts égales de", en: "Equal parts of" },
} as const satisfies Record<string, LocalizedText>;

const partYear: Readonly<Record<Schedule["eligible"]["partYear"], LocalizedText>> = {
  none: { fr: "rien n'est réduit", en: "nothing is reduced" },
  quarters: { fr: "tout trimestre commencé est dû", en: "each quarter that began is due" },
  days: { fr: "dû au prorata des jours", en: "due by the day" },
};

const activity = {
  "reference-day": { fr: "le jour de référence", en: "on the reference day" },
  year: { fr: "un jour au moins de l'année", en: "on a day of the year at least" },
} as const;

const oddCents: Readonly<Record<Payment["oddCents"], LocalizedText>> = {
  last: { fr: "sur le dernier versement", en: "with the last payment" },
  first: { fr: "sur le premier versement", en: "with the first payment" },
};

const partsOf = {
  sum: { fr: "la somme versée", en: "the sum paid" },
  component: { fr: "chaque composante", en: "each component" },
} as const;

/** How facts are read, where a document says so; what has no words is a day or a year. */
const waysOfReading: readonly (readonly [
  "seenWithin" | "installationYear" | "zoneOn" | "preventionYear" | "lateVisit",
  LocalizedText,
  Readonly<Record<string, LocalizedText>>,
])[] = [
  [
    "seenWithin",
    {
      fr: "Un patient est compté comme vu s'il est venu dans",
      en: "A patient counts as seen who came within",
    },
    {
      "1 year": { fr: "la dernière année civile", en: "the last calendar year" },
      "2 years": { fr: "les deux dernières années civiles", en: "the last two calendar years" },
    },
  ],
  [
    "installationYear",
    {
      fr: "La 1re année d'installation se rapporte à",
      en: "The first year of installation is counted from",
    },
    {
      "reference-day": { fr: "l'année du jour de référence", en: "the year of the reference day" },
      civil: { fr: "l'année du paiement", en: "the year of payment" },
    },
  ],
  ["zoneOn", { fr: "Jour où la zone est lue", en: "Day on which the zone is read" }, {}],
  [
    "preventionYear",
    { fr: "Année des indicateurs validés qui sont payés", en: "Year of the prevention paid" },
    {},
  ],
  [
    "lateVisit",
    {
      fr: "Patient venu après le jour de référence seulement",
      en: "Patient seen only after the reference day",
    },
    {
      seen: { fr: "compté comme vu", en: "counted as seen" },
      unseen: { fr: "compté comme non vu", en: "counted as not seen" },
    },
  ],
];
