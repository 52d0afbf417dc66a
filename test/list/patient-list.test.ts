import { describe, expect, test } from "vitest";
import { computePhysician, type Notice, type Patient } from "../../src/index.ts";
import { why, type Why } from "../support/refused.ts";
import { anAdult, batch, whyRefused } from "../support/rows.ts";
import { table } from "../support/table.ts";

const rows = (...more: readonly object[]): object[] => more.map((one) => ({ ...anAdult, ...one }));
const twice = (index: number, id: string): Why =>
  why(
    "PATIENT_TWICE",
    `patients[${index}].id`,
    `"${id}"`,
    "un identifiant une seule fois par médecin",
    "an identifier once for each physician",
  );

table<readonly object[], readonly Why[]>(
  "the same physician and patient twice: the second row is refused",
  [
    ["the same id", rows({ id: "p" }, { id: "p" }), [twice(1, "p")]],
    [
      "three times",
      rows({ id: "p" }, { id: "q" }, { id: "p" }, { id: "p" }),
      [twice(2, "p"), twice(3, "p")],
    ],
    ["as a number and as text", rows({ id: 7 }, { id: "7" }), [twice(1, "7")]],
    [
      "after ids that ascend",
      rows({ id: "p8" }, { id: "p9" }, { id: "p10" }, { id: "p8" }, { id: "p11" }, { id: "p10" }),
      [twice(3, "p8"), twice(5, "p10")],
    ],
    [
      "a shorter number after a longer one, which a dictionary puts before it",
      rows({ id: "9" }, { id: "10" }, { id: "9" }),
      [twice(2, "9")],
    ],
    [
      "after ids that ascend but for rows without one",
      rows({ id: "p" }, {}, { id: "q" }, { id: "" }, { id: "p" }, { id: "q" }),
      [twice(4, "p"), twice(5, "q")],
    ],
    [
      "after ids that descend",
      rows({ id: "q" }, { id: "p" }, { id: "r" }, { id: "p" }, { id: "r" }),
      [twice(3, "p"), twice(4, "r")],
    ],
    [
      "the first of ids that ascend is refused: not taken",
      rows({ id: "p" }, { id: "q", age: 130 }, { id: "r" }, { id: "q" }, { id: "q" }),
      [
        why(
          "AGE_INVALID",
          "patients[1].age",
          "130",
          "un entier de 0 à 129",
          "a whole number from 0 to 129",
        ),
        twice(4, "q"),
      ],
    ],
    [
      "of two physicians: two patients",
      rows({ id: "p", physicianId: "a" }, { id: "p", physicianId: "b" }),
      [],
    ],
    ["without an id: two patients", rows({}, {}), []],
    ["with an empty id: two patients", rows({ id: "" }, { id: null }, { id: "" }), []],
    [
      "the first is refused: the second is the patient",
      rows({ id: "p", age: 130 }, { id: "p" }),
      [
        why(
          "AGE_INVALID",
          "patients[0].age",
          "130",
          "un entier de 0 à 129",
          "a whole number from 0 to 129",
        ),
      ],
    ],
  ],
  (patients) => whyRefused(batch(patients)),
);

const unreadable = {
  get age(): never {
    throw new Error("age");
  },
};

const unreadableList = Object.defineProperty(["flu"], 0, {
  get: (): never => {
    throw new Error("indicator");
  },
});

const noObject = (found: string): Why[] => [
  why("INPUT_INVALID", "patients[1]", found, "un objet", "an object"),
];

table<unknown, readonly Why[]>(
  "a row is refused that is no object",
  [
    ["but null", null, noObject("null")],
    ["but a number", 3, noObject("3")],
    ["but a text", "p", noObject('"p"')],
    ["but a list", [anAdult], noObject("[{age, ald, c2s}]")],
    ["or throws when it is read", unreadable, noObject("{age}")],
    [
      "or whose indicators throw when they are read",
      { ...anAdult, prevention: unreadableList },
      noObject("{age, ald, c2s, prevention}"),
    ],
  ],
  (row) => whyRefused(batch([anAdult, row])),
);

describe("a refused row", () => {
  test("is listed with its place, its ids and its kind", () => {
    const [rejected] = batch(
      rows({ id: "p", physicianId: "a" }, { id: 7, physicianId: "a", age: 130 }),
    ).rejected;
    expect(rejected).toMatchObject({
      kind: "patient",
      index: 1,
      id: "7",
      physicianId: "a",
      refusals: [{ code: "AGE_INVALID" }],
    });
  });

  test("that has no id is listed without one", () => {
    expect(Object.keys(batch(rows({ age: 130 })).rejected[0] ?? {})).toEqual([
      "kind",
      "index",
      "refusals",
    ]);
  });
});

/** The warnings about the rows of a list: code, path, and how many times. */
function warningsOf(...patients: readonly object[]): unknown[] {
  const { warnings } = computePhysician(
    { patients: rows(...patients) as unknown as Patient[] },
    { year: 2026 },
  );
  return warnings.map(({ code, path, count }) => [
    code,
    path,
    ...(count === undefined ? [] : [count]),
  ]);
}

const unread = (...fields: readonly string[]): unknown[] =>
  fields.map((field) => ["unknown-field", `patients[].${field}`]);

table<readonly object[], readonly unknown[]>(
  "a row is accepted with a warning",
  [
    ["none", [{}], []],
    [
      "a month 00",
      [{ age: undefined, birthDate: "1950-00-00" }],
      [["lunar-date", "patients[0].birthDate"]],
    ],
    [
      "a month over 12, in three rows: said once, counted",
      [{}, ...Array(3).fill({ age: undefined, birthDate: "1950-20-01" })],
      [["lunar-date", "patients[1].birthDate", 3]],
    ],
    [
      "seen after the reference day",
      [{ lastSeen: "2026-01-15" }],
      [["seen-after-reference", "patients[0].lastSeen"]],
    ],
    ["seen on the reference day", [{ lastSeen: "2025-12-31" }], []],
    [
      "a field that is not read",
      [{ nom: "Dupont" }, { nom: "Martin" }],
      [["unknown-field", "patients[].nom", 2]],
    ],
    ["as many fields that are not read as are", [{ a: 0, b: 0, c: 0 }], unread("a", "b", "c")],
    [
      "as many fields as can be read, six of them others",
      [{ a: 0, b: 0, c: 0, d: 0, e: 0, f: 0 }],
      unread("a", "b", "c", "d", "e", "f"),
    ],
    [
      "two fields that are not read",
      [{ nom: "Dupont", sexe: "F" }],
      [
        ["unknown-field", "patients[].nom"],
        ["unknown-field", "patients[].sexe"],
      ],
    ],
  ],
  (patients) => warningsOf(...patients),
);

test("what is said of rows that are refused is not said", () => {
  const { statements, rejected } = batch(
    rows(
      { id: "p", lastSeen: "2025" },
      { ald: "x", lastSeen: "2026-01-15" },
      { age: undefined, birthDate: "1950-00-00", c2s: 4, lastSeen: "2025" },
      { id: "p", lastSeen: "2026-01-15" },
      { id: "q", lastSeen: "2025" },
    ),
  );
  expect([statements[0]?.patients, statements[0]?.warnings, rejected.length]).toEqual([2, [], 3]);
});

test("a field that is not read is told of a row of a class that has as many others that no loop sees", () => {
  class Row {
    readonly ald = false;
    readonly c2s = false;
    readonly nom = "Dupont";
    get age(): number {
      return 40;
    }
  }
  expect(batch([new Row()]).statements[0]?.warnings.map(({ code, path }) => [code, path])).toEqual(
    unread("nom"),
  );
});

test("a field that is not read is told of a row of a class too, where no loop sees the fields that are getters", () => {
  class Row {
    readonly id = "p";
    readonly physicianId = "a";
    readonly ald = false;
    readonly c2s = false;
    readonly seen = true;
    readonly prevention = 1;
    readonly nom = "Dupont";
    get age(): number {
      return 40;
    }
    get birthDate(): string {
      return "1985";
    }
    get lastSeen(): string {
      return "2025";
    }
  }
  expect(batch([new Row()]).statements[0]?.warnings.map(({ code, path }) => [code, path])).toEqual(
    unread("nom"),
  );
});

table<object, readonly Notice[]>(
  "a warning says what was read",
  [
    [
      "of a field that is not, the fields that are",
      {
        nom: "Dupont",
        id: "p",
        physicianId: "a",
        age: undefined,
        birthDate: "1985",
        lastSeen: "2025",
        seen: true,
        prevention: 1,
      },
      [
        {
          code: "unknown-field",
          path: "patients[].nom",
          fr: "champ inconnu «\u00a0nom\u00a0», non lu\u00a0; champs lus\u00a0: id, physicianId, birthDate, age, ald, c2s, seen, lastSeen, prevention, acts, preventionStatus, sex, aldNumbers, conditions, registeredFrom, registeredUntil, diedOn, aldFrom, aldUntil, c2sFrom, c2sUntil, visits",
          en: 'unknown field "nom", not read; fields read: id, physicianId, birthDate, age, ald, c2s, seen, lastSeen, prevention, acts, preventionStatus, sex, aldNumbers, conditions, registeredFrom, registeredUntil, diedOn, aldFrom, aldUntil, c2sFrom, c2sUntil, visits',
        },
      ],
    ],
    [
      "of a visit after the reference day, that it counts",
      { lastSeen: "2026" },
      [
        {
          code: "seen-after-reference",
          path: "patients[0].lastSeen",
          fr: "venue connue seulement après le jour de référence\u00a0: compté comme vu",
          en: "only a visit after the reference day is known: counted as seen",
        },
      ],
    ],
  ],
  (row) => batch(rows(row)).statements.flatMap(({ warnings }) => warnings),
);

test("a birth date of month 00 reads as the year: 80 on 31 December 2025 for one of 1945", () => {
  const total = (birthDate: string): string =>
    computePhysician({ patients: [{ birthDate, ald: false, c2s: false }] }, { year: 2026 }).total;
  expect([total("1945-00-00"), total("1946-13-40")]).toEqual(["55.00", "15.00"]);
});
