import { expect, test } from "vitest";
import {
  computePanels,
  indexation,
  loadSchedule,
  type IndexationOptions,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { A, B, two } from "./panels.ts";

const index = (rate: string, years: string, others: Partial<IndexationOptions> = {}) =>
  indexation({ schedule: "fr.fmt.2026", rate, years, ...others });

test("amounts grow by the rate to the power of the years, each rounded once", () => {
  const of = index("1.7%", "2026:2029");
  expect(of.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029]);
  // 55 * 1.017^3 = 57.8530…; 10 * 1.017^2 = 10.34289; 5 * 1.017 = 5.085, half a cent up.
  expect(of[3]?.scenario.patch["base.80+.amount"]).toBe("57.85");
  expect(of[2]?.scenario.patch["c2s.amount"]).toBe("10.34");
  expect(of[1]?.scenario.patch["base.7-74.amount"]).toBe("5.09");
  expect(of[0]?.scenario.patch["base.7-74.amount"]).toBe("5.00");
});

test("each is a scenario, which starts in its year and leaves rates alone", () => {
  const [, second] = index("10%", "2026:2027");
  const schedule = loadSchedule(second?.scenario);
  expect(schedule.uplifts).toMatchObject({ cases: { age67: { rate: "10%" } } });
  const total = (year: number) =>
    computePanels(two, { year, schedule, move: true }).sums.totalCents / 100;
  expect(total(2026)).toBe(A + B);
  // In 2027 all are a year older: three of A's and B's amounts are the same, by 10 %.
  expect(total(2027)).toBeCloseTo((A + B) * 1.1, 9);
});

test("over readings, which it keeps", () => {
  const readings = { "zone-and-age": "highest" };
  const [, second] = index("0.5%", "2026:2027", { readings });
  expect(second?.scenario.readings).toEqual(readings);
});

table<Partial<IndexationOptions>, readonly [string, string]>(
  "an indexation that is refused",
  [
    ["a rate without %", { rate: "2" }, ["INPUT_INVALID", "options.rate"]],
    ["years that fall", { years: "2029:2026" }, ["INPUT_INVALID", "options.years"]],
    ["one year", { years: "2026" }, ["INPUT_INVALID", "options.years"]],
    ["another key", { to: 2029 } as never, ["KEY_UNKNOWN", "options.to"]],
  ],
  (edits) => {
    const { code, path } = refused(() => index("2%", "2026:2027", edits));
    return [code, path];
  },
);
