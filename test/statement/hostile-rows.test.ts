import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BatchResult, ComputeOptions, RejectedRow } from "../../src/index.ts";
import { why, withoutMessage } from "../support/refused.ts";
import { anAdult, batch } from "../support/rows.ts";
import { runs } from "../support/runs.ts";

const withoutPrototype = (facts: object): object =>
  Object.assign(Object.create(null), facts) as object;
const objectOfItself: Record<string, unknown> = {};
objectOfItself["self"] = objectOfItself;
const unspeakable = {
  toString(): never {
    throw new Error("toString");
  },
};

const values: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2n,
  "",
  "x",
  Symbol("x"),
  () => 1,
  [],
  [null],
  {},
  new Date(0),
  new Map(),
  /x/,
  withoutPrototype({}),
  unspeakable,
  objectOfItself,
];
const patientFields = [
  "id",
  "physicianId",
  "birthDate",
  "age",
  "ald",
  "c2s",
  "seen",
  "lastSeen",
  "prevention",
  "__proto__",
] as const;
const physicianFields = [
  "id",
  "zone",
  "birthDate",
  "age",
  "firstInstallation",
  "contract",
  "sector",
  "activeFrom",
  "activeUntil",
] as const;

/** Every row is either in a statement or refused. */
function accountsFor({ statements, rejected }: BatchResult, kind: "patient" | "physician"): number {
  const refused = rejected.filter((one) => one.kind === kind).length;
  return (
    refused +
    (kind === "patient"
      ? statements.reduce((before, { patients }) => before + patients, 0)
      : statements.length)
  );
}

describe("computePhysicians throws for no row: computed + refused = read", () => {
  test("rows that are no objects", () => {
    const rows = [...values, [anAdult], anAdult];
    expect(accountsFor(batch(rows), "patient")).toBe(rows.length);
  });

  test.each(patientFields)("a patient's %s of any kind", (field) => {
    const rows = values.map((value) => ({ ...anAdult, [field]: value }));
    expect(accountsFor(batch(rows), "patient")).toBe(rows.length);
  });

  test.each(physicianFields)("a physician's %s of any kind", (field) => {
    const physicians = values.map((value, i) => ({ id: `m${i}`, [field]: value }));
    expect(accountsFor(batch([], physicians), "physician")).toBe(physicians.length);
  });

  test("physicians that are no objects", () => {
    expect(accountsFor(batch([], values), "physician")).toBe(values.length);
  });

  test("a row without a prototype, a frozen one, and one with a field named as a method", () => {
    const result = batch([
      withoutPrototype(anAdult),
      Object.freeze({ ...anAdult }),
      { ...anAdult, toString: "x", hasOwnProperty: 1 },
    ]);
    expect([result.statements[0]?.total, result.rejected]).toEqual(["15.00", []]);
  });

  test("a list that holds itself, as a row and in a row", () => {
    const list: unknown[] = [];
    list.push(list);
    expect(accountsFor(batch([list, { ...anAdult, age: list }]), "patient")).toBe(2);
  });

  test("a list with holes", () => {
    const rows: unknown[] = [];
    rows[2] = anAdult;
    expect(accountsFor(batch(rows), "patient")).toBe(3);
  });

  test("what fast-check can think of", () => {
    const facts = fc.record(
      {
        age: fc.anything(),
        ald: fc.oneof(fc.boolean(), fc.anything()),
        c2s: fc.oneof(fc.boolean(), fc.anything()),
        prevention: fc.anything(),
        physicianId: fc.anything(),
        id: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const rows = fc.array(fc.oneof(facts, fc.anything()));
    fc.assert(
      fc.property(rows, fc.option(rows, { nil: undefined }), (patients, physicians) => {
        const result = batch(patients, physicians);
        expect(accountsFor(result, "patient")).toBe(patients.length);
        if (physicians) expect(accountsFor(result, "physician")).toBe(physicians.length);
      }),
      runs(300),
    );
  });
});

describe("a physician of whom a fact is missing that has no default", () => {
  const noDefault: ComputeOptions = { year: 2026, patch: { "reads.ifMissing.zone": null } };
  const patients = ["a", "b"].map((physicianId) => ({ ...anAdult, physicianId }));
  const who = ({ kind, index, refusals }: RejectedRow): string =>
    `${kind} ${index} ${refusals[0]?.code}`;

  test("is refused with his patients, and the others are computed", () => {
    const { statements, rejected } = batch(
      patients,
      [{ id: "a" }, { id: "b", zone: "ZIP" }],
      noDefault,
    );
    expect(statements.map(({ physicianId, total }) => [physicianId, total])).toEqual([
      ["b", "5.50"],
    ]);
    expect(rejected.map(who)).toEqual(["physician 0 FACT_MISSING", "patient 0 FACT_MISSING"]);
  });

  const refusals = [
    why(
      "FACT_MISSING",
      "physician.zone",
      "undefined",
      "une valeur : le barème n'a pas de défaut pour zone",
      "a value: the schedule has no default for zone",
    ),
  ];
  const rejected = (...rows: Parameters<typeof batch>): unknown =>
    batch(...rows).rejected.map((row) => ({ ...row, refusals: row.refusals.map(withoutMessage) }));

  test("is refused by his name, and his patients by theirs", () => {
    expect(
      rejected(
        [
          { ...anAdult, id: "p", physicianId: "a" },
          { ...anAdult, physicianId: "a" },
        ],
        [{ id: "a" }],
        noDefault,
      ),
    ).toStrictEqual([
      { kind: "physician", index: 0, id: "a", refusals },
      { kind: "patient", index: 0, id: "p", physicianId: "a", refusals },
      { kind: "patient", index: 1, physicianId: "a", refusals },
    ]);
  });

  test("who has no name is refused without one", () => {
    expect(rejected([{ ...anAdult, id: "p" }, anAdult], [{}], noDefault)).toStrictEqual([
      { kind: "physician", index: 0, refusals },
      { kind: "patient", index: 0, id: "p", refusals },
      { kind: "patient", index: 1, refusals },
    ]);
  });

  test("is found among rows that are none", () => {
    const physicians = [null, { id: withoutPrototype({}) }, { id: "a" }, { id: "b", zone: "ZIP" }];
    expect(batch(patients, physicians, noDefault).rejected.map(who)).toEqual([
      "physician 0 INPUT_INVALID",
      "physician 1 ID_INVALID",
      "physician 2 FACT_MISSING",
      "patient 0 FACT_MISSING",
    ]);
  });

  test("whom the patients alone name is refused by their rows", () => {
    expect(batch(patients, undefined, noDefault).rejected.map(who)).toEqual([
      "patient 0 FACT_MISSING",
      "patient 1 FACT_MISSING",
    ]);
  });
});
