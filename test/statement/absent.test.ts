import { describe, expect, test } from "vitest";
import {
  applyPatch,
  computePhysician,
  computePhysicians,
  getSchedule,
  loadSchedule,
  type Schedule,
  type Statement,
} from "../../src/index.ts";
import { villageWith } from "../support/village.ts";
import { computeGolden, GOLDEN } from "./golden.ts";

/** What a statement has nothing to say of is absent from its JSON; docs/versions.md says where null is. */

/** Paths of what is null, empty or undefined, without indices. */
function nothings(value: unknown, path = ""): string[] {
  if (value === null || value === undefined || value === "") return [path];
  if (Array.isArray(value)) return value.flatMap((one) => nothings(one, `${path}[]`));
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]) =>
    nothings(one, path ? `${path}.${key}` : key),
  );
}

const json = (statement: unknown): unknown => JSON.parse(JSON.stringify(statement));
const patients = [
  { age: 82, ald: true, c2s: "free" as const, seen: true, prevention: ["flu"] },
  { age: 1, ald: false, c2s: false as const, seen: false },
];
const changed = applyPatch(getSchedule("fr.fmt.2026"), {
  "c2s.when.seen": true,
  "zone.when.contract": null,
  "base.80+.amount": "60",
});
const own = applyPatch(loadSchedule(villageWith()), { "base.child.amount": "11" });
const again = loadSchedule(JSON.parse(JSON.stringify(own)) as Schedule);

test.each(GOLDEN)("the statement of %s has nothing that is null or empty", (id) => {
  expect(nothings(json(computeGolden(id))).filter((path) => path !== "physicianId")).toEqual([]);
});

describe("null is an answer", () => {
  test("of a list that names no physician", () => {
    expect(nothings(json(computePhysician({ patients }, { year: 2026 })))).toEqual(["physicianId"]);
    const named = computePhysician({ physician: { id: "A" }, patients }, { year: 2026 });
    expect(nothings(json(named))).toEqual([]);
  });

  test("of a change, where the document has nothing; what is not known is absent", () => {
    const of = (schedule: Schedule): Statement =>
      computePhysician({ physician: { id: "A" }, patients }, { year: 2026, schedule });
    expect(nothings(json(of(changed)))).toEqual([
      // the patch as the user wrote it
      "schedule.patched[].zone.when.contract",
      "changes[].was",
      "changes[].now",
    ]);
    expect(of(again).changes?.map((one) => Object.keys(one))).toEqual([
      ["path", "now", "label", "nowText"],
    ]);
  });
});

test("a list of which nobody is left has no null amount", () => {
  const gone = patients.map((one) => ({ ...one, physicianId: "A", diedOn: "2020-01-01" }));
  const { statements } = computePhysicians(
    { physicians: [{ id: "A" }], patients: gone },
    { year: 2026 },
  );
  expect(statements.flatMap((one) => nothings(json(one)))).toEqual([]);
});
