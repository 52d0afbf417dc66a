import * as z from "zod/mini";
import {
  reconcile as reconcileLists,
  type ReconciledList,
  type ReconcileOptions,
} from "../../../src/index.ts";
import { euros } from "../euros.ts";
import { call } from "./call.ts";

const worth = z.optional(euros);
const id = z.optional(z.union([z.string(), z.number()]));
const only = z.strictObject({ row: z.int(), id, worth });

export const reconcile = call({
  about: "the list of the `practice` beside the `official` one, joined by `key`, else by id.",
  expected: z.strictObject({
    reconciliation: z.strictObject({
      onlyA: z.array(only),
      onlyB: z.array(only),
      differs: z.array(
        z.strictObject({
          a: z.optional(z.int()),
          b: z.optional(z.int()),
          id,
          facts: z.array(z.strictObject({ field: z.string(), a: z.unknown(), b: z.unknown() })),
          worth,
        }),
      ),
      same: z.int(),
      notCompared: z.array(z.string()),
      worth,
      interaction: worth,
    }),
  }),
  answer: ({ practice, official, key }, options) => ({
    reconciliation: JSON.parse(
      JSON.stringify(
        reconcileLists(
          practice as ReconciledList,
          official as ReconciledList,
          {
            ...options,
            ...(key !== undefined && { key }),
          } as ReconcileOptions,
        ),
      ),
    ) as never,
  }),
});
