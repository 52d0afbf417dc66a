import { describe, expect, test } from "vitest";
import {
  computePanels,
  computePhysician,
  computeShares,
  panelsFromCounts,
  type GivenFacts,
  type Readings,
} from "../../src/index.ts";
import { clinicWith } from "../support/clinic.ts";
import { allFacts } from "../support/declared-facts.ts";
import { anAdult } from "../support/rows.ts";
import { table } from "../support/table.ts";

table<GivenFacts, readonly string[]>(
  "points of the conditions that hold, 7 EUR each: digital 10, then online 3 and 5",
  [
    ["nothing told", {}, ["0.00", "0.00"]],
    ["the software", { software: true }, ["70.00", "0.00"]],
    ["and half online", { software: true, rate: 50 }, ["70.00", "21.00"]],
    ["just under half", { software: true, rate: "49.9999" }, ["70.00", "0.00"]],
    ["both rates", { software: true, rate: 80 }, ["70.00", "56.00"]],
    ["the end of a range", { software: true, rate: 100 }, ["70.00", "56.00"]],
    ["past its end", { software: true, rate: 100.0001 }, ["70.00", "21.00"]],
    ["online without the software", { software: false, rate: 90 }, ["0.00", "0.00"]],
  ],
  (facts) => {
    const { components } = computePhysician(
      { patients: [], physician: { facts: { hours: 0, ...facts } } },
      { year: 2030, schedule: clinicWith() },
    );
    return [components["digital"], components["online"]] as string[];
  },
);

test("a line has the points and the value of one", () => {
  const { lines } = computePhysician(
    { patients: [], physician: { facts: { hours: 0, software: true, rate: 60 } } },
    { year: 2030, schedule: clinicWith() },
  );
  expect(lines).toMatchObject([
    { rule: "digital.amount", quantity: 10, unitAmount: "7.00", amount: "70.00" },
    { rule: "online.half.amount", quantity: 3, unitAmount: "7.00", amount: "21.00" },
  ]);
});

test("points are no parts of patients: of 1.5 patients they are the same, in columns and lines", () => {
  const by = { year: 2030, schedule: clinicWith({ "amounts.nurse": undefined }) };
  const physicians = [{ id: "a", facts: { hours: 0, software: true, rate: 60 } }];
  const counts = [{ physicianId: "a", age: "40", ald: false, c2s: false, n: 1.5 }];
  const priced = computePanels(panelsFromCounts(counts, { ...by, physicians }), by);
  // 10 points and 3, of 7 EUR
  expect([...priced.totalCents]).toEqual([9100]);
  expect(priced.statement(0).lines).toMatchObject([
    { quantity: 10, amount: "70.00" },
    { quantity: 3, amount: "21.00" },
  ]);
});

test("points are shared equally, the odd cents to the first of the list", () => {
  const { shares } = computeShares(
    { patients: [anAdult, anAdult, anAdult], physician: { facts: { hours: 0, software: true } } },
    { year: 2030, schedule: clinicWith() },
  );
  expect(shares.map(({ total }) => total)).toEqual(["23.34", "23.33", "23.33"]);
});

describe("the DONUM of 2026", () => {
  const donum = (facts: GivenFacts, readings: Readings = {}): string =>
    computePhysician(
      { patients: [], physician: { facts: { ...allFacts, ...facts } } },
      { year: 2026, schedule: "fr.donum.2026", readings },
    ).total;

  table<GivenFacts, string>(
    "280 points, and options of 60, 60 and 20, times 7 EUR",
    [
      ["all conditions: 420 points", {}, "2940.00"],
      ["no option: 280 points", { speRate: 0, dmpRate: 0, mssUsed: false }, "1960.00"],
      ["without the certificates", { atmpRate: 29.9999 }, "2520.00"],
      ["certificates at 30 %", { atmpRate: 30, dsgRate: 30, speRate: 30 }, "2940.00"],
      ["without e-prescription", { ePrescriptionRate: 0 }, "2520.00"],
      ["without the apCV", { apcvUsed: false }, "2800.00"],
      ["no option without the base: rates", { onlineRate: 59.9999 }, "0.00"],
      ["no option without the base: software", { segurSoftware: false }, "0.00"],
      ["no option without the base: SESAM-Vitale", { sesamVitale: false }, "0.00"],
      ["no option without the base: prescribing aid", { prescribingAid: false }, "0.00"],
    ],
    (facts) => donum(facts),
  );

  test("of means, the rates of an option may make up for each other", () => {
    const uneven = { atmpRate: 0, dsgRate: 90, speRate: 90, certificatesMean: 60 };
    expect(donum(uneven)).toBe("2520.00");
    expect(donum(uneven, { rates: "mean" })).toBe("2940.00");
    expect(donum({ certificatesMean: 29 }, { rates: "mean" })).toBe("2520.00");
  });
});
