import fc from "fast-check";
import { expect, test } from "vitest";
import {
  computePhysician,
  loadSchedule,
  panelsFromCounts,
  computePanels,
  type CountRow,
  type Patient,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { times } from "../support/runs.ts";
import { villageWith } from "../support/village.ts";
import { patientOf, worldsOfLists, type Row } from "./worlds.ts";

/** A table of counts, and the patients that it counts. */
function tableOf(
  rows: readonly Row[],
  patients: readonly Patient[],
  form: "seen" | "yearsSinceSeen" | "none",
): CountRow[] {
  const counts = new Map<string, CountRow>();
  for (const [i, { age, years }] of rows.entries()) {
    const { ald, c2s, seen } = patients[i] as Patient;
    const facts = {
      age,
      ald,
      c2s,
      ...(form === "seen" && { seen: seen as boolean }),
      ...(form === "yearsSinceSeen" && { yearsSinceSeen: years }),
    };
    const key = JSON.stringify(facts);
    counts.set(key, { ...facts, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts.values()];
}

test("counts give the statement of the rows that they count", () => {
  fc.assert(
    fc.property(worldsOfLists, (world) => {
      const bare = { ...world, forms: { ...world.forms, age: "age", prevention: "none" } as const };
      const patients = world.rows.map((row) => patientOf(row, bare));
      const [physician] = world.physicians;
      const panels = panelsFromCounts(tableOf(world.rows, patients, world.forms.seen), {
        ...world.options,
        ...(physician && { physicians: [physician] }),
      });
      const unnamed = patients.map(
        (patient) => ({ ...patient, physicianId: undefined }) as unknown as Patient,
      );
      expect(computePanels(panels, world.options).statement(0)).toEqual(
        computePhysician({ ...(physician && { physician }), patients: unnamed }, world.options),
      );
    }),
    times(2),
  );
});

const options = { year: 2026 };
const healthy = { ald: false, c2s: false } as const;
const cents = (table: CountRow[], given: object = {}, priced: object = options): number[] => [
  ...computePanels(panelsFromCounts(table, { ...options, ...given }), { ...options, ...priced })
    .totalCents,
];

test("a band within a case is priced whole", () => {
  expect(
    cents([
      { age: "75-79", ...healthy, n: 300 },
      { age: "80+", ald: true, c2s: false, n: 20 },
    ]),
  ).toEqual([(300 * 15 + 20 * 100) * 100]);
});

test("a band straddles for some patients only: 70-79 is one case in ALD, two without", () => {
  expect(cents([{ age: "70-79", ald: true, c2s: false, n: 10 }])).toEqual([10 * 55 * 100]);
  expect(refused(() => cents([{ age: "70-79", ...healthy, n: 10 }]))).toMatchObject({
    code: "BAND_STRADDLES",
    found: '"70-79"',
    allowed: {
      en: 'a band on one side of 75 years, where base.75-79 changes; or the option split: "even"',
    },
  });
});

test("a band that is split evenly gives whole patients, the youngest first", () => {
  expect(cents([{ age: "70-79", ...healthy, n: 13 }], { split: "even" })).toEqual([
    (8 * 5 + 5 * 15) * 100,
  ]);
});

test("a band without an end is not split", () => {
  expect(refused(() => cents([{ age: "70+", ...healthy, n: 1 }], { split: "even" })).code).toBe(
    "BAND_STRADDLES",
  );
});

test("a band that was kept whole is looked at again under another schedule", () => {
  const proposal = { schedule: "fr.proposal.2024-02-08" };
  expect(cents([{ age: "75-79", ...healthy, n: 3 }], {}, proposal)).toEqual([3 * 5 * 100]);
  const other = { patch: { "base.75-79.when.age": "75-77", "base.80+.when.age": "78+" } };
  expect(refused(() => cents([{ age: "75-79", ...healthy, n: 3 }], {}, other))).toMatchObject({
    code: "BAND_STRADDLES",
  });
  expect(cents([{ age: "75-79", ...healthy, n: 5 }], { split: "even" }, other)).toEqual([
    (3 * 15 + 2 * 55) * 100,
  ]);
});

test("prevention is told for the table as a whole", () => {
  const table = [{ age: 40, ...healthy, n: 10 }];
  expect(cents(table, { prevention: 4 })).toEqual([(10 * 5 + 4 * 5) * 100]);
  expect(cents(table, { prevention: { flu: 3, dental: 1 } })).toEqual([(10 * 5 + 4 * 5) * 100]);
});

test("actions of a table are known for as long as its panels are", () => {
  const table: CountRow[] = [{ age: 40, ...healthy, n: 10 }];
  const dearer = { ...options, patch: { "prevention.flu.amount": "7" } };
  const said = (prevention?: number | Record<string, number>): string[] =>
    computePanels(
      panelsFromCounts(table, { ...options, ...(prevention !== undefined && { prevention }) }),
      options,
    )
      .statement(0)
      .assumptions.map(({ path }) => path)
      .filter((path) => path.startsWith("patients"));
  expect([said(), said(4), said({ flu: 4 })]).toEqual([
    ["patients[].seen", "patients[].prevention"],
    ["patients[].seen", "patients[].prevention"],
    ["patients[].seen", "patients[].prevention"],
  ]);
  expect([
    ...computePanels(
      panelsFromCounts(table, { ...options, prevention: { flu: 3, dental: 1 } }),
      dearer,
    ).totalCents,
  ]).toEqual([(10 * 5 + 3 * 7 + 5) * 100]);
  expect(
    refused(() => computePanels(panelsFromCounts(table, { ...options, prevention: 4 }), dearer))
      .code,
  ).toBe("PREVENTION_UNPRICED");
});

test("a table of several physicians, of whom one is given no patient", () => {
  const table: CountRow[] = [
    { physicianId: "b", age: 40, ...healthy, n: 2 },
    { physicianId: "a", age: 85, ...healthy, n: 1 },
    { physicianId: "b", age: "0-6", ...healthy, n: 3 },
  ];
  const panels = panelsFromCounts(table, {
    ...options,
    physicians: [{ id: "a" }, { id: "b" }, { id: "c" }],
  });
  const { physicianIds, patients, totalCents } = computePanels(panels, options);
  expect([physicianIds, [...patients], [...totalCents]]).toEqual([
    ["a", "b", "c"],
    [1, 5, 0],
    [55 * 100, (2 * 5 + 3 * 15) * 100, 0],
  ]);
  expect(panels.rejected).toEqual({ rows: 0, byCode: {}, listed: [] });
});

test.each([
  ["the only rate", {}],
  [
    "one of two rates",
    {
      "uplifts.cases.share.cases.any.when": { zone: ["QPV", "ZAC", "none"] },
      "uplifts.cases.share.cases.zip": { when: { zone: "ZIP" }, rate: "5%" },
    },
  ],
])("a band is refused where a share that is %s counts only some of its ages", (_, rates) => {
  const share = "uplifts.cases.share.cases.any.rate.share";
  const schedule = loadSchedule(villageWith({ [share]: { age: "70+" }, ...rates }));
  const table = (age: string): CountRow[] => [{ age, ...healthy, n: 1 }];
  expect(refused(() => panelsFromCounts(table("65-74"), { year: 2026, schedule }))).toMatchObject({
    code: "BAND_STRADDLES",
    allowed: {
      en: 'a band on one side of 70 years, where share changes; or the option split: "even"',
    },
  });
  expect([...panelsFromCounts(table("70-74"), { year: 2026, schedule }).patients]).toEqual([1]);
});

test("who was seen, as yes or no or as years since: in ALD it makes 55 of 5", () => {
  const ald = { age: 40, ald: true, c2s: false } as const;
  const answered: CountRow[] = [
    { ...ald, seen: true, n: 3 },
    { ...ald, seen: false, n: 2 },
  ];
  expect(cents(answered)).toEqual([(3 * 55 + 2 * 5) * 100]);
  const counted: CountRow[] = [
    { ...ald, yearsSinceSeen: 0, n: 1 },
    { ...ald, yearsSinceSeen: 1, n: 2 },
    { ...ald, yearsSinceSeen: 2, n: 4 },
    { ...ald, yearsSinceSeen: 7, n: 8 },
  ];
  expect(cents(counted)).toEqual([((1 + 2) * 55 + (4 + 8) * 5) * 100]);
  expect(cents(counted, {}, { patch: { "reads.seenWithin": "1 year" } })).toEqual([
    (55 + (2 + 4 + 8) * 5) * 100,
  ]);
});

test("a panel of more than 65,535 patients of one kind", () => {
  expect(
    cents([
      { age: 40, ...healthy, n: 53_000_000 },
      { age: 82, ald: true, c2s: "free", n: 200_001 },
    ]),
  ).toEqual([(53_000_000 * 5 + 200_001 * 110) * 100]);
});
