import fc from "fast-check";
import { expect, test } from "vitest";
import {
  computePhysician,
  ForfaitError,
  marginalValue,
  prepareMarginalValue,
  type ComputeOptions,
  type ListChange,
  type Patient,
  type PatientFacts,
  type PhysicianInput,
} from "../../src/index.ts";
import { runs } from "../support/runs.ts";
import { cents, input, options, patient } from "./arbitrary.ts";

/** A margin is the difference of two whole computations: the changed list, made here by hand, computed again. */

const IDS = Array.from({ length: 12 }, (_, i) => `p${i}`);
const some = fc.subarray(IDS, { maxLength: 4 });
const joining = fc.array(patient, { maxLength: 3 });

function change(
  facts: fc.Arbitrary<PatientFacts>,
  joins: fc.Arbitrary<Patient[]>,
): fc.Arbitrary<ListChange> {
  return fc
    .tuple(some, some, joins, fc.array(facts, { minLength: 4, maxLength: 4 }))
    .map(([remove, set, add, values]) => ({
      remove,
      add: add.map((row, i) => ({ ...row, id: `new${i}` })),
      set: Object.fromEntries(
        set
          .filter((id) => !remove.includes(id))
          .map((id, i) => [id, values[i] as PatientFacts] as const),
      ),
    }));
}

/** The list after a change, without the library. */
function changed(
  list: readonly Patient[],
  { add = [], remove = [], set = {} }: ListChange,
): Patient[] {
  const stay = list.filter(({ id }) => !remove.includes(id as string));
  return [...stay.map((row) => ({ ...row, ...set[row.id as string] }) as Patient), ...add];
}

/** The difference in cents, or that something is refused. */
function outcome(act: () => number): number | "refused" {
  try {
    return act();
  } catch (error) {
    if (error instanceof ForfaitError) return "refused";
    throw error;
  }
}

const named = (rows: readonly Patient[]): Patient[] =>
  rows.map((row, i) => ({ ...row, id: `p${i}` }));

/** What the change says of patients who are there. */
function ofList({ add, remove = [], set = {} }: ListChange, list: readonly Patient[]): ListChange {
  const ids = new Set(list.map(({ id }) => id));
  return {
    ...(add && { add }),
    remove: remove.filter((id) => ids.has(id)),
    set: Object.fromEntries(Object.entries(set).filter(([id]) => ids.has(id))),
  };
}

const facts = patient.chain((row) =>
  fc.subarray(Object.entries(row)).map((entries) => Object.fromEntries(entries) as PatientFacts),
);

test("on every schedule, year and reading, for who joins, leaves or changes", () => {
  fc.assert(
    fc.property(input, options, change(facts, joining), (given, by, asked) => {
      const list = { ...given, patients: named(given.patients) };
      const one = ofList(asked, list.patients);
      const before = computePhysician(list, by).total;
      const after = computePhysician({ ...list, patients: changed(list.patients, one) }, by).total;
      const margin = marginalValue({ ...list, change: one }, by);
      expect([margin.before, margin.after]).toEqual([before, after]);
      expect(cents(margin.change)).toBe(cents(after) - cents(before));
    }),
    runs(600),
  );
});

const DAYS = ["2018-05-01", "2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01", "2025"];
const day = fc.constantFrom(...DAYS);
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });

/** Dates, and columns that some rows tell and others do not. */
const sparse = fc
  .record({
    birthDate: fc.constantFrom("1940-02-29", "1945-12-31", "2019", "2025-12-31", "2026"),
    ald: fc.boolean(),
    c2s: fc.constantFrom<Patient["c2s"]>(false, "free", "contributory"),
    seen: fc.constantFrom(undefined, undefined, undefined, true),
    visits: fc.constantFrom(undefined, undefined, undefined, undefined, ["2024-01-01"]),
    prevention: fc.constantFrom<Patient["prevention"][]>(undefined, 1, ["flu"]),
    registeredFrom: optional(day),
    registeredUntil: optional(day),
    diedOn: fc.constantFrom(undefined, undefined, undefined, ...DAYS),
  })
  .map((row) => JSON.parse(JSON.stringify(row)) as Patient);

test("of lists with dates too; and what one refuses the other does", () => {
  const asked = fc.constantFrom<ComputeOptions>(
    { year: 2026, schedule: "fr.fmt.2026" },
    { year: 2025, schedule: "fr.fpmt.2024" },
  );
  const lists = fc.record(
    {
      patients: fc.array(sparse, { maxLength: 6 }),
      previousPatients: fc.array(sparse, { maxLength: 3 }),
    },
    { requiredKeys: ["patients"] },
  ) as fc.Arbitrary<PhysicianInput>;
  const sparseFacts = sparse.chain((row) =>
    fc.subarray(Object.entries(row)).map((entries) => Object.fromEntries(entries) as PatientFacts),
  );
  const seen = { given: 0, refused: 0 };
  fc.assert(
    fc.property(
      lists,
      asked,
      change(sparseFacts, fc.array(sparse, { maxLength: 2 })),
      (given, by, what) => {
        const list = { ...given, patients: named(given.patients) };
        const one = ofList(what, list.patients);
        const total = (patients: readonly Patient[]): number =>
          cents(computePhysician({ ...list, patients }, by).total);
        if (outcome(() => total(list.patients)) === "refused") return;
        const valueOf = prepareMarginalValue(list, by);
        const whole = outcome(() => total(changed(list.patients, one)) - total(list.patients));
        expect(outcome(() => cents(valueOf(one).change))).toBe(whole);
        seen[whole === "refused" ? "refused" : "given"] += 1;
      },
    ),
    runs(4_000),
  );
  expect(Math.min(seen.given, seen.refused)).toBeGreaterThan(0);
});

test("a change leaves the list as it was: questions do not depend on those before", () => {
  fc.assert(
    fc.property(
      input,
      options,
      fc.array(change(facts, joining), { maxLength: 5 }),
      (given, by, all) => {
        const list = { ...given, patients: named(given.patients) };
        const valueOf = prepareMarginalValue(list, by);
        const asked = all.map((one) => ofList(one, list.patients));
        const once = asked.map((one) => valueOf(one));
        expect([...asked].reverse().map((one) => valueOf(one))).toEqual(once.reverse());
      },
    ),
    runs(100),
  );
});
