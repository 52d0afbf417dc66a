import fc from "fast-check";
import { expect, test } from "vitest";
import { addAmounts, compareAmounts, formatAmount, subtractAmounts } from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { runs } from "../support/runs.ts";

test.each([
  [[], "0.00"],
  [["0.1", "0.20"], "0.30"],
  [["15", "9940.5", "-0.01"], "9955.49"],
  [["-0.00", "-0.05"], "-0.05"],
  [["-5.25", "5.25"], "0.00"],
  [["90071992547409.92", "0.01", "90071992547409.92"], "180143985094819.85"],
])("%j add up to %s", (amounts, sum) => {
  expect(addAmounts(amounts)).toBe(sum);
});

test("differences and order, below zero too", () => {
  expect(subtractAmounts("7.33", "10")).toBe("-2.67");
  expect(subtractAmounts("-7.33", "-7.33")).toBe("0.00");
  expect(["10.00", "9.00", "-10.00", "-9.00", "0"].sort(compareAmounts)).toEqual([
    "-10.00",
    "-9.00",
    "0",
    "9.00",
    "10.00",
  ]);
  expect(compareAmounts("5", "5.00")).toBe(0);
});

test.each([
  ["23110.5", "23 110,50 €", "€23,110.50"],
  ["-7.3", "−7,30 €", "−€7.30"],
  ["0", "0,00 €", "€0.00"],
])("%s is written %s and %s", (amount, fr, en) => {
  expect(formatAmount(amount).replaceAll("\u00a0", " ")).toBe(fr);
  expect(formatAmount(amount, { locale: "en" })).toBe(en);
});

test.each([
  5,
  5.25,
  null,
  undefined,
  "",
  "5,25",
  "5.",
  ".5",
  "5.255",
  "1e3",
  "+5",
  " 5",
  "5 €",
  "--5",
  "NaN",
  ["5"],
])("%o is no amount", (amount) => {
  const where = (act: () => unknown): string => {
    const { code, path } = refused(act);
    return `${code} ${path}`;
  };
  expect(refused(() => addAmounts(["1", amount as string]))).toMatchObject({
    code: "AMOUNT_INVALID",
    path: "amounts[1]",
  });
  expect(where(() => subtractAmounts("1", amount as string))).toBe("AMOUNT_INVALID b");
  expect(where(() => subtractAmounts(amount as string, "1"))).toBe("AMOUNT_INVALID a");
  expect(where(() => compareAmounts("1", amount as string))).toBe("AMOUNT_INVALID b");
  expect(where(() => compareAmounts(amount as string, "1"))).toBe("AMOUNT_INVALID a");
  expect(where(() => formatAmount(amount as string))).toBe("AMOUNT_INVALID amount");
});

test("a text is no list, nor are options of another name", () => {
  expect(refused(() => addAmounts("100.00" as never))).toMatchObject({
    code: "INPUT_INVALID",
    path: "amounts",
  });
  expect(refused(() => formatAmount("1", { lang: "en" } as never)).path).toBe("options.lang");
  expect(refused(() => formatAmount("1", { locale: "de" as never })).path).toBe("locale");
});

test("they are whole cents, of any size", () => {
  const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
  const text = (n: bigint): string => {
    const digits = `${n < 0n ? -n : n}`.padStart(3, "0");
    return `${n < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
  fc.assert(
    fc.property(fc.array(cents), cents, cents, (many, a, b) => {
      expect(addAmounts(many.map(text))).toBe(text(many.reduce((x, y) => x + y, 0n)));
      expect(subtractAmounts(text(a), text(b))).toBe(text(a - b));
      expect(compareAmounts(text(a), text(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
    runs(1_000),
  );
});
