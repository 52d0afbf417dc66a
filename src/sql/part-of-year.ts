import { ACCOUNT } from "./dues.ts";
import { nameOf } from "../formula/expression/names.ts";
import { reductionOf } from "../formula/part-of-year.ts";
import { kept, type Cte } from "./query.ts";

export const partOfYear: Cte = ({ formula: { physicians, rates, payable } }, before) => {
  const { unpaid } = physicians;
  if (!unpaid) return undefined;
  return {
    name: "part_of_year",
    description: "Reduction for the part of the year not due, rounded half away from zero.",
    select: {
      columns: [
        ...kept(ACCOUNT),
        ...kept(rates.uplifts.length > 0 ? ["uplift_base"] : []),
        ...kept(payable.map(nameOf.total)),
        ...payable.map((id) => ({ as: nameOf.unpaid(id), value: reductionOf(id, unpaid) })),
      ],
      from: before,
    },
  };
};
