import { expect } from "vitest";
import { panelsFromColumns, type PanelColumns } from "../../../src/index.ts";
import type { Kind } from "../../../src/panel/columns/code.ts";
import { countsOf } from "../../../src/panel/panels.ts";
import type { Step } from "../../../src/panel/count-store.ts";
import { LANES, PrefixCounts } from "../../../src/panel/scan/prefix-counts.ts";
import { table } from "../../support/table.ts";

type Patients = readonly [slot: number, kind: Kind, age: number, patients: number];

const ALD: Kind = 1;
const C2S: Kind = 2;

const ROWS = 32_000;

/** A column of zeros but for one row in so many. */
function everyOther(rows: number, value: number): Uint8Array {
  return Uint8Array.from({ length: ROWS }, (_, row) => (row % rows === 0 ? value : 0));
}

function totalsOf(all: readonly Patients[]): PrefixCounts {
  const store = new PrefixCounts();
  for (const [slot, kind, age, patients] of all)
    for (let i = 0; i < patients; i++) store.add(slot, (kind << 8) | age);
  store.end();
  return store;
}

table<Partial<PanelColumns>, number[]>(
  "a physician of fewer than 65,536 patients has one lane, which bounds the memory",
  [
    ["whose patients come in several runs", {}, [16_000, 16_000]],
    ["of whose rows many are refused", { ald: everyOther(4, 2) }, [12_000, 12_000]],
    ["whose rows are shuffled", { physicianId: everyOther(2, 1) }, [16_000, 16_000]],
  ],
  (columns) => {
    const none = new Uint8Array(ROWS);
    const { store, patients } = countsOf(
      panelsFromColumns(
        {
          physicianId: none.map((_, row) => Math.floor(row / 8000) % 2),
          age: none.map(() => 40),
          ald: none,
          c2s: none,
          ...columns,
        },
        { year: 2026 },
      ),
    );
    expect([0, 1, 2].map((slot) => (store as PrefixCounts).laneFor(slot, 1))).toEqual([0, 1, 2]);
    return [...patients];
  },
);

table<number, number>(
  "a lane of 16 bits holds 65,535 patients, and who has more has another",
  [
    ["65,535", 65_535, 1],
    ["one more", 65_536, 2],
  ],
  (patients) => totalsOf([[0, ALD, 40, patients]]).laneFor(1, 1),
);

/** So many physicians, of whom each has one patient more than the one before. */
const ascending = (physicians: number): Patients[] =>
  Array.from({ length: physicians }, (_, slot) => [slot, ALD, 40, slot + 1]);

const upTo = (age: number, weight: number, kind: Kind = ALD): Step => ({ kind, age, weight });

table<[patients: Patients[], steps: Step[], slots: number], number[]>(
  "a patient has the weight of every step that he is on",
  [
    ["no step", [[[0, ALD, 40, 3]], [], 1], [0]],
    ["one", [[[0, ALD, 40, 3]], [upTo(129, 5)], 1], [3 * 5]],
    [
      "those of the age are on it, those a year older not",
      [
        [
          [0, ALD, 40, 3],
          [0, ALD, 41, 20],
        ],
        [upTo(40, 5)],
        1,
      ],
      [3 * 5],
    ],
    [
      "age 0",
      [
        [
          [0, ALD, 0, 3],
          [0, ALD, 1, 20],
        ],
        [upTo(0, 5)],
        1,
      ],
      [3 * 5],
    ],
    ["an age below 0 is nobody's", [[[0, ALD, 0, 3]], [upTo(-1, 5)], 1], [0]],
    ["a step of a kind that nobody is of", [[[0, ALD, 40, 3]], [upTo(129, 5, C2S)], 1], [0]],
    ["a weight of 0", [[[0, ALD, 40, 3]], [upTo(129, 0), upTo(129, 5)], 1], [3 * 5]],
    [
      "weights below 0",
      [
        [
          [0, ALD, 40, 3],
          [0, ALD, 80, 20],
        ],
        [upTo(129, 5), upTo(79, -2)],
        1,
      ],
      [23 * 5 - 3 * 2],
    ],
    [
      "four steps",
      [[[0, ALD, 40, 3]], [1, 10, 100, 1000].map((weight) => upTo(129, weight)), 1],
      [3 * 1111],
    ],
    [
      "five steps",
      [[[0, ALD, 40, 3]], [1, 10, 100, 1000, 10_000].map((weight) => upTo(129, weight)), 1],
      [3 * 11_111],
    ],
    [
      "kinds apart, of which one came late",
      [
        [
          [0, ALD, 40, 3],
          [1, ALD, 40, 4],
          [0, C2S, 50, 20],
          [1, ALD, 50, 5],
        ],
        [upTo(129, 1), upTo(129, 1000, C2S)],
        2,
      ],
      [3 + 20 * 1000, 4 + 5],
    ],
    [
      "physicians in another order than they came",
      [
        [
          [2, ALD, 40, 3],
          [0, ALD, 40, 4],
        ],
        [upTo(129, 1)],
        3,
      ],
      [4, 0, 3],
    ],
    [
      "physicians after whom there are more",
      [
        [
          [0, ALD, 40, 3],
          [1, ALD, 40, 4],
        ],
        [upTo(129, 1)],
        4,
      ],
      [3, 4, 0, 0],
    ],
    [
      "more physicians than a chunk has lanes",
      [ascending(LANES + 1), [upTo(129, 1)], LANES + 1],
      ascending(LANES + 1).map(([, , , patients]) => patients),
    ],
    [
      "more patients than a lane holds",
      [
        [
          [0, ALD, 40, 65_536],
          [1, ALD, 40, 1],
          [0, ALD, 41, 65_535],
        ],
        [upTo(129, 1)],
        2,
      ],
      [65_536 + 65_535, 1],
    ],
  ],
  ([patients, steps, slots]) => [...totalsOf(patients).sums(steps, slots)],
);

table<[patients: Patients[], slot: number], number[][]>(
  "the patients of one physician: kind, age and how many, of ages that he has",
  [
    [
      "of one kind",
      [
        [
          [0, ALD, 40, 3],
          [0, ALD, 42, 2],
          [1, ALD, 41, 20],
        ],
        0,
      ],
      [
        [ALD, 40, 3],
        [ALD, 42, 2],
      ],
    ],
    [
      "of two kinds, from age 0 to the oldest",
      [
        [
          [0, C2S, 129, 3],
          [0, ALD, 0, 2],
        ],
        0,
      ],
      [
        [C2S, 129, 3],
        [ALD, 0, 2],
      ],
    ],
    [
      "in two lanes, the last first",
      [
        [
          [0, ALD, 40, 65_535],
          [0, ALD, 41, 1],
        ],
        0,
      ],
      [
        [ALD, 41, 1],
        [ALD, 40, 65_535],
      ],
    ],
    [
      "of a physician who has none",
      [
        [
          [0, ALD, 40, 3],
          [2, ALD, 40, 4],
        ],
        1,
      ],
      [],
    ],
    [
      "of one after all who have any",
      [
        [
          [0, ALD, 40, 3],
          [1, ALD, 40, 4],
        ],
        1000,
      ],
      [],
    ],
    [
      "of the third of three",
      [
        [
          [0, ALD, 40, 1],
          [1, ALD, 41, 2],
          [2, ALD, 42, 3],
        ],
        2,
      ],
      [[ALD, 42, 3]],
    ],
  ],
  ([patients, slot]) => {
    const given: number[][] = [];
    totalsOf(patients).each(slot, (...one) => given.push(one));
    return given;
  },
);
