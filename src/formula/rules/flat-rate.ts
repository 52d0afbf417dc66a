import type { Percent } from "../../money/rate.ts";
import { number, times } from "../expression/expression.ts";
import type { RateFormula } from "./rule.ts";
import { aPatient, partsOfHundred } from "./scale.ts";

/** A flat rate. */
export const flatRate = (rate: Percent): RateFormula => ({
  percentages: [rate],
  parts: (scale) => {
    const parts = number(partsOfHundred(rate, scale));
    return scale.overShares ? times(parts, number(scale.hundred), aPatient) : parts;
  },
});
