import * as z from "zod/mini";
import { solveFor, type SolvedValue, type SolveOptions } from "../../../src/index.ts";
import { euros } from "../euros.ts";
import { call } from "./call.ts";
import { given, panelsOf } from "./panels-of.ts";

const side = z.nullable(
  z.strictObject({
    value: z.string(),
    values: z.record(z.string(), z.unknown()),
    total: euros,
    rest: euros,
  }),
);

export const solve = call({
  about:
    "the amount or the rate of `path` at which the total of a table of `counts` meets `target`: the values on either side, a cent or a hundredth of a point apart, and what each leaves.",
  expected: z.strictObject({
    solved: z.strictObject({
      target: euros,
      exact: z.boolean(),
      below: side,
      above: side,
      reason: z.nullable(z.enum(["flat", "too-low", "too-high"])),
    }),
  }),
  answer: (input, options) => {
    const { target, exact, below, above, reason } = solveFor(panelsOf(input, options), {
      ...options,
      ...given(input, ["path", "target", "weights"]),
    } as unknown as SolveOptions);
    const of = (one: SolvedValue | null) => one && { ...one, values: { ...one.values } };
    return {
      solved: { target, exact, below: of(below), above: of(above), reason: reason?.code ?? null },
    };
  },
});
