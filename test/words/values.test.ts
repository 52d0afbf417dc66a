import { describe, expect, test } from "vitest";
import { valueReader } from "../../src/words/values.ts";

/** What the values of a field are read as, where rows have more than text. */
function reads(field: string, rows: readonly (readonly [value: unknown, read: unknown])[]): void {
  describe(field, () => {
    const read = valueReader(field);
    test.each(rows)("%j", (value, expected) => expect(read(value)).toStrictEqual(expected));
  });
}

reads("acts", [
  [[{ kind: "mammography", date: "15/10/2026" }], [{ kind: "mammography", date: "2026-10-15" }]],
  [[{ date: "2026-10-15 00:00" }], [{ date: "2026-10-15" }]],
  [[{ date: "2026-10-15 09:30" }], [{ date: "2026-10-15 09:30" }]],
  [[{ date: "bientôt" }], [{ date: "bientôt" }]],
  [
    [{ date: 2026 }, { kind: "mammography" }],
    [{ date: 2026 }, { kind: "mammography" }],
  ],
  [
    ["15/10/2026", null],
    ["15/10/2026", null],
  ],
]);

reads("preventionStatus", [
  [
    { Grippe: "validé", "Cancer du sein": "non validé", other: "inconnu" },
    { flu: "validated", breast: "not-validated", other: "unknown" },
  ],
  [
    { grippe: "peut-être", covid: 1 },
    { flu: "peut-être", covid: 1 },
  ],
  [true, true],
]);

reads("prevention", [
  [
    ["Grippe", "vsv"],
    ["flu", "vsv"],
  ],
  [
    [
      { id: "Grippe", on: "15/10/2026" },
      { id: 1, on: 2026 },
    ],
    [
      { id: "flu", on: "2026-10-15" },
      { id: 1, on: 2026 },
    ],
  ],
]);

reads("visits", [
  [
    ["05/06/2025", "07/08/2025 17:05", 2025],
    ["2025-06-05", "2025-08-07", 2025],
  ],
  ["05/06/2025  07/08/2025", ["2025-06-05", "2025-08-07"]],
  ["[05/06/2025}", "[05/06/2025}"],
]);

reads("conditions", [["diabète; HTA, goutte", ["diabetes", "hypertension", "goutte"]]]);

reads("zone", [
  [
    [{ value: "zip", from: "01/01/2026", until: "31/12/2026 00:00" }],
    [{ value: "ZIP", from: "2026-01-01", until: "2026-12-31" }],
  ],
  [
    [{ value: "Hors zone" }, { value: 3, from: 2026 }],
    [{ value: "none" }, { value: 3, from: 2026 }],
  ],
  [[{ value: "zip", until: "un jour" }], [{ value: "ZIP", until: "un jour" }]],
  [
    ["zip", null],
    ["zip", null],
  ],
]);

reads("contract", [[[{ value: "oui", from: "2026" }], [{ value: true, from: "2026" }]]]);

const other = new Date(0);

reads("zone", [
  ["zip", "ZIP"],
  [null, null],
  [undefined, undefined],
  [3, 3],
  [{ A: "validé" }, { A: "validé" }],
  [[other], [other]],
]);

reads("prevention", [
  [
    [null, 3, other],
    [null, 3, other],
  ],
]);

reads("sector", [
  [1, "1"],
  [3, 3],
]);

reads("ald", [
  [1, true],
  [false, false],
  [2, 2],
  [{}, {}],
]);

reads("age", [
  [82, 82],
  [Number.NaN, ""],
]);

reads("id", [[7, 7]]);

test("a value that is not there means no where the user says so, if the field asks for yes or no", () => {
  const [ald, zone] = ["ald", "zone"].map((field) => valueReader(field, { blank: "no" }));
  expect([null, undefined, "", Number.NaN].map((value) => ald?.(value))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([null, undefined, ""].map((value) => zone?.(value))).toEqual([null, undefined, ""]);
});
