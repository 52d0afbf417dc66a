import { call, nothing, over } from "../formula/expression/expression.ts";
import type { Cte } from "./query.ts";

export const physicianFacts: Cte = ({ formula: { physicians }, physicians: table }) => {
  if (!table) return undefined;
  const { columns, facts, unpaid } = physicians;
  const id = columns?.id ?? nothing("text");
  return {
    name: "physician_facts",
    description: "Facts of each physician.",
    select: {
      columns: [
        { as: "physician", value: id },
        ...[...facts.values()].flatMap(({ column }) => column ?? []),
        ...(unpaid ? [unpaid.column] : []),
        { as: "times_listed", value: over(call("COUNT"), id) },
      ],
      from: table,
    },
  };
};
