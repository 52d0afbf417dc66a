import { describe, expect, test } from "vitest";
import {
  capitation,
  compareSchedules,
  computePanels,
  panelsFromCounts,
  solveFor,
  type CapitationOptions,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const year = 2026;
const panels = panelsFromCounts(
  [
    { physicianId: "a", age: "7-74", ald: false, c2s: false, n: 300 },
    { physicianId: "a", age: "80+", ald: true, c2s: false, n: 40 },
    { physicianId: "b", age: "7-74", ald: false, c2s: true, n: 100 },
    { physicianId: "b", age: "80+", ald: true, c2s: false, n: 30 },
    { physicianId: "b", age: "0-6", ald: false, c2s: false, n: 20 },
  ],
  { year },
);
const cells: CapitationOptions["cells"] = {
  adults: { when: { age: "7-79", ald: false }, fees: "30000" },
  old: { when: { age: "80+", ald: true }, fees: "10000" },
};

describe("half of the fees of two cells", () => {
  const result = capitation(panels, { year, cells, share: "50%" });

  test("is share x fees / patients, rounded: 15000 / 400 and 5000 / 70", () => {
    expect(result.cells).toEqual([
      { cell: "adults", patients: 400, fees: "30000", amount: "37.50", total: "15000.00" },
      { cell: "old", patients: 70, fees: "10000", amount: "71.43", total: "5000.10" },
    ]);
  });

  test("replaces 20,000 EUR by 20,000.10, and leaves twenty children out", () => {
    const { fees, total, rest, others } = result;
    expect({ fees, total, rest, others }).toEqual({
      fees: "20000.00",
      total: "20000.10",
      rest: "0.10",
      others: 20,
    });
  });

  test("lies on the schedule as a component of the user, which every function prices", () => {
    const { sums, schedule } = computePanels(panels, { year, patch: result.patch });
    expect(sums.componentCents["capitation"]).toBe(2_000_010);
    expect(schedule.id).toBe("fr.fmt.2026");
    const { total } = compareSchedules(panels, { year, b: { patch: result.patch } });
    expect(total.change).toBe("20000.10");
  });

  test("is closed to neutrality by one factor of solveFor, a cent of 70 patients on either side", () => {
    const path = ["capitation.adults.amount", "capitation.old.amount"];
    const before = computePanels(panels, { year }).sums.totalCents / 100;
    const target = { total: (before + 20_000).toFixed(2) };
    const { below, above } = solveFor(panels, { year, patch: result.patch, path, target });
    expect(below?.values).toEqual({ [path[0] as string]: "37.50", [path[1] as string]: "71.42" });
    expect([below?.rest, above?.rest]).toEqual(["-0.60", "0.10"]);
  });
});

test("weights stand for physicians: b for two and a half", () => {
  const { cells: found } = capitation(panels, {
    year,
    cells,
    share: "100%",
    weights: { a: 1, b: 2.5 },
  });
  expect(found.map(({ patients }) => patients)).toEqual([300 + 250, 40 + 75]);
});

test.each([
  ["no fees", { x: { when: { age: "80+" } } }, "AMOUNT_INVALID"],
  ["fees as a number", { x: { when: { age: "80+" }, fees: 9000 } }, "AMOUNT_INVALID"],
  ["no cell", {}, "INPUT_INVALID"],
  [
    "a cell without patients",
    { x: { when: { age: "7-74", ald: true }, fees: "1" } },
    "INPUT_INVALID",
  ],
  [
    "a patient in two cells",
    { x: { when: { age: "70+" }, fees: "1" }, y: { when: { ald: true }, fees: "1" } },
    "SCHEDULE_OVERLAP",
  ],
  ["a fact of the physician", { x: { when: { zone: "ZIP" }, fees: "1" } }, "KEY_UNKNOWN"],
])("refuses %s", (_, own, code) => {
  expect(refused(() => capitation(panels, { year, cells: own as never, share: "50%" })).code).toBe(
    code,
  );
});

test("refuses a share that is none", () => {
  expect(refused(() => capitation(panels, { year, cells, share: "half" })).code).toBe(
    "INPUT_INVALID",
  );
});

test("weighted patients of weighted physicians share the fees exactly", () => {
  // 0.3 x 10.5 + 1.7 x 0.25 = 3.575 patients; 100 / 3.575 = 27.972…; x 3.575 = 99.99275
  const table = [
    { physicianId: "a", age: "80+", ald: true, c2s: false, n: 10.5 },
    { physicianId: "b", age: "80+", ald: true, c2s: false, n: 0.25 },
    { physicianId: "b", age: "7-74", ald: false, c2s: false, n: 0.5 },
  ];
  const { cells: found, others } = capitation(panelsFromCounts(table, { year }), {
    year,
    cells: { old: { when: { age: "80+" }, fees: "100" } },
    share: "100%",
    weights: [0.3, 1.7],
  });
  expect(found).toEqual([
    { cell: "old", patients: 3.575, fees: "100", amount: "27.97", total: "99.99" },
  ]);
  expect(others).toBe(0.85);
});
