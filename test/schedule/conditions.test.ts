import { interval } from "../../src/interval.ts";
import { holds, type FactValue } from "../../src/schedule/conditions.ts";
import type { Condition } from "../../src/index.ts";
import { table } from "../support/table.ts";

table<string | number, { from: number; to: number }>(
  "a range has both its ends",
  [
    ["from one to another", "0-6", { from: 0, to: 6 }],
    ["and over", "80+", { from: 80, to: Number.POSITIVE_INFINITY }],
    ["one alone", "1", { from: 1, to: 1 }],
    ["a number", 3, { from: 3, to: 3 }],
  ],
  interval,
);

type Known = Readonly<Record<string, FactValue>>;

table<readonly [when: Condition | undefined, known: Known], boolean>(
  "a condition",
  [
    ["none: always", [undefined, {}], true],
    ["empty: always", [{}, {}], true],
    ["age under its band", [{ age: "75-79" }, { age: 74 }], false],
    ["age at the start of its band", [{ age: "75-79" }, { age: 75 }], true],
    ["age at the end of its band", [{ age: "75-79" }, { age: 79 }], true],
    ["age over its band", [{ age: "75-79" }, { age: 80 }], false],
    ["a known band within the band", [{ physicianAge: "67+" }, { physicianAge: "70-75" }], true],
    [
      "a known band that only meets it",
      [{ physicianAge: "67+" }, { physicianAge: "60-70" }],
      false,
    ],
    [
      "an installation that is still to come",
      [{ installationYear: "1" }, { installationYear: -1 }],
      false,
    ],
    [
      "a year before year 1 is no year 3",
      [{ installationYear: "3+" }, { installationYear: 0 }],
      false,
    ],
    ["any C2S, and a kind", [{ c2s: true }, { c2s: "free" }], true],
    ["any C2S, and one of a kind not told", [{ c2s: true }, { c2s: "yes" }], true],
    ["any C2S, and none", [{ c2s: true }, { c2s: "none" }], false],
    ["no C2S, and none", [{ c2s: false }, { c2s: "none" }], true],
    ["one kind of C2S, and the other", [{ c2s: "free" }, { c2s: "contributory" }], false],
    ["one kind of C2S, and itself", [{ c2s: "free" }, { c2s: "free" }], true],
    ["a zone among several", [{ zone: ["ZIP", "QPV"] }, { zone: "QPV" }], true],
    ["a zone that is not among them", [{ zone: ["ZIP", "QPV"] }, { zone: "ZAC" }], false],
    [
      "every fact must hold",
      [
        { ald: true, age: "80+" },
        { ald: true, age: 79 },
      ],
      false,
    ],
  ],
  ([when, known]) => holds(when, (fact) => known[fact] as FactValue),
);

table<readonly [when: Condition, known: Known], readonly string[]>(
  "facts are asked for in order, until one decides",
  [
    [
      "the first fails: the second is not asked for",
      [{ zone: "ZIP", contract: false }, { zone: "none" }],
      ["zone"],
    ],
    [
      "the first holds: the second is asked for",
      [
        { zone: "ZIP", contract: false },
        { zone: "ZIP", contract: true },
      ],
      ["zone", "contract"],
    ],
  ],
  ([when, known]) => {
    const asked: string[] = [];
    holds(when, (fact) => {
      asked.push(fact);
      return known[fact] as FactValue;
    });
    return asked;
  },
);
