import { describe, expect, test } from "vitest";
import {
  computePatient,
  computeShares,
  marginalValue,
  prepareMarginalValue,
  type ListChange,
  type Patient,
} from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { anAdult } from "../support/rows.ts";
import { table } from "../support/table.ts";

/** 40-year-olds at 5 EUR, by number; the first ones have the C2S. */
const adults = (count: number, c2s: number): Patient[] =>
  Array.from({ length: count }, (_, i) => ({ id: `p${i}`, age: 40, ald: false, c2s: i < c2s }));

describe("the FPMT of 2025, 100 patients of whom 20 have the C2S", () => {
  // 100 * 5 = 500; a share of 20 % pays (20 % - 7 %) / 2 = 6.5 %: 32.50
  const patients = adults(100, 20);
  const newcomer: Patient = { id: "new", age: 40, ald: false, c2s: true };
  const valueOf = prepareMarginalValue({ patients }, { year: 2025 });

  test("one more patient on the C2S brings 7.33, a share is 5.33, a patient alone 5.00", () => {
    // 101 * 5 = 505; (21 / 101 - 7 %) / 2 * 505 = 34.825, half away from zero 34.83; 539.83 - 532.50
    expect(valueOf({ add: [newcomer] })).toEqual({
      before: "532.50",
      after: "539.83",
      change: "7.33",
    });
    // 5 + 32.50 / 100 = 5.325, the odd cents to the first
    expect(computeShares({ patients }, { year: 2025 }).shares[0]?.total).toBe("5.33");
    expect(computePatient({ patient: newcomer }, { year: 2025 }).total).toBe("5.00");
  });

  test("a C2S obtained by a patient of the list brings 2.50", () => {
    // (21 % - 7 %) / 2 * 500 = 35; 35 - 32.50
    expect(valueOf({ set: { p50: { c2s: true } } }).change).toBe("2.50");
  });

  test("who leaves takes more than their share, with the C2S, and less without", () => {
    // 99 * 5 = 495; (19 / 99 - 7 %) / 2 * 495 = 30.175, away from zero 30.18; 525.18 - 532.50
    expect(valueOf({ remove: ["p0"] }).change).toBe("-7.32");
    // (20 / 99 - 7 %) / 2 * 495 = 32.675, 32.68; 527.68 - 532.50
    expect(valueOf({ remove: ["p99"] }).change).toBe("-4.82");
  });

  test("changes of all kinds at once", () => {
    // 500; (21 - 1 + 1) / 100 = 21 %: 35
    const change = { add: [newcomer], remove: ["p0"], set: { p50: { c2s: true } } };
    expect(valueOf(change)).toEqual({ before: "532.50", after: "535.00", change: "2.50" });
    // 20 patients in ALD under 80: 46 - 5 = 41 each, on which 6.5 % are paid too
    const set = Object.fromEntries(adults(20, 0).map(({ id }) => [id as string, { ald: true }]));
    // (500 + 20 * 41) * 106.5 % = 1405.80
    expect(valueOf({ set }).after).toBe("1405.80");
  });
});

describe("the FMT of 2026", () => {
  const physician = { zone: "ZIP" } as const;
  const patients: Patient[] = [
    {
      id: 1,
      birthDate: "1943-05-02",
      ald: true,
      c2s: false,
      visits: ["2025-03-01"],
      prevention: ["flu"],
    },
    { id: 2, birthDate: "1985-01-01", ald: false, c2s: false, visits: ["2025-04-01"] },
    {
      id: 3,
      birthDate: "1985-01-01",
      ald: false,
      c2s: false,
      visits: [],
      registeredFrom: "2026-03-01",
    },
  ];
  const valueOf = prepareMarginalValue({ physician, patients }, { year: 2026 });
  const change = (one: ListChange): string => valueOf(one).change;

  test("one more action, the C2S, the ALD, a visit, a registration before the day", () => {
    // (100 + 5) * 110 % + 5 = 120.50
    expect(valueOf({ remove: [] })).toEqual({ before: "120.50", after: "120.50", change: "0.00" });
    expect(change({ set: { 1: { prevention: ["flu", "covid"] } } })).toBe("5.00");
    expect(change({ set: { 2: { c2s: true } } })).toBe("10.00");
    // (55 - 5) * 110 %
    expect(change({ set: { 2: { ald: true } } })).toBe("55.00");
    expect(change({ set: { 2: { aldFrom: "2026-01-01" } } })).toBe("0.00");
    // (100 - 5) * 110 %: not seen for two years
    expect(change({ set: { 1: { visits: ["2023-12-31"] } } })).toBe("-104.50");
    expect(change({ set: { 3: { registeredFrom: null } } })).toBe("5.50");
    expect(change({ remove: [3] })).toBe("0.00");
    expect(change({ remove: [1] })).toBe("-115.00");
  });

  test("who chooses the physician today counts for the year after", () => {
    const add: Patient[] = [
      {
        birthDate: "1944-01-01",
        ald: true,
        c2s: false,
        visits: ["2026-11-27"],
        registeredFrom: "2026-11-27",
      },
    ];
    expect(change({ add })).toBe("0.00");
    // 100 * 110 %
    expect(marginalValue({ physician, patients, change: { add } }, { year: 2027 }).change).toBe(
      "110.00",
    );
  });

  test("the value of what is set is that of the reading and the patch in use", () => {
    const options = {
      year: 2026,
      patch: { "c2s.amount": "12" },
      readings: { "uplift-base": "base-and-c2s" },
    };
    const { change: more } = marginalValue(
      { physician, patients, change: { set: { 2: { c2s: true } } } },
      options,
    );
    // 12 * 110 %
    expect(more).toBe("13.20");
  });

  test("nothing, for a physician who is not paid", () => {
    const given = { physician: { sector: "2" as const }, patients };
    expect(marginalValue({ ...given, change: { remove: [1] } }, { year: 2026 })).toEqual({
      before: "0.00",
      after: "0.00",
      change: "0.00",
    });
  });

  test("a list that becomes empty, or was", () => {
    const one = patients.slice(0, 1);
    expect(marginalValue({ patients: one, change: { remove: [1] } }, { year: 2026 }).after).toBe(
      "0.00",
    );
    expect(marginalValue({ patients: [], change: { add: one } }, { year: 2026 }).after).toBe(
      "105.00",
    );
  });

  test("rows of a class, and rows that change after they were read", () => {
    class Row {
      readonly id = "r";
      readonly birthDate = "1985-01-01";
      get ald(): boolean {
        return false;
      }
      get c2s(): boolean {
        return false;
      }
    }
    const plain = { id: "s", age: 40, ald: false, c2s: false };
    const ask = prepareMarginalValue({ patients: [new Row(), plain] }, { year: 2026 });
    plain.age = 300;
    expect(ask({ set: { r: { ald: true }, s: { c2s: true } } }).change).toBe("60.00");
  });

  test("results are frozen", () => {
    expect(Object.isFrozen(valueOf({ remove: [1] }))).toBe(true);
  });
});

test("a practice that is paid per slab of patients: the 1,001st brings two slabs, the next none", () => {
  // over 1,000 patients each 500, of 38 hours each 6: the fewer, 2 * 9940.50
  const practice = { id: "p", facts: { nurseHours: 38 } };
  const options = { year: 2024, schedule: "be.nurse-premium.2024" };
  const add = [{ id: "new", age: 40, ald: false, c2s: false }];
  const more = (count: number): string =>
    marginalValue({ practice, patients: adults(count, 0), change: { add } }, options).change;
  expect([999, 1000, 1001].map(more)).toEqual(["0.00", "19881.00", "0.00"]);
});

describe("refused, with the place under change", () => {
  const patients = [
    ...adults(3, 0),
    { id: "d", age: 40, ald: false, c2s: true, c2sUntil: "2024-01-01" },
  ];
  const where = (change: unknown, list: readonly Patient[] = patients): [string, string] => {
    const { code, path } = refused(() =>
      marginalValue({ patients: list, change: change as ListChange }, { year: 2026 }),
    );
    return [code, path];
  };

  test.each([
    [{ remove: ["p9"] }, "PATIENT_UNKNOWN", "change.remove[0]"],
    [{ set: { p9: { c2s: true } } }, "PATIENT_UNKNOWN", "change.set.p9"],
    [{ set: { toString: { c2s: true } } }, "PATIENT_UNKNOWN", "change.set.toString"],
    [{ remove: ["p1", "p1"] }, "PATIENT_TWICE", "change.remove[1]"],
    [{ remove: ["p1"], set: { p1: { c2s: true } } }, "PATIENT_TWICE", "change.set.p1"],
    [{ add: [{ id: "p1", age: 40, ald: false, c2s: false }] }, "PATIENT_TWICE", "change.add[0].id"],
    [
      { add: [1, 1].map((id) => ({ id, age: 40, ald: false, c2s: false })) },
      "PATIENT_TWICE",
      "change.add[1].id",
    ],
    [
      { remove: ["p1"], add: [{ id: "p1", age: 40, ald: false, c2s: false }] },
      "PATIENT_TWICE",
      "change.add[0].id",
    ],
    [{ remove: [null] }, "ID_INVALID", "change.remove[0]"],
    [{ add: [{ age: 130, ald: false, c2s: false }] }, "AGE_INVALID", "change.add[0].age"],
    [{ add: [{ age: 40, c2s: false }] }, "ALD_MISSING", "change.add[0].ald"],
    [{ add: [null] }, "INPUT_INVALID", "change.add[0]"],
    [{ add: { id: "x" } }, "INPUT_INVALID", "change.add"],
    [{ remove: "p1" }, "INPUT_INVALID", "change.remove"],
    [{ set: { p0: { c2s: "perhaps" } } }, "C2S_INVALID", "change.set.p0.c2s"],
    [{ set: { p0: { birthDate: "1950-01-01" } } }, "AGE_DISAGREES", "change.set.p0.age"],
    [{ set: { p0: { c2S: true } } }, "KEY_UNKNOWN", "change.set.p0.c2S"],
    [{ set: { p0: { id: "p7" } } }, "KEY_UNKNOWN", "change.set.p0.id"],
    [{ set: { p0: true } }, "INPUT_INVALID", "change.set.p0"],
    [{ set: { p0: { physicianId: "dr" } } }, "KEY_UNKNOWN", "change.set.p0.physicianId"],
    [{ set: { "": { c2s: true } } }, "PATIENT_UNKNOWN", "change.set."],
    [{ set: ["p0"] }, "INPUT_INVALID", "change.set"],
    [{ set: { d: { c2s: true } } }, "INPUT_INVALID", "change.set.d.c2s"],
    [{ ad: [] }, "KEY_UNKNOWN", "change.ad"],
    [{}, "INPUT_INVALID", "change"],
    [undefined, "INPUT_INVALID", "change"],
  ])("%j", (change, code, path) => {
    expect(where(change)).toEqual([code, path]);
  });

  const anId = [
    "l'identifiant d'un patient de la liste",
    "the id of a patient of the list",
  ] as const;
  const aChange = [
    "{ add: [patient] }, { remove: [id] } ou { set: { [id]: facts } }",
    "{ add: [patient] }, { remove: [id] } or { set: { [id]: facts } }",
  ] as const;
  const joining = { add: [{ id: "p1", age: 40, ald: false, c2s: false }] };
  const until = (right: string): readonly [string, string] => [
    `${right}From et ${right}Until avec, puisque ce patient a des dates, qui décident avant ${right}`,
    `${right}From and ${right}Until with it: this patient has dates, which decide before ${right}`,
  ];
  const closed = [
    { id: "d", age: 40, ald: true, aldUntil: "2024-01-01", c2s: false },
    { id: "f", age: 40, ald: true, aldFrom: "2030-01-01", c2s: false },
  ];

  table<readonly [change: unknown, list?: readonly Patient[]], Why>(
    "and in words",
    [
      [
        "an id of nobody",
        [{ remove: ["p9"] }],
        why("PATIENT_UNKNOWN", "change.remove[0]", '"p9"', ...anId),
      ],
      ["no id", [{ remove: [""] }], why("ID_INVALID", "change.remove[0]", '""', ...anId)],
      [
        "a number that is none",
        [{ remove: [Number.POSITIVE_INFINITY] }],
        why("ID_INVALID", "change.remove[0]", "Infinity", ...anId),
      ],
      [
        "one who leaves twice",
        [{ remove: ["p1", "p1"] }],
        why(
          "PATIENT_TWICE",
          "change.remove[1]",
          '"p1"',
          "un identifiant une seule fois",
          "an id once",
        ),
      ],
      [
        "one who joins a list that has the id",
        [joining],
        why(
          "PATIENT_TWICE",
          "change.add[0].id",
          '"p1"',
          "un identifiant que la liste n'a pas ; pour changer un patient : set",
          "an id that the list does not have; to change a patient: set",
        ),
      ],
      [
        "nobody who joins",
        [{ add: [null] }],
        why("INPUT_INVALID", "change.add[0]", "null", "un objet", "an object"),
      ],
      [
        "a kind of change that is none",
        [{ join: [] }],
        why("KEY_UNKNOWN", "change.join", '"join"', "add, remove, set"),
      ],
      ["no change", [null], why("INPUT_INVALID", "change", "null", ...aChange)],
      ["a text", ["set"], why("INPUT_INVALID", "change", '"set"', ...aChange)],
      ["an empty one", [{}], why("INPUT_INVALID", "change", "{}", ...aChange)],
      [
        "facts in a list",
        [{ set: ["p0"] }],
        why(
          "INPUT_INVALID",
          "change.set",
          '["p0"]',
          "un objet { [id]: { c2s: true } }",
          "an object { [id]: { c2s: true } }",
        ),
      ],
      [
        "facts that are null",
        [{ set: { p0: null } }],
        why("INPUT_INVALID", "change.set.p0", "null", "{ c2s: true }"),
      ],
      [
        "a C2S that dates have closed",
        [{ set: { d: { c2s: true } } }],
        why("INPUT_INVALID", "change.set.d.c2s", "true", ...until("c2s")),
      ],
      [
        "an ALD that dates have closed",
        [{ set: { d: { ald: true } } }, closed],
        why("INPUT_INVALID", "change.set.d.ald", "true", ...until("ald")),
      ],
      [
        "an ALD that dates will open",
        [{ set: { f: { ald: true } } }, closed],
        why("INPUT_INVALID", "change.set.f.ald", "true", ...until("ald")),
      ],
    ],
    ([change, list = patients]) =>
      refused(() =>
        marginalValue({ patients: list, change: change as ListChange }, { year: 2026 }),
      ),
  );

  test("but a date beside the right, or a right taken away, is a change", () => {
    const worth = (facts: object, id = "d"): string =>
      marginalValue({ patients: closed, change: { set: { [id]: facts } } }, { year: 2026 }).change;
    // ALD at 40: 55 - 5
    expect(worth({ ald: true, aldUntil: null })).toBe("50.00");
    expect(worth({ ald: true, aldUntil: "2030-01-01" })).toBe("50.00");
    expect(worth({ aldFrom: "2025-01-01", aldUntil: "2030-01-01" })).toBe("50.00");
    expect(worth({ ald: true, aldFrom: "2025-01-01" }, "f")).toBe("50.00");
    expect(worth({ ald: undefined })).toBe("0.00");
    // 80 years and over in ALD, of one whose ALD has ended: 55 - 5
    expect(worth({ age: 82 })).toBe("50.00");
  });

  test("rows of the list keep their place, read first or read again", () => {
    expect(where({ remove: ["p0"] }, [{ age: 400, ald: false, c2s: false }])).toEqual([
      "AGE_INVALID",
      "patients[0].age",
    ]);
    // A list that told nobody seen must tell it of all, as soon as one row does.
    expect(where({ set: { p0: { seen: true } } })).toEqual(["SEEN_MISSING", "patients[1].seen"]);
  });

  test("an id that two rows have, neither of them on the list", () => {
    const gone = { id: "g", age: 40, ald: false, c2s: false, registeredUntil: "2020-01-01" };
    expect(where({ set: { g: { registeredUntil: null } } }, [gone, gone])).toEqual([
      "PATIENT_TWICE",
      "change.set.g",
    ]);
    const back = { ...gone, registeredUntil: "" };
    const { change } = marginalValue(
      { patients: [gone, back], change: { remove: ["g"] } },
      { year: 2026 },
    );
    expect(change).toBe("-5.00");
    const leaves = { patients: [back, gone, gone], change: { remove: ["g"] } };
    expect(marginalValue(leaves, { year: 2026 }).change).toBe("-5.00");
    expect(where({ remove: ["g"] }, [gone, gone, gone])).toEqual([
      "PATIENT_TWICE",
      "change.remove[0]",
    ]);
  });

  test("rows without an id have none that a change could name", () => {
    const nameless = [
      { age: 40, ald: false, c2s: false },
      { ...anAdult, id: "" },
    ];
    for (const id of ["undefined", "null"])
      expect(where({ remove: [id] }, nameless)).toEqual(["PATIENT_UNKNOWN", "change.remove[0]"]);
    expect(where({ set: { "": { c2s: true } } }, nameless)).toEqual([
      "PATIENT_UNKNOWN",
      "change.set.",
    ]);
    // and any number of them may join
    const add = [anAdult, anAdult, { ...anAdult, id: "" }, { ...anAdult, id: "" }];
    expect(marginalValue({ patients, change: { add } }, { year: 2026 }).change).toBe("20.00");
  });

  test("what cannot be read, with its place", () => {
    const closed = (key: string): never =>
      Object.defineProperty({}, key, {
        enumerable: true,
        get: () => {
          throw new Error("closed");
        },
      }) as never;
    const shut = new Proxy({}, { ownKeys: () => closed("any")["any"] });
    expect(where(closed("add"))).toEqual(["INPUT_INVALID", "change"]);
    expect(where({ set: shut })).toEqual(["INPUT_INVALID", "change.set"]);
    const options = { year: 2026 };
    expect(refused(() => marginalValue(closed("change"), options)).path).toBe("input");
    expect(refused(() => prepareMarginalValue(closed("patients"), options)).path).toBe("input");
    for (const row of [null, closed("age")])
      expect(refused(() => prepareMarginalValue({ patients: [row] as never }, options)).path).toBe(
        "patients[0]",
      );
  });

  test("a key of the input that nothing reads", () => {
    const given = { patients, chagne: {}, change: { remove: [] } };
    expect(refused(() => marginalValue(given, { year: 2026 })).path).toBe("input.chagne");
  });
});
