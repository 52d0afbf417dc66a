import fc from "fast-check";
import { expect, test } from "vitest";
import {
  computeColumns,
  computePhysician,
  listSchedules,
  loadSchedule,
  panelsFromColumns,
  computePanels,
  type Panels,
  type Patient,
} from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";
import { asFromColumns } from "../support/statements.ts";
import { times } from "../support/runs.ts";
import { villageWith } from "../support/village.ts";
import { columnsOf, patientOf, worlds } from "./worlds.ts";
import { readsItsYear } from "../support/reference-day.ts";

const ids = listSchedules().map(({ id }) => id);

/** A payment year whose reference day is that of the panels. */
function yearOf(schedule: string, referenceYear: number): number {
  return readsItsYear(schedule) ? referenceYear : referenceYear + 1;
}

test("panels are priced under any schedule of the same day as the rows would be", () => {
  fc.assert(
    fc.property(worlds, fc.constantFrom(...ids), (world, schedule) => {
      const told = { ...world, forms: { ...world.forms, seen: "yearsSinceSeen" } as const };
      const panels = panelsFromColumns(columnsOf(world.rows, told), {
        ...world.options,
        physicians: world.physicians,
      });
      const options = { schedule, year: yearOf(schedule, world.referenceYear) };
      const { statement } = computePanels(panels, options);
      for (const [i, physician] of world.physicians.entries()) {
        const patients = world.rows
          .filter((row) => row.physician === i)
          .map((row) => patientOf(row, told));
        expect(statement(i)).toEqual(
          asFromColumns(computePhysician({ physician, patients }, options)),
        );
      }
    }),
    times(2),
  );
});

test("panels priced under one patch after another give what a new list would", () => {
  const paths = ["base.ald-80+.amount", "base.7-74.amount", "c2s.amount", "age67.rate"];
  const change = fc.constantFrom(...paths).chain((path) =>
    fc.record({
      path: fc.constant(path),
      value: path.endsWith("rate")
        ? fc.constantFrom("0%", "12.5%", "30%")
        : fc.integer({ min: 5, max: 900 }).map(String),
    }),
  );
  fc.assert(
    fc.property(worlds, fc.array(change, { minLength: 2, maxLength: 6 }), (world, changes) => {
      const fmt = { year: world.options.year, schedule: "fr.fmt.2026" } as const;
      const columns = columnsOf(world.rows, world);
      const options = { ...fmt, physicians: world.physicians };
      const panels = panelsFromColumns(columns, options);
      const year = yearOf("fr.fmt.2026", panels.referenceYear);
      for (const { path, value } of changes) {
        const patched = { ...fmt, year, patch: { [path]: value } };
        const { componentCents, totalCents } = computePanels(panels, patched);
        const anew = computeColumns(columns, { ...patched, physicians: world.physicians });
        expect([componentCents, totalCents]).toEqual([anew.componentCents, anew.totalCents]);
      }
    }),
    times(1),
  );
});

const columns = { age: [0, 6, 40, 74, 129], ald: [0, 0, 1, 0, 0], c2s: [0, 0, 0, 0, 0] };
const young = { age: [0, 6, 40, 74], ald: [0, 0, 1, 0], c2s: [0, 0, 0, 0] };

test("panels of another day are refused, or moved by whole years", () => {
  const panels = panelsFromColumns(young, { year: 2026 });
  expect(refused(() => computePanels(panels, { year: 2027 }))).toMatchObject({
    code: "REFERENCE_DAY_DIFFERS",
    found: '"2025-12-31"',
  });
  const older = computePanels(panels, { year: 2027, move: true });
  expect([...older.totalCents]).toEqual([(15 + 5 + 55 + 15) * 100]);
  expect([...older.patients]).toEqual([4]);
  const moved: Patient[] = [1, 7, 41, 75].map((age, i) => ({ age, ald: i === 2, c2s: false }));
  const unsaid = { assumptions: [] };
  expect({ ...older.statement(0), ...unsaid }).toEqual({
    ...computePhysician({ patients: moved }, { year: 2027 }),
    ...unsaid,
  });
});

test.each([
  [2027, "vieillie d'un an", "made older by one year"],
  [
    2024,
    "rajeunie de 2 ans, sans ceux qui n'étaient pas nés",
    "made younger by 2 years, without those not yet born",
  ],
])("a statement of moved panels says so, under the schedule of %i", (year, fr, en) => {
  const { assumptions } = computePanels(panelsFromColumns(young, { year: 2026 }), {
    year,
    schedule: "fr.fmt.2026",
    move: true,
  }).statement(0);
  const moved = {
    code: "panel-moved",
    path: "panels",
    fr: `patientèle ${fr}, les autres faits étant égaux`,
    en: `list ${en}, facts other than age being equal`,
  };
  expect(assumptions.filter(({ code }) => code === "panel-moved")).toEqual([moved]);
});

test("who was not born yet is left out of panels that are made younger", () => {
  const younger = computePanels(panelsFromColumns(young, { year: 2026 }), {
    year: 2019,
    schedule: "fr.fmt.2026",
    move: true,
  });
  expect([...younger.patients]).toEqual([2]);
  expect([...younger.totalCents]).toEqual([(55 + 5) * 100]);
  expect(younger.statement(0).total).toBe("60.00");
});

test("nobody is made older than a list may hold", () => {
  expect(
    refused(() =>
      computePanels(panelsFromColumns(columns, { year: 2026 }), { year: 2027, move: true }),
    ).code,
  ).toBe("AGE_INVALID");
});

test("a yes or no to seen answers one window", () => {
  const options = { year: 2026, patch: { "reads.seenWithin": "1 year" } };
  const answered = panelsFromColumns({ ...young, seen: [1, 1, 0, 1] }, { year: 2026 });
  expect(refused(() => computePanels(answered, options))).toMatchObject({
    code: "SEEN_WINDOW_DIFFERS",
    found: "2",
  });
  expect([...computePanels(answered, { year: 2026 }).totalCents]).toEqual([
    (15 + 15 + 5 + 5) * 100,
  ]);
  const counted = panelsFromColumns({ ...young, yearsSinceSeen: [0, 1, 2, 1] }, { year: 2026 });
  expect([...computePanels(counted, { year: 2026 }).totalCents]).toEqual([(15 + 15 + 5 + 5) * 100]);
  expect([...computePanels(counted, options).totalCents]).toEqual([(15 + 5 + 5 + 5) * 100]);
});

test("an amount for whoever was seen follows the years that the schedule looks back", () => {
  const schedule = loadSchedule(
    villageWith({
      "reads.seenWithin": "2 years",
      "reads.ifMissing.prevention": "none",
      "amounts.c2s.when": { c2s: true, seen: true },
    }),
  );
  const seen = { age: [40, 40, 40], ald: [0, 0, 0], c2s: [3, 3, 3], yearsSinceSeen: [0, 1, 2] };
  const panels = panelsFromColumns(seen, { year: 2026, schedule });
  const due = (options: object): number | undefined =>
    computePanels(panels, { year: 2026, schedule, ...options }).sums.componentCents["c2s"];
  expect(due({})).toBe(2 * 400);
  expect(due({ patch: { "reads.seenWithin": "1 year" } })).toBe(400);
});

test("no more actions than the schedule has indicators: 15, or 14 without one of them", () => {
  const counted = (actions: number): Panels =>
    panelsFromColumns({ ...young, prevention: [actions, 0, 0, 0] }, { year: 2026 });
  const fewer = { year: 2026, patch: { "prevention.hpv": null } };
  expect(computePanels(counted(15), { year: 2026 }).sums.componentCents["prevention"]).toBe(
    15 * 500,
  );
  expect(computePanels(counted(14), fewer).sums.componentCents["prevention"]).toBe(14 * 500);
  expect(refused(() => computePanels(counted(15), fewer))).toEqual(
    why(
      "PREVENTION_INVALID",
      "columns.prevention",
      "15",
      "un entier de 0 à 14",
      "a whole number from 0 to 14",
    ),
  );
});

test("who was seen does not matter to a schedule that does not ask", () => {
  const answered = panelsFromColumns(
    { ...young, seen: [1, 1, 0, 1] },
    { year: 2025, schedule: "fr.fmt.2026" },
  );
  expect([...computePanels(answered, { year: 2024, schedule: "fr.fpmt.2024" }).totalCents]).toEqual(
    [...computePanels(panelsFromColumns(young, { year: 2024 }), { year: 2024 }).totalCents],
  );
});

test("indicators that a schedule does not know, and a number where prices differ, are refused", () => {
  const patch = { "prevention.flu.amount": "7" };
  const number = panelsFromColumns({ ...young, prevention: [1, 0, 0, 2] }, { year: 2026 });
  expect(refused(() => computePanels(number, { year: 2026, patch })).code).toBe(
    "PREVENTION_UNPRICED",
  );
  const flags = panelsFromColumns(
    { ...young, prevention: { flu: [1, 0, 0, 1], hpv: [1, 0, 0, 0] } },
    { year: 2026 },
  );
  expect([
    ...(computePanels(flags, { year: 2026, patch }).componentCents["prevention"] ?? []),
  ]).toEqual([(2 * 7 + 5) * 100]);
  expect(
    refused(() => computePanels(flags, { year: 2026, patch: { "prevention.hpv": null } })).code,
  ).toBe("PREVENTION_UNKNOWN");
});

test("actions at one price, then at prices that differ, and the other way round", () => {
  const listed = { ...young, prevention: { flu: [1, 0, 0, 1], hpv: [1, 0, 0, 0] } };
  const atOnePrice = [{ year: 2026 }, 3 * 5 * 100] as const;
  const flu = { year: 2026, patch: { "prevention.flu.amount": "7" } };
  const atTwoPrices = [flu, (2 * 7 + 5) * 100] as const;
  for (const order of [
    [atOnePrice, atTwoPrices, atOnePrice],
    [atTwoPrices, atOnePrice, atTwoPrices],
  ]) {
    const panels = panelsFromColumns(listed, { year: 2026 });
    const paid = order.map(([options]) => computePanels(panels, options).sums.componentCents);
    expect(paid.map(({ prevention }) => prevention)).toEqual(order.map(([, due]) => due));
  }
});

test("a statement from panels says what its own patients do not tell, as rows do", () => {
  const physicians = [{ id: "a" }, { id: "b" }];
  const facts = { age: 40, ald: false, c2s: false };
  const list = { physicianId: ["a"], age: [40], ald: [0], c2s: [0] };
  for (const [columns, patient] of [
    [list, facts],
    [
      { ...list, seen: [1] },
      { ...facts, seen: true },
    ],
  ] as const) {
    const panels = panelsFromColumns(columns, { year: 2026, physicians });
    const { statement } = computePanels(panels, { year: 2026 });
    expect(statement(0)).toEqual(
      computePhysician({ physician: { id: "a" }, patients: [patient] }, { year: 2026 }),
    );
    expect(statement(1)).toEqual(
      computePhysician({ physician: { id: "b" }, patients: [] }, { year: 2026 }),
    );
  }
});

test("physicians whom one year treats alike are told apart in another", () => {
  const physicians = [
    { id: "a", zone: "ZIP", firstInstallation: "2020-01-01" },
    { id: "b", zone: "ZIP", firstInstallation: "2024-01-01" },
  ] as const;
  const list = { physicianId: ["a", "b"], age: [40, 40], ald: [0, 0], c2s: [0, 0] };
  const panels = panelsFromColumns(list, { year: 2026, physicians });
  const due = (year: number): number[] => [
    ...computePanels(panels, { year, schedule: "fr.fmt.2026", move: true }).totalCents,
  ];
  // In 2027 both are in their third year or later, at 10 %; in 2026 one is in the second, at 30 %.
  expect(due(2027)).toEqual([500 + 50, 500 + 50]);
  expect(due(2026)).toEqual([500 + 50, 500 + 150]);
});

test("who leaves in June is paid half of each amount, whatever was priced or changed before", () => {
  const hundred = Array.from({ length: 100 }, () => 0);
  const list = { age: hundred.map(() => 40), ald: hundred, c2s: hundred };
  const physicians = [{ activeUntil: "2024-06-30" }];
  const panels = panelsFromColumns(list, { year: 2024, physicians });
  const base = (amount: string): number | undefined => {
    const patch = { "base.7-79.amount": amount };
    const { componentCents } = computePanels(panels, { year: 2024, patch });
    const [cents] = componentCents["base"] as Float64Array;
    componentCents["base"]?.fill(0);
    return cents;
  };
  expect([base("5"), base("7"), base("5")]).toEqual([25_000, 35_000, 25_000]);
});

test("statements are asked for by place", () => {
  const { statement } = computePanels(panelsFromColumns(young, { year: 2026 }), { year: 2026 });
  expect(refused(() => statement(1)).code).toBe("PHYSICIAN_UNKNOWN");
});
