import { expect, test } from "vitest";
import {
  getSchedule,
  panelsFromColumns,
  computeColumns,
  computePanels,
  type ComputeOptions,
  type PanelColumns,
  type Patient,
} from "../../src/index.ts";
import { paymentsOf } from "../support/changes.ts";
import { anAdult } from "../support/rows.ts";
import { euros, table, type Row } from "../support/table.ts";
import { byVillage, eachWay, many, withoutUplifts, type Given } from "./each-way.ts";

const onC2s: Patient = { ...anAdult, c2s: true };
const child: Patient = { ...anAdult, age: 5 };

/** A second component per indicator, beside that for the flu and the HPV. */
const visits = {
  fr: "Visites",
  en: "Visits",
  per: "indicator",
  paid: "summer",
  source: "COUNCIL",
  cases: { home: { amount: "7" }, school: { amount: "8" } },
};

/** A second uplift on a share, that of children: half of what is over 10 %. */
const children = {
  fr: "Enfants",
  en: "Children",
  paid: "summer",
  source: "COUNCIL",
  rate: { share: { age: "0-17" }, above: "10%", slope: "50%", cap: "100%", capOn: "rate" },
};

/** A supplement that is more in a ZIP than elsewhere. */
const byZone = {
  zip: { when: { zone: "ZIP" }, amount: "6" },
  elsewhere: { when: { zone: ["QPV", "ZAC", "none"] }, amount: "4" },
};

/** No zone stands in for one that is not told. */
const zoneNeeded = { "reads.ifMissing": { prevention: "none", active: true } };

table<Given, unknown>(
  "a schedule may be of another shape",
  [
    [
      "without uplifts",
      { patients: [onC2s, child], options: byVillage(withoutUplifts) },
      { patients: 2, base: euros(20 + 10), c2s: euros(4), care: euros(0) },
    ],
    [
      "without an amount per patient",
      {
        patients: [
          { ...anAdult, prevention: ["flu"] },
          { ...anAdult, prevention: ["flu", "hpv"] },
        ],
        options: byVillage({
          ...withoutUplifts,
          "amounts.base": undefined,
          "amounts.c2s": undefined,
        }),
      },
      { patients: 2, care: euros(2 * 3 + 2.5) },
    ],
    [
      "with two components per indicator",
      {
        patients: [
          { ...anAdult, prevention: ["flu", "home"] },
          { ...anAdult, prevention: ["school"] },
        ],
        options: byVillage({ ...withoutUplifts, "amounts.visits": visits }),
      },
      { patients: 2, base: euros(2 * 20), c2s: euros(0), care: euros(3), visits: euros(7 + 8) },
    ],
    ...(
      [
        ["ZIP", 6],
        ["ZAC", 4],
      ] as const
    ).map(([zone, amount]): Row<Given, unknown> => [
      `with an amount that is another in a ZIP: ${zone}`,
      {
        patients: [onC2s, child],
        physician: { zone },
        options: byVillage({
          ...withoutUplifts,
          "amounts.c2s.cases": byZone,
          "amounts.c2s.pick": "exactly one",
          "amounts.c2s.amount": undefined,
        }),
      },
      { patients: 2, base: euros(20 + 10), c2s: euros(amount), care: euros(0) },
    ]),
    [
      "with uplifts on two shares",
      {
        patients: [onC2s, ...many(3, child), ...many(6, anAdult)],
        options: byVillage({ "uplifts.cases.children": children }),
      },
      {
        patients: 10,
        base: euros(7 * 20 + 3 * 10),
        c2s: euros(4),
        care: euros(0),
        zone: euros(0),
        share: euros((170 * 50 * (10 - 7)) / 10_000),
        children: euros((170 * 50 * (30 - 10)) / 10_000),
      },
    ],
    [
      "with an uplift of more digits than a double holds: 12.345678 % of a billion less a cent is 123,456,780 less an eighth of a cent",
      {
        patients: [anAdult],
        physician: { zone: "ZIP" },
        options: byVillage({
          "amounts.base.cases.adult.amount": "999999999.99",
          "uplifts.cases.zone.rate": "12.345678%",
        }),
      },
      {
        patients: 1,
        base: euros(999999999.99),
        c2s: euros(0),
        care: euros(0),
        zone: euros(123_456_780),
        share: euros(0),
      },
    ],
    [
      "without a default for the zone, where every physician tells his",
      { patients: [anAdult], physician: { zone: "ZIP" }, options: byVillage(zoneNeeded) },
      {
        patients: 1,
        base: euros(20),
        c2s: euros(0),
        care: euros(0),
        zone: euros(20 * 0.1),
        share: euros(0),
      },
    ],
    [
      "without a default for the zone, of which a physician who is owed nothing is not asked",
      {
        patients: [anAdult],
        physician: { activeUntil: "2020-12-31" },
        options: byVillage(zoneNeeded),
      },
      {
        patients: 1,
        base: euros(0),
        c2s: euros(0),
        care: euros(0),
        zone: euros(0),
        share: euros(0),
      },
    ],
  ],
  eachWay,
);

const columns = { age: [40], ald: [0], c2s: [0] };

test("a component without cases pays actions that are counted, and actions by name", () => {
  const options = byVillage({ ...withoutUplifts, "amounts.care.cases": undefined });
  const two = { age: [40, 40], ald: [0, 0], c2s: [0, 0] };
  const counted = { ...two, prevention: [4, 1] };
  const named = { ...two, prevention: { flu: [1, 0], foot: [1, 1] } };
  const care = (list: PanelColumns): unknown[] =>
    [computeColumns(list, options), computePanels(panelsFromColumns(list, options), options)].map(
      ({ sums }) => sums.componentCents["care"],
    );
  expect(care(counted)).toEqual([(4 + 1) * 300, (4 + 1) * 300]);
  expect(care(named)).toEqual([(1 + 2) * 300, (1 + 2) * 300]);
});

test("a component that lists no case pays nothing, whatever its amount is patched to", () => {
  const options = {
    ...byVillage({ ...withoutUplifts, "amounts.care.cases": {} }),
    patch: { "care.amount": "9" },
  };
  const children = { age: [5, 6], ald: [0, 0], c2s: [0, 0] };
  for (const { sums } of [
    computeColumns(children, options),
    computePanels(panelsFromColumns(children, options), options),
  ])
    expect(sums.componentCents).toEqual({ base: 2 * 1000, c2s: 0, care: 0 });
});

test("a statement from panels has the uplift by share, and its advances", () => {
  const options = byVillage({ "uplifts.cases.share.paid": "advances" });
  const hundred = Array.from({ length: 100 }, (_, i) => i);
  const list = {
    age: hundred.map(() => 40),
    ald: hundred.map(() => 0),
    c2s: hundred.map((i) => (i < 17 ? 3 : 0)),
  };
  const panels = panelsFromColumns(list, options);
  const share = 100 * 20 * 0.5 * (0.17 - 0.07);
  const statement = computePanels(panels, options).statement(0);
  expect(statement.components["share"]).toBe(euros(share));
  expect(paymentsOf(statement, "share")).toEqual({
    "2026-06": euros(share * 0.25),
    "2027": euros(share * 0.75),
  });
});

test("a physician is paid after one to whom nothing is due", () => {
  const physicians = [{ id: "a", activeUntil: "2020-12-31" }, { id: "b" }];
  const by = byVillage(withoutUplifts);
  const options = { ...by, physicians };
  const list = { physicianId: ["a", "b"], age: [40, 40], ald: [0, 0], c2s: [0, 0] };
  for (const { totalCents } of [
    computeColumns(list, options),
    computePanels(panelsFromColumns(list, options), by),
  ])
    expect([...totalCents]).toEqual([0, 2000]);
});

test.each([
  ["fr.fmt.2026", { year: 2026 }, "2025-12-31"],
  ["fr.fpmt.2024", { year: 2025 }, "2025-12-31"],
] as readonly (readonly [string, ComputeOptions, string])[])(
  "columns say the schedule and the day: %s",
  (id, options, referenceDate) => {
    const { version, fr, en } = getSchedule(id);
    const digest = expect.stringMatching(/^sha256:/) as string;
    const said = { id, version, digest, fr, en, year: options.year, referenceDate };
    expect(computeColumns(columns, options).schedule).toEqual(said);
    expect(computePanels(panelsFromColumns(columns, options), options).schedule).toEqual(said);
  },
);
