import { expect } from "vitest";
import { pack, unpack } from "../../../src/panel/scan/packed-sums.ts";
import { table } from "../../support/table.ts";

/**
 * Tables of weights of two codes. The sum of 2^20 rows of weight 1 takes 21 bits, of weight 3 takes
 * 22, of weight 4095 takes 32; a double holds 53.
 */
table<readonly (readonly [number, number])[], readonly (readonly number[])[]>(
  "tables share one number for as long as their sums fit in 53 bits",
  [
    ["no table", [], [[]]],
    ["of weights that are all 0", [[0, 0]], [[0]]],
    [
      "of 21 bits each, of which two fit and three do not",
      [
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      [[0, 1], [2]],
    ],
    [
      "of 21 and 32 bits, which just fit",
      [
        [1, 0],
        [4095, 1],
      ],
      [[0, 1]],
    ],
    [
      "of 21 and 33 bits, which do not",
      [
        [1, 0],
        [4096, 1],
      ],
      [[0], [1]],
    ],
    [
      "of 33 bits, then what fits beside the first",
      [
        [1, 0],
        [4096, 1],
        [1, 0],
      ],
      [[0, 2], [1]],
    ],
    [
      "of 33 and 32 bits, then what fits beside the second",
      [
        [4096, 1],
        [4095, 1],
        [1, 0],
      ],
      [[0], [1, 2]],
    ],
    [
      "of 1500 and 500, which are 3 and 1 of 500",
      [
        [1500, 500],
        [1, 0],
      ],
      [[0, 1]],
    ],
    [
      "of 3 and 4094 times 500, which take 32 bits",
      [
        [1500, 500 * 4094],
        [1, 0],
      ],
      [[0, 1]],
    ],
    [
      "of 4096 twice, which are 1 each",
      [
        [4096, 4096],
        [1, 0],
      ],
      [[0, 1]],
    ],
  ],
  (tables) => {
    const packed = pack(
      tables.map((weights) => Float64Array.from(weights)),
      2,
    );
    const sums = tables.map(() => new Float64Array(1));
    const rows = [700_000, 300_000] as const;
    for (const sum of packed) {
      const [one, other] = sum.table as unknown as [number, number];
      unpack(sum, rows[0] * one + rows[1] * other, 0, sums);
    }
    expect(sums.map(([sum]) => sum)).toEqual(tables.map(([a, b]) => rows[0] * a + rows[1] * b));
    return packed.map(({ fields }) => fields.map(({ of }) => of));
  },
);
