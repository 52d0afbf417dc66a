import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addAmounts,
  computePhysician,
  reconcile,
  subtractAmounts,
  type Patient,
  type Reconciliation,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const year = 2026;
const one = (id: string, facts: Partial<Patient> = {}): Patient => ({
  id,
  age: 40,
  ald: false,
  c2s: false,
  ...facts,
});

describe("two lists side by side", () => {
  test("the same list has no difference", () => {
    const list = { patients: [one("a"), one("b")] };
    expect(reconcile(list, list, { year })).toEqual({
      differs: [],
      onlyA: [],
      onlyB: [],
      same: 2,
      notCompared: [],
      worth: "0.00",
      interaction: "0.00",
    });
  });

  test("who is on one list, and which facts differ, with what each is worth alone", () => {
    const a = [one("a"), one("b", { ald: true, c2s: true }), one("c", { age: 82 })];
    const b = [one("b", { ald: false, c2s: true }), one("d", { age: 5 }), one("a")];
    expect(reconcile({ patients: a }, { patients: b }, { year })).toEqual({
      differs: [
        { a: 1, b: 0, id: "b", facts: [{ field: "ald", a: true, b: false }], worth: "50.00" },
      ],
      onlyA: [{ row: 2, id: "c", worth: "55.00" }],
      onlyB: [{ row: 1, id: "d", worth: "-15.00" }],
      same: 1,
      notCompared: [],
      worth: "90.00",
      interaction: "0.00",
    });
  });

  test("without a year there are no euros, and nothing is checked against a schedule", () => {
    const found = reconcile({ patients: [one("a", { ald: true })] }, { patients: [one("a")] });
    expect(found).toEqual({
      differs: [{ a: 0, b: 0, id: "a", facts: [{ field: "ald", a: true, b: false }] }],
      onlyA: [],
      onlyB: [],
      same: 0,
      notCompared: [],
    });
  });

  test("a difference that changes nothing that is due is told, at 0.00", () => {
    const { differs } = reconcile(
      { patients: [{ id: "a", birthDate: "1950-02-01", ald: true, c2s: false }] },
      { patients: [{ id: "a", birthDate: "1950-03-01", ald: true, c2s: false }] },
      { year },
    );
    expect(differs).toMatchObject([{ facts: [{ field: "birthDate" }], worth: "0.00" }]);
  });

  test("facts that one list alone tells are not compared, but told where they change what is due", () => {
    const found = reconcile(
      { patients: [one("a", { seen: false, ald: true }), one("b", { seen: true })] },
      { patients: [one("a", { ald: true }), one("b")] },
      { year },
    );
    expect(found.notCompared).toEqual(["seen"]);
    expect(found.differs).toEqual([
      { a: 0, b: 0, id: "a", facts: [{ field: "seen", a: false, b: null }], worth: "-50.00" },
    ]);
    expect(found.same).toBe(1);
  });

  test("actions have no order, and an id may be a number", () => {
    const found = reconcile(
      { patients: [one("7", { prevention: ["flu", "covid"] })] },
      { patients: [{ ...one("x", { prevention: ["covid", "flu"] }), id: 7 }] },
      { year },
    );
    expect(found).toMatchObject({ differs: [], same: 1 });
  });

  test("the result is frozen, and the rows that were given are not", () => {
    const prevention = ["flu"];
    const { differs } = reconcile(
      { patients: [one("a", { prevention })] },
      { patients: [one("a", { prevention: ["covid"] })] },
    );
    expect(differs[0]?.facts).toEqual([{ field: "prevention", a: ["flu"], b: ["covid"] }]);
    expect(Object.isFrozen(differs[0]?.facts[0]?.a)).toBe(true);
    expect(Object.isFrozen(prevention)).toBe(false);
  });

  test("a patient who is not on the list on the day is worth nothing", () => {
    const { onlyA } = reconcile(
      { patients: [one("a"), one("b", { diedOn: "2025-06-01" })] },
      { patients: [one("a")] },
      { year },
    );
    expect(onlyA).toEqual([{ row: 1, id: "b", worth: "0.00" }]);
  });

  test("the physician is a difference of its own; told by one list, they are of both", () => {
    const patients = [one("a", { ald: true })];
    const zip = { patients, physician: { id: "p", zone: "ZIP" } } as const;
    expect(reconcile(zip, { patients }, { year }).differs).toEqual([]);
    const other = { patients, physician: { id: "p", zone: "none" } } as const;
    expect(reconcile(zip, other, { year })).toMatchObject({
      differs: [{ facts: [{ field: "zone", a: "ZIP", b: "none" }], worth: "5.50" }],
      worth: "5.50",
    });
  });

  test("two differences that act on one another: the rest is the interaction", () => {
    // 55.00 of base alone, and 10 % of it for the zone: 0.00 + 5.50 alone, 5.50 of each other.
    const a = {
      patients: [one("a"), one("b", { ald: true })],
      physician: { id: "p", zone: "ZIP" },
    };
    const b = { patients: [one("a")], physician: { id: "q", zone: "none" } };
    const { differs, onlyA, worth, interaction } = reconcile(a as never, b as never, { year });
    expect(differs.map((found) => found.worth)).toEqual(["0.50"]);
    expect(onlyA.map((found) => found.worth)).toEqual(["55.00"]);
    expect([worth, interaction]).toEqual(["61.00", "5.50"]);
  });
});

describe("the key", () => {
  const keyed = (nir: string | number | undefined, facts: Partial<Patient> = {}) => ({
    ...one("x", facts),
    id: undefined as never,
    nir,
  });

  test("joins rows, whatever spaces group its digits, and is in no result", () => {
    const found = reconcile(
      { patients: [keyed("1 85 05 78 006 084", { ald: true }), keyed("777")] },
      { patients: [keyed("1850578006084"), keyed("888")] },
      { key: "nir", year },
    );
    expect(found.differs).toEqual([
      { a: 0, b: 0, facts: [{ field: "ald", a: true, b: false }], worth: "50.00" },
    ]);
    expect([found.onlyA, found.onlyB]).toEqual([
      [{ row: 1, worth: "5.00" }],
      [{ row: 1, worth: "-5.00" }],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/nir|1850578006084|1 85|777|888/);
  });

  test("is not told either where it is the id that is named as the key", () => {
    const list = { patients: [one("secret")] };
    const found = reconcile(list, { patients: [] }, { key: "id" });
    expect(found.onlyA).toEqual([{ row: 0 }]);
  });

  test.each<[string, readonly object[], object]>([
    ["no key", [keyed(undefined)], { code: "ID_INVALID", path: "practice.patients[0].nir" }],
    ["an empty key", [keyed(" ")], { code: "ID_INVALID" }],
    [
      "a key that comes twice",
      [keyed("1 2"), keyed(12)],
      { code: "PATIENT_TWICE", path: "practice.patients[1].nir" },
    ],
  ])("%s is refused, and its value is not shown", (_, patients, refusal) => {
    const error = refused(() =>
      reconcile({ patients } as never, { patients: [] }, { key: "nir" as never }),
    );
    expect(error).toMatchObject(refusal);
    expect(JSON.stringify(error)).not.toContain("12");
  });
});

test.each<[string, () => unknown, object]>([
  [
    "a row",
    () => reconcile({ patients: [] }, { patients: [one("a", { age: 200 })] }, { year }),
    { code: "AGE_INVALID", path: "official.patients[0].age" },
  ],
  [
    "options of a price without a year",
    () => reconcile({ patients: [] }, { patients: [] }, { schedule: "fr.fmt.2026" }),
    { code: "INPUT_INVALID", path: "options.schedule" },
  ],
  [
    "a misspelt option",
    () => reconcile({ patients: [] }, { patients: [] }, { keys: "id" } as never),
    { code: "KEY_UNKNOWN", path: "options.keys" },
  ],
  [
    "a misspelt key of a list",
    () => reconcile({ patient: [] } as never, { patients: [] }),
    { code: "KEY_UNKNOWN", path: "practice.patient" },
  ],
  [
    "the list of two physicians",
    () =>
      reconcile(
        { patients: [one("a", { physicianId: "p" }), one("b", { physicianId: "q" })] },
        { patients: [] },
      ),
    { code: "INPUT_INVALID", path: "practice.patients" },
  ],
  [
    "no list",
    () => reconcile(null as never, { patients: [] }),
    { code: "INPUT_INVALID", path: "practice" },
  ],
])("%s is refused", (_, asked, refusal) => expect(refused(asked)).toMatchObject(refusal));

const patient = fc.record({
  age: fc.constantFrom(0, 6, 7, 40, 74, 75, 79, 80, 99),
  ald: fc.boolean(),
  c2s: fc.boolean(),
  seen: fc.boolean(),
});
const list = fc.record({
  patients: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 8 }), patient), {
    selector: ([id]) => id,
    minLength: 1,
    maxLength: 8,
  }),
  zone: fc.constantFrom("ZIP", "none"),
});
const worthsOf = ({ onlyA, onlyB, differs }: Reconciliation): string[] =>
  [onlyA, onlyB, differs].flat().map(({ worth }) => worth as string);

test("differences and the interaction sum to what one list is worth more than the other", () => {
  fc.assert(
    fc.property(list, list, fc.constantFrom(2025, 2026), (first, second, in_) => {
      const [a, b] = [first, second].map(({ patients, zone }) => ({
        physician: { id: "p", zone },
        patients: patients.map(([id, facts]) => ({ id: String(id), ...facts })),
      })) as [never, never];
      const found = reconcile(a, b, { year: in_ });
      const [inA, inB] = [a, b].map((given) => computePhysician(given, { year: in_ }).total);
      expect(found.worth).toBe(subtractAmounts(inA as string, inB as string));
      expect(addAmounts([...worthsOf(found), found.interaction as string])).toBe(found.worth);
    }),
    { numRuns: 25 },
  );
});
