import type { Draft } from "../vector.ts";
import { edited } from "./documents.ts";

/** The Belgian nurse premium: slabs of patients and of nurse hours, of which the fewer are paid. */
export const slabs = (): readonly Draft[] => [
  ...asWritten(),
  ...counts(),
  ...gates(),
  ...givenWhere(),
  ...shares(),
  ...values(),
  ...several(),
  ...refused(),
  ...mixed(),
];

const premium = { schedule: "be.nurse-premium.2024", year: 2024, readings: {} };
/** The smallest row that there is: lists of the premium are long. */
const anyone = { age: 9, ald: false, c2s: false };
const many = (count: number): object[] => Array.from({ length: count }, () => anyone);

/** Slabs that short lists reach: 3 patients, over 5; 1.5 hours, from 3; 7 at most. */
const small = {
  "nurse.slabs": {
    patients: { each: "3", over: "5" },
    nurseHours: { each: "1.5", from: "3" },
  },
  "nurse.most": 7,
};
const short = { ...premium, patch: small };

function of(patients: number, nurseHours: unknown): Draft["input"] {
  return { practice: { facts: { nurseHours } }, patients: many(patients) };
}

/** Slabs of the page: 500 patients and 6 hours each, over 1,000 patients, from 12 hours. */
function asWritten(): Draft[] {
  const written = (name: string, why: string, readings: object, input: Draft["input"]): Draft => ({
    id: `slabs.premium.${name}`,
    why,
    options: { ...premium, readings: readings as Record<string, string> },
    input,
  });
  return [
    written(
      "1001",
      "1,001 patients and 12 hours, two slabs of each: 2 * 9940.50",
      { gate: "as-written" },
      of(1001, 12),
    ),
    written(
      "1000.from",
      "1,000 patients and 12 hours, which the reading takes for enough: 2 * 9940.50",
      { gate: "from" },
      of(1000, 12),
    ),
    ...["as-written", "from", "over"].map((gate) =>
      written(`none.${gate}`, `no patients and no hours, gate ${gate}: 0`, { gate }, of(0, 0)),
    ),
    written("default", "the default, unnamed, on a short list: 0", {}, of(3, 120)),
  ];
}

/** The fewer slabs of patients and hours, by hand. */
function counts(): Draft[] {
  const rows: readonly (readonly [patients: number, hours: unknown, slabs: number])[] = [
    // patients at and beside each slab, hours enough for seven
    ...([
      [0, 0],
      [3, 0],
      [5, 0],
      [6, 2],
      [8, 2],
      [9, 3],
      [11, 3],
      [12, 4],
      [20, 6],
      [21, 7],
      [23, 7],
      [24, 7],
      [40, 7],
    ].map(([patients, count]) => [patients, 10.5, count]) as [number, number, number][]),
    // hours at and beside each slab, patients enough for seven
    [21, 0, 0],
    [21, 1.5, 0],
    [21, 2.9999, 0],
    [21, 3, 2],
    [21, 4.4999, 2],
    [21, 4.5, 3],
    [21, "5.9999", 3],
    [21, 6, 4],
    [21, "6.0000", 4],
    [21, 7.5, 5],
    [21, 8.9999, 5],
    [21, 9, 6],
    [21, "10.4999", 6],
    [22, "10.5", 7],
    [21, 12, 7],
    [21, 999999999, 7],
    // both, in turn the fewer
    [6, 3, 2],
    [9, 3, 2],
    [9, 4.5, 3],
    [15, 6.1, 4],
    [13, 8.25, 4],
    [18, 7.4999, 4],
    [18, 9, 6],
  ];
  return rows.map(([patients, hours, count]): Draft => ({
    id: `slabs.count.${patients}-and-${hours}`,
    why: `${patients} patients and ${JSON.stringify(hours)} hours: ${count} * 9940.50`,
    options: short,
    input: of(patients, hours),
  }));
}

/** At each bound and beside it, where it must be reached or must be passed. */
function gates(): Draft[] {
  const kinds = [
    { name: "from", patients: { each: "2", from: "6" }, nurseHours: { each: "1", from: "2.5" } },
    { name: "over", patients: { each: "2", over: "6" }, nurseHours: { each: "1", over: "2.5" } },
    { name: "none", patients: { each: "2" }, nurseHours: { each: "1" } },
  ];
  const gate = (name: string, value: number, bound: number): boolean =>
    name === "none" || value > bound || (name === "from" && value === bound);
  return kinds.flatMap(({ name, patients, nurseHours }) => [
    ...[1, 5, 6, 7, 8].map((count): Draft => ({
      id: `slabs.gate.${name}.patients.${count}`,
      why: `${count} patients by 2, gate ${name} 6, and 9 hours: ${gate(name, count, 6) ? Math.trunc(count / 2) : 0} * 9940.50`,
      options: {
        ...premium,
        patch: { "nurse.slabs.patients": patients, "nurse.slabs.nurseHours": { each: "1" } },
      },
      input: of(count, 9),
    })),
    ...[0.9999, 1, 2.4999, 2.5, 2.5001, 3].map((hours): Draft => ({
      id: `slabs.gate.${name}.hours.${hours}`,
      why: `${hours} hours by 1, gate ${name} 2.5, and 8 patients by 2: ${gate(name, hours, 2.5) ? Math.trunc(hours) : 0} * 9940.50`,
      options: {
        ...premium,
        patch: { "nurse.slabs.patients": { each: "2" }, "nurse.slabs.nurseHours": nurseHours },
      },
      input: of(8, hours),
    })),
  ]);
}

/** Hours of the practice stand with the physician, in the practice, or in both; the defaults of the reading stay. */
function givenWhere(): Draft[] {
  const patients = many(6);
  const facts = { nurseHours: 3 };
  const rows: readonly (readonly [string, Draft["input"]])[] = [
    ["the physician's", { physician: { facts }, patients }],
    ["the practice's", { practice: { facts }, patients }],
    ["of a practice with an id", { practice: { id: "p", facts }, patients }],
    [
      "of the practice that the physician names",
      { physician: { id: "dr", practiceId: 7 }, practice: { id: "7", facts }, patients },
    ],
    [
      "given twice, as a number and as text",
      { physician: { facts: { nurseHours: "3.0000" } }, practice: { facts }, patients },
    ],
    [
      "of a physician in any sector and zone",
      { physician: { sector: "2", zone: "ZIP", facts, activeUntil: "2024-03-31" }, patients },
    ],
  ];
  const readings: readonly (readonly [gate: string, hours: number, slabs: number])[] = [
    ["as-written", 12, 2],
    ["from", 12, 2],
    ["over", 12, 0],
    ["over", 12.0001, 2],
    ["as-written", 11.9999, 0],
    ["from", 11.9999, 0],
  ];
  return [
    ...rows.map(([why, input], i): Draft => ({
      id: `slabs.given.${i + 1}`,
      why: `6 patients and 3 hours, ${why}: 2 * 9940.50`,
      options: short,
      input,
    })),
    ...readings.map(([gate, hours, count]): Draft => ({
      id: `slabs.reading.${gate}.${hours}`,
      why: `${hours} hours, gate ${gate}, and patients enough by a patch of theirs: ${count} * 9940.50`,
      options: {
        ...premium,
        readings: { gate },
        patch: { "nurse.slabs.patients": { each: "2", over: "3" } },
      },
      input: of(4, hours),
    })),
  ];
}

/** Patients who are counted have equal shares of the slabs. */
function shares(): Draft[] {
  return [6, 7, 9, 11].map((count): Draft => ({
    id: `slabs.shares.${count}`,
    why: `${count} patients share a quarter-cent premium alike, the first ones with the odd cents: ${Math.trunc(count / 3)} * 10.01`,
    options: { ...premium, patch: { ...small, "nurse.amount": "10.01" } },
    input: {
      physician: { id: "dr" },
      practice: { facts: { nurseHours: 30 } },
      patients: many(count).map((one, i) => ({ id: `p${i + 1}`, ...one })),
    },
    shares: true,
  }));
}

/** A user's own slabs and amounts; the scale of 2023. */
function values(): Draft[] {
  const rows: readonly (readonly [
    why: string,
    patch: Record<string, unknown>,
    input: Draft["input"],
    sum: string,
  ])[] = [
    ["the amount of 2023", { "nurse.amount": "9373.50" }, of(36, 18), "7 * 9373.50"],
    [
      "the amount of 2023, twelve slabs at most",
      { "nurse.amount": "9373.50", "nurse.most": 12 },
      of(36, 18),
      "12 * 9373.50",
    ],
    ["twenty slabs at most", { "nurse.most": 20 }, of(60, 30), "20 * 9940.50"],
    ["twenty slabs at most, of more", { "nurse.most": 20 }, of(63, 31.5), "20 * 9940.50"],
    ["no more than one slab", { "nurse.most": 1 }, of(36, 18), "1 * 9940.50"],
    ["none at all", { "nurse.most": 0 }, of(36, 18), "0"],
    ["no most", { "nurse.most": null }, of(36, 18), "12 * 9940.50"],
    ["an amount of nothing", { "nurse.amount": "0" }, of(36, 18), "0"],
    [
      "slabs of hours alone",
      { "nurse.slabs": { nurseHours: { each: "1.5", from: "3" } } },
      of(0, 6),
      "4 * 9940.50",
    ],
    [
      "slabs of patients alone, so that no hours are asked",
      { "nurse.slabs": { patients: { each: "3" } } },
      { patients: many(8) },
      "2 * 9940.50",
    ],
    [
      "slabs of a tenth of an hour, which binary numbers do not hold",
      { "nurse.slabs.nurseHours": { each: "0.1" } },
      of(21, 0.3),
      "3 * 9940.50",
    ],
    [
      "slabs of 0.0001 hours",
      { "nurse.slabs.nurseHours": { each: "0.0001" } },
      of(21, 0.0007),
      "7 * 9940.50",
    ],
    [
      "slabs of 1.1 hours",
      { "nurse.slabs.nurseHours": { each: "1.1" } },
      of(21, "3.3"),
      "3 * 9940.50",
    ],
    [
      "slabs of 1.1 hours, of almost four",
      { "nurse.slabs.nurseHours": { each: "1.1" } },
      of(21, "4.3999"),
      "3 * 9940.50",
    ],
    ["one patient for a slab", { "nurse.slabs.patients": { each: "1" } }, of(4, 30), "4 * 9940.50"],
    [
      "a default of the hours",
      {
        "facts.nurseHours": {
          fr: "heures",
          en: "hours",
          of: "practice",
          is: "number",
          ifMissing: "4.5",
        },
      },
      { patients: many(21) },
      "3 * 9940.50",
    ],
    [
      "a condition on who is counted",
      { "nurse.when": { age: "0-17" } },
      {
        practice: { facts: { nurseHours: 30 } },
        patients: [...many(9), { ...anyone, age: 18 }, { ...anyone, age: 40 }],
      },
      "3 * 9940.50",
    ],
    [
      "a condition that leaves too few",
      { "nurse.when": { ald: true } },
      {
        practice: { facts: { nurseHours: 30 } },
        patients: [...many(9), ...many(5).map((one) => ({ ...one, ald: true }))],
      },
      "0",
    ],
    [
      "a condition on the physician, which does not hold, so that no hours are asked",
      { "nurse.when": { zone: "ZIP" }, "reads.ifMissing.zone": "none" },
      { patients: many(9) },
      "0",
    ],
    [
      "a condition on the hours, which is one on the practice",
      { "nurse.when": { nurseHours: "0-4.5" } },
      of(9, 4.5),
      "3 * 9940.50",
    ],
    [
      "a condition on the hours, passed by a little",
      { "nurse.when": { nurseHours: "0-4.5" } },
      of(9, 4.5001),
      "0",
    ],
    [
      "cases, each of which is counted apart",
      {
        "nurse.pick": "each",
        "nurse.young": { fr: "jeunes", en: "young", when: { age: "0-17" } },
        "nurse.ald": { fr: "ALD", en: "ALD", when: { ald: true }, amount: "1.10" },
      },
      {
        practice: { facts: { nurseHours: 30 } },
        patients: [...many(6), ...many(9).map((one) => ({ ...one, age: 90, ald: true }))],
      },
      "2 * 9940.50 + 3 * 1.10",
    ],
    ["the odd cents", { "payment.oddCents": "first" }, of(9, 30), "3 * 9940.50"],
  ];
  return rows.map(([why, patch, input, sum], i): Draft => ({
    id: `slabs.value.${String(i + 1).padStart(2, "0")}`,
    why: `a patch of ${why}: ${sum}`,
    options: { ...premium, patch: { ...small, ...patch } },
    input,
  }));
}

/** One list for each practice, which is paid once. */
function several(): Draft[] {
  const listed = (physicianId: string, count: number): object[] =>
    many(count).map((one) => ({ physicianId, ...one }));
  const patients = [...listed("a", 6), ...listed("b", 9)];
  const practices = [
    { id: "p", facts: { nurseHours: 3 } },
    { id: "q", facts: { nurseHours: "4.5" } },
  ];
  const rows: readonly (readonly [string, Draft["input"], Draft["options"]?])[] = [
    [
      "two physicians, each in a practice of his own",
      {
        physicians: [
          { id: "a", practiceId: "p" },
          { id: "b", practiceId: "q" },
        ],
        practices,
        patients,
      },
    ],
    [
      "two physicians of one practice, which is paid once: the second is refused with his patients",
      {
        physicians: [
          { id: "a", practiceId: "p" },
          { id: "b", practiceId: "p" },
        ],
        practices,
        patients,
      },
    ],
    [
      "three physicians, two of one practice",
      {
        physicians: [
          { id: "a", practiceId: 1 },
          { id: "b", practiceId: "2" },
          { id: "c", practiceId: "1" },
        ],
        practices: [
          { id: "1", facts: { nurseHours: 3 } },
          { id: 2, facts: { nurseHours: 30 } },
        ],
        patients: [...patients, { physicianId: "c", ...anyone }],
      },
    ],
    [
      "physicians who name no practice are each paid for themselves",
      {
        physicians: [
          { id: "a", facts: { nurseHours: 3 } },
          { id: "b", facts: { nurseHours: 9 } },
        ],
        patients,
      },
    ],
    [
      "physicians of whom nothing is told are refused with their patients",
      { patients: [...listed("a", 1), ...listed("b", 2)] },
    ],
    [
      "a practice of one list whose hours are not told",
      {
        physicians: [
          { id: "a", practiceId: "p" },
          { id: "b", practiceId: "q" },
        ],
        practices: [practices[0], { id: "q" }],
        patients,
      },
    ],
    [
      "under a schedule that pays physicians, two of one practice are both computed",
      {
        physicians: [
          { id: "a", practiceId: "p" },
          { id: "b", practiceId: "p" },
        ],
        practices,
        patients: [...listed("a", 1), ...listed("b", 2)],
      },
      { schedule: "fr.fmt.2026", year: 2026, readings: {} },
    ],
  ];
  return rows.map(([why, input, options = short], i): Draft => ({
    id: `slabs.batch.${String(i + 1).padStart(2, "0")}`,
    why,
    call: "batch",
    options,
    input,
  }));
}

function refused(): Draft[] {
  const patients = many(6);
  const patches: readonly (readonly [string, Record<string, unknown>, string, string])[] = [
    ["slabs of nothing", { "nurse.slabs": {} }, "SCHEDULE_INVALID", "nurse.slabs"],
    ["no slabs", { "nurse.slabs": null }, "SCHEDULE_INVALID", "nurse.slabs"],
    [
      "slabs of 0 patients",
      { "nurse.slabs.patients.each": "0" },
      "SCHEDULE_INVALID",
      "nurse.slabs.patients.each",
    ],
    [
      "slabs of 0.000 hours",
      { "nurse.slabs.nurseHours.each": "0.000" },
      "SCHEDULE_INVALID",
      "nurse.slabs.nurseHours.each",
    ],
    [
      "both bounds of one measure",
      { "nurse.slabs.patients.from": "1000" },
      "SCHEDULE_INVALID",
      "nurse.slabs.patients",
    ],
    [
      "slabs of what nobody declares",
      { "nurse.slabs.doctors": { each: "1" } },
      "SCHEDULE_REFERENCE_UNKNOWN",
      "nurse.slabs.doctors",
    ],
    [
      "slabs of a truth",
      {
        "facts.open": { fr: "ouvert", en: "open", of: "practice", is: "boolean" },
        "nurse.slabs.open": { each: "1" },
      },
      "SCHEDULE_REFERENCE_UNKNOWN",
      "nurse.slabs.open",
    ],
    [
      "a measure with five decimals",
      { "nurse.slabs.nurseHours.each": "1.00001" },
      "SCHEDULE_INVALID",
      "amounts.nurse.slabs.nurseHours.each",
    ],
    [
      "a number for a measure",
      { "nurse.slabs.nurseHours.each": 6 },
      "SCHEDULE_INVALID",
      "amounts.nurse.slabs.nurseHours.each",
    ],
    ["a half slab at most", { "nurse.most": 0.5 }, "SCHEDULE_INVALID", "amounts.nurse.most"],
    ["points of a slab", { "nurse.points": 3 }, "SCHEDULE_UNKNOWN_KEY", "nurse.points"],
    [
      "a fact named as the list is counted",
      { "facts.patients": { fr: "p", en: "p", of: "practice", is: "number" } },
      "SCHEDULE_INVALID",
      "facts.patients",
    ],
  ];
  const rows: readonly (readonly [string, Draft["input"], string, string])[] = [
    ["the hours are not told", { patients }, "FACT_MISSING", "practice.facts.nurseHours"],
    [
      "the hours are null",
      { practice: { facts: { nurseHours: null } }, patients },
      "FACT_MISSING",
      "practice.facts.nurseHours",
    ],
    [
      "the hours are not told, and there is nobody",
      { patients: [] },
      "FACT_MISSING",
      "practice.facts.nurseHours",
    ],
    [
      "the hours are a truth",
      { practice: { facts: { nurseHours: true } }, patients },
      "FACT_INVALID",
      "practice.facts.nurseHours",
    ],
    [
      "the hours are below zero",
      { practice: { facts: { nurseHours: -1 } }, patients },
      "FACT_INVALID",
      "practice.facts.nurseHours",
    ],
    [
      "the hours have five decimals",
      { practice: { facts: { nurseHours: "12.00001" } }, patients },
      "FACT_INVALID",
      "practice.facts.nurseHours",
    ],
    [
      "the hours are told otherwise by the physician",
      {
        physician: { facts: { nurseHours: 3.0001 } },
        practice: { facts: { nurseHours: 3 } },
        patients,
      },
      "FACT_INVALID",
      "physician.facts.nurseHours",
    ],
    [
      "a practice of which nothing is told",
      { physician: { practiceId: "p", facts: { nurseHours: 3 } }, patients },
      "PRACTICE_UNKNOWN",
      "physician.practiceId",
    ],
  ];
  return [
    ...rows.map(([why, input, code, path], i): Draft => ({
      id: `slabs.refused.${String(i + 1).padStart(2, "0")}`,
      why: `${why}, so ${code} at ${path}`,
      options: short,
      input,
    })),
    ...patches.map(([why, patch, code, path], i): Draft => ({
      id: `slabs.patched.${String(i + 1).padStart(2, "0")}`,
      why: `a patch gives ${why}, so ${code} at ${path}`,
      options: { ...premium, patch },
      input: of(6, 3),
    })),
    {
      id: "slabs.too-large",
      why: "2^53 cents and more cannot be told to the cent, so AMOUNT_TOO_LARGE at total",
      options: {
        ...premium,
        patch: {
          "nurse.slabs": { nurseHours: { each: "0.0001" } },
          "nurse.most": null,
          "nurse.amount": "10",
        },
      },
      input: of(0, "999999999.9999"),
    },
    {
      id: "slabs.alone",
      why: "slabs are not due for one patient without the list: 0",
      call: "patient",
      options: short,
      input: { patient: anyone, practice: { facts: { nurseHours: 30 } } },
    },
  ];
}

/** A document of nobody's: slabs, points and amounts of patients in one, with an uplift of the last. */
const village = {
  id: "fr.invented.slabs",
  version: "1",
  unit: "EUR per year",
  fr: "Tranches et points inventés",
  en: "Invented slabs and points",
  text: "Nulle part",
  proposed: "2026-01-15",
  reads: { on: "31/12/N-1", ifMissing: { zone: "none" }, source: "S" },
  eligible: { when: { open: true }, partYear: "days", source: "S" },
  facts: {
    open: { fr: "ouvert", en: "open", of: "practice", is: "boolean", ifMissing: true, source: "S" },
    rooms: { fr: "salles", en: "rooms", of: "practice", is: "number", ifMissing: "2", source: "S" },
    rent: { fr: "loyer", en: "rent", of: "practice", is: "amount" },
    taught: { fr: "jours d'enseignement", en: "days taught", of: "physician", is: "number" },
  },
  amounts: {
    base: { fr: "Base", en: "Base", per: "patient", amount: "3", paid: "thirds", source: "S" },
    rooms: {
      fr: "Locaux",
      en: "Rooms",
      per: "slab",
      pick: "at most one",
      slabs: { rooms: { each: "1" }, rent: { each: "99.99", over: "199.98" } },
      most: 4,
      paid: "thirds",
      source: "S",
      cases: {
        zone: { when: { zone: "ZIP" }, amount: "20.20", most: 5 },
        elsewhere: { when: { zone: ["QPV", "ZAC", "none"] }, amount: "10.10" },
      },
    },
    teaching: {
      fr: "Enseignement",
      en: "Teaching",
      per: "point",
      pick: "at most one",
      amount: "1.5",
      paid: "ahead",
      source: "T",
      cases: {
        some: { when: { taught: "0.5-9.9999" }, points: 3 },
        much: { when: { taught: "10+" }, points: 7, amount: "2" },
      },
    },
  },
  uplifts: {
    of: ["base"],
    together: "added",
    source: "S",
    cases: {
      zone: {
        fr: "Zone",
        en: "Zone",
        when: { zone: "ZIP" },
        rate: "12.5%",
        paid: "thirds",
        source: "S",
      },
    },
  },
  payment: {
    thirds: { equal: ["02/N", "05/N", "08/N"], source: "S" },
    ahead: { advance: "25%", due: ["01/N", "07/N"], on: "31/12/N-2", balance: "N+1", source: "S" },
    oddCents: "first",
    assumed: "guessed",
  },
  sources: {
    S: { status: "official", checked: "2026-01-15", title: "Register" },
    T: { status: "secondary", checked: "2026-01-15", title: "Newspaper" },
  },
};

function mixed(): Draft[] {
  const patients = [
    { id: "a", age: 40, ald: false, c2s: false },
    { id: "b", age: 1, ald: true, c2s: true },
    { id: "c", age: 0, ald: false, c2s: "free" },
  ];
  const facts = { rent: "299.97", taught: 2, rooms: 3 };
  const options = { schedule: village, year: 2026 };
  const rows: readonly (readonly [string, object, string, object?])[] = [
    ["three rooms, three rents, two days", {}, "9 + 3 * 10.10 + 3 * 1.5"],
    ["the default of two rooms", { facts: { ...facts, rooms: null } }, "9 + 2 * 10.10 + 3 * 1.5"],
    ["a rent just passed", { facts: { ...facts, rent: 199.99 } }, "9 + 2 * 10.10 + 3 * 1.5"],
    ["a rent that is reached and not passed", { facts: { ...facts, rent: 199.98 } }, "9 + 3 * 1.5"],
    ["four at most", { facts: { ...facts, rent: 999.9, rooms: 9 } }, "9 + 4 * 10.10 + 3 * 1.5"],
    [
      "the case's own most, and an uplift",
      { zone: "ZIP", facts: { ...facts, rent: 999.9, rooms: 9 } },
      "9 + 5 * 20.20 + 3 * 1.5 + round(9 * 12.5%)",
    ],
    ["much taught", { facts: { ...facts, taught: "10" } }, "9 + 3 * 10.10 + 7 * 2"],
    ["a little less", { facts: { ...facts, taught: 9.9999 } }, "9 + 3 * 10.10 + 3 * 1.5"],
    ["just enough", { facts: { ...facts, taught: 0.5 } }, "9 + 3 * 10.10 + 3 * 1.5"],
    ["too little", { facts: { ...facts, taught: 0.4999 } }, "9 + 3 * 10.10"],
    ["not open", { facts: { ...facts, open: false } }, "0"],
    [
      "leaving after 90 days of 365",
      { facts, activeUntil: "2026-03-31" },
      "9 - round(9 * 275/365) + 30.30 - round(30.30 * 275/365) + 4.50 - round(4.50 * 275/365)",
    ],
    [
      "with the list of the year before",
      {},
      "9 + 3 * 10.10 + 3 * 1.5",
      { previousPatients: [patients[0]] },
    ],
    [
      "not in activity on the day of the advances",
      { facts, activeFrom: "2025-06-01" },
      "9 + 3 * 10.10 + 3 * 1.5",
    ],
  ];
  return [
    ...rows.map(([why, physician, sum, more = {}], i): Draft => ({
      id: `slabs.mixed.${String(i + 1).padStart(2, "0")}`,
      why: `slabs, points and patients in one document, ${why}: ${sum}`,
      options,
      input: { physician: { facts, ...physician }, patients, ...more },
      shares: true,
    })),
    {
      id: "slabs.mixed.alone",
      why: "one patient without the list has the base and its uplift: 3 + round(3 * 12.5%)",
      call: "patient",
      options,
      input: { physician: { zone: "ZIP", facts }, patient: patients[0] },
    },
    {
      id: "slabs.mixed.cents",
      why: "an amount of three decimals, so FACT_INVALID at practice.facts.rent",
      options,
      input: { physician: { facts: { ...facts, rent: 199.985 } }, patients },
    },
    {
      id: "slabs.mixed.practice-paid",
      why: "a document may pay the practice: 9 + 3 * 10.10 + 3 * 1.5",
      options: { schedule: edited(village, { paidTo: "practice" }), year: 2026 },
      input: { physician: { practiceId: "p", facts }, practice: { id: "p" }, patients },
    },
    ...(
      [
        [
          "with a fact that is neither the physician's nor the practice's",
          { "facts/rent/of": "town" },
          "SCHEDULE_INVALID",
          "facts.rent.of",
        ],
        [
          "with a default of three decimals for an amount",
          { "facts/rent/ifMissing": "1.001" },
          "SCHEDULE_INVALID",
          "facts.rent.ifMissing",
        ],
        [
          "with a default of a fact on nobody's word",
          { "facts/rooms/source": undefined },
          "SCHEDULE_SOURCE_MISSING",
          "facts.rooms",
        ],
        ["that pays what nobody is", { paidTo: "physician" }, "SCHEDULE_INVALID", "paidTo"],
        [
          "with two cases that may hold at once",
          { "amounts/teaching/cases/some/when/taught": "0.5-10" },
          "SCHEDULE_OVERLAP",
          "teaching",
        ],
        [
          "with an uplift of slabs, of which no patient has a part",
          { "uplifts/of": ["base", "rooms"] },
          "SCHEDULE_REFERENCE_UNKNOWN",
          "uplifts.of",
        ],
        [
          "with a fact that has the name of a fact of patients",
          { "facts/ald": { fr: "x", en: "x", of: "practice", is: "boolean" } },
          "SCHEDULE_INVALID",
          "facts.ald",
        ],
      ] as const
    ).map(([why, edit, code, path], i): Draft => ({
      id: `slabs.document.${i + 1}`,
      why: `a document ${why}, so ${code} at ${path}`,
      options: { schedule: edited(village, edit), year: 2026 },
      input: { physician: { facts }, patients },
    })),
  ];
}
