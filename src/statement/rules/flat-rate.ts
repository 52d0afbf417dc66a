import { fastRate, type FastRate } from "../../money/fast-rate.ts";
import { percent, type Percent } from "../../money/rate.ts";
import type { RateKind } from "./rule.ts";

/** A percentage, parsed at its first use: few physicians have every uplift. */
export const flatRate: RateKind<Percent> = (rate) => () => {
  let parsed: FastRate | undefined;
  return () => (parsed ??= fastRate(percent(rate)));
};
