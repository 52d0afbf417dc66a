import { describe, expect, test } from "vitest";
import { euros } from "../../src/words/euros.ts";
import { asksYesOrNo, tokensOf } from "../../src/words/header-tokens.ts";

describe("euros as people and banks write them", () => {
  test.each([
    ["5000", "5000"],
    ["-12,5", "-12.5"],
    ["\u221212,50", "-12.50"],
    ["\u20135", "-5"],
    ["5€", "5"],
    ["5  €", "5"],
    ["5 EUR", "5"],
    ["5 euro", "5"],
    ["12,50 euros", "12.50"],
    ["€5", "5"],
    ["€ 5", "5"],
    ["5 000", "5000"],
    ["5\u00a0000,00 €", "5000.00"],
    ["12\u202f345 678,9", "12345678.9"],
    ["1.234,56", "1234.56"],
    ["12.345.678,90", "12345678.90"],
    ["1,234.56", "1234.56"],
    ["12,345,678.90", "12345678.90"],
  ])("%j", (text, amount) => expect(euros(text)).toBe(amount));

  test.each([
    "1.234",
    "1,234",
    "1 234,567",
    "1 23",
    "x5",
    "5x",
    "a1 234",
    "1 234x",
    "x1.234,56",
    "1.234,56x",
    "x1,234.56",
    "1,234.56x",
    "12€5",
    "",
  ])("%j may be more than one amount, or none", (text) => expect(euros(text)).toBeUndefined());
});

test.each([
  ["ALD (O/N)", true],
  ["Vu ?", true],
  ["topAld", true],
  ["est_vu", true],
  ["2 top ALD", false],
  ["Statut", false],
  ["ALD", false],
])("whether %s asks for yes or no", (header, asks) => expect(asksYesOrNo(header)).toBe(asks));

test.each([
  ["Statut", ["statut"]],
  ["Patient", ["patient"]],
  ["top ALD", ["ald"]],
  ["âge du patient", ["age"]],
])("the words of %s that tell of its column", (header, tokens) =>
  expect(tokensOf(header)).toEqual(tokens),
);
