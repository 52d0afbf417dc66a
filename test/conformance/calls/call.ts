import type * as z from "zod/mini";
import type { ComputeOptions } from "../../../src/index.ts";

/** What a vector gives to compute. */
export type Given = Readonly<Record<string, unknown>>;

/** A function of the library that answers vectors: the shape of what is expected, and the answer. */
export interface Call<Expected extends z.ZodMiniType = z.ZodMiniType> {
  readonly about: string;
  readonly expected: Expected;
  readonly answer: (input: Given, options: ComputeOptions) => z.infer<Expected>;
}

/** Holds an answer to the shape that it is told to have. */
export function call<Expected extends z.ZodMiniType>(one: Call<Expected>): Call<Expected> {
  return one;
}
