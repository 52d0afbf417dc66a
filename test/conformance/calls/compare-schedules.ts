import * as z from "zod/mini";
import { compareSchedules as compare, type CompareOptions } from "../../../src/index.ts";
import { euros } from "../euros.ts";
import { call } from "./call.ts";
import { given, panelsOf } from "./panels-of.ts";

const move = z.strictObject({ from: euros, to: euros, change: euros });
const movers = z.strictObject({ physicians: z.number(), change: euros });
const moves = {
  physicians: z.number(),
  patients: z.number(),
  total: move,
  components: z.record(z.string(), move),
  gainers: movers,
  losers: movers,
  unchanged: movers,
};

export const compareSchedules = call({
  about:
    "schedules `a` and `b` on the same table of `counts`, on b's reference day: who gains, who loses, quantiles of the change, groups, and the change taken apart.",
  expected: z.strictObject({
    compared: z.strictObject({
      ...moves,
      quantiles: z.array(z.strictObject({ p: z.number(), change: euros })),
      groups: z.array(z.strictObject({ keys: z.record(z.string(), z.string()), ...moves })),
      parts: z.strictObject({
        by: z.enum(["value", "case"]),
        values: z.array(z.strictObject({ paths: z.array(z.string()), change: euros })),
        cases: z.array(
          z.strictObject({
            component: z.string(),
            a: z.nullable(z.string()),
            b: z.nullable(z.string()),
            count: z.optional(z.number()),
            change: euros,
          }),
        ),
        interaction: euros,
        rounding: euros,
      }),
    }),
  }),
  answer: (input, options) => {
    const result = compare(panelsOf(input, options), {
      ...options,
      ...given(input, ["a", "b", "by", "quantiles", "weights"]),
    } as unknown as CompareOptions);
    const { physicians, patients, total, components, gainers, losers, unchanged } = result;
    const { quantiles, groups, parts } = result;
    return {
      compared: JSON.parse(
        JSON.stringify({
          physicians,
          patients,
          total,
          components,
          gainers,
          losers,
          unchanged,
          quantiles,
          groups,
          parts: {
            ...parts,
            values: parts.values.map(({ paths, change }) => ({ paths, change })),
            cases: parts.cases.map((one) => ({ ...one, label: undefined })),
          },
        }),
      ) as never,
    };
  },
});
