import { nameOf } from "../formula/expression/names.ts";
import type { Formula } from "../formula/formula.ts";
import { shareOf, upliftSplit } from "../formula/shares.ts";
import { PATIENT, reductionsToAllocate } from "./patient-year.ts";
import { kept, type Cte } from "./query.ts";

export const upliftShares: Cte = ({ formula, grain }, before) => {
  const { uplifts } = formula.rates;
  if (grain === "physician" || uplifts.length === 0) return undefined;
  return {
    name: "uplift_shares",
    description:
      "Shares of uplifts: leftover cents go to the largest remainders, ties in list order.",
    select: {
      columns: [
        ...kept(besideUplifts(formula)),
        ...uplifts.map((id) => ({ as: nameOf.cents(id), value: shareOf(upliftSplit(id)) })),
      ],
      from: before,
    },
  };
};

/** Names of what a patient has besides the shares of uplifts. */
export function besideUplifts(formula: Formula): string[] {
  const { compiled, physicians, rates } = formula;
  return [
    ...PATIENT,
    ...Object.keys(compiled.schedule.amounts).map(nameOf.cents),
    ...reductionsToAllocate(formula),
    ...(physicians.unpaid ? rates.uplifts.map(nameOf.total) : []),
  ];
}
