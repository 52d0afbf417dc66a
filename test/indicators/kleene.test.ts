import { describe } from "vitest";
import { both, ofRange, type Known } from "../../src/indicators/kleene.ts";
import { table } from "../support/table.ts";

const known: readonly Known[] = ["yes", "no", "unknown"];

/** Rows of a truth table: both arguments, in the order of `known`, and the answer. */
const rows = (answers: readonly Known[]) =>
  known.flatMap((a, i) =>
    known.map((b, j) => [`${a}, ${b}`, [a, b] as const, answers[3 * i + j] as Known] as const),
  );

describe("Kleene's logic", () => {
  table<readonly [Known, Known], Known>(
    "both",
    rows([
      ...(["yes", "no", "unknown"] as const),
      ...(["no", "no", "no"] as const),
      ...(["unknown", "no", "unknown"] as const),
    ]),
    ([a, b]) => both(a, b),
  );

  table<readonly [boolean, boolean], Known>(
    "a range that is all in, all out, or neither",
    [
      ["in", [true, false], "yes"],
      ["out", [false, true], "no"],
      ["across", [false, false], "unknown"],
    ],
    ([isIn, isOut]) => ofRange(isIn, isOut),
  );
});
