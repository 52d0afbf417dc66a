import { cutsOf, upliftSplit } from "../formula/shares.ts";
import { upliftsToAllocate } from "./patient-year.ts";
import { kept, type Cte } from "./query.ts";
import { besideUplifts } from "./uplift-shares.ts";

export const upliftCuts: Cte = ({ formula, grain }, before) => {
  const { uplifts } = formula.rates;
  if (grain === "physician" || uplifts.length === 0) return undefined;
  return {
    name: "uplift_cuts",
    description: "Shares truncated to the cent, with their remainders.",
    select: {
      columns: [
        ...kept([...new Set([...besideUplifts(formula), ...upliftsToAllocate(formula)])]),
        ...uplifts.map(upliftSplit).flatMap(cutsOf),
      ],
      from: before,
    },
  };
};
