import { expect } from "vitest";
import {
  panelsFromColumns,
  computeColumns,
  type PanelColumns,
  type Physician,
} from "../../src/index.ts";
import { withoutMessage, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

/** What is given of physicians, and the physician of each of some patients. */
interface Given {
  readonly physicians: readonly object[];
  readonly match?: "id" | "index";
  readonly physician?: readonly string[] | Uint8Array;
}

/** Who is paid, how many patients each has, and why the others are refused. */
interface Paid {
  readonly ids: readonly (string | null)[];
  readonly patients: readonly number[];
  readonly refused: Readonly<Record<string, readonly Why[]>>;
}

function paid({ physicians: rows, match = "id", physician }: Given): Paid {
  const of = (value: number): Uint8Array => new Uint8Array(physician?.length ?? 1).fill(value);
  const columns = {
    age: of(40),
    ald: of(0),
    c2s: of(0),
    ...(physician && { physicianId: physician }),
  } as PanelColumns;
  const options = { year: 2026, physicians: rows as Physician[], match };
  const { physicianIds: ids, patients, rejected } = computeColumns(columns, options);
  const panels = panelsFromColumns(columns, options);
  expect([panels.physicianIds, panels.patients, panels.rejected]).toEqual([
    ids,
    patients,
    rejected,
  ]);
  const reasons = rejected.listed.map(
    ({ kind, index, refusals }) => [`${kind} ${index}`, refusals.map(withoutMessage)] as const,
  );
  return { ids, patients: [...patients], refused: Object.fromEntries(reasons) };
}

const twice = (row: number, id: string): Why =>
  why(
    "PHYSICIAN_TWICE",
    `physicians[${row}].id`,
    `"${id}"`,
    "un médecin une seule fois",
    "a physician once",
  );
const nameless = (row: number): Why =>
  why(
    "ID_INVALID",
    `physicians[${row}].id`,
    "undefined",
    "l'identifiant d'un médecin",
    "the identifier of a physician",
  );
const onTheMoon = (row: number): Why =>
  why("ZONE_INVALID", `physicians[${row}].zone`, '"moon"', "ZIP, QPV, ZAC, none");
const refusedToo = (row: number, id: string): Why =>
  why(
    "PHYSICIAN_REFUSED",
    `columns.physicianId[${row}]`,
    id,
    "un médecin dont la ligne est acceptée",
    "a physician whose row is accepted",
  );

table<Given, Paid>(
  "physicians found by their names",
  [
    [
      "the only one needs none",
      { physicians: [{ zone: "ZIP" }] },
      { ids: [null], patients: [1], refused: {} },
    ],
    [
      "one of two needs one",
      { physicians: [{ id: "a" }, {}], physician: ["a"] },
      { ids: ["a"], patients: [1], refused: { "physician 1": [nameless(1)] } },
    ],
    [
      "nobody stands behind an empty name",
      { physicians: [{ id: "" }, { id: "a" }], physician: ["a"] },
      { ids: ["a"], patients: [1], refused: { "physician 0": [nameless(0)] } },
    ],
    [
      "the first of a name has its patients",
      { physicians: [{ id: "b" }, { id: "a" }, { id: "b" }], physician: ["b", "a", "b"] },
      { ids: ["b", "a"], patients: [2, 1], refused: { "physician 2": [twice(2, "b")] } },
    ],
    [
      "a name whose first physician is refused is nobody's",
      { physicians: [{ id: "a", zone: "moon" }, { id: "a" }], physician: ["a"] },
      {
        ids: [],
        patients: [],
        refused: {
          "physician 0": [onTheMoon(0)],
          "physician 1": [twice(1, "a")],
          "patient 0": [refusedToo(0, '"a"')],
        },
      },
    ],
  ],
  paid,
);

table<Given, Paid>(
  "physicians found by their place",
  [
    [
      "need no name",
      { physicians: [{}, {}], match: "index", physician: Uint8Array.of(1, 0, 1) },
      { ids: [null, null], patients: [1, 2], refused: {} },
    ],
    [
      "may not have the name of another",
      { physicians: [{ id: "a" }, { id: "a" }], match: "index", physician: Uint8Array.of(1, 0, 0) },
      {
        ids: ["a"],
        patients: [2],
        refused: { "physician 1": [twice(1, "a")], "patient 0": [refusedToo(0, "1")] },
      },
    ],
  ],
  paid,
);
