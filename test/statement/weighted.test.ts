import { expect, test } from "vitest";
import { lineOf, roundedCents } from "../../src/statement/weighted.ts";
import { table } from "../support/table.ts";

table<readonly [millionths: bigint, parts?: number], number>(
  "parts of a cent are rounded once, half away from zero",
  [
    ["nothing", [0n], 0],
    ["just under half", [2_499_999n], 2],
    ["half", [2_500_000n], 3],
    ["just over half", [2_500_001n], 3],
    ["below zero, just under half", [-2_499_999n], -2],
    ["below zero, half", [-2_500_000n], -3],
    ["below zero, a whole", [-2_000_000n], -2],
    ["below zero, less than half", [-499_999n], 0],
    ["seven quarters", [7n, 4], 2],
    ["five quarters", [5n, 4], 1],
    ["minus six quarters", [-6n, 4], -2],
  ],
  ([value, parts]) => roundedCents(value, parts),
);

test("a line of whole patients is a product, of millionths a product rounded", () => {
  expect(lineOf(3, 501, 1)).toBe(1503);
  // 1.5 x 5.01 EUR = 7.515 EUR
  expect(lineOf(1_500_000, 501, 1_000_000)).toBe(752);
});
