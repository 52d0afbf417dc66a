import { nameOf } from "../formula/expression/names.ts";
import { cutsOf, reductionSplit } from "../formula/shares.ts";
import { PATIENT } from "./patient-year.ts";
import { kept, type Cte } from "./query.ts";

export const reductionCuts: Cte = ({ formula: { physicians, payable }, grain }, before) => {
  if (grain === "physician" || !physicians.unpaid) return undefined;
  return {
    name: "reduction_cuts",
    description: "Shares truncated to the cent, with their remainders.",
    select: {
      columns: [
        ...kept([
          ...PATIENT,
          ...payable.flatMap((id) => [nameOf.cents(id), nameOf.total(id), nameOf.unpaid(id)]),
        ]),
        ...payable.map(reductionSplit).flatMap(cutsOf),
      ],
      from: before,
    },
  };
};
