import * as z from "zod/mini";
import { marginalValue, type MarginalInput } from "../../../src/index.ts";
import { change } from "../euros.ts";
import { call } from "./call.ts";

export const marginal = call({
  about: "what a change of the list is worth: the difference of two statements.",
  expected: z.strictObject({ marginal: change }),
  answer: (input, options) => ({
    marginal: { ...marginalValue(input as unknown as MarginalInput, options) },
  }),
});
