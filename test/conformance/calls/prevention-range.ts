import * as z from "zod/mini";
import {
  preventionRange as rangeOf,
  type Batch,
  type PreventionRates,
} from "../../../src/index.ts";
import { euros } from "../euros.ts";
import { call } from "./call.ts";
import { text } from "./prevention.ts";

const range = {
  certain: euros,
  expected: z.nullable(euros),
  possible: euros,
  spread: z.nullable(z.strictObject({ independent: euros, linked: euros })),
};

export const preventionRange = call({
  about: "what prevention brings for certain, as expected by `rates` and at most, on `asOf`.",
  expected: z.strictObject({
    range: z.strictObject({
      physicians: z.array(
        z.strictObject({
          physicianId: z.nullable(z.string()),
          ...range,
          indicators: z.array(
            z.strictObject({
              indicator: text,
              eligible: z.int(),
              validated: z.int(),
              unknown: z.int(),
              ...range,
            }),
          ),
        }),
      ),
      rejected: z.array(z.strictObject({ index: z.int(), code: text, path: text })),
    }),
  }),
  answer: ({ asOf, rates, ...batch }, options) => {
    const { physicians, rejected } = rangeOf(batch as unknown as Batch, {
      ...options,
      asOf: asOf as string,
      ...(rates !== undefined && { rates: rates as PreventionRates }),
    });
    return {
      range: {
        physicians: physicians.map((one) => ({
          ...one,
          spread: one.spread && { ...one.spread },
          indicators: one.indicators.map((of) => ({
            indicator: of.indicator,
            eligible: of.eligible,
            validated: of.validated,
            unknown: of.unknown,
            certain: of.certain,
            expected: of.expected,
            possible: of.possible,
            spread: of.spread && { ...of.spread },
          })),
        })),
        rejected: rejected.flatMap(({ index, refusals }) =>
          refusals.map(({ code, path }) => ({ index, code, path })),
        ),
      },
    };
  },
});
