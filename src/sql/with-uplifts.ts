import { upliftOf } from "../formula/due.ts";
import { ACCOUNT } from "./dues.ts";
import { nameOf } from "../formula/expression/names.ts";
import { kept, type Cte } from "./query.ts";

export const withUplifts: Cte = ({ formula }, before) => {
  const { compiled, physicians, rates } = formula;
  const { schedule } = compiled;
  if (rates.uplifts.length === 0) return undefined;
  return {
    name: "with_uplifts",
    description:
      schedule.uplifts?.together === "highest"
        ? "The uplift with the highest rate, rounded half away from zero."
        : "Uplifts, rounded half away from zero.",
    select: {
      columns: [
        ...kept([...ACCOUNT, "uplift_base"]),
        ...kept(physicians.unpaid ? [physicians.unpaid.column.as] : []),
        ...kept(Object.keys(schedule.amounts).map(nameOf.total)),
        ...rates.uplifts.map((id) => ({
          as: nameOf.total(id),
          value: upliftOf(schedule, id, rates),
        })),
      ],
      from: before,
    },
  };
};
