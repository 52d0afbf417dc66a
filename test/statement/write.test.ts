import { expect, test } from "vitest";
import { computePatient, type Instalment } from "../../src/index.ts";
import { anAdult } from "../support/rows.ts";

const quarters = (amount: string): readonly Instalment[] =>
  computePatient({ patient: anAdult }, { year: 2026, patch: { "base.7-74.amount": amount } })
    .instalments;

test("instalments that are equal share what they say, in less memory", () => {
  const [april, june, , november, balance] = quarters("5.00");
  expect([april, november, balance]).toMatchObject([
    { amount: "1.25", components: { base: "1.25" } },
    { amount: "1.25", components: { base: "1.25" } },
    { amount: "0.00" },
  ]);
  expect(june?.components).toBe(april?.components);
  expect(november?.components).toBe(april?.components);
});

test("but one that has the odd cents, or other components, says its own", () => {
  const [april, june, september, november] = quarters("5.02");
  expect([april, june, september, november].map((one) => one?.components["base"])).toEqual([
    "1.25",
    "1.25",
    "1.25",
    "1.27",
  ]);
  expect(september?.components).toBe(april?.components);
});
