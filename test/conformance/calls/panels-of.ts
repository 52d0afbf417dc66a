import {
  panelsFromCounts,
  type ComputeOptions,
  type CountOptions,
  type CountRow,
  type Panels,
} from "../../../src/index.ts";
import type { Given } from "./call.ts";

/** The panels of a vector about scenarios: a table of counts, and physicians. */
export function panelsOf({ counts, physicians }: Given, { year }: ComputeOptions): Panels {
  return panelsFromCounts(counts as readonly CountRow[], {
    year,
    ...(physicians !== undefined && {
      physicians: physicians as NonNullable<CountOptions["physicians"]>,
    }),
  });
}

/** Those of some keys that are given. */
export function given(input: Given, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    keys.filter((key) => input[key] !== undefined).map((key) => [key, input[key]]),
  );
}
