import * as z from "zod/mini";
import { compareRegimes, type RegimeOptions, type RegimeTotal } from "../../../src/index.ts";
import { euros } from "../euros.ts";
import { call } from "./call.ts";
import { given, panelsOf } from "./panels-of.ts";

const movers = z.strictObject({ physicians: z.number(), change: euros });
const moves = { gainers: movers, losers: movers, unchanged: movers };
const regime = z.strictObject({
  parts: z.array(
    z.strictObject({
      id: z.string(),
      basis: z.enum(["schedule", "each", "mean"]),
      total: euros,
      mean: euros,
    }),
  ),
  total: euros,
  mean: euros,
});

export const regimes = call({
  about:
    "what the `old` regime paid beside what the `new` one pays: a forfait, allowances, and amounts of the caller; with a mean nobody's own change is told.",
  expected: z.strictObject({
    regimes: z.strictObject({
      old: regime,
      new: regime,
      change: z.strictObject({ total: euros, mean: euros }),
      missing: z.array(z.string()),
      moves: z.nullable(
        z.strictObject({
          ...moves,
          quantiles: z.array(z.strictObject({ p: z.number(), change: euros })),
        }),
      ),
    }),
  }),
  answer: (input, options) => {
    const result = compareRegimes(panelsOf(input, options), {
      ...options,
      ...given(input, ["old", "new", "quantiles", "weights"]),
    } as unknown as RegimeOptions);
    const { change, scope, moves: told } = result;
    return {
      regimes: {
        old: bare(result.old),
        new: bare(result.new),
        change: { ...change },
        missing: [...scope.missing],
        moves: told && {
          gainers: told.gainers,
          losers: told.losers,
          unchanged: told.unchanged,
          quantiles: told.quantiles.map((one) => ({ ...one })),
        },
      },
    };
  },
});

function bare({ parts, total, mean }: RegimeTotal): z.infer<typeof regime> {
  return {
    parts: parts.map(({ id, basis, total: sum, mean: each }) => ({
      id,
      basis,
      total: sum,
      mean: each,
    })),
    total,
    mean,
  };
}
