import { expect, test } from "vitest";
import {
  applyPatch,
  applyReadings,
  computeColumns,
  getSchedule,
  loadSchedule,
} from "../../../src/index.ts";
import { componentLabels } from "../../../src/statement/places/component-labels.ts";
import { toldChange, toldValue } from "../../../src/statement/places/told-value.ts";
import type { Schedule } from "../../../src/schedule/language.ts";
import { table } from "../../support/table.ts";
import { villageWith } from "../../support/village.ts";

const fmt = getSchedule("fr.fmt.2026");
const fpmt = getSchedule("fr.fpmt.2024");
const nurse = getSchedule("be.nurse-premium.2024");
const structure = getSchedule("fr.forfait-structure.2025");
const villageOf = (edits: Readonly<Record<string, unknown>>): Schedule =>
  loadSchedule(villageWith(edits));
const village = villageOf({});

/** In French, then in English, with ordinary spaces; undefined of a place that has no words. */
function told(schedule: Schedule, path: string, year = 2026): string[] | undefined {
  const value = toldValue(schedule, path, year);
  return (
    value &&
    (["fr", "en"] as const).map((locale) =>
      `${value.label[locale]}: ${value.text[locale]}`.replaceAll(/[\u00a0\u202f]/g, " "),
    )
  );
}

const named = { fr: "A", en: "B", source: "COUNCIL" };

/** A fact that is named as other things are. */
const declared = (id: string): Schedule =>
  villageOf({
    facts: { [id]: { of: "physician", is: "number", ...named, ifMissing: "1500" } },
  });

/** An indicator that a jab validates. */
const flu = (eligible: object): Readonly<Record<string, unknown>> => ({
  acts: { jab: { ...named, recorded: "here" } },
  "amounts.care.cases.flu": {
    eligible,
    validated: { jab: { acts: { jab: 1 }, to: "31/12/Y", source: "COUNCIL" } },
  },
});
const way = { age: "65+", on: "31/12/Y", source: "COUNCIL" };
const fluFrench = "Prévention, indicateurs validés en 2026, vaccin contre la grippe";
const fluEnglish = "Prevention, indicators validated in 2026, influenza vaccine";

table<readonly [schedule: Schedule, path: string], string[] | undefined>(
  "a place of a schedule, by its path",
  [
    [
      "all ways of being eligible",
      [
        villageOf({
          conditions: { heart: { fr: "Cœur", en: "Heart", source: "COUNCIL" } },
          ...flu({
            old: way,
            heart: { condition: "heart", source: "COUNCIL" },
          }),
        }),
        "care.flu.eligible",
      ],
      [
        "Soins, flu, éligible: 65 ans et plus au 31/12/2026 ; Cœur",
        "Care, flu, eligible: 65 years and over on 2026-12-31; Heart",
      ],
    ],
    [
      "a way of a year before",
      [
        villageOf({
          "reads.preventionYear": "N-1",
          ...flu({ old: way }),
        }),
        "care.flu.eligible.old",
      ],
      [
        "Soins, flu, éligible: 65 ans et plus au 31/12/2025",
        "Care, flu, eligible: 65 years and over on 2025-12-31",
      ],
    ],
    [
      "no way",
      [village, "care.flu.eligible"],
      ["Soins, flu, éligible: —", "Care, flu, eligible: —"],
    ],
    [
      "what validates an indicator",
      [fmt, "prevention.flu.validated.vaccine"],
      [
        `${fluFrench}, validé par: vaccination contre la grippe, du 01/10/2026 au 31/01/2027`,
        `${fluEnglish}, validated by: influenza vaccination, from 2026-10-01 to 2027-01-31`,
      ],
    ],
    [
      "what a component is paid with",
      [structure, "part-2.onlyWith"],
      ["Volet 2, payé avec: « Volet 1 »", 'Part 2, paid with: "Part 1"'],
    ],
    [
      "what it is not paid with",
      [structure, "part-1.onlyWith"],
      ["Volet 1, payé avec: —", "Part 1, paid with: —"],
    ],
    [
      "cases that count each",
      [villageOf({ "amounts.base.pick": "each" }), "base.pick"],
      ["Base, cas qui comptent: tous", "Base, cases that count: each"],
    ],
    ["no number", [village, "base.points"], ["Base, points: —", "Base, points: —"]],
    [
      "an amount of thousands",
      [villageOf({ "amounts.c2s.amount": "1234.5" }), "c2s.amount"],
      ["C2S: 1 234,50 €", "C2S: €1,234.50"],
    ],
    [
      "a measure that no slab has",
      [village, "base.slabs.patients.each"],
      ["Base, taille d'une tranche (patients): —", "Base, size of a slab (patients): —"],
    ],
    [
      "a measure that is not of these slabs",
      [applyPatch(nurse, { "nurse.slabs.nurseHours": null }), "nurse.slabs.nurseHours.from"],
      [
        "Prime pour personnel infirmier, à partir de (heures d'infirmier par semaine): —",
        "Nurse premium, from (nurse hours a week): —",
      ],
    ],
    [
      "the slabs as a whole",
      [applyPatch(nurse, { "nurse.slabs.nurseHours": null, "nurse.most": null }), "nurse.slabs"],
      [
        "Prime pour personnel infirmier, décompte: par tranche de 500 patients (au-delà de 1 000)",
        "Nurse premium, count: per slab of 500 patients (over 1000)",
      ],
    ],
    ["the count of an uplift", [village, "zone.per"], ["Zone, décompte: —", "Zone, count: —"]],
    ["the rate of an amount", [village, "c2s.rate"], ["C2S: —", "C2S: —"]],
    ["the rate of an uplift", [village, "zone.rate"], ["Zone: 10 %", "Zone: 10%"]],
    [
      "a rate that grows with a share",
      [fpmt, "precarity.rate"],
      [
        "Majoration précarité: 50 % de la part au-delà de 7 %, part plafonnée à 25 %",
        "Precarity uplift: 50% of the share above 7%, share capped at 25%",
      ],
    ],
    [
      "an uplift of such a rate",
      [fpmt, "precarity"],
      [
        "Majoration précarité: 50 % de la part au-delà de 7 %, part plafonnée à 25 %",
        "Precarity uplift: 50% of the share above 7%, share capped at 25%",
      ],
    ],
    [
      "who counts for a share",
      [fpmt, "precarity.rate.share"],
      [
        "Majoration précarité, part comptée: C2S : oui",
        "Precarity uplift, share counted: C2S: yes",
      ],
    ],
    [
      "a rate of thousands",
      [villageOf({ "uplifts.cases.zone.rate": "1234.5%" }), "zone.rate"],
      ["Zone: 1 234,5 %", "Zone: 1,234.5%"],
    ],
    [
      "a fact on which nothing depends",
      [village, "care.when.zone"],
      ["Soins, zone du cabinet: sans condition", "Care, zone of the practice: any"],
    ],
    [
      "a component of one case",
      [villageOf({ "amounts.care.cases": { flu: {} } }), "care"],
      ["Soins: 1 cas", "Care: 1 case"],
    ],
    ["one of several", [village, "base"], ["Base: 3 cas", "Base: 3 cases"]],
    [
      "an open question",
      [fmt, "readings.zone-and-age"],
      [
        "Les majorations de zone et de 67 ans se cumulent-elles ?: oui",
        "Are the uplifts for zone and for age 67 both paid?: yes",
      ],
    ],
    [
      "one that is settled",
      [applyReadings(fmt, { "zone-and-age": "highest" }), "readings.zone-and-age"],
      [
        "Les majorations de zone et de 67 ans se cumulent-elles ?: non, la plus élevée seule",
        "Are the uplifts for zone and for age 67 both paid?: no, the higher only",
      ],
    ],
    [
      "one whose answers have no words",
      [villageOf({ "readings.uplift-base.answers": undefined }), "readings.uplift-base"],
      ["Sur quoi porte la majoration ?: base", "What does the uplift bear on?: base"],
    ],
    ["a question that is none", [fmt, "readings.toString"], undefined],
    [
      "acts as a whole",
      [villageOf({ acts: { jab: { ...named, recorded: "here" } } }), "acts"],
      ["Sortes d'actes: 1", "Kinds of acts: 1"],
    ],
    [
      "how an act is recorded",
      [villageOf({ acts: { jab: { ...named, recorded: "here" } } }), "acts.jab.recorded"],
      ["A: au dossier du cabinet", "B: in the record of the practice"],
    ],
    [
      "conditions as a whole",
      [villageOf({ conditions: { a: named, b: named } }), "conditions"],
      ["États des patients: 2", "Conditions of patients: 2"],
    ],
    [
      "facts as a whole, of a schedule that declares none",
      [village, "facts"],
      ["Faits propres au barème: 0", "Facts of the schedule's own: 0"],
    ],
    ["other parts as a whole", [village, "reads"], undefined],
    ["a key of uplifts that has no words", [village, "uplifts.cases"], undefined],
    [
      "the day of the list, and what is under it",
      [village, "reads.on.day"],
      ["Jour de référence: 31/12/2025", "Reference day: 31 December 2025"],
    ],
    [
      "defaults as a whole",
      [village, "reads.ifMissing"],
      [
        "À défaut d'information: zone du cabinet : hors ZIP et QPV ; activité : oui",
        "Where nothing is told: zone of the practice: outside ZIP and QPV; activity: yes",
      ],
    ],
    [
      "the default of a fact that is named as defaults are",
      [declared("ifMissing"), "facts.ifMissing.ifMissing"],
      ["À défaut de « A »: 1 500", 'Where "B" is missing: 1500'],
    ],
    [
      "that of one that is named as a plan of payment is",
      [declared("summer"), "facts.summer.ifMissing"],
      ["À défaut de « A »: 1 500", 'Where "B" is missing: 1500'],
    ],
  ],
  ([schedule, path]) => told(schedule, path),
);

test("what has words under neither schedule has none as a change, which is told as it is", () => {
  const jab = { fr: "V", en: "J", recorded: "here" };
  const schedule = applyPatch(fmt, { "acts.jab": jab });
  expect(toldChange([fmt, schedule], "acts.jab", 2026)).toBe(undefined);
  const { changes } = computeColumns({ age: [], ald: [], c2s: [] }, { year: 2026, schedule });
  expect(changes).toEqual([{ path: "acts.jab", was: null, now: { ...jab, user: true } }]);
});

test("components by their names, without any uplift, with the years that they name", () => {
  const { amounts } = villageWith({}) as Schedule;
  const care = { ...amounts["care"], fr: "Soins {N}", en: "Care {N}" };
  const schedule = villageOf({ uplifts: undefined, readings: undefined, "amounts.care": care });
  expect(componentLabels(schedule, 2026)).toEqual({
    base: { fr: "Base", en: "Base" },
    c2s: { fr: "C2S", en: "C2S" },
    care: { fr: "Soins 2026", en: "Care 2026" },
  });
});
