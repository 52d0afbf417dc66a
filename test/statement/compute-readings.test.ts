import { describe, expect, test } from "vitest";
import {
  explainPatient,
  getSchedule,
  loadSchedule,
  computeReadings,
  applyPatch,
  applyReadings,
  type Batch,
  type ComputeOptions,
  type SchedulePatch,
  type Patient,
  type ReadingPrice,
  type Readings,
  type Schedule,
} from "../../src/index.ts";
import { readingsInUse } from "../../src/schedule/readings.ts";
import { pricesOf } from "../../src/statement/compute-readings.ts";
import { ReadingPricer, type PricesReadings } from "../../src/statement/reading-totals.ts";
import { scheduleOf } from "../../src/statement/schedule-of.ts";
import { typeset } from "../../src/typography.ts";
import { refused } from "../support/refused.ts";
import { anAdult } from "../support/rows.ts";
import { villageWith } from "../support/village.ts";

const priced = (
  patients: readonly object[],
  options: ComputeOptions = { year: 2026 },
  more: Partial<Batch> = {},
): ReturnType<typeof computeReadings> =>
  computeReadings({ patients: patients as Patient[], ...more }, options);

const reading = (
  id: string,
  all: { readonly readings: readonly ReadingPrice[] },
): ReadingPrice | undefined => all.readings.find((one) => one.id === id);

/** A physician of 75 in a ZIP for long: 10 % for the zone, 10 % for the age. */
const physicians = [
  { id: "a", zone: "ZIP", birthDate: "1950-01-01", firstInstallation: "1990-01-01" },
] as const;
const notSeen = {
  physicianId: "a",
  age: 82,
  ald: true,
  c2s: true,
  seen: false,
  registeredFrom: "2010",
};

describe("what each open question is worth", () => {
  const all = priced([notSeen], { year: 2026 }, { physicians });

  test("the total in use", () => {
    const { year, schedule, total } = all;
    expect([year, schedule, total]).toEqual([2026, "fr.fmt.2026", (5 + 10 + 0.5 + 0.5).toFixed(2)]);
  });

  test.each([
    ["not-seen-c2s", "lost", -10],
    ["not-seen-ald", "keeps", 95 * 1.2],
    ["zone-and-age", "highest", -0.5],
    ["first-install", "add", 0],
    ["uplift-base", "base-and-c2s", 10 * 0.2],
    ["install-year", "civil", 0],
    ["reference-day", "31/12/N", 0],
    ["late-visit", "unseen", 0],
    ["leaving", "quarters", 0],
    ["paid-when", "next-year", 0],
    ["odd-cents", "first", 0],
  ])("%s: %s", (id, option, difference) => {
    const [inUse, other] = reading(id, all)?.options ?? [];
    expect([inUse?.inUse, inUse?.total, inUse?.difference]).toEqual([true, "16.00", "0.00"]);
    expect([other?.id, other?.inUse, other?.total, other?.difference]).toEqual([
      option,
      false,
      (16 + difference).toFixed(2),
      difference.toFixed(2),
    ]);
  });

  test("in words", () => {
    expect(reading("not-seen-ald", all)).toMatchObject({
      fr: "Un patient en ALD non vu n'ouvre-t-il droit qu'à 5\u00a0€\u00a0?",
      en: "Does an ALD patient not seen fall to 5 EUR?",
      options: [
        { fr: "oui", en: "yes" },
        { fr: "non, il garde son montant", en: "no, the amount is kept" },
      ],
    });
  });

  test("the least and the most that the questions can make of it, by the fewest changes", () => {
    expect(all.lowest).toEqual({
      total: (5 + 0.5).toFixed(2),
      readings: { "not-seen-c2s": "lost", "zone-and-age": "highest" },
    });
    expect(all.highest).toEqual({
      total: (110 * 1.2).toFixed(2),
      readings: { "not-seen-ald": "keeps", "uplift-base": "base-and-c2s" },
    });
  });
});

describe("each instalment, and not the year alone", () => {
  const instalmentsOf = (id: string, option: string, all: typeof ofSeen): unknown =>
    reading(id, all)
      ?.options.find((one) => one.id === option)
      ?.instalments?.map(({ due, amount, difference }) => [due, amount, difference]);
  /** 100 + 10 + 10 + 10 in four parts: base, C2S, zone, age. */
  const seen = { ...notSeen, seen: true };
  const ofSeen = priced([seen], { year: 2026 }, { physicians });
  const months = ["2026-04", "2026-06", "2026-09", "2026-11"];

  test("a question of dates alone is worth nothing on the year, and much on each payment", () => {
    expect(reading("paid-when", ofSeen)?.options[1]?.difference).toBe("0.00");
    expect(instalmentsOf("paid-when", "next-year", ofSeen)).toEqual([
      ...months.map((due) => [due, (100 / 4).toFixed(2), ((100 - 130) / 4).toFixed(2)]),
      ["2027", (30).toFixed(2), (30).toFixed(2)],
    ]);
  });

  test("a question of amounts moves each of them", () => {
    expect(instalmentsOf("zone-and-age", "highest", ofSeen)).toEqual([
      ...months.map((due) => [due, (120 / 4).toFixed(2), (-10 / 4).toFixed(2)]),
      ["2027", "0.00", "0.00"],
    ]);
  });

  test("what the list does not answer has none", () => {
    const undated = { ...seen, registeredFrom: undefined };
    const all = priced([undated], { year: 2026 }, { physicians });
    expect(instalmentsOf("reference-day", "31/12/N", all)).toBeUndefined();
  });

  test("those of several physicians are added up", () => {
    const rows = [anAdult, anAdult].map((row, i) => ({ ...row, physicianId: `p${i}` }));
    expect(priced(rows).readings[0]?.options[0]?.instalments?.[0]).toEqual({
      due: "2026-04",
      amount: (2 * 1.25).toFixed(2),
      difference: "0.00",
    });
  });
});

test("a list on which no question bears costs the same whatever the answers: nothing is changed", () => {
  const all = priced([anAdult]);
  expect([all.lowest, all.highest]).toEqual([
    { total: "5.00", readings: {} },
    { total: "5.00", readings: {} },
  ]);
});

test("differences are from the readings in use, and the default is an option like another", () => {
  const all = priced([{ ...notSeen, physicianId: undefined }], {
    year: 2026,
    readings: { "not-seen-ald": "keeps" },
  });
  expect(all.total).toBe("110.00");
  expect(
    reading("not-seen-ald", all)?.options.map(({ id, inUse, difference }) => [
      id,
      inUse,
      difference,
    ]),
  ).toEqual([
    ["falls", false, "-95.00"],
    ["keeps", true, "0.00"],
  ]);
  expect(all.lowest).toEqual({
    total: "5.00",
    readings: { "not-seen-ald": "falls", "not-seen-c2s": "lost" },
  });
});

test("a question that the document has settled is no longer asked", () => {
  const schedule = applyReadings(getSchedule("fr.fmt.2026"), { "not-seen-ald": "keeps" });
  expect(priced([anAdult], { year: 2026, schedule }).readings.map(({ id }) => id)).not.toContain(
    "not-seen-ald",
  );
});

test("an option under which the list cannot be priced says why, and is in no combination", () => {
  const all = priced(
    [{ age: 40, ald: false, c2s: true }, ...Array.from({ length: 3 }, () => anAdult)],
    { year: 2020 },
  );
  const [inUse, free] = reading("precarity-of", all)?.options ?? [];
  expect(inUse).toMatchObject({ total: (4 * 5 + 1.8).toFixed(2), inUse: true });
  expect(free).toMatchObject({
    id: "free",
    inUse: false,
    refusal: { code: "C2S_KIND_MISSING", path: "patients[0].c2s" },
  });
  expect(free).not.toHaveProperty("total");
  expect([all.lowest.total, all.highest.total]).toEqual([all.total, all.total]);
});

test("a departure is worth what each way to count the year takes off", () => {
  const leaver = { id: "a", activeUntil: "2026-03-14" };
  const all = priced(
    [{ ...notSeen, seen: true, c2s: false }],
    { year: 2026 },
    { physicians: [leaver] },
  );
  expect(reading("leaving", all)?.options.map(({ id, difference }) => [id, difference])).toEqual([
    ["whole", "0.00"],
    ["quarters", (-100 * (3 / 4)).toFixed(2)],
    ["days", (-100 * ((365 - 73) / 365)).toFixed(2)],
  ]);
  expect([all.lowest, all.highest]).toEqual([
    { total: "0.00", readings: { "reference-day": "31/12/N" } },
    { total: "100.00", readings: {} },
  ]);
});

test("physicians are priced together", () => {
  expect(
    priced([
      { ...anAdult, physicianId: "a" },
      { ...anAdult, physicianId: "b" },
    ]).total,
  ).toBe("10.00");
});

describe("a list that was closed on one day does not answer for another", () => {
  const old = { physicianId: "a", age: 82, ald: true, c2s: false };
  const pricedWith = (rows: readonly object[], zone: unknown): ReturnType<typeof priced> =>
    priced(rows, { year: 2026 }, { physicians: [{ id: "a", zone }] as never });
  const unanswered = ({
    readings,
  }: ReturnType<typeof priced>): readonly (readonly [string, string | undefined])[] =>
    readings
      .filter(({ id }) => ["reference-day", "zone-day", "prevention-year"].includes(id))
      .map(({ id, options }) => {
        const [refusal] = options.flatMap((option) => option.refusal ?? []);
        return [id, refusal && `${refusal.code} ${refusal.path}`] as const;
      });

  test("without dates it says what is missing, and the extremes leave these questions out", () => {
    expect(unanswered(pricedWith([{ ...old, prevention: ["flu"] }], "ZIP"))).toEqual([
      ["reference-day", "READING_UNANSWERED patients[].registeredFrom"],
      ["zone-day", "READING_UNANSWERED physicians[].zone"],
      ["prevention-year", "READING_UNANSWERED patients[].prevention"],
    ]);
    const { lowest, highest } = priced([old]);
    expect([lowest, highest].flatMap(({ readings }) => Object.keys(readings))).toEqual([]);
  });

  test("and says it in both languages", () => {
    const { readings } = pricedWith([{ ...old, prevention: ["flu"] }], "ZIP");
    const missing = readings.flatMap(({ options }) =>
      options.flatMap(({ refusal }) => (refusal ? [refusal.allowed] : [])),
    );
    expect(missing).toEqual(
      [
        {
          fr: "la patientèle au 31/12/2026 : les dates d'inscription, de départ et de décès",
          en: "the list on 2026-12-31: the dates of registration, departure and death",
        },
        {
          fr: "la zone au 01/01/2026 : les zones avec leurs dates",
          en: "the zone on 2026-01-01: zones with their dates",
        },
        {
          fr: "le jour de chaque indicateur validé",
          en: "the day of each action of prevention",
        },
      ].map(typeset),
    );
  });

  test("with dates it answers: 79 on the day and 80 a year later, in a ZIP since 1 January, a vaccine of 2025", () => {
    const row = {
      physicianId: "a",
      birthDate: "1946-01-01",
      ald: false,
      c2s: false,
      registeredFrom: "2020",
      prevention: [{ id: "flu", on: "2025-10-15" }],
    };
    const zone = [{ value: "ZIP", from: "2026-01-01" }];
    const all = pricedWith([row], zone);
    expect(unanswered(all).map(([, refusal]) => refusal)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const { total, readings } = all;
    const of = (id: string): readonly (string | undefined)[] =>
      readings.find((one) => one.id === id)?.options.map(({ difference }) => difference) ?? [];
    expect(total).toBe((15).toFixed(2));
    expect(of("reference-day")).toEqual(["0.00", (55 - 15).toFixed(2)]);
    expect(of("zone-day")).toEqual(["0.00", (15 * 0.1).toFixed(2)]);
    expect(of("prevention-year")).toEqual(["0.00", (5).toFixed(2)]);
  });
});

test("a row that is refused under the readings in use stops it", () => {
  expect(refused(() => priced([{ ...anAdult, age: 130 }]))).toMatchObject({
    code: "AGE_INVALID",
    path: "patients[0].age",
  });
});

test("a question of the day reads the list anew: who was born in the year is not on it on the day before", () => {
  const born = { birthDate: "2026-05-05", ald: false, c2s: false, registeredFrom: "2026-05" };
  const all = priced([born], { year: 2026, readings: { "reference-day": "31/12/N" } });
  expect(all.total).toBe("15.00");
  expect(reading("reference-day", all)?.options[0]).toMatchObject({
    id: "31/12/N-1",
    total: "0.00",
    difference: "-15.00",
  });
});

describe("under a schedule of one's own", () => {
  const question = (patch: SchedulePatch): object => ({
    fr: "Question ?",
    en: "Question?",
    default: "no",
    because: "usage",
    or: { yes: patch },
  });
  const schedule = (): Schedule =>
    loadSchedule(
      villageWith({
        readings: {
          adult: question({ "base.adult.amount": "21" }),
          ald: question({ "base.ald.amount": "51" }),
          both: question({ "base.adult.amount": "21", "base.ald.amount": "51" }),
        },
      }),
    );
  const patients = [
    { age: 40, ald: false, c2s: false, prevention: [] },
    { age: 40, ald: true, c2s: false, prevention: [] },
  ];

  test("of combinations that pay alike the one with the fewest changes is told", () => {
    expect(priced(patients, { year: 2026, schedule: schedule() }).highest).toEqual({
      total: (21 + 51).toFixed(2),
      readings: { both: "yes" },
    });
  });

  test("an answer without words goes by its name", () => {
    expect(reading("ald", priced(patients, { year: 2026, schedule: schedule() }))?.options).toEqual(
      [
        { id: "no", fr: "no", en: "no", inUse: true, total: "70.00", difference: "0.00" },
        { id: "yes", fr: "yes", en: "yes", inUse: false, total: "71.00", difference: "1.00" },
      ].map((one) => expect.objectContaining(one)),
    );
  });

  test.each<[name: string, SchedulePatch]>([
    ["fewer", { "care.hpv": null }],
    ["as many", { "care.hpv": null, "care.foot": { amount: "2" } }],
  ])("a question of which indicators are paid reads the list anew: %s", (_, patch) => {
    const fewer = loadSchedule(villageWith({ readings: { fewer: question(patch) } }));
    const all = priced([{ age: 40, ald: false, c2s: false, prevention: ["hpv"] }], {
      year: 2026,
      schedule: fewer,
    });
    expect(reading("fewer", all)?.options).toMatchObject([
      { id: "no", total: (20 + 2.5).toFixed(2) },
      { id: "yes", refusal: { code: "PREVENTION_UNKNOWN", path: "patients[0].prevention" } },
    ]);
  });

  test("a question that patches several components bears on the lines of each", () => {
    const wide = loadSchedule(
      villageWith({
        readings: { wide: question({ "base.adult.amount": "21", "c2s.amount": "5" }) },
      }),
    );
    const { lines } = explainPatient(
      { patients: [{ id: "p", age: 40, ald: false, c2s: true, prevention: [] }], id: "p" },
      { year: 2026, schedule: wide },
    );
    expect(
      lines
        .filter(({ rule }) => rule !== "share.any.rate")
        .map(({ rule, readings }) => [rule, readings]),
    ).toEqual([
      ["base.adult.amount", { wide: "no" }],
      ["c2s.amount", { wide: "no" }],
    ]);
  });
});

test("a question that a list does not answer leaves the others to be searched apart", () => {
  // 2 to the 16 combinations are more than are tried; sixteen times two are not.
  const supplements = Array.from({ length: 16 }, (_, i) => `supplement-${i}`);
  const asking = (option: string, patch: SchedulePatch): object => ({
    fr: "Question ?",
    en: "Question?",
    default: "as-is",
    because: "usage",
    or: { [option]: patch },
  });
  const supplement = { per: "patient", amount: "4", paid: "summer", source: "COUNCIL" };
  const schedule = loadSchedule(
    villageWith({
      uplifts: undefined,
      amounts: Object.fromEntries(
        supplements.map((id) => [id, { ...supplement, fr: id, en: id, when: { ald: false } }]),
      ),
      readings: {
        ...Object.fromEntries(
          supplements.map((id, i) => [id, asking("more", { [`${id}.amount`]: `${5 + i}` })]),
        ),
        day: asking("later", { "reads.on": "31/12/N" }),
      },
    }),
  );
  // Older by a year on the later day, which no date of registration answers for.
  const all = priced([{ birthDate: "1986-05-05", ald: false, c2s: false }], {
    year: 2026,
    schedule,
  });
  expect(reading("day", all)?.options[1]?.refusal?.code).toBe("READING_UNANSWERED");
  expect(all.lowest).toEqual({ total: "64.00", readings: {} });
  // One more of the first supplement, two of the second, and so on to sixteen.
  expect(all.highest).toEqual({
    total: (64 + (16 * 17) / 2).toFixed(2),
    readings: Object.fromEntries(supplements.map((id) => [id, "more"])),
  });
});

test("an option that is refused alone may be answered together with another", () => {
  const yes = (patch: SchedulePatch): object => ({
    fr: "Question ?",
    en: "Question?",
    default: "no",
    because: "usage",
    or: { yes: patch },
  });
  const schedule = loadSchedule(
    villageWith({
      "uplifts.cases.share": undefined,
      readings: {
        // Without a default the zone has to be given, unless nothing asks for it.
        asked: yes({ "reads.ifMissing.zone": null, "base.adult.amount": "25" }),
        paid: yes({ zone: null }),
      },
    }),
  );
  const all = priced([{ ...anAdult, prevention: [] }], { year: 2026, schedule });
  expect(reading("asked", all)?.options[1]?.refusal?.code).toBe("FACT_MISSING");
  expect(reading("paid", all)?.options[1]?.total).toBe("20.00");
  expect(all.highest).toEqual({ total: "25.00", readings: { asked: "yes", paid: "yes" } });
});

test("instalments stand in the order of their dates, whichever option has them", () => {
  const schedule = loadSchedule(
    villageWith({
      "amounts.care": undefined,
      readings: {
        months: {
          fr: "Quels mois ?",
          en: "Which months?",
          default: "june",
          because: "usage",
          or: { may: { "payment.summer.equal": ["05/N", "07/N"] } },
        },
      },
    }),
  );
  const all = priced([anAdult], { year: 2026, schedule });
  expect(
    reading("months", all)?.options.map(({ instalments }) =>
      instalments?.map(({ due, amount, difference }) => [due, amount, difference]),
    ),
  ).toEqual([
    [
      ["2026-06", "10.00", "0.00"],
      ["2026-07", "10.00", "0.00"],
    ],
    [
      ["2026-05", "10.00", "10.00"],
      ["2026-06", "0.00", "-10.00"],
      ["2026-07", "10.00", "0.00"],
    ],
  ]);
});

test("no option is priced that is in use already", () => {
  const options = { year: 2026, readings: { "not-seen-ald": "keeps" } };
  const pricer = new ReadingPricer({ patients: [anAdult] }, options);
  const asked: Readings[] = [];
  const price: PricesReadings["price"] = (changes) => {
    asked.push(changes);
    return pricer.price(changes);
  };
  const schedule = scheduleOf(options);
  pricesOf({ price }, schedule, options, () => []);
  const used = readingsInUse(schedule);
  expect(asked.filter((changes) => Object.keys(changes).length > 0)).not.toEqual([]);
  expect(
    asked.flatMap(Object.entries<string>).filter(([id, option]) => used[id] === option),
  ).toEqual([]);
});

describe("the combinations of readings", () => {
  const open = (count: number): Schedule =>
    loadSchedule(
      villageWith(
        Object.fromEntries(
          Array.from({ length: count }, (_, i) => [
            `readings.r${i}`,
            { fr: "?", en: "?", default: "no", because: "b", or: { yes: patchOf(i) } },
          ]),
        ),
      ),
    );
  const patchOf = (i: number): SchedulePatch => ({ "base.adult.amount": `${20 + i}` });

  test("are told if they are too many to be tried", () =>
    expect(
      refused(() => priced([{ ...anAdult, prevention: [] }], { year: 2026, schedule: open(16) })),
    ).toMatchObject({
      code: "READINGS_TOO_MANY",
      path: "schedule.readings",
    }));

  test("are few enough once some are taken away", () => {
    const without = Object.fromEntries(
      Array.from({ length: 13 }, (_, i) => [`readings.r${i}`, null]),
    );
    const schedule = applyPatch(open(16), without);
    const { readings, highest } = priced([{ ...anAdult, prevention: [] }], {
      year: 2026,
      schedule,
    });
    expect(readings).toHaveLength(4);
    expect(highest.readings).toEqual({ r15: "yes" });
  });
});
