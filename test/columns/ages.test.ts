import { euros, table } from "../support/table.ts";
import { byVillage, eachWay, withoutUplifts } from "./each-way.ts";

/** Cases whose ages do not rise, and a supplement that ends at an age of its own. */
const falling = {
  "amounts.base.cases": {
    old: { when: { age: "60+" }, amount: "50" },
    adult: { when: { age: "40-59" }, amount: "20" },
    young: { when: { age: "0-39" }, amount: "10" },
  },
  "amounts.c2s.when.age": "10-19",
};

/** One base for every age, without a condition: no case begins at birth. */
const late = {
  "amounts.base.cases": undefined,
  "amounts.base.pick": undefined,
  "amounts.base.amount": "10",
  "amounts.c2s.when.age": "80-128",
};

function dueAt({ age, edits }: { age: number; edits: object }): unknown {
  return eachWay({
    patients: [{ age, ald: false, c2s: true }],
    options: byVillage({ ...withoutUplifts, ...edits }),
  });
}

const due = (base: number, c2s: number): unknown => ({
  patients: 1,
  base: euros(base),
  c2s: euros(c2s),
  care: "0.00",
});

table(
  "every age has the amounts of its cases",
  [
    ...[0, 9].map(
      (age) => [`${age}, under the supplement`, { age, edits: falling }, due(10, 0)] as const,
    ),
    ...[10, 18, 19].map(
      (age) => [`${age}, with the supplement`, { age, edits: falling }, due(10, 4)] as const,
    ),
    ...[20, 39].map(
      (age) => [`${age}, over the supplement`, { age, edits: falling }, due(10, 0)] as const,
    ),
    ...[40, 59].map(
      (age) => [`${age}, the middle case`, { age, edits: falling }, due(20, 0)] as const,
    ),
    ...[60, 129].map(
      (age) => [`${age}, the first case`, { age, edits: falling }, due(50, 0)] as const,
    ),
    ...[0, 79, 129].map(
      (age) => [`${age}, where no case begins at birth`, { age, edits: late }, due(10, 0)] as const,
    ),
    ...[80, 128].map(
      (age) => [`${age}, where no case begins at birth`, { age, edits: late }, due(10, 4)] as const,
    ),
  ],
  dueAt,
);
