import { expect, test } from "vitest";
import { computeShares, type Physician } from "../../src/index.ts";
import type { Account } from "../../src/list/batch-reader.ts";
import { readBatch } from "../../src/list/read-batch.ts";
import { compile } from "../../src/statement/compile.ts";
import { AccountPricer } from "../../src/statement/price-account.ts";
import { scheduleOf } from "../../src/statement/schedule-of.ts";
import { cents, forAll, sum } from "./arbitrary.ts";

const AMOUNT = /^-?\d+\.\d\d$/;

test("lines sum to components, components to the total", () => {
  forAll(({ lines, components, total }) => {
    for (const [id, amount] of Object.entries(components)) {
      expect(
        sum(lines.filter(({ component }) => component === id).map((line) => line.amount)),
      ).toBe(cents(amount));
    }
    expect(sum(lines.map(({ amount }) => amount))).toBe(cents(total));
    expect(sum(Object.values(components))).toBe(cents(total));
  });
});

test("a table says of a physician what their statement says", () => {
  forAll((statement, { physician, patients, previousPatients }, options) => {
    const pricer = new AccountPricer(compile(scheduleOf(options)), options.year, {});
    const lists = { patients, ...(previousPatients && { previousPatients }) };
    const batch = { physicians: [physician as Physician], ...lists };
    const [account] = readBatch(pricer.required, batch).accounts;
    const { assumed, ...amounts } = pricer.amounts(account as Account);
    expect(statement).toMatchObject(amounts);
    expect(assumed).toEqual(statement.assumptions.map(({ code }) => code));
  });
});

test("instalments sum to the total, and to each component", () => {
  forAll(({ instalments, components, total }) => {
    expect(sum(instalments.map(({ amount }) => amount))).toBe(cents(total));
    for (const { amount, components: parts } of instalments)
      expect(sum(Object.values(parts))).toBe(cents(amount));
    for (const [id, amount] of Object.entries(components))
      expect(sum(instalments.map((one) => one.components[id] ?? "0"))).toBe(cents(amount));
  });
});

test("instalments come in the order of time, each day once", () => {
  forAll(({ instalments }) => {
    const days = instalments.map(({ due }) => due);
    expect(days).toEqual([...new Set(days)].sort());
  });
});

const CALCULATION = ["quantity", "unitAmount", "of", "rate"];

test("a line is quantity x unit, or a rate of an amount; never neither, never both, never of zero", () => {
  forAll(({ lines }) => {
    for (const line of lines) {
      const keys = line.kind === "amount" ? ["quantity", "unitAmount"] : ["of", "rate"];
      expect(Object.keys(line).filter((key) => CALCULATION.includes(key))).toEqual(keys);
      if (line.kind === "rate") {
        expect(line.rate).not.toBe("0%");
        continue;
      }
      expect(line.quantity * cents(line.unitAmount)).toBe(cents(line.amount));
      expect(Number.isInteger(line.quantity) && line.quantity > 0).toBe(true);
    }
  });
});

test("every amount is text with two decimals", () => {
  forAll(({ lines, components, total, instalments }) => {
    const amounts = [
      total,
      ...Object.values(components),
      ...lines.map(({ amount }) => amount),
      ...instalments.flatMap((one) => [one.amount, ...Object.values(one.components)]),
    ];
    for (const amount of amounts) expect(amount).toMatch(AMOUNT);
    expect(amounts).not.toContain("-0.00");
  });
});

test("the shares of the patients sum to each component, and to the total", () => {
  forAll((statement, input, options) => {
    const { shares, statement: same } = computeShares(input, options);
    expect(same).toEqual(statement);
    expect(shares).toHaveLength(input.patients.length);
    // Points are due to a physician without patients, who then have no share of them.
    if (shares.length === 0) return;
    for (const [id, amount] of Object.entries(statement.components))
      expect(sum(shares.map(({ components }) => components[id] ?? ""))).toBe(cents(amount));
    for (const share of shares)
      expect(sum(Object.values(share.components))).toBe(cents(share.total));
    expect(sum(shares.map(({ total }) => total))).toBe(cents(statement.total));
  });
});

test("no share is negative, and nothing is due to nobody", () => {
  forAll((_, input, options) => {
    for (const { components } of computeShares(input, options).shares)
      for (const amount of Object.values(components))
        expect(cents(amount)).toBeGreaterThanOrEqual(0);
  });
});
