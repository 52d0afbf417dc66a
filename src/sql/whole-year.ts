import { dueOfList, ifDue } from "../formula/due.ts";
import { ACCOUNT } from "./dues.ts";
import { nameOf } from "../formula/expression/names.ts";
import { kept, type Cte } from "./query.ts";

export const wholeYear: Cte = ({ formula }, before) => {
  const { compiled, physicians, rates, ofLists } = formula;
  const { schedule } = compiled;
  const { hundred, overShares } = rates.scale;
  const unit = overShares ? `${hundred * hundred} x patients` : String(hundred);
  const hasUplifts = rates.uplifts.length > 0;
  const base = {
    as: "uplift_base",
    value: ifDue(...(schedule.uplifts?.of ?? []).map(nameOf.total)),
  };
  return {
    name: "whole_year",
    description: hasUplifts
      ? `Cents due for a whole year, the uplift base, and rates in parts of ${unit}.`
      : "Cents due for a whole year.",
    select: {
      columns: [
        ...kept(ACCOUNT),
        ...kept(physicians.unpaid ? [physicians.unpaid.column.as] : []),
        ...compiled.amounts.map(({ component }) => {
          const name = nameOf.total(component);
          const ofList = ofLists.get(component);
          return { as: name, value: ofList ? dueOfList(ofList) : ifDue(name) };
        }),
        ...(hasUplifts ? [base, ...rates.columns] : []),
      ],
      from: before,
    },
  };
};
