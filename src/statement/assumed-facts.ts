import type { LocalizedText } from "../error.ts";
import { interval } from "../interval.ts";
import { sectorNames, type PhysicianFact } from "../facts.ts";
import type { FactValue } from "../schedule/conditions.ts";

/** What a schedule takes for a fact of a physician that is not given. */
interface Assumed {
  readonly value: FactValue | string;
  /** The year from which the years of an installation are counted. */
  readonly countedIn: number;
  /** The day of the list, or the year, on which activity is asked, in each language. */
  readonly activeOn: LocalizedText;
}

/** Sentences for the facts of the language, by fact. */
export const assumedFacts: Readonly<Record<PhysicianFact, (one: Assumed) => LocalizedText>> = {
  zone: ({ value }) =>
    value === "none"
      ? {
          fr: "zone du cabinet : non indiquée, supposée « hors ZIP et QPV »",
          en: "zone of the practice: not given, taken as outside ZIP and QPV",
        }
      : {
          fr: `zone du cabinet : non indiquée, supposée « ${value} »`,
          en: `zone of the practice: not given, taken as ${value}`,
        },
  contract: ({ value }) => {
    const [fr, en] = value ? ["en cours", "running"] : ["absent", "absent"];
    return {
      fr: `contrat CAIM, COSCOM, COTRAM ou CSTM : non indiqué, supposé ${fr}`,
      en: `CAIM, COSCOM, COTRAM or CSTM contract: not given, taken as ${en}`,
    };
  },
  installationYear: ({ value, countedIn }) => {
    const years = interval(String(value));
    const [from, to] = [countedIn - years.from + 1, countedIn - years.to + 1];
    const [fr, en] =
      years.to === Number.POSITIVE_INFINITY
        ? [`antérieure à ${from + 1}`, `before ${from + 1}`]
        : to === from
          ? [`de ${from}`, `${from}`]
          : [`de ${to} à ${from}`, `${to} to ${from}`];
    return {
      fr: `date d'installation : non indiquée, supposée ${fr}`,
      en: `date of installation: not given, taken as ${en}`,
    };
  },
  physicianAge: ({ value }) => {
    const { from, to } = interval(String(value));
    const [fr, en] =
      to === Number.POSITIVE_INFINITY
        ? [`d'au moins ${from} ans`, `at least ${from} years`]
        : from === 0
          ? [`inférieur à ${to + 1} ans`, `under ${to + 1} years`]
          : [`de ${from} à ${to} ans`, `${from} to ${to} years`];
    return {
      fr: `âge du médecin : non indiqué, supposé ${fr}`,
      en: `physician's age: not given, taken as ${en}`,
    };
  },
  sector: ({ value }) => {
    const { fr, en } = sectorNames[String(value)] as LocalizedText;
    return {
      fr: `secteur : non indiqué, supposé ${fr}`,
      en: `sector: not given, taken as ${en}`,
    };
  },
  active: ({ value, activeOn }) => ({
    fr: `activité ${activeOn.fr} : non indiquée, supposée${value ? "" : " absente"}`,
    en: `activity ${activeOn.en}: not given, ${value ? "" : "not "}supposed`,
  }),
};

/** Sentence for a fact that a schedule declares itself. */
export function assumedDeclared(name: LocalizedText, value: FactValue): LocalizedText {
  const [fr, en] =
    typeof value === "boolean" ? (value ? ["oui", "yes"] : ["non", "no"]) : [value, value];
  return {
    fr: `${name.fr} : information absente, comptée comme « ${fr} »`,
    en: `${name.en}: not given, taken as "${en}"`,
  };
}
