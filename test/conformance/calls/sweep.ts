import * as z from "zod/mini";
import { sensitivity, type SensitivityOptions } from "../../../src/index.ts";
import { euros } from "../euros.ts";
import { call } from "./call.ts";
import { given, panelsOf } from "./panels-of.ts";

export const sweep = call({
  about:
    "the total of a table of `counts` under each combination of the values of `vary`, the last path varying fastest; without it, each amount a euro and each rate a point higher.",
  expected: z.strictObject({
    swept: z.strictObject({
      total: euros,
      results: z.array(
        z.strictObject({
          values: z.record(z.string(), z.unknown()),
          total: euros,
          change: euros,
        }),
      ),
    }),
  }),
  answer: (input, options) => {
    const { total, results } = sensitivity(panelsOf(input, options), {
      ...options,
      ...given(input, ["vary", "weights"]),
    } as SensitivityOptions);
    return {
      swept: { total, results: results.map((one) => ({ ...one, values: { ...one.values } })) },
    };
  },
});
