import * as z from "zod/mini";

/** Shapes that the answers about prevention share. */

export const text = z.string().check(z.minLength(1));

export const known = z.enum(["yes", "no", "unknown"]);

export const missing = z.union([
  z.strictObject({ fact: text }),
  z.strictObject({ acts: z.record(z.string(), z.int()) }),
]);
