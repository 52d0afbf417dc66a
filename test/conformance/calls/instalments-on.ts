import * as z from "zod/mini";
import {
  computePhysician,
  instalmentsOn as onDay,
  type PhysicianInput,
  type ReceivedOptions,
} from "../../../src/index.ts";
import { euros } from "../euros.ts";
import { call } from "./call.ts";

export const instalmentsOn = call({
  about: "what is due of a statement until the day `on`, what came of it, and what is to come.",
  expected: z.strictObject({
    onDay: z.strictObject({ due: euros, received: z.optional(euros), toCome: euros }),
  }),
  answer: ({ on, received, ...input }, options) => ({
    onDay: {
      ...onDay(
        computePhysician(input as unknown as PhysicianInput, options),
        on as string,
        received === undefined ? {} : { received: received as ReceivedOptions["received"] & {} },
      ),
    },
  }),
});
