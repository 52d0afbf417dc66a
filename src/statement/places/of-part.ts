import type { LocalizedText } from "../../error.ts";
import { conditionName, factText } from "../../schedule/condition-text.ts";
import { isPaymentPlan } from "../../schedule/consistency.ts";
import type { Schedule, Uplifts } from "../../schedule/language.ts";
import { namesOf } from "../../schedule/names-of.ts";
import { paymentText } from "../../schedule/payment-text.ts";
import { preventionEntries } from "../../schedule/prevention-entries.ts";
import { optionChosen } from "../../schedule/readings.ts";
import { IF_MISSING, ruleEntries } from "../../schedule/rule-entries.ts";
import { NOTHING, type ToldValue } from "./place.ts";

/**
 * What a schedule has outside of its amounts and rates, or of how it tells that prevention is
 * validated; undefined for a path that has no words.
 */
export function ofPart(
  schedule: Schedule,
  year: number,
  keys: readonly string[],
): ToldValue | undefined {
  const [part, key, ...inner] = keys;
  if (part === "readings") return ofReading(schedule, key as string);
  if (part === "uplifts" && schedule.uplifts) return ofUplifts(schedule, schedule.uplifts, key);
  if (part === "reads" && key === "ifMissing" && inner.length === 1)
    return ifMissing(schedule, inner[0] as string);
  const declared = key === undefined ? declaredIn(schedule, part) : undefined;
  const found = declared ?? ofEntry(schedule, keys.join("."));
  const plan = part === "payment" ? schedule.payment[key as string] : undefined;
  return found && isPaymentPlan(plan) ? { ...found, text: paymentText(plan, year) } : found;
}

/** All that a schedule declares of a sort, which another declares none of. */
function declaredIn(schedule: Schedule, part: string | undefined): ToldValue | undefined {
  if (part !== "acts" && part !== "conditions" && part !== "facts") return undefined;
  const number = String(Object.keys(schedule[part] ?? {}).length);
  return { label: labels[part], text: { fr: number, en: number } };
}

/** An open question and the answer in use. */
function ofReading(schedule: Schedule, id: string): ToldValue | undefined {
  const { readings = {} } = schedule;
  const reading = Object.hasOwn(readings, id) ? readings[id] : undefined;
  if (!reading) return undefined;
  const option = optionChosen(schedule, id) ?? reading.default;
  const { fr, en } = reading;
  return { label: { fr, en }, text: reading.answers?.[option] ?? { fr: option, en: option } };
}

function ofUplifts(
  schedule: Schedule,
  { of, together }: Uplifts,
  key: string | undefined,
): ToldValue | undefined {
  if (key === "of") return { label: labels.of, text: namesOf(schedule, of) };
  return key === "together" ? { label: labels.together, text: ways[together] } : undefined;
}

const labels = {
  of: { fr: "Ce que les majorations majorent", en: "What the uplifts bear on" },
  together: { fr: "Majorations ensemble", en: "Uplifts together" },
  acts: { fr: "Sortes d'actes", en: "Kinds of acts" },
  conditions: { fr: "États des patients", en: "Conditions of patients" },
  facts: { fr: "Faits propres au barème", en: "Facts of the schedule's own" },
} as const satisfies Record<string, LocalizedText>;

const ways: Readonly<Record<Uplifts["together"], LocalizedText>> = {
  added: { fr: "elles s'ajoutent", en: "they add up" },
  highest: { fr: "la plus élevée seule", en: "only the highest" },
};

/** What stands for a fact that is not told. */
function ifMissing(schedule: Schedule, fact: string): ToldValue {
  const { fr, en } = conditionName(schedule, fact);
  const value: unknown = Reflect.get(schedule.reads.ifMissing, fact);
  return {
    label: { fr: `${IF_MISSING.fr}, ${fr}`, en: `${IF_MISSING.en}, ${en}` },
    text: value === undefined ? NOTHING : factText(fact, value),
  };
}

/** The sentence of the description that holds the place. */
function ofEntry(schedule: Schedule, path: string): ToldValue | undefined {
  const found = [...ruleEntries(schedule), ...preventionEntries(schedule)].find(
    (entry) => path === entry.path || path.startsWith(`${entry.path}.`),
  );
  return found && { label: found.label, text: found.value };
}
