import { expect } from "vitest";
import { panelsFromColumns, computeColumns, type PanelColumns } from "../../src/index.ts";
import { withoutMessage, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

/** Two rows; a test refuses them for one thing, and nothing else of them may be complained about. */
const two = { age: [0, 129], ald: [2, 2], c2s: [0, 3] };

function whyFirst(columns: object): Why[][] {
  const list = { ...two, ...columns } as PanelColumns;
  const { rejected } = computeColumns(list, { year: 2026 });
  expect(panelsFromColumns(list, { year: 2026 }).rejected).toEqual(rejected);
  return rejected.listed.map(({ refusals }) => refusals.map(withoutMessage));
}

const ald = (row: number): Why =>
  why("ALD_INVALID", `columns.ald[${row}]`, "2", "0 ou 1", "0 or 1");
const onlyAld = [[ald(0)], [ald(1)]];

table<object, Why[][]>(
  "a row that is refused for its ALD is not refused for what it tells well",
  [
    ["the first age and the last", {}, onlyAld],
    ["the last year of birth and the first", { age: undefined, birthYear: [2025, 1896] }, onlyAld],
    ["C2S by its kind", { c2s: [1, 2] }, onlyAld],
    ["C2S as booleans", { c2s: [true, false] }, onlyAld],
    ["seen as booleans", { seen: [true, false] }, onlyAld],
    ["years since a visit", { yearsSinceSeen: [0, 2_147_483_647] }, onlyAld],
    ["actions", { prevention: [0, 15] }, onlyAld],
    ["indicators", { prevention: { flu: [0, 1] } }, onlyAld],
    ["a mask", { prevention: { mask: [0, 3], indicators: ["flu", "hpv"] } }, onlyAld],
    ["physicians", { physicianId: ["a", 3] }, onlyAld],
  ],
  whyFirst,
);

table<object, Why[][]>(
  "a row is refused without a mask",
  [
    [
      "null",
      { ald: [0, 0], prevention: { mask: [null, 1], indicators: ["flu"] } },
      [
        [
          why(
            "PREVENTION_INVALID",
            "columns.prevention.mask[0]",
            "null",
            "un entier de 0 à 1",
            "a whole number from 0 to 1",
          ),
        ],
      ],
    ],
  ],
  whyFirst,
);
