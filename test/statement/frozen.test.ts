import { expect, test } from "vitest";
import * as core from "../../src/core.ts";
import {
  computePanels,
  computePatient,
  computePhysician,
  computePhysicians,
  computeShares,
  panelsFromColumns,
  type Statement,
} from "../../src/index.ts";
import fmt2026 from "../../src/schedule/modules/fmt-2026.ts";

const old = { age: 82, ald: true, c2s: true, prevention: ["flu"] };
const patients = [old, { age: 40, ald: false, c2s: false, prevention: ["flu"] }];
const physician = { id: "a", zone: "ZIP", age: 70 } as const;
const patch = { "c2s.amount": "11", "uplifts.of": ["base", "c2s"] };
const options = { year: 2026, readings: { "not-seen-ald": "keeps" }, patch };
const plain = { year: 2026, schedule: fmt2026 };
/** With a reduction, a birth date that does not exist as such, advances and a field that nobody reads. */
const leaving = {
  physician: { activeUntil: "2025-06-30" },
  patients: [{ birthDate: "1943-00-00", ald: true, c2s: false, colour: "red" }],
};

/** Paths of the objects in a value that can still be changed. */
function open(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, one]) => open(one, `${path}.${key}`));
  return Object.isFrozen(value) ? inner : [path, ...inner];
}

const statements: readonly (readonly [string, () => Statement])[] = [
  ["computePhysician", () => computePhysician({ physician, patients }, options)],
  ["computePhysician, of an amendment", () => computePhysician(leaving, { year: 2025 })],
  ["computePatient", () => computePatient({ patient: old, physician }, options)],
  [
    "computePhysicians",
    () =>
      computePhysicians({ physicians: [physician], patients }, options).statements[0] as Statement,
  ],
  ["computeShares", () => computeShares({ physician, patients }, options).statement],
  [
    "computePanels",
    () => {
      const columns = { age: [82], ald: [true], c2s: [true] };
      return computePanels(panelsFromColumns(columns, { year: 2026 }), options).statement(0);
    },
  ],
  ["computePhysician of core", () => core.computePhysician({ physician, patients }, plain)],
  ["computePatient of core", () => core.computePatient({ patient: old, physician }, plain)],
  [
    "computePhysicians of core",
    () =>
      core.computePhysicians({ physicians: [physician], patients }, plain)
        .statements[0] as Statement,
  ],
];

test.each(statements)("the statement of %s is frozen in every part", (_, compute) => {
  const statement = compute();
  expect(statement.lines.length).toBeGreaterThan(0);
  expect(open(statement, "statement")).toEqual([]);
});
