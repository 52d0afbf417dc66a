import { frenchDay, lastDay } from "../day.ts";
import { oneOf, type Locale, type LocalizedText } from "../error.ts";
import type { Notice } from "../notice.ts";
import { holds, type FactReader } from "../schedule/conditions.ts";
import { sectorNames } from "../facts.ts";
import { factName, factPath } from "../schedule/declared-facts.ts";
import type { Schedule } from "../schedule/language.ts";
import { withYears } from "../schedule/years.ts";
import { activityAsked } from "./facts.ts";

/** One notice per fact that makes the physician ineligible. */
export function ineligible(schedule: Schedule, year: number, reader: FactReader): Notice[] {
  return Object.entries(schedule.eligible.when).flatMap(([fact, wanted]): Notice[] => {
    if (holds({ [fact]: wanted }, reader)) return [];
    const why =
      fact === "active" && wanted === true
        ? notActive(activityAsked(schedule, year))
        : fact === "sector"
          ? otherSector([wanted].flat().map(String))
          : otherwise(factName(schedule, fact), reader(fact), wanted);
    return [{ code: "not-eligible", path: factPath(schedule, fact), ...why }];
  });
}

function notActive(asked: LocalizedText): LocalizedText {
  return {
    fr: `rien n'est dû : le médecin n'était pas en activité ${asked.fr}`,
    en: `nothing is due: the physician was not in activity ${asked.en}`,
  };
}

function otherSector(paid: readonly string[]): LocalizedText {
  const sectors = (locale: Locale, or: string): string =>
    paid.map((one) => (sectorNames[one] as LocalizedText)[locale]).join(or);
  const [fr, en] = [sectors("fr", ", ou de secteur "), sectors("en", ", or of sector ")];
  return {
    fr: `rien n'est dû : le forfait va aux médecins de secteur ${fr}`,
    en: `nothing is due: physicians of sector ${en} are paid`,
  };
}

function otherwise(name: LocalizedText, found: unknown, wanted: unknown): LocalizedText {
  const foundText: LocalizedText =
    typeof found === "boolean"
      ? { fr: found ? "oui" : "non", en: found ? "yes" : "no" }
      : oneOf([String(found)]);
  const paid = typeof wanted === "boolean" ? undefined : [wanted].flat().join(", ");
  return {
    fr: `rien n'est dû : ${name.fr} : ${foundText.fr}${paid ? ` (payé : ${paid})` : ""}`,
    en: `nothing is due: ${name.en}: ${foundText.en}${paid ? ` (paid: ${paid})` : ""}`,
  };
}

export function outsidePeriod({ inForce, proposed }: Schedule, year: number): Notice {
  const one = { code: "outside-period", path: "schedule" } as const;
  if (!inForce)
    return {
      ...one,
      fr: `proposition du ${frenchDay(proposed as string)}, jamais en vigueur`,
      en: `proposal of ${proposed}, never in force`,
    };
  const { from, to } = inForce;
  return {
    ...one,
    fr: `barème en vigueur du ${frenchDay(from)} au ${frenchDay(to)}, appliqué à ${year}`,
    en: `schedule in force from ${from} to ${to}, applied to ${year}`,
  };
}

export function needsList(schedule: Schedule, component: string, year: number): Notice {
  const label = schedule.uplifts?.cases[component] as LocalizedText;
  const { fr, en } = withYears(schedule, label, year);
  return {
    code: "needs-list",
    path: component,
    fr: `${fr} : non calculée, elle dépend de toute la liste`,
    en: `${en}: not computed, it depends on the whole list`,
  };
}

export function needsWholeList(schedule: Schedule, component: string, year: number): Notice {
  const { fr, en } = withYears(schedule, schedule.amounts[component] as LocalizedText, year);
  return {
    code: "needs-list",
    path: component,
    fr: `${fr} : laissé de côté, dû pour la patientèle ou le cabinet, non pour un patient`,
    en: `${en}: left out, due for the list or the practice, not for a patient`,
  };
}

export function partOfYear(counted: "quarters" | "days"): Notice {
  const [fr, en] =
    counted === "quarters"
      ? ["tout trimestre commencé est dû", "every quarter begun is due"]
      : ["dû à proportion des jours d'activité", "due in proportion to the days of activity"];
  return {
    code: "part-year",
    path: "physician.activeUntil",
    fr: `départ en cours d'année : ${fr}`,
    en: `leaving during the year: ${en}`,
  };
}

export function wholeYear(leaving: string): Notice {
  return {
    code: "leaves-whole",
    path: "physician.activeUntil",
    fr:
      `départ le ${frenchDay(leaving)} : ce barème ne réduit rien, ` +
      "l'année entière est comptée (question non tranchée)",
    en:
      `leaving on ${leaving}: this schedule reduces nothing, ` +
      "the whole year is counted (an open question)",
  };
}

export function notInstalledYet(counted: number): Notice {
  const day = lastDay(counted);
  return {
    code: "installed-after-reference",
    path: "physician.firstInstallation",
    fr: `première installation après le ${frenchDay(day)} : pas de majoration de zone cette année`,
    en: `first installation after ${day}: no zone uplift this year`,
  };
}

export function noAdvances(year: number): Notice {
  return {
    code: "advances-none",
    path: "payment",
    fr: `pas d'activité au ${frenchDay(lastDay(year))} : pas d'acompte, tout vient avec le solde`,
    en: `no activity on ${lastDay(year)}: no advance, all is paid with the balance`,
  };
}

export function sameList(year: number): Notice {
  return {
    code: "advances-same-list",
    path: "previousPatients",
    fr:
      `acomptes calculés sur la même liste, ramenée au ${frenchDay(lastDay(year))} ` +
      "(âges diminués, enfants nés depuis retirés)",
    en:
      `advances computed on the same list, taken back to ${lastDay(year)} ` +
      "(ages lowered, children born since left out)",
  };
}

export const wholeAdvances: Notice = {
  code: "advances-whole",
  path: "payment",
  fr: "acomptes non réduits malgré le départ ; le solde régularise",
  en: "advances not reduced by the departure; the balance settles them",
};
