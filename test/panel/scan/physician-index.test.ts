import { expect } from "vitest";
import type { Physician } from "../../../src/index.ts";
import { keysOf } from "../../../src/panel/columns/keys.ts";
import { REFUSED, Roster, UNKNOWN } from "../../../src/panel/columns/roster.ts";
import { vectorOf } from "../../../src/panel/columns/vector.ts";
import { NULL } from "../../../src/panel/columns/whole.ts";
import { PhysicianIndex } from "../../../src/panel/scan/physician-index.ts";
import { table } from "../../support/table.ts";

const moon = { id: "moon", zone: "moon" } as unknown as Physician;

function indexOf(physicians: Physician[] | undefined, match: "id" | "index"): PhysicianIndex {
  const byIndex = match === "index";
  return new PhysicianIndex(
    keysOf(vectorOf(new Int32Array(0), "columns.physicianId"), 0),
    new Roster(physicians, 2025, byIndex),
    byIndex,
  );
}

const FAR = 2 ** 24;

table<[physicians: Physician[] | undefined, match: "id" | "index", keys: number[]], number[]>(
  "the physician index of a key, one by one and of a block",
  [
    [
      "names in the order in which they come",
      [undefined, "id", [7, 0, 7, FAR - 1, FAR, -1, 0, FAR, -1]],
      [0, 1, 0, 2, 3, 4, 1, 3, 4],
    ],
    [
      "names of given physicians",
      [[{ id: "5" }, { id: "-5" }], "id", [-5, 5, 6, -5]],
      [1, 0, UNKNOWN, 1],
    ],
    [
      "the number that stands for a missing name, where none is missing",
      [undefined, "id", [NULL, 3, NULL]],
      [0, 1, 0],
    ],
    [
      "places",
      [[{}, moon, {}], "index", [2, 0, 1, 3, -1, FAR]],
      [1, 0, REFUSED, UNKNOWN, UNKNOWN, UNKNOWN],
    ],
  ],
  ([physicians, match, keys]) => {
    const index = indexOf(physicians, match);
    const inBlock = indexOf(physicians, match).ofBlock(Int32Array.from(keys));
    const found = keys.map((key) => index.of(key));
    expect([...inBlock.subarray(0, keys.length)]).toEqual(found);
    return found;
  },
);
