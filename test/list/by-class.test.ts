import { describe, expect, test } from "vitest";
import { getSchedule, type Patient } from "../../src/index.ts";
import { BatchReader, type ListByClass } from "../../src/list/batch-reader.ts";
import { ListColumns } from "../../src/list/list-columns.ts";
import { PatientList } from "../../src/list/patient-list.ts";
import { columnsWhere } from "../../src/list/told-columns.ts";
import { MOST_CLASSES, ValueClasses, type ClassedField } from "../../src/list/value-classes.ts";
import { compile } from "../../src/statement/compile.ts";
import { listRequirements } from "../../src/statement/requirements.ts";

const day = "2025-12-31";
const absent = [undefined, null, ""];

/** The classes of a field by what they hold; the last ones are values of no class. */
const alike: Readonly<Record<ClassedField, { classes: unknown[][]; none: unknown[] }>> = {
  birthDate: {
    classes: [["1950-01-01", "1950-12-31", "1950-06", "1950"], ["1951"], ["2025-12-31"], ["0000"]],
    none: ["2026", "2026-01-01", "1950-00-00", "1950-02-30", "soon", 1950, {}, "0000-00"],
  },
  lastSeen: {
    classes: [["2024-01-01", "2024"], ["2025"]],
    none: ["2026-01-01", "2025-13", [2025]],
  },
  age: { classes: [[40, 40], [41], ["40"]], none: [{}, [40]] },
  ald: { classes: [[true, true], [false], ["oui"]], none: [{}, []] },
  seen: { classes: [[true], [false]], none: [{}] },
  c2s: { classes: [["free"], [true], [false]], none: [["free"]] },
  sex: { classes: [["F", "F"], ["M"]], none: ["X", 1, {}] },
  aldNumbers: { classes: [[[8], [31], [8, 23]], [[]]], none: [[99], {}] },
  prevention: { classes: [[["flu"], ["flu"]], [["flu", "hpv"]], [3], [4]], none: [] },
  visits: { classes: [], none: [[], ["2025-01-01"], "2025"] },
  ...each(["registeredFrom", "aldFrom", "c2sFrom"], {
    classes: [["2025-12-31", "2025", "2019-05"]],
    none: ["2026-01-01", "2026", "2025-02-30", "soon"],
  }),
  ...each(["registeredUntil", "aldUntil", "c2sUntil"], {
    classes: [["2025-12-31", "2026", "9999-12-31"]],
    none: ["2025-12-30", "2025-12", "2025", "2026-02-30", "soon"],
  }),
  diedOn: { classes: [["2026-01-01", "2026"]], none: [day, "2025-12", "2020", "soon"] },
};

function each<Field extends string, Value>(fields: readonly Field[], value: Value) {
  return Object.fromEntries(fields.map((field) => [field, value])) as Record<Field, Value>;
}

test.each(Object.entries(alike))(
  "values of %s that count alike are of one class",
  (field, given) => {
    const values = new ValueClasses(field as ClassedField, day);
    const classes = [absent, ...given.classes];
    for (const turn of ["told", "told again"])
      expect([turn, classes.map((some) => some.map((value) => values.classOf(value)))]).toEqual([
        turn,
        classes.map((some, i) => some.map(() => i)),
      ]);
    expect(given.none.map((value) => values.classOf(value))).toEqual(given.none.map(() => -1));
    expect(values.examples).toEqual(classes.map(([first]) => first));
  },
);

test("a value beyond the most classes is of none, those before keep theirs", () => {
  const values = new ValueClasses("age", day);
  const ages = Array.from({ length: MOST_CLASSES }, (_, age) => age);
  expect(ages.map((age) => values.classOf(age))).toEqual(ages);
  expect([values.classOf(MOST_CLASSES), values.classOf(7)]).toEqual([-1, 7]);
});

const physicians = [{ id: "a" }, { id: "b", zone: "X" as never }];

function reading(fields: readonly string[], year = 2026): BatchReader {
  const schedule = getSchedule(year === 2026 ? "fr.fmt.2026" : "fr.fpmt.2024");
  const required = listRequirements(compile(schedule), year, {});
  const reader = new BatchReader(required, fields.includes("physicianId") ? physicians : undefined);
  reader.list("patients", () => columnsWhere((field) => fields.includes(field)));
  return reader;
}

function byClass(fields: readonly ClassedField[]): ListByClass {
  return reading(fields).byClass("patients", fields) as ListByClass;
}

/** The leaves of rows, by the classes of their values. */
function leavesOf({ tree }: ListByClass, rows: readonly Partial<Patient>[]): number[] {
  const columns = tree.fields.map((field, i) =>
    Int32Array.from(rows, (row) => tree.classes[i]?.classOf(row[field]) ?? -1),
  );
  return rows.map((_, row) => tree.leafOf(columns, row));
}

/** What is kept of rows that are read one by one; undefined for one that is not ordinary. */
function oneByOne(fields: readonly string[], rows: readonly Partial<Patient>[]): unknown[] {
  return rows.map((row, index) => {
    const reader = reading(fields);
    const add = reader.list("patients", () => columnsWhere((field) => fields.includes(field)));
    const outcome = add(row as Patient, index);
    const [account] = reader.end().accounts;
    const isTold = account?.patients.notices.list().length !== 0;
    if (outcome !== undefined || isTold) return undefined;
    return [account?.patients.cells[0], account?.patients.prevention[0]];
  });
}

const fields = ["aldFrom", "ald", "c2s", "seen", "prevention", "age", "birthDate"] as const;
const plain = { ald: false, c2s: false, seen: true, age: 40 } satisfies Partial<Patient>;
const rows: readonly Partial<Patient>[] = [
  plain,
  { ...plain, age: 300 },
  { ...plain, age: 41, prevention: 3 },
  { ...plain, age: 41, prevention: ["flu", "covid"] },
  { ...plain, age: 41, prevention: ["hpv"] },
  { ...plain, age: undefined as never, birthDate: "1950-02-03" },
  { ...plain, age: undefined as never, birthDate: "1950-00-00" },
  { ...plain, aldFrom: "2020-01-01" },
  { ...plain, ald: true, aldFrom: "2020-01-01" },
  { ...plain, c2s: "free", seen: false },
  { ...plain, c2s: "cmu-c" as never },
  { ...plain, age: undefined as never, birthDate: "1950-11-30" },
  plain,
  { ...plain, age: 300 },
];

describe("rows of the same classes", () => {
  test("count as if each were read by itself; what is refused or told has no leaf", () => {
    const list = byClass(fields);
    const leaves = leavesOf(list, rows);
    const known = leaves.map((leaf) =>
      leaf < 0 ? undefined : [list.tree.cells[leaf], list.tree.prevention[leaf] ?? 0],
    );
    expect(known).toEqual(oneByOne(fields, rows));
    expect(leaves).toEqual([0, -1, 1, 2, -1, 3, -1, -1, 4, 5, -1, 3, 0, -1]);
  });

  test("are found by any number of them", () => {
    const some = Array.from({ length: 130 }, (_, age) => age).flatMap((age) =>
      [true, false].flatMap((ald) =>
        [true, false, "free" as const].map((c2s) => ({ age, ald, c2s })),
      ),
    );
    const list = byClass(["age", "ald", "c2s"]);
    const leaves = leavesOf(list, some);
    expect(leaves).toEqual(some.map((_, i) => i));
    expect(leavesOf(list, some)).toEqual(leaves);
    const sample = [0, 5, 100, 400, 779];
    expect(sample.map((i) => [list.tree.cells[i], list.tree.prevention[i] ?? 0])).toEqual(
      oneByOne(
        ["age", "ald", "c2s"],
        sample.map((i) => some[i] as Partial<Patient>),
      ),
    );
  });

  test("are read one by one where the tree of them has grown too large", () => {
    const list = byClass(["prevention", "birthDate", "lastSeen", "c2s", "ald"]);
    const nodes = new Set<string>(["root"]);
    const some: Partial<Patient>[] = [];
    const isFound: boolean[] = [];
    for (let prevention = 0; prevention < 10; prevention++)
      for (let born = 1900; born < 2020; born++)
        for (let last = 2016; last < 2026; last++) {
          some.push({
            prevention,
            birthDate: `${born}`,
            lastSeen: `${last}`,
            c2s: false,
            ald: true,
          });
          const values = [prevention, born, last, "c2s"];
          const path = values.map((_, i) => values.slice(0, i + 1).join());
          for (const node of path) if (nodes.size < 1 << 14) nodes.add(node);
          isFound.push(path.every((node) => nodes.has(node)));
        }
    expect(leavesOf(list, some).map((leaf) => leaf >= 0)).toEqual(isFound);
    expect(leavesOf(list, some).map((leaf) => leaf >= 0)).toEqual(isFound);
    expect(isFound.indexOf(false)).toBeGreaterThan(1000);
  });

  test("are added together as if each were added by itself", () => {
    const list = byClass(fields);
    const plainRows = rows.filter((_, i) => (leavesOf(list, rows)[i] as number) >= 0);
    const leaves = Int32Array.from(leavesOf(list, plainRows));
    const [together, apart, nameless] = [
      new PatientList(new ListColumns(3)),
      new PatientList(new ListColumns()),
      new PatientList(new ListColumns(0, false)),
    ];
    for (const one of [together, nameless]) {
      one.add(0, null, undefined, 4);
      one.addAll(list.tree, leaves, 2, leaves.length, 10);
      one.addAll(list.tree, leaves, 0, 1, 40);
    }
    apart.add(0, null, undefined, 4);
    const addOne = (i: number, row: number): boolean => {
      const leaf = leaves[i] as number;
      return apart.add(list.tree.cells[leaf] as number, null, list.tree.prevention[leaf], row);
    };
    for (let i = 2; i < leaves.length; i++) addOne(i, 10 + i - 2);
    addOne(0, 40);
    const shown = (one: PatientList): object => ({
      size: one.size,
      cells: [...one.cells],
      actions: [...one.actions],
      indicators: one.indicators,
      prevention: one.prevention,
    });
    expect(shown(together)).toEqual(shown(apart));
    expect(shown(nameless)).toEqual(shown(apart));
    expect([together.rows, together.ids]).toEqual([apart.rows, apart.ids]);
    expect(apart.rows).toEqual([4, 10, 11, 12, 13, 14, 15, 40]);
    expect([nameless.rows, nameless.ids]).toEqual([[], Array(8).fill(undefined)]);
    together.addAll(list.tree, leaves, 0, 1, 41);
    expect([together.cells.length, together.actions.length]).toEqual([9, 9]);
  });
});

describe("a list that is read by class", () => {
  test("belongs to the physicians whose rows are accepted", () => {
    const reader = reading(["physicianId", ...fields]);
    const { ownerOf, tree } = reader.byClass("patients", fields) as ListByClass;
    expect(ownerOf("a", 0)).toBeInstanceOf(PatientList);
    expect(["b", "c", null].map((id) => ownerOf(id, 0))).toEqual([undefined, undefined, undefined]);
    ownerOf("a", 0)?.add(1, null, undefined, 0);
    expect(leavesOf({ ownerOf, tree }, [plain])).toEqual([0]);
    expect(reader.end().accounts.map(({ patients }) => patients.rows)).toEqual([[0]]);
  });

  test("is one that has been opened, and whose rows are read on one day", () => {
    const opened = (given: readonly string[], year: number): readonly boolean[] => {
      const reader = reading(given, year);
      return (["patients", "previousPatients"] as const).map(
        (name) => reader.byClass(name, ["age"]) !== undefined,
      );
    };
    expect(opened(["age", "aldFrom"], 2026)).toEqual([true, false]);
    expect(opened(["age"], 2025)).toEqual([true, false]);
    expect(opened(["age", "aldFrom"], 2025)).toEqual([false, false]);
  });

  test("may be that of the earlier day", () => {
    const reader = reading(["age"], 2025);
    reader.list("previousPatients", () => columnsWhere((field) => field === "age"));
    const list = reader.byClass("previousPatients", ["birthDate"]);
    expect(list?.tree.classes[0]?.classOf("2025-01-01")).toBe(-1);
    expect(list?.tree.classes[0]?.classOf("2024-01-01")).toBe(0);
  });
});
