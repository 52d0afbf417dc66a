import { describe, expect, test } from "vitest";
import {
  applyPatch,
  applyReadings,
  computeColumns,
  getSchedule,
  loadSchedule,
  type Schedule,
  type SchedulePatch,
} from "../../src/index.ts";
import { villageWith } from "../support/village.ts";

/** What a simulation says of each kind of value: what it is called, before and now. */

const fmt = getSchedule("fr.fmt.2026");
const fpmt = getSchedule("fr.fpmt.2024");
const nurse = getSchedule("be.nurse-premium.2024");
const structure = getSchedule("fr.forfait-structure.2025");

/** `label: before → now`, with ordinary spaces. */
function told(schedule: Schedule, patch: SchedulePatch, year: number, locale: "fr" | "en") {
  const columns = { age: [], ald: [], c2s: [] };
  const { changes = [] } = computeColumns(columns, { year, schedule: applyPatch(schedule, patch) });
  return changes.map(({ label, wasText, nowText }) =>
    `${label?.[locale]}: ${wasText?.[locale]} → ${nowText?.[locale]}`.replaceAll("\u00a0", " "),
  );
}

type Case = readonly [kind: string, of: Schedule, year: number, patch: SchedulePatch, fr: string];

const quarters = "avril, juin, septembre, novembre 2026";

describe("in French", () => {
  test.each<Case>([
    [
      "an amount",
      fmt,
      2026,
      { "base.80+.amount": "60.5" },
      "Socle, 80 ans et plus, sans ALD: 55,00 € → 60,50 €",
    ],
    [
      "an amount that was that of the component",
      fmt,
      2026,
      { "prevention.flu.amount": "7" },
      "Prévention, indicateurs validés en 2026, vaccin contre la grippe: 5,00 € → 7,00 €",
    ],
    [
      "a rate",
      fmt,
      2026,
      { "zone.year-1.rate": "12.5%" },
      "Majoration de zone, première installation, 1re année: 50 % → 12,5 %",
    ],
    [
      "a condition that is put in",
      fmt,
      2026,
      { "c2s.when.seen": true },
      "Majoration C2S, vu: sans condition → oui",
    ],
    [
      "a zone",
      fmt,
      2026,
      { "zone.when.contract": null },
      "Majoration de zone, contrat CAIM, COSCOM, COTRAM ou CSTM en cours: non → sans condition",
    ],
    [
      "a floor",
      fmt,
      2026,
      { "base.80+.atLeast": "50" },
      "Socle, 80 ans et plus, sans ALD, plancher: — → 50,00 €",
    ],
    [
      "dates of payment",
      fmt,
      2026,
      { "payment.quarters.equal": ["01/N", "N+1"] },
      "Dates de versement (Socle, Majoration C2S, Majoration de zone, " +
        `Majoration « médecin de 67 ans et plus »): ${quarters} → janvier 2026, 2027`,
    ],
    [
      "another plan of payment",
      fmt,
      2026,
      { "c2s.paid": "balance" },
      `Majoration C2S, dates de versement: ${quarters} → 2027`,
    ],
    [
      "what uplifts bear on",
      fmt,
      2026,
      { "uplifts.of": ["base", "c2s"] },
      "Ce que les majorations majorent: « Socle » → « Socle » + « Majoration C2S »",
    ],
    [
      "a word",
      fmt,
      2026,
      { "uplifts.together": "highest" },
      "Majorations ensemble: elles s'ajoutent → la plus élevée seule",
    ],
    [
      "a word of the payment",
      fmt,
      2026,
      { "payment.oddCents": "first" },
      "Centimes non divisibles: sur le dernier versement → sur le premier versement",
    ],
    ["a day", fmt, 2026, { "reads.on": "31/12/N" }, "Jour de référence: 31/12/2025 → 31/12/2026"],
    [
      "a default",
      fmt,
      2026,
      { "reads.ifMissing.zone": "ZIP" },
      "À défaut d'information, zone du cabinet: hors ZIP et QPV → ZIP",
    ],
    [
      "who is eligible for an indicator",
      fmt,
      2026,
      { "prevention.flu.eligible.65+.age": "60+" },
      "Prévention, indicateurs validés en 2026, vaccin contre la grippe, éligible: " +
        "65 ans et plus au 31/12/2026 → 60 ans et plus au 31/12/2026",
    ],
    [
      "a case that is put in",
      fmt,
      2026,
      { "prevention.rsv": { fr: "VRS", en: "RSV", amount: "7" } },
      "Prévention, indicateurs validés en 2026, VRS: — → 7,00 €",
    ],
    [
      "who is paid",
      fmt,
      2026,
      { "eligible.when.sector": ["1"] },
      "Médecins concernés: activité : oui ; secteur : 1 ou 2 avec OPTAM → activité : oui ; secteur : 1",
    ],
    [
      "a cap",
      fpmt,
      2024,
      { "precarity.rate.cap": "24%" },
      "Majoration précarité, plafond: 25 % → 24 %",
    ],
    [
      "what is capped",
      fpmt,
      2024,
      { "precarity.rate.capOn": "rate" },
      "Majoration précarité, ce qui est plafonné: la part → le taux",
    ],
    [
      "who counts for a share",
      fpmt,
      2024,
      { "precarity.rate.share.c2s": "free" },
      "Majoration précarité, C2S: oui → sans participation",
    ],
    [
      "the size of a slab",
      nurse,
      2024,
      { "nurse.slabs.patients.each": "1500" },
      "Prime pour personnel infirmier, taille d'une tranche (patients): 500 → 1 500",
    ],
    [
      "the most slabs",
      nurse,
      2024,
      { "nurse.most": 25 },
      "Prime pour personnel infirmier, tranches au plus: 20 → 25",
    ],
    [
      "points",
      structure,
      2025,
      { "part-2.dmp.points": 50 },
      "Volet 2, DMP à 30 %, points: 40 → 50",
    ],
    [
      "a fact that the schedule declares",
      structure,
      2025,
      { "part-2.dmp.when.dmpRate": "25.5+" },
      "Volet 2, DMP à 30 %, taux d'alimentation du DMP (%): 30+ → 25,5+",
    ],
  ])("%s", (_, schedule, year, patch, fr) => {
    expect(told(schedule, patch, year, "fr")).toEqual([fr]);
  });

  test("ages, of two cases that go together", () => {
    const patch = { "base.80+.when.age": "79+", "base.75-79.when.age": "75-78" };
    expect(told(fmt, patch, 2026, "fr")).toEqual([
      "Socle, 75 à 79 ans, sans ALD, âge: de 75 à 79 ans → de 75 à 78 ans",
      "Socle, 80 ans et plus, sans ALD, âge: 80 ans et plus → 79 ans et plus",
    ]);
  });

  test("a case that is taken away", () => {
    const patch = { "base.80+": null, "base.75-79.when.age": "75+" };
    expect(told(fmt, patch, 2026, "fr")[1]).toBe(
      "Socle, 80 ans et plus, sans ALD: 55,00 € (vu : oui ; ALD : non ; âge : 80 ans et plus) → —",
    );
  });
});

describe("in English", () => {
  test.each<Case>([
    ["an amount", fmt, 2026, { "c2s.amount": "12" }, "C2S supplement: €10.00 → €12.00"],
    [
      "a day",
      fmt,
      2026,
      { "reads.on": "31/12/N" },
      "Reference day: 31 December 2025 → 31 December 2026",
    ],
    [
      "advances",
      fpmt,
      2025,
      { "payment.advances.advance": "20%" },
      "Dates of payment (Base amount): " +
        "advances of 25%: June, September, November 2025 (list on 31 December 2024); balance: March 2026 → " +
        "advances of 20%: June, September, November 2025 (list on 31 December 2024); balance: March 2026",
    ],
  ])("%s", (_, schedule, year, patch, en) => {
    expect(told(schedule, patch, year, "en")).toEqual([en]);
  });
});

test("of a schedule that comes from JSON patched, the value before is not known, nor told", () => {
  const own = applyPatch(loadSchedule(villageWith()), { "base.child.amount": "11" });
  const again = loadSchedule(JSON.parse(JSON.stringify(own)) as Schedule);
  const { changes } = computeColumns(
    { age: [], ald: [], c2s: [] },
    { year: 2026, schedule: again },
  );
  expect(changes).toEqual([
    {
      path: "base.child.amount",
      now: "11",
      label: { fr: expect.any(String) as string, en: expect.any(String) as string },
      nowText: { fr: "11,00\u00a0€", en: "€11.00" },
    },
  ]);
});

test("under a reading, both values are those that it gives", () => {
  const read = applyReadings(fmt, { "first-install": "add" });
  expect(told(read, { "zone.year-1.rate": "45%" }, 2026, "fr")).toEqual([
    "Majoration de zone, première installation, 1re année: 60 % → 45 %",
  ]);
});
