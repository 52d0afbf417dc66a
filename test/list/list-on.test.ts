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

test("who is born after the day is left out, by the year where no month is known", () => {
  const birthDates = ["2025-12-31", "2026-01-01", "2025-00-00", "2026-00-00", "2026", "soon", 2026];
  const patients = birthDates.map((birthDate) => ({ birthDate, ald: false, c2s: false }));
  const { batch, leftOut } = listOn({ patients: patients as Patient[] }, "2025-12-31");
  expect(leftOut.map(({ index, leftOut: why }) => [index, why])).toEqual([
    [1, "unborn"],
    [3, "unborn"],
    [4, "unborn"],
  ]);
  expect(batch.patients).toEqual([0, 2, 5, 6].map((index) => patients[index]));
});

test("in the middle of a year, the date that leaves the day open is refused", () => {
  const rows: readonly [field: string, row: object][] = [
    ["birthDate", { birthDate: "2025" }],
    ["diedOn", { diedOn: "2025-06" }],
    ["registeredFrom", { registeredFrom: "2025" }],
    ["registeredFrom", { registeredFrom: "2025", registeredUntil: "2026" }],
    ["registeredUntil", { registeredFrom: "2020", registeredUntil: "2025" }],
    ["visits", { visits: ["2024", "2025"] }],
    ["lastSeen", { visits: ["2024"], lastSeen: "2025-06" }],
  ];
  const patients = rows.map(([, row]) => ({ ald: false, c2s: false, ...row })) as Patient[];
  const { rejected } = listOn({ patients }, "2025-06-15");
  expect(
    rejected.flatMap(({ refusals }) => refusals.map(({ code, path }) => [code, path])),
  ).toEqual(rows.map(([field], i) => ["DATE_INCOMPLETE", `patients[${i}].${field}`]));
});

test("the last visit is that until the day, or the first of those after it", () => {
  const visits = ["2025-09-01", "2025-07-01", "2026-01-01"];
  const patients = [visits, [...visits, "2024-05-01", "2023-05-01"]].map((dates) => ({
    ...adult,
    visits: dates,
  }));
  const { batch } = listOn({ patients }, "2025-06-15");
  expect(batch.patients.map(({ lastSeen }) => lastSeen)).toEqual(["2025-07-01", "2024-05-01"]);
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

test("what is no row is left as it is, even if it says that its patient died", () => {
  const died = { ...adult, diedOn: "2020-01-01" };
  const rows = [Object.assign([], died), Object.assign(() => 0, died), "gone", 7, undefined];
  const { batch, leftOut, rejected } = listOn(
    { patients: rows as unknown as Patient[] },
    "2025-12-31",
  );
  expect(batch.patients.map((row, i) => row === rows[i])).toEqual(rows.map(() => true));
  expect([leftOut, rejected]).toEqual([[], []]);
});

test("a row of the day has no field that is told to be empty", () => {
  const patients = [{ age: 40, registeredFrom: "2019", c2sFrom: "2026-02-01" }] as Patient[];
  const { batch, warnings } = listOn({ patients }, "2025-12-31");
  expect(batch.patients).toStrictEqual([{ age: 40, c2s: false }]);
  expect(warnings).toEqual([]);
});

test("who is left out is named by what is an id, a text or a number", () => {
  const ids = ["a", 0, 7.5, "", null, undefined, true, {}, ["a"]];
  const patients = ids.flatMap((id) => [
    { ...adult, id, diedOn: "2020" },
    { ...adult, physicianId: id, diedOn: "2020" },
  ]) as unknown as Patient[];
  const names = ["a", "0", "7.5"];
  expect(listOn({ patients }, "2025-12-31").leftOut).toStrictEqual(
    ids.flatMap((_, i) =>
      ["id", "physicianId"].map((field, side) => ({
        kind: "patient",
        index: 2 * i + side,
        ...(i < names.length && { [field]: names[i] }),
        leftOut: "dead",
      })),
    ),
  );
});

test("the warnings are those of the rows of the day, and none of others", () => {
  const contradicted = { ...adult, aldFrom: "2020-01-01" };
  const warningsOf = (...patients: Patient[]): object =>
    listOn({ patients }, "2025-12-31").warnings.map(({ code, path }) => [code, path]);
  expect(warningsOf(adult, contradicted)).toEqual([["status-by-dates", "patients[1].ald"]]);
  expect(warningsOf(adult, { ...contradicted, registeredFrom: "2025-13" })).toEqual([]);
  expect(warningsOf(adult, { ...contradicted, diedOn: "2025-05-01" })).toEqual([]);
});
