import { describe, expect, test } from "vitest";
import {
  computePhysician,
  type Patient,
  type PhysicianInput,
  type SchedulePatch,
} from "../../src/index.ts";
import { changes, paymentsOf } from "../support/changes.ts";
import { adults } from "../support/lists.ts";
import { euros, table } from "../support/table.ts";

/** What is paid of the base in 2024, three advances then the balance, in euros. */
function payments(input: PhysicianInput): Record<string, string> {
  return paymentsOf(computePhysician(input, { year: 2024 }), "base");
}

function paid(advance: number, balance: number): Record<string, string> {
  return {
    "2024-06": euros(advance),
    "2024-09": euros(advance),
    "2024-11": euros(advance),
    "2025-03": euros(balance),
  };
}

const old: Patient = { age: 85, ald: true, c2s: false };
const aged = (age: number): Patient => ({ age, ald: false, c2s: false });

table<PhysicianInput, Record<string, string>>(
  "three advances of 25 % on the list of 31 December 2023, then the balance of what is due on that of 2024",
  [
    [
      "the same amount on both",
      { patients: [old], previousPatients: [old] },
      paid(70 / 4, 70 - 3 * (70 / 4)),
    ],
    [
      "a list that grew",
      { patients: [old, old], previousPatients: [old] },
      paid(70 / 4, 2 * 70 - 3 * (70 / 4)),
    ],
    ["a list that is new", { patients: [old], previousPatients: [] }, paid(0, 70)],
    [
      "a list that is gone: the balance takes the advances back",
      { patients: [], previousPatients: [old] },
      paid(70 / 4, 0 - 3 * (70 / 4)),
    ],
    [
      "a list that shrank: the balance is negative",
      { patients: [aged(40)], previousPatients: [old] },
      paid(70 / 4, 5 - 3 * (70 / 4)),
    ],
    [
      "an advance is cut to the cent: 25 % of 3 x 5 and 46 EUR is 15.25",
      { patients: [aged(40)], previousPatients: [...adults(3), aged(80)] },
      paid(15.25, 5 - 3 * 15.25),
    ],
    [
      "25 % of 5 EUR is 1.25",
      { patients: [aged(40)], previousPatients: [aged(40)] },
      paid(1.25, 5 - 3 * 1.25),
    ],
  ],
  payments,
);

table<number, readonly string[]>(
  "the first advance comes in June, in 2018 in April",
  [
    ["2018", 2018, ["2018-04 17.50", "2018-09 17.50", "2018-11 17.50", "2019-03 17.50"]],
    ["2019", 2019, ["2019-06 17.50", "2019-09 17.50", "2019-11 17.50", "2020-03 17.50"]],
    ["2025", 2025, ["2025-06 17.50", "2025-09 17.50", "2025-11 17.50", "2026-03 17.50"]],
  ],
  (year) =>
    computePhysician({ patients: [old], previousPatients: [old] }, { year }).instalments.map(
      ({ due, amount }) => `${due} ${amount}`,
    ),
);

test("other dates of a year may be patched, or taken away", () => {
  const dues = (patch: SchedulePatch): readonly string[] =>
    computePhysician({ patients: [old] }, { year: 2018, patch }).instalments.map(({ due }) => due);
  const usual = ["2018-06", "2018-09", "2018-11", "2019-03"];
  expect(dues({ "payment.advances.dueIn": null })).toEqual(usual);
  expect(dues({ "payment.advances.dueIn.2018": null })).toEqual(usual);
  expect(dues({ "payment.advances.dueIn.2018": ["05/N", "06/N", "07/N"] })).toEqual([
    "2018-05",
    "2018-06",
    "2018-07",
    "2019-03",
  ]);
});

test("an advance is cut, not rounded: 25 % of 5.03 EUR is 1.2575, so 1.25", () => {
  const statement = computePhysician(
    { patients: [aged(40)], previousPatients: [aged(40)] },
    { year: 2024, patch: { "base.7-79.amount": "5.03" } },
  );
  expect(paymentsOf(statement, "base")).toEqual(paid(1.25, 5.03 - 3 * 1.25));
});

table<PhysicianInput, Record<string, string>>(
  "without the list of the year before, the same list is moved back one year",
  [
    ["80 years now, 79 then", { patients: [aged(80)] }, paid(5 / 4, 46 - 3 * (5 / 4))],
    ["81 years now, 80 then", { patients: [aged(81)] }, paid(46 / 4, 46 - 3 * (46 / 4))],
    ["7 years now, 6 then", { patients: [aged(7)] }, paid(6 / 4, 5 - 3 * (6 / 4))],
    ["born in the year: not born then", { patients: [aged(0)] }, paid(0, 6)],
    [
      "ALD then as now",
      { patients: [{ ...aged(80), ald: true }] },
      paid(46 / 4, 70 - 3 * (46 / 4)),
    ],
  ],
  payments,
);

describe("what a statement says of advances", () => {
  const codes = (input: PhysicianInput, year = 2024): string[] =>
    computePhysician(input, { year })
      .assumptions.map(({ code }) => code)
      .filter((code) => code.startsWith("advances"));

  test("that they rest on the same list", () => {
    expect(codes({ patients: [old] })).toEqual(["advances-same-list"]);
  });

  test("nothing, with the list of the year before", () => {
    expect(codes({ patients: [old], previousPatients: [old] })).toEqual([]);
  });

  test("that there are none for who was not in activity on 31 December 2023", () => {
    const input: PhysicianInput = { patients: [old], physician: { activeFrom: "2024-01-01" } };
    expect([codes(input), payments(input)]).toEqual([["advances-none"], paid(0, 70)]);
  });

  test("that the balance settles them for who leaves", () => {
    const input: PhysicianInput = {
      patients: [old],
      physician: { activeUntil: "2024-03-31" },
      previousPatients: [old],
    };
    expect([codes(input), payments(input)]).toEqual([
      ["advances-whole"],
      paid(70 / 4, 70 / 4 - 3 * (70 / 4)),
    ]);
  });

  test("nothing, when they rest on the day of the amount due by a user's patch", () => {
    const { assumptions } = computePhysician(
      { patients: [old] },
      { year: 2024, patch: { "payment.advances.on": "31/12/N" } },
    );
    expect(assumptions.map(({ code }) => code)).not.toContain("advances-same-list");
  });
});

describe("the list of the year before", () => {
  test("changes when the base is paid, and nothing else", () => {
    const before = computePhysician({ patients: [old] }, { year: 2024 });
    const after = computePhysician(
      { patients: [old], previousPatients: [old, old] },
      { year: 2024 },
    );
    expect(changes(before, after)).toEqual({
      components: {},
      paidOtherwise: ["base"],
      readings: {},
    });
  });

  test("is read on its own day: 79 on 31 December 2023", () => {
    expect(
      payments({
        patients: [{ ...aged(40) }],
        previousPatients: [{ birthDate: "1944-06-15", ald: false, c2s: false }],
      }),
    ).toEqual(paid(5 / 4, 5 - 3 * (5 / 4)));
  });

  test("is not read by the FMT, which says so", () => {
    const { warnings, total } = computePhysician(
      { patients: [old], previousPatients: [old, old] },
      { year: 2026 },
    );
    expect([warnings.map(({ code, path }) => `${code} ${path}`), total]).toEqual([
      ["previous-unused previousPatients"],
      "100.00",
    ]);
  });
});

test("the precarity uplift is paid with the balance, on the list of the year", () => {
  const statement = computePhysician(
    { patients: adults(100, { onC2s: 15 }), previousPatients: adults(100, { onC2s: 50 }) },
    { year: 2024 },
  );
  expect(paymentsOf(statement, "precarity")).toEqual({ "2025-03": euros(500 * 0.04) });
});
