import { expect, test } from "vitest";
import { typeset } from "../../src/typography.ts";
import { batch, anAdult } from "../support/rows.ts";

/** One patient on the lists of several physicians, where ids name the same patient everywhere. */

const shared = { year: 2026, idsAreShared: true } as const;

const told = (lists: Readonly<Record<string, readonly (string | null)[]>>): unknown[] =>
  batch(
    Object.entries(lists).flatMap(([physicianId, ids]) =>
      ids.map((id) => ({ ...anAdult, ...(id !== null && { id }), physicianId })),
    ),
    undefined,
    shared,
  ).statements.map(({ warnings }) => warnings.filter(({ code }) => code === "shared-patient"));

const also = (other: string, ids: string, count?: number): object => ({
  code: "shared-patient",
  path: "patients[].id",
  ...typeset({
    fr: `patient aussi sur la liste du médecin ${other}, payé deux fois ici : ${ids}`,
    en: `patient also on the list of physician ${other}, paid twice here: ${ids}`,
  }),
  ...(count !== undefined && { count }),
});

test("a patient of two physicians is told to both, in both languages", () => {
  expect(told({ a: ["1", "2"], b: ["2", "3"] })).toStrictEqual([
    [also("b", "2")],
    [also("a", "2")],
  ]);
});

test("a patient of three is told to each beside the first of them", () => {
  expect(told({ a: ["1"], b: ["1"], c: ["1"] })).toStrictEqual([
    [also("b", "1"), also("c", "1")],
    [also("a", "1")],
    [also("a", "1")],
  ]);
});

test("patients without an id are nobody's double", () => {
  expect(told({ a: [null, null], b: [null] })).toStrictEqual([[], []]);
});

test("five ids are shown whole, and of six the first five", () => {
  const ids = ["1", "2", "3", "4", "5", "6"];
  const five = ids.slice(0, 5);
  expect(told({ a: five, b: five })).toStrictEqual([
    [also("b", "1, 2, 3, 4, 5", 5)],
    [also("a", "1, 2, 3, 4, 5", 5)],
  ]);
  expect(told({ a: ids, b: ids })[0]).toStrictEqual([also("b", "1, 2, 3, 4, 5, …", 6)]);
});
