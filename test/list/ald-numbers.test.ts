import { readNumbers, refusedNumbers } from "../../src/list/ald-numbers.ts";
import { withoutMessage, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

const bits = (...numbers: readonly number[]): number =>
  numbers.reduce((all, number) => all | (1 << (number - 1)), 0);

table<unknown, ReturnType<typeof readNumbers>>(
  "numbers of ALD",
  [
    ["none", [], { bits: 0, hasUntold: false }],
    ["the first and the last", [1, 32], { bits: bits(1, 32), hasUntold: false }],
    ["as text", ["8", "30"], { bits: bits(8, 30), hasUntold: false }],
    ["one that is not told", [0, 8], { bits: bits(8), hasUntold: true }],
    ["one beside 32 that is not told", [32, 0], { bits: bits(32), hasUntold: true }],
    ["one twice", [8, "8"], undefined],
    ["untold twice", [0, 0], undefined],
    ["33", [33], undefined],
    ["-1", [-1], undefined],
    ["a fraction", [8.5], undefined],
    ["letters", ["ALD 8"], undefined],
    ["a number between letters", ["8a"], undefined],
    ["three figures", ["008"], undefined],
    ["no list", "8", undefined],
    ["one number alone", 8, undefined],
  ],
  readNumbers,
);

const none = ["aucun numéro, puisque ald est false", "no number, as ald is false"] as const;
const some = [
  "au moins un numéro, puisque ald est true",
  "at least one number, as ald is true",
] as const;
const at = "patients[0].aldNumbers";

table<readonly [ald: unknown, numbers: unknown], Why | undefined>(
  "ald and its numbers say the same",
  [
    ["a number", [true, [8]], undefined],
    ["an untold one", [true, [0]], undefined],
    ["none", [false, []], undefined],
    ["no number of an ALD", [true, []], why("ALD_DISAGREES", at, "[]", ...some)],
    ["a number without ALD", [false, [8]], why("ALD_DISAGREES", at, "[8]", ...none)],
    ["an untold one without ALD", [false, [0]], why("ALD_DISAGREES", at, "[0]", ...none)],
    ["what is no list of numbers says nothing", [true, [33]], undefined],
    ["nor does an ald that is no answer", ["non", [8]], undefined],
  ],
  ([ald, numbers]) => {
    const refusal = refusedNumbers(ald, numbers, "patients[0]");
    return refusal && withoutMessage(refusal);
  },
);
