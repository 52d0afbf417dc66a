import { oneOf, type LocalizedText } from "../error.ts";
import type { Notice } from "../notice.ts";
import { holds, type FactReader } from "../schedule/conditions.ts";
import { factName, factPath } from "../schedule/declared-facts.ts";
import type { Compiled } from "./compiled.ts";

/** One notice per fact that makes the physician ineligible. */
export function ineligible({ schedule }: Compiled, reader: FactReader): Notice[] {
  return Object.entries(schedule.eligible.when).flatMap(([fact, wanted]) => {
    if (holds({ [fact]: wanted }, reader)) return [];
    const found = reader(fact);
    const name = factName(schedule, fact);
    const foundText: LocalizedText =
      typeof found === "boolean"
        ? { fr: found ? "oui" : "non", en: found ? "yes" : "no" }
        : oneOf([String(found)]);
    const paid = typeof wanted === "boolean" ? undefined : [wanted].flat().join(", ");
    return [
      {
        code: "not-eligible",
        path: factPath(schedule, fact),
        fr: `rien n'est dû : ${name.fr} : ${foundText.fr}${paid ? ` (payé : ${paid})` : ""}`,
        en: `nothing is due: ${name.en}: ${foundText.en}${paid ? ` (paid: ${paid})` : ""}`,
      },
    ];
  });
}

export function outsidePeriod({ schedule: { inForce, proposed } }: Compiled, year: number): Notice {
  const [fr, en] = inForce
    ? [
        `barème en vigueur du ${inForce.from} au ${inForce.to}, appliqué à ${year}`,
        `schedule in force from ${inForce.from} to ${inForce.to}, applied to ${year}`,
      ]
    : [`proposition du ${proposed}, jamais en vigueur`, `proposal of ${proposed}, never in force`];
  return { code: "outside-period", path: "schedule", fr, en };
}

export function needsList(component: string): Notice {
  return {
    code: "needs-list",
    path: component,
    fr:
      "majoration laissée de côté : elle dépend de la part des bénéficiaires " +
      "dans toute la patientèle",
    en: "uplift left out: it depends on the share of beneficiaries in the whole list",
  };
}

export function needsWholeList({ schedule }: Compiled, component: string): Notice {
  const { fr, en } = schedule.amounts[component] as LocalizedText;
  return {
    code: "needs-list",
    path: component,
    fr: `${fr} : laissé de côté, dû pour la patientèle ou le cabinet, non pour un patient`,
    en: `${en}: left out, due for the list or the practice, not for a patient`,
  };
}

export function partOfYear(counted: "quarters" | "days"): Notice {
  const fr = counted === "quarters" ? "trimestres commencés" : "jours d'activité";
  const en = counted === "quarters" ? "quarters begun" : "days of activity";
  return {
    code: "part-year",
    path: "physician.activeUntil",
    fr: `départ en cours d'année : dû à proportion des ${fr}`,
    en: `leaving during the year: due in proportion to the ${en}`,
  };
}

export function wholeYear(lastDay: string): Notice {
  return {
    code: "leaves-whole",
    path: "physician.activeUntil",
    fr: `départ le ${lastDay} : le barème ne réduit rien, l'année entière est comptée`,
    en: `leaving on ${lastDay}: the schedule reduces nothing, the whole year is counted`,
  };
}

export const notInstalledYet: Notice = {
  code: "installed-after-reference",
  path: "physician.firstInstallation",
  fr: "première installation après l'année comptée : aucune majoration de zone",
  en: "first installation after the year that counts: no zone uplift",
};

export const noAdvances: Notice = {
  code: "advances-none",
  path: "payment",
  fr: "médecin sans activité le jour où se lisent les avances : tout est versé au solde",
  en: "physician not in activity on the day that advances rest on: all is paid with the balance",
};

export const sameList: Notice = {
  code: "advances-same-list",
  path: "previousPatients",
  fr:
    "avances calculées sur la même patientèle, rajeunie jusqu'à leur jour de référence, " +
    "sans ceux qui n'étaient pas nés",
  en:
    "advances computed on the same list, made younger to their reference day, " +
    "without those not yet born",
};

export const wholeAdvances: Notice = {
  code: "advances-whole",
  path: "payment",
  fr: "avances non réduites par le départ : le solde les régularise",
  en: "advances not reduced by the departure: the balance settles them",
};
