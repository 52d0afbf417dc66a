import { describe, expect, test } from "vitest";
import { valueReader } from "../../src/words/values.ts";

/** What the values of a field are read as, where rows have more than text. */
function reads(field: string, rows: readonly (readonly [value: unknown, read: unknown])[]): void {
  describe(field, () => {
    const read = valueReader(field);
    test.each(rows)("%j", (value, expected) => expect(read(value)).toEqual(expected));
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
    ["05/06/2025", 2025],
    ["2025-06-05", 2025],
  ],
]);

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
