import {
  computePhysicians,
  type BatchResult,
  type ComputeOptions,
  type Patient,
  type Physician,
} from "../../src/index.ts";
import { withoutMessage, type Why } from "./refused.ts";

/** A patient of 40, without ALD nor C2S, whom a row of a test says more of. */
export const anAdult = { age: 40, ald: false, c2s: false } as const;

/** A batch of rows as a user may have them, whatever they are. */
export function batch(
  patients: readonly unknown[],
  physicians?: readonly unknown[],
  options: ComputeOptions = { year: 2026 },
): BatchResult {
  return computePhysicians(
    {
      patients: patients as Patient[],
      ...(physicians && { physicians: physicians as Physician[] }),
    },
    options,
  );
}

/** Why the rows of a list were refused, in their order. */
export function whyRefused({ rejected }: BatchResult): Why[] {
  return rejected.flatMap(({ refusals }) => refusals.map(withoutMessage));
}
