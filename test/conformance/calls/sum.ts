import * as z from "zod/mini";
import {
  computePhysicians,
  sumStatements,
  type Batch,
  type StatementTotals,
  type SumOptions,
} from "../../../src/index.ts";
import { amounts, euros } from "../euros.ts";
import { call } from "./call.ts";

const totals = {
  physicians: z.int(),
  patients: z.int(),
  components: amounts,
  instalments: z.array(z.strictObject({ due: z.string(), amount: euros, components: amounts })),
  total: euros,
};

export const sum = call({
  about: "the statements of a batch added up, with the subtotals of the groups that `by` names.",
  expected: z.strictObject({
    sum: z.strictObject({
      ...totals,
      groups: z.array(z.strictObject({ group: z.nullable(z.string()), ...totals })),
    }),
  }),
  answer: ({ by, ...batch }, options) => {
    const { statements } = computePhysicians(batch as unknown as Batch, options);
    const all = sumStatements(
      statements,
      by === undefined ? {} : { by: by as SumOptions["by"] & {} },
    );
    return {
      sum: {
        ...totalsOf(all),
        groups: all.groups.map((one) => ({ group: one.group, ...totalsOf(one) })),
      },
    };
  },
});

function totalsOf({ physicians, patients, components, instalments, total }: StatementTotals) {
  return { physicians, patients, components, instalments: [...instalments], total };
}
