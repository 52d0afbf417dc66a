import { expect, test } from "vitest";
import {
  computePhysicians,
  listSchedules,
  panelsFromColumns,
  computeColumns,
  computePanels,
  type Patient,
  type Physician,
  type SchedulePatch,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { clinicWith } from "../support/clinic.ts";
import { allFacts } from "../support/declared-facts.ts";

/** What a list may tell of physicians, a fact at a time: nothing, and values that schedules treat alike or apart. */
const told: readonly (readonly Physician[])[] = [
  [{}, { zone: "ZIP" }, { zone: "none" }, { zone: "QPV" }, { zone: "ZAC" }],
  [{}, { contract: true }, { contract: false }],
  [{}, { sector: "1" }, { sector: "2" }, { sector: "2-optam" }],
  [{}, { age: 67 }, { age: 40 }, { age: 66 }],
  [
    {},
    { firstInstallation: "2025-03-01" },
    { firstInstallation: "2024-07-01" },
    { firstInstallation: "2010-01-01" },
    { firstInstallation: "2026-03-01" },
    { firstInstallation: "2027-01-01" },
  ],
  [
    {},
    { activeFrom: "2026-04-01" },
    { activeUntil: "2025-06-30" },
    { activeFrom: "2025-01-01", activeUntil: "2026-06-30" },
    { activeFrom: "2026-06-30" },
    { activeUntil: "2026-06-30" },
  ],
  [
    { facts: { onlineRate: 60, atmpRate: 30 } },
    { facts: { onlineRate: 59.9999, nurseHours: 12 } },
    { facts: { onlineRate: "60.5", atmpRate: "29.99" } },
  ],
];

/** Physicians who tell two facts, any two, in any of their ways. */
const physicians: readonly Physician[] = told
  .flatMap((some, i) =>
    told
      .slice(i + 1)
      .flatMap((others) => some.flatMap((one) => others.map((other) => ({ ...one, ...other })))),
  )
  .map((physician, id) => ({ id, ...physician, facts: { ...allFacts, ...physician.facts } }));

const patients: readonly Patient[] = [
  { age: 40, ald: false, c2s: false },
  { age: 82, ald: true, c2s: "free" },
  { age: 5, ald: false, c2s: false },
];

const rows = physicians.flatMap((_, place) => patients.map((patient) => ({ place, ...patient })));
const listed = rows.map(({ place, ...patient }) => ({ physicianId: place, ...patient }));
const columns = {
  physicianId: Uint16Array.from(rows, ({ place }) => place),
  age: Uint8Array.from(rows, ({ age }) => age as number),
  ald: Uint8Array.from(rows, ({ ald }) => Number(ald)),
  c2s: Uint8Array.from(rows, ({ c2s }) => (c2s === "free" ? 1 : 0)),
};

test.each([
  ...listSchedules().map(({ id }): Readonly<[string, SchedulePatch]> => [id, {}]),
  ["fr.fmt.2026", { "eligible.partYear": "quarters" }],
  ["fr.fmt.2026", { "eligible.partYear": "days" }],
  ["fr.fmt.2026", { "eligible.activity": "year" }],
] as const)(
  "what is told of physicians pays them in columns what it pays them in rows, under %s %j",
  (schedule, patch) => {
    const options = { schedule, year: 2026, patch: { ...patch } };
    const given = { ...options, physicians };
    const { statements } = computePhysicians({ physicians, patients: listed }, options);
    const expected = statements.map(({ total }) => Math.round(Number(total) * 100));
    expect([...computeColumns(columns, given).totalCents]).toEqual(expected);
    expect([...computePanels(panelsFromColumns(columns, given), options).totalCents]).toEqual(
      expected,
    );
  },
);

test("where activity is asked for and not presumed, an installation before the day does not tell it", () => {
  const patch = { "reads.ifMissing.active": null };
  const physicians = [{ id: 0, sector: "2", firstInstallation: "2025" }] as const;
  const list = {
    physicianId: Uint16Array.of(0),
    age: Uint8Array.of(40),
    ald: Uint8Array.of(0),
    c2s: Uint8Array.of(0),
  };
  const inColumns = (options: object): unknown =>
    refused(() => computeColumns(list, { year: 2026, physicians, patch, ...options }));
  expect(inColumns({})).toMatchObject({ code: "FACT_MISSING", path: "physician.active" });
  const sectorFirst = { patch: { ...patch, "eligible.when": { sector: "1", active: true } } };
  expect([...computeColumns(list, { year: 2026, physicians, ...sectorFirst }).totalCents]).toEqual([
    0,
  ]);
});

test("physicians who differ in the last of forty facts are told apart", () => {
  const ids = Array.from({ length: 40 }, (_, i) => `fact${i}`);
  const words = { fr: "fait", en: "fact", user: true };
  const declared = { ...words, of: "physician", is: "boolean", ifMissing: false };
  const point = { ...words, per: "point", points: 1, amount: "1", paid: "year" };
  const schedule = clinicWith({
    facts: Object.fromEntries(ids.map((id) => [id, declared])),
    amounts: Object.fromEntries(ids.map((id) => [`for-${id}`, { ...point, when: { [id]: true } }])),
  });
  const having = (most: number) => ({
    facts: Object.fromEntries(ids.slice(0, most).map((id) => [id, true])),
  });
  const options = { year: 2030, schedule };
  const given = {
    ...options,
    physicians: [having(40), having(39)].map((one, id) => ({ id, ...one })),
  };
  const list = { physicianId: [0, 1], age: [40, 40], ald: [0, 0], c2s: [0, 0] };
  const due = [40 * 100, 39 * 100];
  expect([...computeColumns(list, given).totalCents]).toEqual(due);
  expect([...computePanels(panelsFromColumns(list, given), options).totalCents]).toEqual(due);
});

test("a physician who tells no fact beside one who does has the default", () => {
  const schedule = clinicWith({ "facts.hours.ifMissing": "0", "facts.hours.user": true });
  const options = { year: 2030, schedule };
  const given = { ...options, physicians: [{ id: 0, facts: { software: true } }, { id: 1 }] };
  const list = { physicianId: [0, 1], age: [40, 40], ald: [0, 0], c2s: [0, 0] };
  const due = [10 * 700, 0];
  expect([...computeColumns(list, given).totalCents]).toEqual(due);
  expect([...computePanels(panelsFromColumns(list, given), options).totalCents]).toEqual(due);
});

test("a fact without a default is asked of those whom an amount may pay, as rows ask it", () => {
  const zac = { fr: "z", en: "z", per: "patient", when: { zone: "ZAC" }, amount: "1" } as const;
  const options = {
    year: 2024,
    schedule: "fr.fpmt.2024",
    patch: { extra: { ...zac, paid: "year-end" } },
  } as const;
  const physicians = [{ id: "a", zone: "ZAC" as const }, { id: "b" }];
  const of = (id: string): Parameters<typeof computeColumns>[0] => ({
    physicianId: [id],
    age: Uint8Array.of(40),
    ald: Uint8Array.of(0),
    c2s: Uint8Array.of(0),
  });
  // Of a patient of 40: 5 EUR, and 1 in the zone. Nobody is on the list of b.
  expect([...computeColumns(of("a"), { ...options, physicians }).totalCents]).toEqual([600, 0]);
  const panels = panelsFromColumns(of("a"), { ...options, physicians });
  expect([...computePanels(panels, options).totalCents]).toEqual([600, 0]);
  expect(refused(() => computeColumns(of("b"), { ...options, physicians }))).toMatchObject({
    code: "FACT_MISSING",
    path: "physician.zone",
  });
});

test("panels that were copied are refused with what to do", () => {
  const columns = {
    age: Uint8Array.of(40),
    ald: Uint8Array.of(0),
    c2s: Uint8Array.of(0),
  };
  const panels = panelsFromColumns(columns, { year: 2026 });
  for (const copy of [structuredClone(panels), JSON.parse(JSON.stringify(panels)), { ...panels }]) {
    const { code, path, allowed } = refused(() => computePanels(copy, { year: 2026 }));
    expect([code, path]).toEqual(["INPUT_INVALID", "panels"]);
    expect(allowed.en).toContain("a copy (structuredClone, postMessage, JSON)");
  }
});
