import { internal, minus } from "../formula/expression/expression.ts";
import { nameOf } from "../formula/expression/names.ts";
import { reductionSplit, shareOf } from "../formula/shares.ts";
import { PATIENT } from "./patient-year.ts";
import { kept, type Cte } from "./query.ts";

export const reducedShares: Cte = ({ formula: { physicians, payable }, grain }, before) => {
  if (grain === "physician" || !physicians.unpaid) return undefined;
  return {
    name: "reduced_shares",
    description:
      "Shares of reductions: leftover cents go to the largest remainders, ties in list order.",
    select: {
      columns: [
        ...kept(PATIENT),
        ...payable.map((id) => ({
          as: nameOf.cents(id),
          value: minus(internal(nameOf.cents(id)), shareOf(reductionSplit(id))),
        })),
      ],
      from: before,
    },
  };
};
