import { describe, expect, test } from "vitest";
import { worklist, type Patient, type WorklistOptions } from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const none = {
  bronchodilators: false,
  diabetes: false,
  hypertension: false,
  "cardiovascular-risk": false,
};
const man = {
  id: "m",
  birthDate: "1950-05-05",
  sex: "M",
  ald: false,
  c2s: false,
  conditions: none,
  acts: [],
} as const;
const child = { id: "c", birthDate: "2025-07-10", ald: false, c2s: false, acts: [] } as const;
const list = (patients: readonly Patient[], options: Partial<WorklistOptions> = {}) =>
  worklist(patients, { year: 2026, asOf: "2026-11-15", ...options });
const planned = (patients: readonly Patient[], options?: Partial<WorklistOptions>) =>
  list(patients, options).map(({ id, items }) => [
    id,
    items.map(({ indicator, by }) => `${indicator} ${by}`),
  ]);

test("what can be done at one visit is one visit, by its first last day", () => {
  expect(planned([man])).toEqual([["m", ["flu 2027-01-31", "covid 2027-01-31"]]]);
});

test("what opens after something else ends is another visit", () => {
  const man74 = { ...man, birthDate: "1952-05-05" };
  expect(planned([man74], { asOf: "2026-06-30" })).toEqual([
    ["m", ["colorectal 2026-12-31", "flu 2027-01-31", "covid 2027-01-31"]],
  ]);
  // the examination of the 9th month is until 10 May; the season opens in October
  const ofChild = { ...child, conditions: { ...none, "cardiovascular-risk": false } };
  const visits = planned([ofChild], {
    asOf: "2026-01-15",
    patch: { "prevention.exam-9m.eligible.9-months.reaches": "9 months" },
  });
  expect(visits).toEqual([["c", ["exam-9m 2026-05-10"]]]);
});

test("visits are ordered by date, whoever they are of", () => {
  const order = list([man, { ...child, birthDate: "2024-12-20" }], { asOf: "2026-10-15" }).map(
    ({ id, items }) => [id, items[0]?.by],
  );
  expect(order).toEqual([
    ["c", "2026-12-20"],
    ["m", "2027-01-31"],
  ]);
});

test("what is done or closed is not on the list, and what only a record leaves open comes last", () => {
  const vaccinated = { ...man, acts: [{ kind: "flu-vaccine", date: "2026-10-20" }] };
  expect(planned([vaccinated])).toEqual([["m", ["covid 2027-01-31"]]]);
  const late = { ...man, conditions: { ...none, diabetes: true } };
  expect(planned([late], { asOf: "2027-01-15" })).toEqual([
    ["m", ["flu 2027-01-31", "covid 2027-01-31"]],
  ]);
  expect(planned([man], { asOf: "2027-02-01" })).toEqual([["m", ["flu null", "covid null"]]]);
});

test("an item says why it is open and what is missing, and nothing else", () => {
  const [visit] = list([
    {
      ...man,
      conditions: { ...none, diabetes: true },
      acts: [{ kind: "hba1c", date: "2026-02-02" }],
    },
  ]);
  expect(Object.keys(visit ?? {})).toEqual(["physicianId", "id", "items"]);
  const hba1c = visit?.items.find(({ indicator }) => indicator === "hba1c");
  expect(hba1c).toMatchObject({
    eligible: "yes",
    validated: "unknown",
    because: { code: "window-open" },
    by: "2026-12-31",
    missing: [{ acts: { hba1c: 1 } }],
  });
  expect(Object.keys(hba1c ?? {})).toEqual([
    "indicator",
    "eligible",
    "validated",
    "because",
    "by",
    "missing",
  ]);
});

test("euros stand there only where they are asked for", () => {
  const amounts = (options: object) => list([man], options)[0]?.items.map(({ amount }) => amount);
  expect(amounts({})).toEqual([undefined, undefined]);
  expect(amounts({ withAmounts: true })).toEqual(["5.00", "5.00"]);
  expect(amounts({ withAmounts: true, patch: { "prevention.covid.amount": "8" } })).toEqual([
    "5.00",
    "8.00",
  ]);
});

describe("who is dead or gone on the day", () => {
  test.each([{ diedOn: "2026-11-14" }, { registeredUntil: "2026-11-14" }])(
    "%o has nothing to do",
    (dates) => {
      expect(list([{ ...man, ...dates }])).toEqual([]);
    },
  );

  test("has until then", () => {
    expect(list([{ ...man, registeredUntil: "2026-11-15" }])).toHaveLength(1);
  });
});

test("a refused row is refused by its number", () => {
  expect(refused(() => list([man, { ...man, sex: "x" as "F" }])).path).toBe("patients[1].sex");
});
