import { describe, expect, test } from "vitest";
import {
  applyPatch,
  computeColumns,
  getSchedule,
  loadSchedule,
  type Schedule,
  type SchedulePatch,
} from "../../src/index.ts";
import { villageWith } from "../support/village.ts";

/** What a simulation says of kinds of values that few change, in both languages. */

const fmt = getSchedule("fr.fmt.2026");
const fpmt = getSchedule("fr.fpmt.2024");
const nurse = getSchedule("be.nurse-premium.2024");
const structure = getSchedule("fr.forfait-structure.2025");
const village = loadSchedule(villageWith());

/** In French, then in English, with ordinary spaces. */
function told(schedule: Schedule, year: number, patch: SchedulePatch): string[] {
  const columns = { age: [], ald: [], c2s: [] };
  const { changes = [] } = computeColumns(columns, { year, schedule: applyPatch(schedule, patch) });
  return changes.flatMap(({ label, wasText, nowText }) =>
    (["fr", "en"] as const).map((locale) =>
      `${label?.[locale]}: ${wasText?.[locale]} → ${nowText?.[locale]}`.replaceAll("\u00a0", " "),
    ),
  );
}

type Case = readonly [
  kind: string,
  of: Schedule,
  year: number,
  patch: SchedulePatch,
  ...texts: string[],
];

function each(cases: readonly Case[]): void {
  for (const [kind, of, year, patch, ...texts] of cases)
    test(kind, () => expect(told(of, year, patch)).toEqual(texts));
}

describe("of amounts", () => {
  each([
    [
      "a floor that is taken away",
      village,
      2026,
      { "base.ald.atLeast": null },
      "Base, ald, plancher: 40,00 € → —",
      "Base, ald, floor: €40.00 → —",
    ],
    [
      "an amount that falls back on that of the component",
      village,
      2026,
      { "care.hpv.amount": null },
      "Soins, hpv: 2,50 € → 3,00 €",
      "Care, hpv: €2.50 → €3.00",
    ],
    [
      "which cases count",
      village,
      2026,
      { "base.pick": "at most one" },
      "Base, cas qui comptent: un exactement → un au plus",
      "Base, cases that count: exactly one → at most one",
    ],
    [
      "a component with cases",
      village,
      2026,
      {
        extra: {
          fr: "Plus",
          en: "More",
          per: "patient",
          pick: "each",
          paid: "summer",
          source: "COUNCIL",
          cases: {
            a: { when: { age: "80+" }, amount: "3" },
            b: { when: { ald: true }, amount: "1" },
          },
        },
      },
      "Plus: — → 2 cas",
      "More: — → 2 cases",
    ],
    [
      "an uplift that is taken away",
      village,
      2026,
      { zone: null },
      "Zone: 10 % (zone du cabinet : ZIP) → —",
      "Zone: 10% (zone of the practice: ZIP) → —",
    ],
    [
      "a whole condition",
      fmt,
      2026,
      { "c2s.when": null },
      "Majoration C2S, condition: C2S : oui → sans condition",
      "C2S supplement, condition: C2S: yes → any",
    ],
    [
      "a part of a condition",
      fmt,
      2026,
      { "c2s.when.seen": true },
      "Majoration C2S, vu: sans condition → oui",
      "C2S supplement, seen: any → yes",
    ],
    [
      "another plan of payment",
      village,
      2026,
      { "zone.paid": "advances" },
      "Zone, dates de versement: juin, juillet 2026 → acomptes de 25 % : juin 2026 (liste au 31/12/2024) ; solde : 2027",
      "Zone, dates of payment: June, July 2026 → advances of 25%: June 2026 (list on 31 December 2024); balance: 2027",
    ],
  ]);
});

describe("of rates that grow with a share", () => {
  each([
    [
      "its terms",
      fpmt,
      2024,
      { "precarity.rate.above": "8%", "precarity.rate.slope": "40%", "precarity.rate.cap": "24%" },
      "Majoration précarité, seuil: 7 % → 8 %",
      "Precarity uplift, threshold: 7% → 8%",
      "Majoration précarité, pente: 50 % → 40 %",
      "Precarity uplift, slope: 50% → 40%",
      "Majoration précarité, plafond: 25 % → 24 %",
      "Precarity uplift, cap: 25% → 24%",
    ],
    [
      "what is capped",
      fpmt,
      2024,
      { "precarity.rate.capOn": "rate" },
      "Majoration précarité, ce qui est plafonné: la part → le taux",
      "Precarity uplift, what is capped: the share → the rate",
    ],
    [
      "who counts, where another fact decides",
      fpmt,
      2024,
      { "precarity.rate.share": { ald: true } },
      "Majoration précarité, C2S: oui → sans condition",
      "Precarity uplift, C2S: yes → any",
      "Majoration précarité, ALD: sans condition → oui",
      "Precarity uplift, ALD: any → yes",
    ],
  ]);
});

describe("of slabs and points", () => {
  each([
    [
      "each term of a measure, and the most",
      nurse,
      2024,
      {
        "nurse.slabs.patients.each": "1500",
        "nurse.slabs.patients.over": "900",
        "nurse.slabs.nurseHours.from": "10",
        "nurse.most": 25,
      },
      "Prime pour personnel infirmier, taille d'une tranche (patients): 500 → 1 500",
      "Nurse premium, size of a slab (patients): 500 → 1,500",
      "Prime pour personnel infirmier, au-delà de (patients): 1 000 → 900",
      "Nurse premium, over (patients): 1,000 → 900",
      "Prime pour personnel infirmier, à partir de (heures d'infirmier par semaine): 12 → 10",
      "Nurse premium, from (nurse hours a week): 12 → 10",
      "Prime pour personnel infirmier, tranches au plus: 20 → 25",
      "Nurse premium, most slabs: 20 → 25",
    ],
    [
      "a measure that is taken away",
      nurse,
      2024,
      { "nurse.slabs.nurseHours": null },
      "Prime pour personnel infirmier, décompte: par tranche de 500 patients (au-delà de 1 000) et 6 heures d'infirmier par semaine (à partir de 12), 20 au plus → par tranche de 500 patients (au-delà de 1 000), 20 au plus",
      "Nurse premium, count: per slab of 500 patients (over 1000) and 6 nurse hours a week (from 12), at most 20 → per slab of 500 patients (over 1000), at most 20",
    ],
    [
      "points",
      structure,
      2025,
      { "part-2.dmp.points": 50 },
      "Volet 2, DMP à 30 %, points: 40 → 50",
      "Part 2, DMP at 30%, points: 40 → 50",
    ],
  ]);
});

describe("of the rest of a schedule", () => {
  each([
    [
      "who is eligible for an indicator",
      fmt,
      2026,
      { "prevention.flu.eligible.65+": null },
      "Prévention, indicateurs validés en 2026, vaccin contre la grippe, éligible: 65 ans et plus au 31/12/2026 → —",
      "Prevention, indicators validated in 2026, influenza vaccine, eligible: 65 years and over on 2026-12-31 → —",
    ],
    [
      "what uplifts bear on, and how they go together",
      fmt,
      2026,
      { "uplifts.of": ["base", "c2s"], "uplifts.together": "highest" },
      "Ce que les majorations majorent: « Socle » → « Socle » + « Majoration C2S »",
      'What the uplifts bear on: "Base amount" → "Base amount" + "C2S supplement"',
      "Majorations ensemble: elles s'ajoutent → la plus élevée seule",
      "Uplifts together: they add up → only the highest",
    ],
    [
      "a default that is taken away",
      fmt,
      2026,
      { "reads.ifMissing.zone": null },
      "À défaut d'information, zone du cabinet: hors ZIP et QPV → —",
      "Where nothing is told, zone of the practice: outside ZIP and QPV → —",
    ],
    [
      "dates of payment, with all that is paid so",
      village,
      2026,
      { "payment.summer.equal": ["08/N"] },
      "Dates de versement (Base, C2S, Zone, Part): juin, juillet 2026 → août 2026",
      "Dates of payment (Base, C2S, Zone, Share): June, July 2026 → August 2026",
    ],
  ]);
});
