import type { LocalizedText } from "../../error.ts";
import { cents, euros } from "../../money/cents.ts";
import { isPaymentPlan } from "../../schedule/consistency.ts";
import { conditionName, conditionText, factText } from "../../schedule/condition-text.ts";
import type { AmountComponent, Condition, SlabMeasure } from "../../schedule/language.ts";
import { namesOf } from "../../schedule/names-of.ts";
import { paymentText } from "../../schedule/payment-text.ts";
import { wayText } from "../../schedule/prevention/way-text.ts";
import { waysNames } from "../../schedule/prevention-entries.ts";
import { referenceYearOf } from "../../schedule/reference-year.ts";
import { rules } from "../../schedule/rules/rules.ts";
import { counted, numberText } from "../../typography.ts";
import { money } from "../format/locale.ts";
import { ANY, inBoth, NOTHING, type Place } from "./place.ts";
import { rateKey } from "./rate-text.ts";

/** A key of a component or of a case; what it is called by need not be said again. */
export interface ToldKey {
  readonly name?: LocalizedText;
  readonly text: LocalizedText;
}

/** What a component or a case has under keys; undefined for keys that have no words. */
export function keyText(place: Place, [key, ...inner]: readonly string[]): ToldKey | undefined {
  if (key === undefined) return { text: wholeText(place) };
  if (key === "rate") return rateKey(place, inner);
  if (key === "when") return conditionKey(place, inner);
  if (key === "eligible" || key === "validated") return waysKey(place, key, inner);
  if (key === "slabs") return slabKey(place, inner);
  return keys.get(key)?.(place);
}

const terms: Readonly<Record<string, (place: Place) => ToldKey>> = {
  amount: ({ all }) => ({ text: euroText(all.amount) }),
  atLeast: ({ all }) => ({ name: { fr: "plancher", en: "floor" }, text: euroText(all.atLeast) }),
  per: countKey,
  most: ({ all }) => ({
    name: { fr: "tranches au plus", en: "most slabs" },
    text: number(all.most),
  }),
  points: ({ all }) => ({ name: { fr: "points", en: "points" }, text: number(all.points) }),
  pick: ({ all }) => ({
    name: { fr: "cas qui comptent", en: "cases that count" },
    text: all.pick ? picks[all.pick] : NOTHING,
  }),
  onlyWith: ({ schedule, all }) => ({
    name: { fr: "payé avec", en: "paid with" },
    text: all.onlyWith === undefined ? NOTHING : namesOf(schedule, [all.onlyWith]),
  }),
  paid: ({ schedule: { payment }, year, all }) => {
    const plan = payment[all.paid as string];
    return {
      name: { fr: "dates de versement", en: "dates of payment" },
      text: isPaymentPlan(plan) ? paymentText(plan, year) : NOTHING,
    };
  },
};
const keys: ReadonlyMap<string, (place: Place) => ToldKey> = new Map(Object.entries(terms));

const picks: Readonly<Record<NonNullable<AmountComponent["pick"]>, LocalizedText>> = {
  "exactly one": { fr: "un exactement", en: "exactly one" },
  "at most one": { fr: "un au plus", en: "at most one" },
  each: { fr: "tous", en: "each" },
};

function euroText(amount: string | undefined): LocalizedText {
  if (amount === undefined) return NOTHING;
  const text = euros(cents(amount));
  return inBoth((locale) => money(text, locale));
}

function number(value: number | string | undefined): LocalizedText {
  if (value === undefined) return NOTHING;
  return inBoth((locale) => numberText(String(value), locale));
}

/** What a measure must be for a slab of it; all of it for a measure as a whole. */
function slabKey(place: Place, [id, term]: readonly string[]): ToldKey {
  if (term === undefined) return countKey(place);
  const measure = place.schedule.facts?.[id as string] ?? { fr: "patients", en: "patients" };
  const { fr, en } = slabs[term as keyof SlabMeasure];
  return {
    name: { fr: `${fr} (${measure.fr})`, en: `${en} (${measure.en})` },
    text: number(place.all.slabs?.[id as string]?.[term as keyof SlabMeasure]),
  };
}

const slabs: Readonly<Record<keyof SlabMeasure, LocalizedText>> = {
  each: { fr: "taille d'une tranche", en: "size of a slab" },
  from: { fr: "à partir de", en: "from" },
  over: { fr: "au-delà de", en: "over" },
};

/** What an amount is paid for: `par tranche de 500 patients, 3 au plus`. */
function countKey({ schedule, component, own: one }: Place): ToldKey {
  const name = { fr: "décompte", en: "count" };
  if (!("per" in component)) return { name, text: NOTHING };
  return { name, text: rules[component.per].per({ schedule, component, one }) };
}

function conditionKey({ schedule, own: { when } }: Place, [fact]: readonly string[]): ToldKey {
  if (fact === undefined)
    return {
      name: { fr: "condition", en: "condition" },
      text: when ? conditionText(schedule, when) : ANY,
    };
  const value = (when as Condition | undefined)?.[fact];
  return {
    name: conditionName(schedule, fact),
    text: value === undefined ? ANY : factText(fact, value),
  };
}

/** Who is eligible for an indicator, or what validates it: one way, or any of all. */
function waysKey(
  { schedule, year, own }: Place,
  key: "eligible" | "validated",
  [name]: readonly string[],
): ToldKey {
  const ways = own[key] ?? {};
  const chosen = name === undefined ? Object.values(ways) : [ways[name]];
  const of = referenceYearOf(schedule.reads.preventionYear ?? "N", year);
  const texts = chosen.map((way) => (way ? wayText(schedule, way, of) : NOTHING));
  return {
    name: waysNames[key],
    text:
      texts.length === 0
        ? NOTHING
        : {
            fr: texts.map(({ fr }) => fr).join(" ; "),
            en: texts.map(({ en }) => en).join("; "),
          },
  };
}

/** A component or a case that is put in or taken away: `7,00 € (âge : de 7 à 74 ans)`. */
function wholeText(place: Place): LocalizedText {
  const { schedule, own, all } = place;
  const number = Object.keys(all.cases ?? {}).length;
  if (number > 0)
    return { fr: counted(number, "fr", "cas", "cas"), en: counted(number, "en", "case", "cases") };
  const value = all.amount === undefined ? rateKey(place, []).text : euroText(all.amount);
  if (!own.when) return value;
  const when = conditionText(schedule, own.when);
  return { fr: `${value.fr} (${when.fr})`, en: `${value.en} (${when.en})` };
}
