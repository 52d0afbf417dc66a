import { expect, test } from "vitest";
import { getSchedule, type Patient } from "../../src/index.ts";
import { readBatch } from "../../src/list/read-batch.ts";
import { compile } from "../../src/statement/compile.ts";
import { listRequirements } from "../../src/statement/requirements.ts";
import { anAdult } from "../support/rows.ts";

/** Reads lists as of the ends of 2025 and of 2024, on which the payments of this year rest. */
const required = listRequirements(compile(getSchedule("fr.fpmt.2024")), 2025, {});

const came = { registeredFrom: "2025-06-01" };
const left = { registeredUntil: "2025-06-01" };

/** The rows that are on the list of each day, and the others with what became of them. */
function read(...rows: readonly object[]): object {
  const patients = rows.map((row) => ({ ...anAdult, ...row })) as Patient[];
  const { accounts, leftOut, rejected } = readBatch(required, {
    physicians: [{ id: "a" }],
    patients,
  });
  const [account] = accounts;
  return {
    now: account?.patients.rows,
    earlier: account?.previous?.rows,
    leftOut: leftOut.map(({ index }) => index),
    refused: rejected.map(({ index, refusals }) => [index, ...refusals.map(({ code }) => code)]),
  };
}

test("each list has the patients of its day", () =>
  expect(read({}, came, left, { diedOn: "2024-03-01" })).toEqual({
    now: [0, 1],
    earlier: [0, 2],
    leftOut: [2, 3],
    refused: [],
  }));

test("a row that is refused on one of the days is on neither list", () =>
  expect(
    read(came, { registeredUntil: "2025" }, { aldUntil: "2024" }, { aldUntil: "2025" }),
  ).toEqual({
    now: [0],
    earlier: [],
    leftOut: [],
    refused: [
      [1, "DATE_INCOMPLETE"],
      [2, "DATE_INCOMPLETE"],
      [3, "DATE_INCOMPLETE"],
    ],
  }));

test.each([
  [
    "the later list, by one who is on both",
    came,
    { aldFrom: "2019" },
    { now: [0], earlier: [], leftOut: [] },
  ],
  [
    "the earlier list, by one who is on both",
    left,
    { aldFrom: "2019" },
    { now: [], earlier: [0], leftOut: [0] },
  ],
])("an id that is taken on %s, is refused on both", (_, first, second, expected) =>
  expect(read({ id: "x", ...first }, { id: "x", ...second })).toEqual({
    ...expected,
    refused: [[1, "PATIENT_TWICE"]],
  }),
);

test("an id may be that of one who left and of one who came", () => {
  expect(read({ id: "x", ...left }, { id: "x", ...came })).toEqual({
    now: [1],
    earlier: [0],
    leftOut: [0],
    refused: [],
  });
  expect(read({ id: "x", ...came }, { id: "x", ...left })).toEqual({
    now: [0],
    earlier: [1],
    leftOut: [1],
    refused: [],
  });
});
