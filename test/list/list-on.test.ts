import { expect, test } from "vitest";
import { computeReadings, listOn, type Patient } from "../../src/index.ts";

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

test("an action whose day is empty has none, so the list does not tell the year of prevention", () => {
  const prevention = [
    { id: "flu", on: "" },
    { id: "covid", on: "2025" },
  ];
  const { readings } = computeReadings({ patients: [{ ...adult, prevention }] }, { year: 2026 });
  const options = readings.find(({ id }) => id === "prevention-year")?.options;
  expect(options?.map(({ refusal }) => refusal?.code)).toEqual([undefined, "READING_UNANSWERED"]);
});
