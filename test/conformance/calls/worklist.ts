import * as z from "zod/mini";
import { worklist as visitsOf, type Patient } from "../../../src/index.ts";
import { call } from "./call.ts";
import { known, missing, text } from "./prevention.ts";

export const worklist = call({
  about: "what is left to do of the `patients` on the day `asOf`, by visit, in the order of days.",
  expected: z.strictObject({
    visits: z.array(
      z.strictObject({
        physicianId: z.nullable(z.string()),
        id: z.nullable(z.string()),
        items: z.array(
          z.strictObject({
            indicator: text,
            eligible: known,
            validated: known,
            because: text,
            by: z.nullable(text),
            missing: z.array(missing),
          }),
        ),
      }),
    ),
  }),
  answer: ({ patients, asOf }, options) => ({
    visits: visitsOf(patients as readonly Patient[], { ...options, asOf: asOf as string }).map(
      ({ physicianId, id, items }) => ({
        physicianId,
        id,
        items: items.map(({ indicator, eligible, validated, because, by, missing: lacking }) => ({
          indicator,
          eligible,
          validated,
          because: because.code,
          by,
          missing: lacking.map((part) => ({ ...part })),
        })),
      }),
    ),
  }),
});
