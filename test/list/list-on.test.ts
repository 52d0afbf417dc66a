import { expect, test } from "vitest";
import { computeReadings, listOn, type Patient } from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";

const adult = { age: 40, ald: false, c2s: false };

test("a row that cannot be read stays on the list, to be refused when it is computed", () => {
  const throwing = (): never => {
    throw new Error("unreadable");
  };
  let reads = 0;
  const rows = [
    Object.defineProperty({ ...adult }, "birthDate", { enumerable: true, get: throwing }),
    { ...adult, visits: new Proxy(["2025"], { get: throwing }) },
    Object.defineProperty({ ...adult, diedOn: "2020" }, "id", {
      enumerable: true,
      get: () => (++reads > 1 ? throwing() : "once"),
    }),
    null,
  ] as unknown as Patient[];
  const { batch, leftOut, counts } = listOn({ patients: rows }, "2025-12-31");
  expect(batch.patients).toEqual([rows[0], rows[1], null]);
  expect(leftOut).toEqual([{ kind: "patient", index: 2, id: "once", leftOut: "dead" }]);
  expect(counts).toMatchObject({ read: 4, computed: 3, leftOut: 1, rejected: 0 });
});

test("the rows of the day are plain, and those that hold no dates are as they were", () => {
  const patients = [
    { id: 1, physicianId: 7, age: 40, c2s: false, aldFrom: "2025-03-01", visits: ["2024-05-02"] },
    { id: 2, ...adult },
    { id: 3, ...adult, registeredFrom: "2019", registeredUntil: "2026" },
  ] as Patient[];
  const { batch, leftOut, rejected, counts } = listOn({ patients }, "2025-12-31");
  expect(batch.patients).toEqual([
    { id: 1, physicianId: 7, age: 40, ald: true, c2s: false, lastSeen: "2024-05-02" },
    { id: 2, ...adult },
    { id: 3, ...adult },
  ]);
  expect(batch.patients[1]).toBe(patients[1]);
  expect([leftOut, rejected]).toEqual([[], []]);
  expect(counts).toMatchObject({ read: 3, computed: 3 });
});

test("a row whose dates are refused is on no list, with the reasons", () => {
  const patients = [
    { id: 1, physicianId: 7, ...adult, registeredFrom: "2019-13", registeredUntil: "2025" },
    { id: 2, ...adult },
  ];
  const { batch, rejected, counts } = listOn({ patients }, "2025-12-31");
  expect(batch.patients).toEqual([patients[1]]);
  expect(rejected).toEqual([
    {
      kind: "patient",
      index: 0,
      id: "1",
      physicianId: "7",
      refusals: [
        expect.objectContaining({
          code: "DATE_INVALID",
          path: "patients[0].registeredFrom",
        }) as object,
        expect.objectContaining({
          code: "DATE_INCOMPLETE",
          path: "patients[0].registeredUntil",
        }) as object,
      ],
    },
  ]);
  expect(counts).toEqual({
    read: 2,
    computed: 1,
    leftOut: 0,
    rejected: 1,
    reasons: { leftOut: {}, rejected: { DATE_INVALID: 1, DATE_INCOMPLETE: 1 } },
  });
});

test("refuses a day that does not exist", () => {
  expect(refused(() => listOn({ patients: [] }, "2025-02-30"))).toEqual(
    why(
      "DATE_INVALID",
      "day",
      '"2025-02-30"',
      "un jour AAAA-MM-JJ qui existe",
      "a day YYYY-MM-DD that exists",
    ),
  );
});

test("a number of actions has no days, so the list does not tell the year of prevention", () => {
  const refusedOf = (patients: Patient[]): readonly (string | undefined)[] | undefined =>
    computeReadings({ patients }, { year: 2026 })
      .readings.find(({ id }) => id === "prevention-year")
      ?.options.map(({ refusal }) => refusal?.code);
  const dated = { ...adult, prevention: [{ id: "flu", on: "2025-10-15" }] };
  expect(refusedOf([dated, { ...adult, prevention: 0 }])).toEqual([undefined, undefined]);
  expect(refusedOf([dated, { ...adult, prevention: 1 }])).toEqual([
    undefined,
    "READING_UNANSWERED",
  ]);
});

test("an action whose day is empty has none, so the list does not tell the year of prevention", () => {
  const prevention = [
    { id: "flu", on: "" },
    { id: "covid", on: "2025" },
  ];
  const { readings } = computeReadings({ patients: [{ ...adult, prevention }] }, { year: 2026 });
  const options = readings.find(({ id }) => id === "prevention-year")?.options;
  expect(options?.map(({ refusal }) => refusal?.code)).toEqual([undefined, "READING_UNANSWERED"]);
});
