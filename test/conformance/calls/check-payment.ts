import * as z from "zod/mini";
import { checkPayment as check, type PaidAmount, type PhysicianInput } from "../../../src/index.ts";
import { euros } from "../euros.ts";
import { call } from "./call.ts";

const place = { due: z.optional(z.string()), component: z.optional(z.string()) };

export const checkPayment = call({
  about: "what a caisse `paid` beside what is computed, and the readings compatible with the gap.",
  expected: z.strictObject({
    payment: z.strictObject({
      payments: z.array(z.strictObject({ ...place, computed: euros, paid: euros, gap: euros })),
      others: z.array(z.strictObject({ label: z.string(), amount: z.string() })),
      compatible: z.array(
        z.strictObject({
          readings: z.record(z.string(), z.string()),
          computed: z.array(euros),
          distance: euros,
        }),
      ),
      makeUp: z.array(
        z.strictObject({
          of: z.enum(["patients", "ald", "not-seen"]),
          patients: z.int(),
          among: z.int(),
          each: euros,
        }),
      ),
      unanswered: z.array(z.string()),
    }),
  }),
  answer: ({ paid, ...input }, options) => {
    const { payments, others, compatible, makeUp, unanswered } = check(
      input as unknown as PhysicianInput,
      paid as readonly PaidAmount[],
      options,
    );
    return {
      payment: {
        payments: payments.map(({ due, component, computed, paid: came, gap }) => ({
          ...(due !== undefined && { due }),
          ...(component !== undefined && { component }),
          computed,
          paid: came,
          gap,
        })),
        others: others.map((one) => ({ ...one })),
        compatible: compatible.map(({ readings, computed, distance }) => ({
          readings: { ...readings } as Record<string, string>,
          computed: [...computed],
          distance,
        })),
        makeUp: makeUp.map((one) => ({ ...one })),
        unanswered: unanswered.map(({ id }) => id),
      },
    };
  },
});
