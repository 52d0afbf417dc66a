import type { Draft } from "../vector.ts";
import { amendment, edited, invented, later, scenario } from "./documents.ts";

/** A user's own values, amendments, scenarios, and a document that no law made. */
export const patches = (): readonly Draft[] => [
  ...patched(),
  ...withReadings(),
  ...overSchedules(),
  ...inventedSchedule(),
];

const fmt = { schedule: "fr.fmt.2026", year: 2026, readings: {} };
const list = [
  { id: "a", age: 82, ald: true, c2s: true, seen: true, prevention: ["flu"] },
  { id: "b", age: 66, ald: false, c2s: false, seen: true, prevention: ["flu", "colorectal"] },
  { id: "c", age: 3, ald: false, c2s: true, seen: false, prevention: [] },
];
const physician = { id: "dr", zone: "ZIP", contract: false, firstInstallation: "2025", age: 67 };

/** By default 110 + 20 + 15 and 60 % of 110. */
function patched(): Draft[] {
  const rows: readonly (readonly [string, Record<string, unknown>, string])[] = [
    [
      "an amount",
      { "base.ald-80+.amount": "110" },
      "110 + 5 + 5 + 20 + 15 + 120 * 50% + 120 * 10%",
    ],
    [
      "an amount with cents",
      { "base.ald-80+.amount": "99.99" },
      "109.99 + 20 + 15 + round(109.99 * 50%) + round(109.99 * 10%)",
    ],
    ["an amount of nothing", { "base.ald-80+.amount": "0" }, "10 + 20 + 15 + 10 * 50% + 10 * 10%"],
    ["the amount of a component", { "c2s.amount": "12.50" }, "110 + 25 + 15 + 110 * 60%"],
    [
      "the price of all indicators",
      { "prevention.amount": "7.50" },
      "110 + 20 + 3 * 7.50 + 110 * 60%",
    ],
    [
      "the price of one indicator",
      { "prevention.flu.amount": "8" },
      "110 + 20 + 2 * 8 + 5 + 110 * 60%",
    ],
    [
      "a rate",
      { "zone.year-1.rate": "33.333%" },
      "110 + 20 + 15 + round(110 * 33.333%) + 110 * 10%",
    ],
    ["what uplifts bear on", { "uplifts.of": ["base", "prevention"] }, "110 + 20 + 15 + 125 * 60%"],
    ["the highest uplift only", { "uplifts.together": "highest" }, "110 + 20 + 15 + 110 * 50%"],
    [
      "the age of a case and of its neighbour",
      { "base.7-74.when.age": "7-64", "base.75-79.when.age": "65-79" },
      "120 + 20 + 15 + 120 * 60%",
    ],
    ["a condition", { "c2s.when.seen": true }, "110 + 10 + 15 + 110 * 60%"],
    ["a condition that is taken away", { "zone.when.contract": null }, "110 + 20 + 15 + 110 * 60%"],
    [
      "an uplift that is taken away, with the reading that speaks of it",
      { "readings.paid-when": null, age67: null },
      "110 + 20 + 15 + 110 * 50%",
    ],
    [
      "an indicator that is put in",
      { "prevention.sleep": { fr: "sommeil", en: "sleep", amount: "5" } },
      "110 + 20 + 15 + 110 * 60%",
    ],
    [
      "a component that is put in",
      {
        lists: {
          fr: "Par patient",
          en: "Per patient",
          per: "patient",
          amount: "0.33",
          paid: "quarters",
        },
      },
      "110 + 20 + 15 + 3 * 0.33 + 110 * 60%",
    ],
    [
      "an uplift that is put in",
      { rural: { fr: "Rural", en: "Rural", rate: "1.5%", paid: "balance" } },
      "110 + 20 + 15 + 110 * 60% + 110 * 1.5%",
    ],
    ["the reference day", { "reads.on": "31/12/N" }, "110 + 20 + 15 + 110 * 30% + 110 * 10%"],
    [
      "the window in which a patient counts as seen",
      { "reads.seenWithin": "1 year" },
      "110 + 20 + 15 + 110 * 60%",
    ],
    ["a default", { "reads.ifMissing.zone": "QPV" }, "110 + 20 + 15 + 110 * 60%"],
    [
      "the instalments",
      { "payment.quarters.equal": ["01/N", "05/N", "12/N"] },
      "110 + 20 + 15 + 110 * 60%",
    ],
    ["the odd cents", { "payment.oddCents": "first" }, "110 + 20 + 15 + 110 * 60%"],
    ["the part of a year", { "eligible.partYear": "quarters" }, "110 + 20 + 15 + 110 * 60%"],
    [
      "the sectors that are paid",
      { "eligible.when.sector": ["1", "2-optam", "2"] },
      "110 + 20 + 15 + 110 * 60%",
    ],
    [
      "words alone, which change no status",
      { "base.ald-80+.en": "the oldest", fr: "Mon barème" },
      "110 + 20 + 15 + 110 * 60%",
    ],
    [
      "several values at once",
      { "base.ald-80+.amount": "120", "c2s.amount": "0", "zone.year-1.rate": "0%" },
      "130 + 15 + 130 * 10%",
    ],
    ["nothing", {}, "110 + 20 + 15 + 110 * 60%"],
  ];
  return rows.map(([why, patch, sum], i): Draft => ({
    id: `patches.value.${String(i + 1).padStart(2, "0")}`,
    why: `a patch of ${why}: ${sum}`,
    options: { ...fmt, patch },
    input: { physician, patients: list },
    shares: true,
  }));
}

/** Readings first, then the patch. */
function withReadings(): Draft[] {
  return [
    {
      id: "patches.after-readings.same-value",
      why: "the patch has the last word on a value that a reading moves: 110 + 20 + 15 + 110 * 45% + 110 * 10%",
      options: {
        ...fmt,
        readings: { "first-install": "add" },
        patch: { "zone.year-1.rate": "45%" },
      },
      input: { physician, patients: list },
    },
    {
      id: "patches.after-readings.other-value",
      why: "a reading and a patch of two values: 110 + 20 + 15 + 110 * 60% + 110 * 11%",
      options: { ...fmt, readings: { "first-install": "add" }, patch: { "age67.rate": "11%" } },
      input: { physician, patients: list },
    },
    {
      id: "patches.advances.same-day",
      why: "advances that rest on the day of the amount due need no other list: 70",
      options: {
        schedule: "fr.fpmt.2024",
        year: 2024,
        readings: {},
        patch: { "payment.advances.on": "31/12/N" },
      },
      input: { patients: [{ age: 82, ald: true, c2s: false }] },
    },
    {
      id: "patches.advances.share",
      why: "advances of a third, cut to the cent: 70",
      options: {
        schedule: "fr.fpmt.2024",
        year: 2024,
        readings: {},
        patch: { "payment.advances.advance": "33.3%" },
      },
      input: {
        patients: [{ age: 82, ald: true, c2s: false }],
        previousPatients: [{ age: 81, ald: true, c2s: false }],
      },
    },
    ...["10%", "20%", "55.5%"].map((slope): Draft => ({
      id: `patches.share-rate.${slope}`,
      why: `a slope of ${slope}, one of three patients on the C2S, under a cap of 90 % of the rate: 80 + round(80 * (1/3 - 7%) * ${slope})`,
      options: {
        schedule: "fr.fpmt.2018",
        year: 2019,
        readings: { "precarity-cap": "rate" },
        patch: { "precarity.rate.slope": slope, "precarity.rate.cap": "90%" },
      },
      input: {
        patients: [
          { id: "a", age: 82, ald: true, c2s: true },
          { id: "b", age: 50, ald: false, c2s: false },
          { id: "c", age: 51, ald: false, c2s: false },
        ],
      },
      shares: true,
    })),
    {
      id: "patches.floor",
      why: "under its floor with the floor moved as well: 54.99",
      options: {
        schedule: "fr.proposal.2024-02-08",
        year: 2024,
        readings: {},
        patch: { "base.ald-0-79.amount": "54.99", "base.ald-0-79.atLeast": "50" },
      },
      input: { patients: [{ age: 50, ald: true, c2s: false }] },
    },
  ];
}

function overSchedules(): Draft[] {
  const three = { patients: list, physician: { ...physician, firstInstallation: "2027" } };
  return [
    {
      id: "patches.amendment",
      why: "an amendment with its own source and period: 120 + 25 + 15 + 120 * 55% + 120 * 10%",
      options: { schedule: amendment, year: 2028, readings: {} },
      input: three,
      shares: true,
    },
    {
      id: "patches.amendment.outside",
      why: "an amendment applied before its period: 120 + 25 + 15 + 120 * 10% + 120 * 55%",
      options: { schedule: amendment, year: 2027, readings: {} },
      input: { patients: list, physician: { ...physician, firstInstallation: "2026" } },
    },
    {
      id: "patches.amendment.reading",
      why: "a reading over an amendment: 120 + 25 + 15 + 120 * 55%",
      options: { schedule: amendment, year: 2028, readings: { "zone-and-age": "highest" } },
      input: three,
    },
    {
      id: "patches.amendment.patch",
      why: "a patch over an amendment: 121 + 25 + 15 + 121 * 65%",
      options: {
        schedule: amendment,
        year: 2028,
        readings: {},
        patch: { "base.ald-80+.amount": "111" },
      },
      input: three,
    },
    {
      id: "patches.scenario",
      why: "a scenario is the user's own word: 120 + 20 + 15 + 155 * 60%",
      options: { schedule: scenario, year: 2026, readings: {} },
      input: { physician, patients: list },
      shares: true,
    },
    {
      id: "patches.scenario.reading",
      why: "a reading over a scenario: 120 + 20 + 15 + 155 * 50%",
      options: { schedule: scenario, year: 2026, readings: { "zone-and-age": "highest" } },
      input: { physician, patients: list },
    },
    {
      id: "patches.scenario.from.before",
      why: "a scenario of 2027 changes nothing in 2026, its reading included: 110 + 20 + 15 + 110 * 60%",
      options: { schedule: later, year: 2026, readings: {} },
      input: { physician, patients: list },
    },
    {
      id: "patches.scenario.from.after",
      why: "its reading, then its patch, from 2027: 110 + 24 + 15 + 110 * 50%",
      options: { schedule: later, year: 2027, readings: {} },
      input: { patients: list, physician: { ...physician, firstInstallation: "2026" } },
    },
    {
      id: "patches.scenario.readings",
      why: "a scenario with a reading, whatever the year: 110 + 24 + 15 + 110 * 50%",
      options: { schedule: edited(later, { from: undefined }), year: 2026, readings: {} },
      input: { physician, patients: list },
    },
    {
      id: "patches.scenario.from.patch",
      why: "a patch of the call holds before the scenario does: 110 + 20 + 3 * 7 + 110 * 60%",
      options: {
        schedule: later,
        year: 2026,
        readings: {},
        patch: { "prevention.amount": "7" },
      },
      input: { physician, patients: list },
    },
    {
      id: "patches.proposal.amended",
      why: "a proposal over the FMT, dated: 200",
      options: {
        schedule: {
          ...edited(scenario, { patch: { "base.ald-80+.amount": "200" }, proposed: "2026-06-01" }),
        },
        year: 2026,
        readings: {},
      },
      input: { patients: [{ age: 82, ald: true, c2s: false }] },
    },
  ];
}

/** Components of which every case that holds is paid, prices that differ, a second list two years back, thirds. */
function inventedSchedule(): Draft[] {
  const patients = [
    {
      id: "a",
      age: 70,
      ald: true,
      c2s: "free",
      lastSeen: "2026-03-01",
      prevention: ["flu", "hpv"],
    },
    { id: "b", age: 10, ald: true, c2s: false, lastSeen: "2025-12-31", prevention: ["hpv"] },
    { id: "c", age: 40, ald: false, c2s: "contributory", lastSeen: "2026", prevention: [] },
  ];
  const base = "2 * 10.01 + 0.99 + 1.10 + 2 * 1.10 + 2 + 1.10 + 3 + 2 * 2.50";
  const of = "(2 * 10.01 + 0.99 + 3 + 2 * 2.50)";
  const options = { schedule: invented, year: 2026, readings: {} };
  return [
    {
      id: "patches.invented",
      why: `an invented schedule, zone by default, the first of two highest uplifts: ${base} + round(${of} * 12.5%)`,
      options,
      input: { patients },
      shares: true,
    },
    {
      id: "patches.invented.added",
      why: `all its uplifts, one of a share of the list: ${base} + round(${of} * 12.5%) + round(${of} * 12.5%) + round(${of} * (1/3 - 12.5%) * 33%)`,
      options: { ...options, readings: { together: "added" } },
      input: { patients },
      shares: true,
    },
    {
      id: "patches.invented.burden",
      why: `the share of the list alone, capped on the rate: 10.01 + 1.10 + round(10.01 * 20%)`,
      options,
      input: {
        physician: { zone: "none", age: 50 },
        patients: [{ age: 60, ald: true, c2s: false, lastSeen: "2026", prevention: [] }],
      },
    },
    {
      id: "patches.invented.known",
      why: `a physician of whom all is known: ${base} + round(${of} * (1/3 - 12.5%) * 33%)`,
      options,
      input: { physician: { zone: "ZIP", age: 40, firstInstallation: "2000" }, patients },
      shares: true,
    },
    {
      id: "patches.invented.last",
      why: `odd cents to the last third: ${base} + round(${of} * 12.5%)`,
      options: { ...options, readings: { odd: "last" } },
      input: { patients },
    },
    {
      id: "patches.invented.quarter",
      why: "leaving in the first quarter, a reduction of every component",
      options,
      input: { physician: { activeUntil: "2026-03-31" }, patients },
      shares: true,
    },
    {
      id: "patches.invented.previous",
      why: "advances on a list of two years before",
      options,
      input: {
        patients,
        previousPatients: [
          {
            id: "a",
            age: 68,
            ald: true,
            c2s: "free",
            lastSeen: "2024-03-01",
            prevention: ["flu", "hpv"],
          },
        ],
      },
      shares: true,
    },
    {
      id: "patches.invented.young",
      why: "who was not born two years before has no advance",
      options,
      input: {
        patients: [{ age: 1, ald: false, c2s: false, lastSeen: "2026-01-02", prevention: ["flu"] }],
      },
    },
  ];
}
