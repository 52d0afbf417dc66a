import type { LocalizedText } from "../error.ts";
import { c2sKindNames, factNames, sectorNames, type AnyFact } from "../facts.ts";
import { interval } from "../interval.ts";
import { factName } from "./declared-facts.ts";
import type { Condition, Schedule } from "./language.ts";
import { ageText } from "./prevention/way-text.ts";
import { inFrench } from "./rules/rule.ts";

/** A condition in words: `zone du cabinet : aucune ; secteur : 1 ou 2 avec OPTAM`. */
export function conditionText(schedule: Schedule, when: Condition): LocalizedText {
  const facts = Object.entries(when).map(([fact, value]) => {
    const [name, text] = [conditionName(schedule, fact), factText(fact, value)];
    return { fr: `${name.fr} : ${text.fr}`, en: `${name.en}: ${text.en}` };
  });
  if (facts.length === 0) return { fr: "—", en: "—" };
  return {
    fr: facts.map(({ fr }) => fr).join(" ; "),
    en: facts.map(({ en }) => en).join("; "),
  };
}

/** What a condition on a fact is called. */
export function conditionName(schedule: Schedule, fact: string): LocalizedText {
  return NAMES[fact] ?? factName(schedule, fact as AnyFact);
}

/** The values that a condition on a fact takes: `1 ou 2 avec OPTAM`. */
export function factText(fact: string, value: unknown): LocalizedText {
  const values = [value].flat().map((one) => valueText(fact, one));
  return {
    fr: values.map(({ fr }) => fr).join(" ou "),
    en: values.map(({ en }) => en).join(" or "),
  };
}

const NAMES: Readonly<Record<string, LocalizedText>> = {
  prevention: factNames.prevention,
  seen: { fr: "vu", en: "seen" },
};

function valueText(fact: string, value: unknown): LocalizedText {
  if (typeof value === "boolean") return value ? { fr: "oui", en: "yes" } : { fr: "non", en: "no" };
  const text = String(value);
  if (text === "none") return NONE[fact] ?? { fr: "aucune", en: "none" };
  if (fact === "age" || fact === "physicianAge") return ageText(text);
  if (fact === "installationYear") return yearText(text);
  const names: Readonly<Record<string, LocalizedText>> =
    fact === "sector" ? sectorNames : c2sKindNames;
  return (Object.hasOwn(names, text) ? names[text] : undefined) ?? { fr: inFrench(text), en: text };
}

const NONE: Readonly<Record<string, LocalizedText>> = {
  prevention: { fr: "aucun", en: "none" },
  zone: { fr: "hors ZIP et QPV", en: "outside ZIP and QPV" },
};

/** Years of an installation: the first is that of the day itself. */
function yearText(range: string): LocalizedText {
  const { from, to } = interval(range);
  const first = from === 1 ? "1re" : `${from}e`;
  if (to === from) return { fr: `${first} année`, en: `year ${from}` };
  return to === Number.POSITIVE_INFINITY
    ? { fr: `${first} année et suivantes`, en: `year ${from} and later` }
    : { fr: `de la ${first} à la ${to}e année`, en: `years ${from} to ${to}` };
}
