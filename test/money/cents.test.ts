import fc from "fast-check";
import { expect, test } from "vitest";
import { cents, euros } from "../../src/money/cents.ts";
import { table } from "../support/table.ts";

table<string, readonly [cents: number, euros: string]>(
  "euros are whole cents, and back",
  [
    ["without decimals", "15", [1500, "15.00"]],
    ["with one", "0.5", [50, "0.50"]],
    ["with two", "9940.05", [994005, "9940.05"]],
    ["a cent", "0.01", [1, "0.01"]],
    ["nothing", "0", [0, "0.00"]],
  ],
  (text) => [cents(text), euros(cents(text))],
);

table<number, string>(
  "negative cents",
  [
    ["a cent", -1, "-0.01"],
    ["euros", -123456, "-1234.56"],
    ["none", -0, "0.00"],
  ],
  euros,
);

test("what is printed is parsed back, up to the largest amount", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (amount) => {
      expect(cents(euros(amount))).toBe(amount);
    }),
  );
});
