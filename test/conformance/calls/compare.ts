import * as z from "zod/mini";
import {
  compareStatements,
  computePhysician,
  type AmountChange,
  type ComputeOptions,
  type PhysicianInput,
} from "../../../src/index.ts";
import { change } from "../euros.ts";
import { call } from "./call.ts";

/** One of the two statements: what it is computed from. */
interface Side {
  readonly options: ComputeOptions;
  readonly input: PhysicianInput;
}

const parts = z.strictObject({ component: z.string(), rule: z.string(), ...change.shape });

export const compare = call({
  about: "two statements side by side, each computed from its own options and input.",
  expected: z.strictObject({
    comparison: z.strictObject({
      lines: z.array(parts),
      components: z.record(z.string(), change),
      instalments: z.array(z.strictObject({ due: z.string(), ...change.shape })),
      total: change,
    }),
  }),
  answer: ({ before, after }) => {
    const [a, b] = [before, after].map((side) =>
      computePhysician((side as Side).input, (side as Side).options),
    ) as [ReturnType<typeof computePhysician>, ReturnType<typeof computePhysician>];
    const { lines, components, instalments, total } = compareStatements(a, b);
    return {
      comparison: {
        lines: lines.map(({ component, rule, ...amounts }) => ({
          component,
          rule,
          ...changeOf(amounts),
        })),
        components,
        instalments: instalments.map((one) => ({ ...one })),
        total,
      },
    };
  },
});

function changeOf({ before, after, change: by }: AmountChange): AmountChange {
  return { before, after, change: by };
}
