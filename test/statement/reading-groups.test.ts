import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  applyReadings,
  computePhysicians,
  computeReadings,
  getSchedule,
  loadSchedule,
  type Batch,
  type Extreme,
  type Readings,
  type Schedule,
  type SchedulePatch,
} from "../../src/index.ts";
import { readingGroups } from "../../src/statement/reading-groups.ts";
import { clinicWith } from "../support/clinic.ts";
import { runs } from "../support/runs.ts";
import { villageWith } from "../support/village.ts";

const fmt = getSchedule("fr.fmt.2026");

/** A reading of two options, of which one is the document. */
const question = (patch: SchedulePatch): NonNullable<Schedule["readings"]>[string] => ({
  fr: "Lequel ?",
  en: "Which?",
  default: "as-is",
  because: "a test",
  or: { other: patch },
});

const asking = (questions: Readonly<Record<string, SchedulePatch>>): Schedule =>
  loadSchedule({
    ...structuredClone(fmt),
    id: "fr.questions",
    readings: Object.fromEntries(
      Object.entries(questions).map(([id, patch]) => [id, question(patch)]),
    ),
  });

const groupsOf = (schedule: Schedule): unknown => {
  const { ofAll, groups } = readingGroups(schedule, Object.entries(schedule.readings ?? {}));
  return { ofAll, groups: groups.map(({ readings }) => readings) };
};

test("readings that affect no component in common are apart", () => {
  const schedule = asking({
    prevention: { "prevention.amount": "6" },
    c2s: { "c2s.amount": "12" },
    base: { "base.ald-80+.amount": "120" },
    zone: { "zone.year-3+.rate": "20%" },
    age: { "age67.rate": "20%" },
    dates: { "payment.oddCents": "first", "c2s.paid": "balance" },
  });
  expect(groupsOf(schedule)).toEqual({
    ofAll: [],
    groups: [["prevention"], ["c2s"], ["base", "zone", "age"]],
  });
});

test("what uplifts may bear on goes with them, though a reading of theirs comes first", () => {
  const schedule = asking({
    zone: { "zone.year-3+.rate": "20%" },
    together: { "uplifts.together": "highest" },
    year: { "reads.installationYear": "civil" },
    base: { "base.ald-80+.amount": "120" },
  });
  expect(groupsOf(schedule)).toEqual({
    ofAll: [],
    groups: [["zone", "together", "year", "base"]],
  });
});

test("who is paid, and on which day, bears on all", () => {
  const schedule = asking({
    leaving: { "eligible.partYear": "days" },
    c2s: { "c2s.amount": "12" },
    day: { "reads.on": "31/12/N" },
  });
  expect(groupsOf(schedule)).toEqual({ ofAll: ["leaving", "day"], groups: [["c2s"]] });
});

test("how one fact is read bears on what reads it", () => {
  const schedule = asking({
    zone: { "reads.zoneOn": "01/01/N" },
    year: { "reads.preventionYear": "N-1" },
    visit: { "reads.lateVisit": "unseen" },
    prevention: { "prevention.amount": "6" },
    c2s: { "c2s.amount": "12" },
  });
  expect(groupsOf(schedule)).toEqual({
    ofAll: [],
    groups: [["zone", "visit"], ["year", "prevention"], ["c2s"]],
  });
});

test.each<[string, SchedulePatch]>([
  ["asks of a component", { "c2s.when.seen": true }],
  ["asks anew of a component", { "c2s.when": { c2s: true, seen: true } }],
  ["adds as a case of a component", { "c2s.seen": { when: { seen: true } }, "c2s.amount": "9" }],
])("and on what an option %s", (_, c2s) => {
  const schedule = asking({ c2s, visit: { "reads.lateVisit": "unseen" } });
  expect(groupsOf(schedule)).toEqual({ ofAll: [], groups: [["c2s", "visit"]] });
});

test("a year of installation bears on an amount that asks for it too", () => {
  const schedule = asking({
    year: { "reads.installationYear": "civil" },
    c2s: { "c2s.when.installationYear": "1" },
    prevention: { "prevention.amount": "6" },
  });
  expect(groupsOf(schedule)).toEqual({ ofAll: [], groups: [["year", "c2s"], ["prevention"]] });
});

test("a component that an option puts under the uplifts goes with them", () => {
  const schedule = asking({
    c2s: { "c2s.amount": "12" },
    of: { "uplifts.of": ["base", "c2s"] },
    day: { "reads.on": "31/12/N" },
  });
  expect(groupsOf(schedule)).toEqual({ ofAll: ["day"], groups: [["c2s", "of"]] });
});

/** Totals under every choice, one by one. */
function everyTotal(schedule: Schedule, batch: Batch): number[] {
  const choices = Object.keys(schedule.readings ?? {}).reduce<Readings[]>(
    (all, id) => all.flatMap((one) => [one, { ...one, [id]: "other" }]),
    [{}],
  );
  return choices.map((readings) =>
    computePhysicians(batch, { year: 2026, schedule: applyReadings(schedule, readings) })
      .statements.map(({ total }) => Math.round(Number(total) * 100))
      .reduce((a, b) => a + b, 0),
  );
}

test("the extremes of groups are the extremes of all combinations", () => {
  const schedule = asking({
    prevention: { "prevention.amount": "6" },
    c2s: { "c2s.amount": "12" },
    base: { "base.ald-80+.amount": "90" },
    zone: { "zone.year-3+.rate": "20%" },
    day: { "reads.on": "31/12/N" },
  });
  const patient = fc.record({
    birthDate: fc.constantFrom("1946-01-01", "1945-12-31", "1990-01-01", "2020-01-01"),
    ald: fc.boolean(),
    c2s: fc.boolean(),
    seen: fc.boolean(),
    prevention: fc.integer({ min: 0, max: 3 }),
    registeredFrom: fc.constant("2020-06-01"),
  });
  const physician = { id: "1", zone: "ZIP" as const, firstInstallation: "2010-01-01" };
  fc.assert(
    fc.property(fc.array(patient, { maxLength: 8 }), (patients) => {
      const batch = { physicians: [physician], patients };
      const { lowest, highest } = computeReadings(batch, { year: 2026, schedule });
      const totals = everyTotal(schedule, batch);
      const cents = (euros: string): number => Math.round(Number(euros) * 100);
      expect([cents(lowest.total), cents(highest.total)]).toEqual([
        Math.min(...totals),
        Math.max(...totals),
      ]);
      for (const { total, readings } of [lowest, highest]) {
        const read = applyReadings(schedule, readings);
        const { statements } = computePhysicians(batch, { year: 2026, schedule: read });
        expect(statements[0]?.total).toBe(total);
      }
    }),
    runs(40),
  );
});

test("so are they where a physician leaves, and where none does", () => {
  const schedule = asking({
    leaving: { "eligible.partYear": "quarters", "eligible.activity": "reference-day" },
    part: { "eligible.partYear": "days" },
    prevention: { "prevention.amount": "6" },
    base: { "base.ald-80+.amount": "90" },
    zone: { "zone.year-3+.rate": "20%" },
    day: { "reads.on": "31/12/N" },
  });
  const physician = fc.record({
    zone: fc.constantFrom("ZIP" as const, "none" as const),
    activeUntil: fc.constantFrom("2025-12-31", "2026-03-31", "2026-11-05", "2027-01-01"),
  });
  const row = fc.record({
    birthDate: fc.constantFrom("1946-01-01", "1990-01-01"),
    ald: fc.boolean(),
    prevention: fc.integer({ min: 0, max: 3 }),
    registeredFrom: fc.constant("2020-06-01"),
  });
  const lists = fc.array(fc.tuple(physician, fc.array(row, { maxLength: 3 })), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(lists, (all) => {
      const batch = {
        physicians: all.map(([one], i) => ({ id: i, ...one })),
        patients: all.flatMap(([, rows], physicianId) =>
          rows.map((one) => ({ ...one, physicianId, c2s: false, seen: true })),
        ),
      };
      const { lowest, highest } = computeReadings(batch, { year: 2026, schedule });
      const totals = everyTotal(schedule, batch);
      expect([lowest.total, highest.total]).toEqual(
        [Math.min(...totals), Math.max(...totals)].map((cents) => (cents / 100).toFixed(2)),
      );
      for (const { total, readings } of [lowest, highest]) {
        const read = applyReadings(schedule, readings);
        const { statements } = computePhysicians(batch, { year: 2026, schedule: read });
        expect(statements.reduce((sum, one) => sum + Number(one.total), 0)).toBeCloseTo(
          Number(total),
        );
      }
    }),
    runs(200),
  );
});

test("an option in use that removes a component is searched with the others", () => {
  const patients = [{ age: 82, ald: true, c2s: true, seen: true }];
  const schedule = asking({ gone: { c2s: null }, more: { "base.ald-80+.amount": "109" } });
  const options = { year: 2026, schedule, readings: { gone: "other" } };
  const { lowest, highest } = computeReadings({ patients }, options);
  expect([lowest, highest]).toEqual([
    { total: (100).toFixed(2), readings: {} },
    { total: (109 + 10).toFixed(2), readings: { gone: "as-is", more: "other" } },
  ]);
});

/** A village that pays 10 EUR until 79, with 4 EUR for the C2S, then 18 EUR without. */
const byAge = (questions: Readonly<Record<string, SchedulePatch>>): Schedule =>
  loadSchedule(
    villageWith({
      uplifts: undefined,
      "amounts.care": undefined,
      "amounts.base.cases": {
        young: { when: { age: "0-79" }, amount: "10" },
        old: { when: { age: "80+" }, amount: "18" },
      },
      "amounts.c2s.when.age": "0-79",
      readings: Object.fromEntries(
        Object.entries(questions).map(([id, patch]) => [id, question(patch)]),
      ),
    }),
  );

/** 79 on the day of the village, 80 a year later. */
const nearly80 = [{ birthDate: "1946-06-01", ald: false, c2s: true, registeredFrom: "2010" }];
const extremes = (schedule: Schedule): readonly Extreme[] => {
  const { lowest, highest } = computeReadings({ patients: nearly80 }, { year: 2026, schedule });
  return [lowest, highest];
};

test("of combinations across groups that pay alike, the one with the fewest changes is told", () => {
  const [lowest, highest] = extremes(
    byAge({
      young: { "base.young.amount": "12" },
      c2s: { "c2s.amount": "6" },
      day: { "reads.on": "31/12/N" },
    }),
  );
  expect(lowest).toEqual({ total: (10 + 4).toFixed(2), readings: {} });
  expect(highest).toEqual({ total: (18).toFixed(2), readings: { day: "other" } });
  const [least] = extremes(
    byAge({
      young: { "base.young.amount": "8" },
      c2s: { "c2s.amount": "2" },
      day: { "reads.on": "31/12/N", "base.old.amount": "10" },
    }),
  );
  expect(least).toEqual({ total: (8 + 2).toFixed(2), readings: { day: "other" } });
});

test("of as few changes, those of the first questions are told", () => {
  const young = { "base.young.amount": "14" };
  const day = { "reads.on": "31/12/N" };
  const total = (18).toFixed(2);
  expect(extremes(byAge({ day, young }))[1]).toEqual({ total, readings: { day: "other" } });
  expect(extremes(byAge({ young, day }))[1]).toEqual({ total, readings: { young: "other" } });
});

/** The village without uplifts nor care, where an adult on the C2S brings 20 + 4 EUR. */
const asked = (readings: Schedule["readings"]): Schedule =>
  loadSchedule({
    ...(villageWith({ uplifts: undefined, "amounts.care": undefined }) as object),
    readings,
  });
const onC2s = [{ age: 40, ald: false, c2s: true }];

test("a component that the option in use removes comes back under the other", () => {
  const { lowest, highest } = computeReadings(
    { patients: onC2s },
    { year: 2026, schedule: asked({ gone: question({ c2s: null }) }), readings: { gone: "other" } },
  );
  expect([lowest, highest]).toEqual([
    { total: (20).toFixed(2), readings: {} },
    { total: (20 + 4).toFixed(2), readings: { gone: "as-is" } },
  ]);
});

test.each<[inUse: Readings, least: Readings, most: Readings]>([
  [{}, { c2s: "none" }, { c2s: "more", adult: "other" }],
  [{ c2s: "none" }, {}, { c2s: "more", adult: "other" }],
  [{ c2s: "home" }, { c2s: "none" }, { c2s: "more", adult: "other" }],
])(
  "a question of many options, of which some add or remove: %j in use",
  (readings, least, most) => {
    const home = { fr: "Visite", en: "Visit", per: "patient", amount: "1", paid: "summer" };
    const schedule = asked({
      c2s: {
        ...question({}),
        or: {
          more: { "c2s.amount": "6" },
          none: { c2s: null, "base.child.amount": "11" },
          home: { "c2s.amount": "3", home },
        },
      },
      adult: question({ "base.adult.amount": "21" }),
    });
    const { lowest, highest } = computeReadings(
      { patients: onC2s },
      { year: 2026, schedule, readings },
    );
    expect([lowest, highest]).toEqual([
      { total: (20).toFixed(2), readings: least },
      { total: (21 + 6).toFixed(2), readings: most },
    ]);
  },
);

test("the readings of an extreme are in the order of the document", () => {
  const patients = [
    { birthDate: "1980", ald: false, c2s: true, seen: false },
    { birthDate: "2019", ald: false, c2s: false, seen: true, registeredFrom: "2020" },
  ];
  const { lowest } = computeReadings({ patients }, { year: 2026 });
  expect(Object.keys(lowest.readings)).toEqual(["not-seen-c2s", "reference-day"]);
});

test("points that are only paid with others go with them, and facts with every reading", () => {
  const clinic = clinicWith({
    readings: {
      digital: question({ "digital.points": 20 }),
      online: question({ "online.half.points": 4 }),
      nurse: question({ "nurse.most": 2 }),
      facts: question({ "facts.hours.ifMissing": "3" }),
    },
  });
  expect(groupsOf(clinic)).toEqual({
    ofAll: ["facts"],
    groups: [["digital", "online"], ["nurse"]],
  });
  const batch = {
    physicians: [{ id: 1, facts: { software: true, rate: 90 } }],
    patients: Array.from({ length: 9 }, () => ({
      physicianId: 1,
      age: 40,
      ald: false,
      c2s: false,
    })),
  };
  // 3 hours are two slabs of 100.01; (10 + 3 + 5) points of 7 EUR, or (20 + 4 + 5).
  const { lowest, highest } = computeReadings(batch, {
    year: 2030,
    schedule: applyReadings(clinic, { facts: "other" }),
  });
  expect([lowest?.total, highest?.total]).toEqual(["326.02", "403.02"]);
});
