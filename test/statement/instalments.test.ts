import { expect, test } from "vitest";
import { getSchedule, applyPatch, type SchedulePatch } from "../../src/index.ts";
import { compile } from "../../src/statement/compile.ts";
import { calendarOf, instalments } from "../../src/statement/instalments.ts";
import { table } from "../support/table.ts";

type Given = readonly [base: number, patch: SchedulePatch];
type Paid = readonly (readonly [due: string, cents: number | undefined])[];

/** How so many cents of base are paid in 2026, in the order of time. */
function paid([base, patch]: Given): Paid {
  const schedule = applyPatch(getSchedule("fr.fmt.2026"), patch);
  const compiled = compile(schedule);
  const totals = compiled.components.map((component) => (component === "base" ? base : 0));
  const parts = instalments(calendarOf(compiled, 2026), totals, []);
  return parts
    .filter(({ components }) => components.has("base"))
    .map(({ due, components }) => [due, components.get("base")]);
}

const quarters = (...cents: readonly number[]): Paid =>
  ["2026-04", "2026-06", "2026-09", "2026-11"].map((due, i) => [due, cents[i]]);
const first: SchedulePatch = { "payment.oddCents": "first" };

table<Given, Paid>(
  "four equal parts, the odd cents on the last, or one by one from the first",
  [
    ["100 EUR", [10000, {}], quarters(2500, 2500, 2500, 2500)],
    ["60.50 EUR", [6050, {}], quarters(1512, 1512, 1512, 1514)],
    ["60.50 EUR, from the first", [6050, first], quarters(1513, 1513, 1512, 1512)],
    ["60.51 EUR", [6051, {}], quarters(1512, 1512, 1512, 1515)],
    ["60.51 EUR, from the first", [6051, first], quarters(1513, 1513, 1513, 1512)],
    ["60.49 EUR", [6049, {}], quarters(1512, 1512, 1512, 1513)],
    ["3 cents", [3, {}], quarters(0, 0, 0, 3)],
    ["3 cents, from the first", [3, first], quarters(1, 1, 1, 0)],
    ["nothing", [0, {}], quarters(0, 0, 0, 0)],
    ["-60.50 EUR", [-6050, {}], quarters(-1512, -1512, -1512, -1514)],
    ["-60.50 EUR, from the first", [-6050, first], quarters(-1513, -1513, -1512, -1512)],
    [
      "in three parts of a user's",
      [10000, { "payment.quarters.equal": ["01/N", "12/N", "06/N+1"] }],
      [
        ["2026-01", 3333],
        ["2026-12", 3333],
        ["2027-06", 3334],
      ],
    ],
    ["once a year", [10000, { "payment.quarters.equal": ["N"] }], [["2026", 10000]]],
    [
      "two on one day are one instalment",
      [10000, { "payment.quarters.equal": ["04/N", "04/N"] }],
      [["2026-04", 10000]],
    ],
    [
      "in the order of time, whatever that of the document",
      [9999, { "payment.quarters.equal": ["N+1", "12/N", "01/N-1"] }],
      [
        ["2025-01", 3333],
        ["2026-12", 3333],
        ["2027", 3333],
      ],
    ],
  ],
  paid,
);

/** How base, C2S and an uplift are paid in 2026: the sums, then each component. */
function together([totals, patch]: readonly [readonly number[], SchedulePatch]): number[][] {
  const compiled = compile(applyPatch(getSchedule("fr.fmt.2026"), patch));
  const [base = 0, c2s = 0, zone = 0] = totals;
  const cents = compiled.components.map((id) => ({ base, c2s, zone })[id] ?? 0);
  const parts = instalments(calendarOf(compiled, 2026), cents, []).slice(0, 4);
  const of = (id: string): number[] => parts.map(({ components }) => components.get(id) ?? 0);
  const sums = parts.map(({ components }) => [...components.values()].reduce((a, b) => a + b, 0));
  return [sums, of("base"), of("c2s"), of("zone")];
}

const apart: SchedulePatch = { "payment.partsOf": "component" };

table<readonly [readonly number[], SchedulePatch], number[][]>(
  "equal parts of the sum, and what each component brings to it",
  [
    [
      "a sum that four divides, of components that it does not",
      [[1001, 1002, 1997], {}],
      // 10.01 is 2.50 and 1 over; with 10.02, 20.03 is 5.00 and 3 over; with 19.97, 40.00 is 10.00.
      [
        [1000, 1000, 1000, 1000],
        [250, 250, 250, 251],
        [250, 250, 250, 252],
        [500, 500, 500, 497],
      ],
    ],
    [
      "the same, from the first",
      [[1001, 1002, 1997], first],
      [
        [1000, 1000, 1000, 1000],
        [251, 250, 250, 250],
        [250, 251, 251, 250],
        [499, 499, 499, 500],
      ],
    ],
    [
      "each component cut apart",
      [[1001, 1002, 1997], apart],
      [
        [999, 999, 999, 1003],
        [250, 250, 250, 251],
        [250, 250, 250, 252],
        [499, 499, 499, 500],
      ],
    ],
    [
      "a sum with two odd cents, the components of no matter",
      [[1001, 1001, 0], {}],
      [
        [500, 500, 500, 502],
        [250, 250, 250, 251],
        [250, 250, 250, 251],
        [0, 0, 0, 0],
      ],
    ],
    [
      "components of another plan are cut by themselves",
      [[1001, 1003, 0], { "c2s.paid": "balance" }],
      [
        [250, 250, 250, 251],
        [250, 250, 250, 251],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
    ],
  ],
  together,
);

test("a sum is cut without what is paid on other days", () => {
  const compiled = compile(getSchedule("fr.fmt.2026"));
  const due: Readonly<Record<string, number>> = { base: 501, prevention: 502, zone: 50 };
  const totals = compiled.components.map((component) => due[component] ?? 0);
  const parts = instalments(calendarOf(compiled, 2026), totals, []);
  // 551 in quarters: 137, 137, 137, 140, of which the base has 125, 125, 125, 126
  expect(parts.flatMap(({ components }) => components.get("zone") ?? [])).toEqual([12, 12, 12, 14]);
});
