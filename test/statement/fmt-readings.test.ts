import { expect, test } from "vitest";
import {
  computePhysician,
  type PhysicianInput,
  type Readings,
  type Statement,
} from "../../src/index.ts";
import { changes, paymentsOf, type Changes } from "../support/changes.ts";
import { euros, table, type Row } from "../support/table.ts";

/** A physician of 75, installed in a ZIP in 2025, and three patients whom every reading of the FMT bears on. */
const input: PhysicianInput = {
  physician: { zone: "ZIP", birthDate: "1950-06-15", firstInstallation: "2025-03-01" },
  patients: [
    { birthDate: "1946-05-01", ald: false, c2s: false, lastSeen: "2025-10-01" },
    { birthDate: "1940-05-01", ald: true, c2s: true, lastSeen: "2022-10-01" },
    { birthDate: "1980-05-01", ald: false, c2s: true, lastSeen: "2025-10-01", prevention: 2 },
  ],
};
const read = (readings: Readings = {}): Statement =>
  computePhysician(input, { year: 2026, readings });

const base = 15 + 5 + 5;
const c2s = 2 * 10;

test("by default", () => {
  expect(read().components).toEqual({
    base: euros(base),
    c2s: euros(c2s),
    prevention: euros(2 * 5),
    zone: euros(base * 0.5),
    age67: euros(base * 0.1),
  });
});

type Expected = Pick<Changes, "components" | "paidOtherwise">;

/**
 * New amounts, and so new instalments, of these components only, and of those that come after them
 * in a sum that is cut as one.
 */
function only(amounts: Readonly<Record<string, number>>, ...after: readonly string[]): Expected {
  return {
    components: Object.fromEntries(
      Object.entries(amounts).map(([id, amount]) => [id, euros(amount)]),
    ),
    paidOtherwise: [...Object.keys(amounts), ...after],
  };
}

/** The same amounts, these components being paid otherwise. */
const paidOtherwise = (...components: readonly string[]): Expected => ({
  components: {},
  paidOtherwise: components,
});

const rows: readonly Row<Readings, Expected>[] = [
  ["a C2S patient not seen loses the 10 EUR", { "not-seen-c2s": "lost" }, only({ c2s: 10 })],
  [
    "an ALD patient not seen keeps the 100 EUR",
    { "not-seen-ald": "keeps" },
    only({ base: 15 + 100 + 5, zone: (15 + 100 + 5) * 0.5, age67: (15 + 100 + 5) * 0.1 }),
  ],
  ["the higher uplift only", { "zone-and-age": "highest" }, only({ age67: 0 })],
  [
    "the first installation adds to the 10 %",
    { "first-install": "add" },
    only({ zone: base * 0.6 }, "age67"),
  ],
  [
    "the uplifts bear on the C2S as well",
    { "uplift-base": "base-and-c2s" },
    only({ zone: (base + c2s) * 0.5, age67: (base + c2s) * 0.1 }),
  ],
  [
    "the installation counts in civil years: 2026 is year 2",
    { "install-year": "civil" },
    only({ zone: base * 0.3 }),
  ],
  [
    "read on 31 December 2026: 80 years, year 2",
    { "reference-day": "31/12/N" },
    only({ base: 55 + 5 + 5, zone: (55 + 5 + 5) * 0.3, age67: (55 + 5 + 5) * 0.1 }),
  ],
  [
    "the C2S and the uplifts are paid in 2027",
    { "paid-when": "next-year" },
    paidOtherwise("c2s", "zone", "age67"),
  ],
  [
    "each component is cut apart: the 2.50 EUR for age are no more what two odd cents leave",
    { "equal-parts": "component" },
    paidOtherwise("age67"),
  ],
  [
    "the odd cents go to the first instalments",
    { "odd-cents": "first" },
    paidOtherwise("zone", "age67"),
  ],
];

table<Readings, Changes>(
  "a reading changes what it must, and nothing else",
  rows.map(([title, readings, expected]) => [title, readings, { ...expected, readings }]),
  (readings) => changes(read(), read(readings)),
);

/** 12.50 EUR in four instalments: 312.5 cents each. */
table<Readings, Record<string, string>>(
  "the instalments of the uplift for the zone",
  [
    [
      "the odd cents on the last",
      {},
      { "2026-04": "3.12", "2026-06": "3.12", "2026-09": "3.12", "2026-11": "3.14" },
    ],
    [
      "the odd cents one by one from the first",
      { "odd-cents": "first" },
      { "2026-04": "3.13", "2026-06": "3.13", "2026-09": "3.12", "2026-11": "3.12" },
    ],
    ["in N+1", { "paid-when": "next-year" }, { "2027": "12.50" }],
  ],
  (readings) => paymentsOf(read(readings), "zone"),
);

test("prevention is paid in N+1, and the base never is", () => {
  expect(paymentsOf(read(), "prevention")).toEqual({ "2027": euros(2 * 5) });
  expect(paymentsOf(read({ "paid-when": "next-year" }), "base")).toEqual({
    "2026-04": "6.25",
    "2026-06": "6.25",
    "2026-09": "6.25",
    "2026-11": "6.25",
  });
});
