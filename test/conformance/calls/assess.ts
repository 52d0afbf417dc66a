import * as z from "zod/mini";
import { assessPrevention, type Patient } from "../../../src/index.ts";
import { call } from "./call.ts";
import { known, missing, text } from "./prevention.ts";

export const assess = call({
  about: "what is known of the prevention of one `patient` on the day `asOf`, by indicator.",
  expected: z.strictObject({
    assessed: z.array(
      z.strictObject({
        indicator: text,
        eligible: known,
        eligibleBecause: text,
        validated: known,
        because: text,
        act: z.nullable(z.strictObject({ kind: text, date: text })),
        from: z.nullable(text),
        by: z.nullable(text),
        missing: z.array(missing),
      }),
    ),
  }),
  answer: ({ patient, asOf }, options) => ({
    assessed: assessPrevention(patient as Patient, {
      ...options,
      asOf: asOf as string,
    }).indicators.map(
      ({
        indicator,
        eligible,
        eligibleBecause,
        validated,
        because,
        act,
        from,
        by,
        missing: lacking,
      }) => ({
        indicator,
        eligible,
        eligibleBecause: eligibleBecause.code,
        validated,
        because: because.code,
        act: act && { ...act },
        from,
        by,
        missing: lacking.map((part) => ({ ...part })),
      }),
    ),
  }),
});
