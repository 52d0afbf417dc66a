import { expect } from "vitest";
import type { Physician } from "../../src/index.ts";
import { keysOf } from "../../src/panel/columns/keys.ts";
import { REFUSED, Roster, UNKNOWN } from "../../src/panel/columns/roster.ts";
import { Slots } from "../../src/panel/columns/slots.ts";
import { vectorOf } from "../../src/panel/columns/vector.ts";
import { NULL } from "../../src/panel/columns/whole.ts";
import { table } from "../support/table.ts";

const moon = { id: "moon", zone: "moon" } as unknown as Physician;

function slotsOf(physicians: Physician[] | undefined, match: "id" | "index"): Slots {
  const byIndex = match === "index";
  return new Slots(
    keysOf(vectorOf(new Int32Array(0), "columns.physicianId")),
    new Roster(physicians, 2025, byIndex),
    byIndex,
  );
}

table<[physicians: Physician[], match: "id" | "index"], boolean>(
  "keys are slots where they are places and no physician is refused",
  [
    ["places", [[{}, {}], "index"], true],
    ["places, one of them of a refused physician", [[{}, moon], "index"], false],
    ["names", [[{ id: "0" }, { id: "1" }], "id"], false],
  ],
  ([physicians, match]) => slotsOf(physicians, match).areKeys,
);

const FAR = 2 ** 24;

table<[physicians: Physician[] | undefined, match: "id" | "index", keys: number[]], number[]>(
  "the slot of a key, one by one and all at once",
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
    const slots = slotsOf(physicians, match);
    const all = new Int32Array(keys.length + 1).fill(9);
    slotsOf(physicians, match).ofAll(Int32Array.from(keys), all);
    const found = keys.map((key) => slots.of(key));
    expect([...all]).toEqual([...found, 9]);
    return found;
  },
);
