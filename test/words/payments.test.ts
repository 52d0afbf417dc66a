import { expect, test } from "vitest";
import { euros } from "../../src/words/euros.ts";
import { monthOf } from "../../src/words/month.ts";

test.each([
  ["5000", "5000"],
  ["5 000,00 €", "5000.00"],
  ["5\u202f000,5\u00a0€", "5000.5"],
  ["1.234,56", "1234.56"],
  ["1,234.56", "1234.56"],
  ["1 234 567,89 EUR", "1234567.89"],
  ["-12,50 euros", "-12.50"],
  ["\u221212,50", "-12.50"],
  ["5.000", undefined],
  ["5,000", undefined],
  ["5000,123", undefined],
  ["50 00", undefined],
  ["cinq mille", undefined],
  ["", undefined],
])("%s is %s", (text, amount) => expect(euros(text)).toBe(amount));

test.each([
  ["2026-04", "2026-04"],
  ["04/2026", "2026-04"],
  ["15/04/2026", "2026-04"],
  ["avril 2026", "2026-04"],
  ["Avril", "2026-04"],
  ["2027", "2027"],
  ["acompte", undefined],
])("%s is %s", (text, month) => expect(monthOf(text, 2026)).toBe(month));
